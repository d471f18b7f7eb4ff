using System.Collections.Immutable;
using System.Globalization;
using CsvHelper;
using Site.Core.Csv;

namespace Site.Office.Duties;

/// <summary>
/// What imports came to, as this machine remembers it: which return came in on which day, and why one was refused. It holds ids, days and the reasons
/// that the import printed, no figure, no file name and no person. Where it is lost, a return counts as handed in on the day it counts up to.
/// </summary>
internal sealed class ImportJournal
{
    private static readonly ImmutableArray<string> Head = ["on", "form", "unit", "as_of", "reason"];

    private ImportJournal(ImmutableArray<JournalEntry> entries) => Entries = entries;

    public static ImportJournal Empty { get; } = new([]);

    /// <summary>Oldest first.</summary>
    public ImmutableArray<JournalEntry> Entries { get; }

    /// <param name="text">The journal; lines that cannot be read are passed over, since nobody writes them by hand.</param>
    public static ImportJournal Read(string text)
    {
        var rows = InputCsv.ReadAll("", text, []);
        return new([.. rows.Skip(1).Select(Entry).OfType<JournalEntry>()]);
    }

    /// <returns>The journal with further entries.</returns>
    public ImportJournal With(IEnumerable<JournalEntry> entries) => new([.. Entries, .. entries]);

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { NewLine = "\n" }, leaveOpen: true))
        {
            writer.WriteRecord([.. Head]);
            foreach (var entry in Entries)
            {
                writer.WriteRecord([Text(entry.On), entry.Form, entry.Unit, entry.AsOf is { } day ? Text(day) : "", entry.Reason ?? ""]);
            }
        }

        return stream.ToArray();
    }

    /// <returns>The day on which a return first came in; null where the journal does not know it.</returns>
    public DateOnly? ReceivedOn(string form, string unit, DateOnly asOf)
    {
        foreach (var entry in Entries)
        {
            if (entry.Reason is null && entry.Form == form && entry.Unit == unit && entry.AsOf == asOf)
            {
                return entry.On;
            }
        }

        return null;
    }

    /// <returns>Why what a unit sent last on a form was refused; none where its last return was taken, or nothing is known.</returns>
    /// <param name="until">What happened up to this day counts.</param>
    public ImmutableArray<string> Refusals(string form, string unit, DateOnly until)
    {
        var own = Entries.Where(entry => entry.Form == form && entry.Unit == unit && entry.On <= until).ToList();
        var taken = own.FindLastIndex(entry => entry.Reason is null);
        var last = own.Skip(taken + 1).Select(entry => entry.On).DefaultIfEmpty().Max();
        return [.. own.Skip(taken + 1).Where(entry => entry.On == last).Select(entry => entry.Reason!).Distinct(StringComparer.Ordinal)];
    }

    private static JournalEntry? Entry(Core.Csv.CsvRow row) =>
        row.Fields.Length == Head.Length && Day(row.Fields[0]) is { } on
            ? new(on, row.Fields[1], row.Fields[2], Day(row.Fields[3]), row.Fields[4].Length == 0 ? null : row.Fields[4])
            : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>One thing that an import came to.</summary>
/// <param name="On">The day of the import.</param>
/// <param name="Form">Id of the form.</param>
/// <param name="Unit">Id of the unit.</param>
/// <param name="AsOf">The day up to which the return counts; null where it was refused before that was known.</param>
/// <param name="Reason">Why it was refused, as the import printed it; null where it was taken.</param>
internal sealed record JournalEntry(DateOnly On, string Form, string Unit, DateOnly? AsOf, string? Reason);
