using System.Buffers;
using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Rendering.Html;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>
/// A table as CSV: a column for each dimension, then <c>indicator</c> and <c>value</c>; a line for each cell, in the table's order. Where units have not
/// reported, a last column <c>incomplete</c> says which figures lack theirs.
/// </summary>
internal static class TableCsv
{
    private const string Incomplete = "incomplete";

    public static void Write(IBufferWriter<byte> output, SafeTable table)
    {
        var (width, hasGaps) = (table.Dimensions.Length, table.HasGaps);
        SafeCsv.WriteRow(output, [.. table.Dimensions.Select(dimension => dimension.Id), "indicator", "value", .. hasGaps ? [Incomplete] : Array.Empty<string>()]);
        var line = new string[width + (hasGaps ? 3 : 2)];
        foreach (var (indicator, place, cell) in TableCells.Of(table))
        {
            for (var at = 0; at < place.Length; at++)
            {
                line[at] = table.Dimensions[at].Categories[place[at]];
            }

            line[width] = table.Indicators[indicator].Id;
            line[width + 1] = CellText.Plain(cell);
            if (hasGaps)
            {
                line[width + 2] = table.IsIncomplete(indicator, place) ? "true" : "false";
            }

            SafeCsv.WriteRow(output, line);
        }
    }

    /// <returns>What the columns mean.</returns>
    public static ImmutableArray<OpenField> Fields(SafeTable table) =>
    [
        .. table.Dimensions.Select(dimension => new OpenField(
            dimension.Id, dimension.Id == SafeDimensions.Week ? "date" : "string", SafeDimensions.Names.Label(dimension.Id), IsKey: true)),
        new("indicator", "string", "指标：" + string.Join("；", table.Indicators.Select(indicator => $"{indicator.Id} 是{indicator.Label}（{indicator.Unit}）")), IsKey: true)
        {
            AllowedValues = [.. table.Indicators.Select(indicator => indicator.Id)],
        },
        new("value", "integer", "数值，从活动开始累计，单位见指标"),
        .. table.HasGaps ? [new OpenField(Incomplete, "boolean", "是不是还缺没有报送的单位的数")] : Array.Empty<OpenField>(),
    ];

    /// <returns>What stands in place of a value.</returns>
    public static ImmutableArray<string> MissingValues(SafeTable table) =>
        table.HasGaps ? [CellText.Withheld, CellText.NotApplicable, CellText.NotReported] : [CellText.Withheld, CellText.NotApplicable];
}

/// <summary>Walks through the cells of a table in their order.</summary>
internal static class TableCells
{
    /// <returns>For each cell the place of its indicator, the place of its category in each dimension (one array, changed as it goes on), and the cell.</returns>
    public static IEnumerable<(int Indicator, int[] Place, Cell Cell)> Of(SafeTable table)
    {
        var place = new int[table.Dimensions.Length];
        var each = table.Cells.Length / table.Indicators.Length;
        for (var cell = 0; cell < table.Cells.Length; cell++)
        {
            var rest = cell % each;
            for (var at = place.Length - 1; at >= 0; at--)
            {
                var size = table.Dimensions[at].Categories.Length;
                (place[at], rest) = (rest % size, rest / size);
            }

            yield return (cell / each, place, table.Cells[cell]);
        }
    }
}

/// <summary>Writes CSV of which no cell is taken for a formula by a spreadsheet.</summary>
/// <remarks>
/// RFC 4180: UTF-8 without byte order mark, CRLF after each row, quotes where they are needed. A text that a spreadsheet would take for a formula
/// (it begins with <c>= + - @</c>, their full-width forms, a tab or a line break) has an apostrophe in front, as OWASP advises ("CSV Injection").
/// </remarks>
internal static class SafeCsv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void WriteRow(IBufferWriter<byte> output, params ReadOnlySpan<string> cells)
    {
        for (var at = 0; at < cells.Length; at++)
        {
            output.Write(at == 0 ? ""u8 : ","u8);
            HtmlText.WriteRaw(output, Cell(cells[at]));
        }

        output.Write("\r\n"u8);
    }

    /// <returns>The cell as it stands in the file.</returns>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(NeedQuotes) ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
