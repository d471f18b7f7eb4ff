using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>A row of a table that was filled in as a workbook or as CSV.</summary>
/// <param name="Sheet">Number of the worksheet, from 1; 0 for CSV.</param>
/// <param name="Line">Row, from 1.</param>
/// <param name="Cells">Texts by column, from the first to the last one written; what is not written is empty.</param>
/// <param name="Formulas">Columns, from 0, whose text is what a formula gave.</param>
internal sealed record SheetRow(int Sheet, int Line, ImmutableArray<string> Cells, ImmutableArray<int> Formulas)
{
    /// <returns>The text of a column from 0; empty beyond the last and for no column.</returns>
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    /// <summary>Where it stands, in words: <c>第 1 个工作表第 12 行</c>.</summary>
    public string Seen => Sheet == 0 ? $"第 {Line} 行" : $"第 {Sheet} 个工作表第 {Line} 行";
}
