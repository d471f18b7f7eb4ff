using System.Collections.Immutable;
using Site.Core.Csv;

namespace Site.Cli.Diff;

/// <summary>Compares the exposure entries of two sites, read from <c>data/exposures.csv</c>.</summary>
internal sealed record EntryChanges(ImmutableArray<EntryChange> Appeared, ImmutableArray<EntryChange> Changed, ImmutableArray<EntryChange> Disappeared)
{
    private const string List = "data/exposures.csv";
    private static readonly string[] Subjects = ["enterprise", "subject"];

    public static EntryChanges Between(PublishedSite old, PublishedSite now)
    {
        if (old.Files.GetValueOrDefault(List) == now.Files.GetValueOrDefault(List))
        {
            return new([], [], []);
        }

        var (before, after) = (Entries(old), Entries(now));
        return new(
            [.. after.Where(entry => !before.ContainsKey(entry.Key)).Select(entry => new EntryChange(entry.Key, Subject(entry.Value), []))],
            [.. before.Where(entry => after.ContainsKey(entry.Key)).Select(entry => new EntryChange(entry.Key, Subject(after[entry.Key]), Fields(entry.Value, after[entry.Key])))
                .Where(change => !change.Fields.IsEmpty)],
            [.. before.Where(entry => !after.ContainsKey(entry.Key)).Select(entry => new EntryChange(entry.Key, Subject(entry.Value), []))]);
    }

    /// <returns>For each id the fields of its line, by name.</returns>
    private static SortedDictionary<string, OrderedDictionary<string, string>> Entries(PublishedSite site)
    {
        var entries = new SortedDictionary<string, OrderedDictionary<string, string>>(StringComparer.Ordinal);
        var rows = site.Files.ContainsKey(List) ? LenientCsv.Read(site.Load(List)) : [];
        var head = rows.FirstOrDefault() ?? [];
        foreach (var row in rows.Skip(1))
        {
            var fields = new OrderedDictionary<string, string>(StringComparer.Ordinal);
            for (var at = 0; at < Math.Min(head.Length, row.Length); at++)
            {
                fields.TryAdd(head[at], row[at]);
            }

            entries.TryAdd(fields.GetValueOrDefault("id", ""), fields);
        }

        return entries;
    }

    private static string Subject(OrderedDictionary<string, string> fields) =>
        Subjects.Select(name => fields.GetValueOrDefault(name, "")).FirstOrDefault(subject => subject.Length > 0, "");

    private static ImmutableArray<FigureChange> Fields(OrderedDictionary<string, string> old, OrderedDictionary<string, string> now) =>
        [.. now.Where(field => old.GetValueOrDefault(field.Key) != field.Value).Select(field => new FigureChange(List, field.Key, old.GetValueOrDefault(field.Key), field.Value))];
}

/// <summary>An exposure entry that was added, removed or changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Subject">The firm or person that it is about, as published; may be empty.</param>
/// <param name="Fields">The changed fields: name, old and new value; empty for an entry that was added or removed.</param>
internal sealed record EntryChange(string Id, string Subject, ImmutableArray<FigureChange> Fields);
