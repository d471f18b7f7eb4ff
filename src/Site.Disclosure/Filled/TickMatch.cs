using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A yes-or-no blank as found in a filled-in document.</summary>
/// <param name="Cell">The cell its words stand in.</param>
/// <param name="Written">What is ticked or written behind them, in the same paragraph or the next cell of the row.</param>
internal sealed record TickMatch(DocumentCell Cell, string Written)
{
    /// <returns>The place of its words where something to tick follows, else the first place of its words; null where they are nowhere.</returns>
    public static TickMatch? Find(Indicator indicator, ImmutableArray<DocumentCell> cells)
    {
        var key = FormLetters.Key(indicator.Context);
        var found = cells.SelectMany((cell, at) => FoldedSearch.FindAll(cell.Folded, key).Select(words => Read(cell, words.End, cells, at))).ToList();
        return found.FirstOrDefault(match => match.IsTicked) ?? found.FirstOrDefault();
    }

    private bool IsTicked => FigureText.Plain(Written) is { Length: > 0 } && FigureText.ReadYesOrNo(Written).Mistake is null;

    private static TickMatch Read(DocumentCell cell, int from, ImmutableArray<DocumentCell> cells, int at)
    {
        var end = cell.Folded.AsSpan(from).IndexOfAny(';', '。', '\n');
        var rest = cell.Text[from..(end < 0 ? cell.Text.Length : from + end)].Trim(' ', '：', ':', '”', '"', '\u00A0', '\u3000');
        var line = cell.Text.AsSpan(from).IndexOf('\n');
        if (rest.Length == 0 || FigureText.Plain(rest).All(FormLetters.IsSilent))
        {
            var next = at + 1 < cells.Length ? cells[at + 1] : null;
            rest = line >= 0 && IsTick(cell.Text[(from + line + 1)..].Split('\n')[0]) ? cell.Text[(from + line + 1)..].Split('\n')[0]
                : next is not null && next.Table == cell.Table && next.Row == cell.Row && cell.Table > 0 && !next.IsContinued && IsTick(next.Text) ? next.Text
                : "";
        }

        return new(cell, rest);
    }

    private static bool IsTick(string text) => FigureText.ReadYesOrNo(text).Mistake is null;
}
