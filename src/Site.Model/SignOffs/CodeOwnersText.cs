using System.Collections.Immutable;
using System.Text;

namespace Site.Model;

/// <summary>Reads and writes <c>.github/CODEOWNERS</c>: lines of the office's own, and between two marks those that follow from the policy.</summary>
public static class CodeOwnersText
{
    /// <summary>Where GitHub looks for it first.</summary>
    public const string Path = ".github/CODEOWNERS";

    private const string Start = "# 以下由 site codeowners 按 input/policy.yaml 生成，请勿手改";
    private const string End = "# 以上由 site codeowners 生成";

    /// <returns>Every rule, from top to bottom; comments and empty lines left out.</returns>
    public static ImmutableArray<OwnerRule> Read(string text)
    {
        var rules = ImmutableArray.CreateBuilder<OwnerRule>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = Words(lines[i]);
            if (words.Length > 0)
            {
                rules.Add(new(i + 1, words[0], [.. words[1..]]));
            }
        }

        return rules.DrainToImmutable();
    }

    /// <summary>Puts the rules of the policy in the place of those written before, or at the end: GitHub takes the last rule that fits.</summary>
    /// <param name="text">The file as it is; empty where there is none.</param>
    public static string Write(string text, SignOffBook book)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').ToList();
        var (start, end) = (lines.IndexOf(Start), lines.IndexOf(End));
        if (start >= 0 && end > start)
        {
            lines.RemoveRange(start, end - start + 1);
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var written = new StringBuilder();
        lines.ForEach(line => written.Append(line).Append('\n'));
        written.Append(lines.Count > 0 ? "\n" : "").Append(Start).Append('\n');
        foreach (var (pattern, owners) in Wanted(book))
        {
            written.Append(pattern).Append(' ').AppendJoin(' ', owners).Append('\n');
        }

        return written.Append(End).Append('\n').ToString();
    }

    /// <returns>Who has to agree to changes of what: the policy and every signed kind with its ledgers. The later rule counts.</returns>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> Wanted(SignOffBook book)
    {
        var everybody = book.Owners.OrderBy(owner => owner.Key, StringComparer.Ordinal).SelectMany(owner => owner.Value).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return everybody.IsEmpty ? [] :
        [
            new("/input/policy.yaml", everybody),
            new($"/{Path}", everybody),
            new($"/{SignOffBook.Folder}", everybody),
            .. book.Rules.Select(rule => KeyValuePair.Create(rule, OwnersOf(book, rule))).Where(rule => !rule.Value.IsEmpty)
                .SelectMany(rule => (KeyValuePair<string, ImmutableArray<string>>[])[new($"/{rule.Key.Kind.Folder}", rule.Value), new($"/{SignOffBook.Folder}{rule.Key.Kind.Folder}", rule.Value)]),
        ];
    }

    private static ImmutableArray<string> OwnersOf(SignOffBook book, SignOffRule rule) =>
        [.. rule.Roles.SelectMany(role => book.Owners.GetValueOrDefault(role, [])).Distinct(StringComparer.Ordinal)];

    private static string[] Words(string line)
    {
        var content = line.TrimEnd('\r');
        var comment = content.StartsWith('#') ? 0 : content.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? content : content[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
    }
}
