using System.Collections.Immutable;
using System.Text;
using Site.Core.Office;
using Site.Core.Text;
using Site.Statistics.Published;

namespace Site.Office.Papers;

/// <summary>Writes a paper as Markdown, or as plain text for a chat or an account where nothing is formatted.</summary>
internal static class PaperTexts
{
    /// <summary>What somebody has to write.</summary>
    public const string Gap = "〔待补充〕";

    public static string Markdown(ImmutableArray<PaperBlock> blocks)
    {
        var text = new StringBuilder();
        PaperBlock? before = null;
        foreach (var block in blocks)
        {
            // Entries of one list stand together; between all else is an empty line.
            text.Append(before is null || (before is PaperBlock.Item && block is PaperBlock.Item) ? "" : "\n").Append(block switch
            {
                PaperBlock.Title title => $"# {MarkdownEscape.Inline(title.Words)}\n",
                PaperBlock.Heading heading => $"{new string('#', heading.Level + 1)} {MarkdownEscape.Inline(heading.Words)}\n",
                PaperBlock.Text words => MarkdownEscape.Start(MarkdownEscape.Inline(words.Words)) + "\n",
                PaperBlock.Note note => MarkdownEscape.Start(MarkdownEscape.Inline(note.Words)) + "\n",
                PaperBlock.Item { Address: { } address } item => $"- [{MarkdownEscape.Inline(item.Words)}]({Destination(address)})\n",
                PaperBlock.Item item => $"- {MarkdownEscape.Inline(item.Words)}\n",
                PaperBlock.Table table => Table(table),
                _ => "",
            });
            before = block;
        }

        return text.ToString();
    }

    /// <param name="site">Address of the site, to which addresses that begin with <c>/</c> are added.</param>
    public static string Plain(ImmutableArray<PaperBlock> blocks, Uri site)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
        {
            text.Append(block switch
            {
                PaperBlock.Title title => $"【{title.Words}】\n",
                PaperBlock.Heading heading => $"\n▎{heading.Words}\n",
                PaperBlock.Text words => words.Words + "\n",
                PaperBlock.Note note => note.Words + "\n",
                PaperBlock.Item { Address: { } address } item => $"· {item.Words}\n  {(address.StartsWith('/') ? new Uri(site, "." + address) : address)}\n",
                PaperBlock.Item item => $"· {item.Words}\n",
                PaperBlock.Table table => string.Concat(table.Rows.Select(row => string.Join("　", row) + "\n")),
                _ => "",
            });
        }

        return text.ToString();
    }

    /// <summary>Between angle brackets where it holds anything that would end it.</summary>
    private static string Destination(string address) => address.Any(c => c is ' ' or '(' or ')') ? $"<{address}>" : address;

    private static string Table(PaperBlock.Table table) =>
        Row(table.Columns) + $"|{string.Concat(table.Columns.Select(_ => " --- |"))}\n" + string.Concat(table.Rows.Select(Row));

    private static string Row(ImmutableArray<string> cells) => $"| {string.Join(" | ", cells.Select(cell => MarkdownEscape.Inline(cell).Replace("|", "\\|", StringComparison.Ordinal)))} |\n";
}

/// <summary>What is public, as papers of the office tell it.</summary>
internal static class PublicFigures
{
    private const int Most = 8;

    /// <param name="release">A release that is published.</param>
    /// <returns>A sentence for each of the first totals that are shown: 全市宣讲活动1,234场; withheld ones are left out.</returns>
    public static ImmutableArray<string> Of(SafeRelease release) =>
        [.. release.Tables.SelectMany(Totals).DistinctBy(total => total.Label).Take(Most).Select(total => $"{total.Label}{total.Value:N0}{total.Unit}{(total.IsIncomplete ? "（还缺没有报送的单位）" : "")}")];

    private static IEnumerable<(string Label, long Value, string Unit, bool IsIncomplete)> Totals(SafeTable table)
    {
        if (!SafeDimensions.HaveTotals(table))
        {
            yield break;
        }

        var places = SafeDimensions.Total(table);
        for (var indicator = 0; indicator < table.Indicators.Length; indicator++)
        {
            if (table.At(indicator, places) is Cell.Shown shown)
            {
                yield return (table.Indicators[indicator].Label, shown.Value, table.Indicators[indicator].Unit, table.IsIncomplete(indicator, places));
            }
        }
    }
}
