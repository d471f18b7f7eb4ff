using System.Buffers;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>A table as CSV: a column for each dimension, then <c>indicator</c> and <c>value</c>; a line for each cell, in the table's order.</summary>
/// <remarks>
/// RFC 4180: UTF-8 without byte order mark, CRLF after each line, quotes where they are needed. A text that a spreadsheet would take for a formula
/// (it begins with <c>= + - @</c>, their full-width forms, a tab or a line break) has an apostrophe in front, as OWASP advises ("CSV Injection").
/// </remarks>
internal static class FigureCsv
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create(",\"\r\n");

    public static void Write(IBufferWriter<byte> output, SafeTable table)
    {
        WriteLine(output, [.. table.Dimensions.Select(dimension => dimension.Id), "indicator", "value"]);
        var line = new string[table.Dimensions.Length + 2];
        foreach (var (indicator, place, cell) in FigureCells.Of(table))
        {
            for (var at = 0; at < place.Length; at++)
            {
                line[at] = table.Dimensions[at].Categories[place[at]];
            }

            line[^2] = table.Indicators[indicator].Id;
            line[^1] = CellText.Plain(cell);
            WriteLine(output, line);
        }
    }

    /// <returns>What the columns mean.</returns>
    public static ImmutableArray<OpenField> Fields(SafeTable table) =>
    [
        .. table.Dimensions.Select(dimension => new OpenField(
            dimension.Id, dimension.Id == Dimensions.Week ? "date" : "string", Dimensions.Names.Label(dimension.Id), IsKey: true)),
        new("indicator", "string", "指标：" + string.Join("；", table.Indicators.Select(indicator => $"{indicator.Id} 是{indicator.Label}（{indicator.Unit}）")), IsKey: true)
        {
            Words = [.. table.Indicators.Select(indicator => indicator.Id)],
        },
        new("value", "integer", "数值，从活动开始累计，单位见指标"),
    ];

    private static void WriteLine(IBufferWriter<byte> output, string[] fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            output.Write(at == 0 ? ""u8 : ","u8);
            HtmlText.WriteRaw(output, Quoted(Harmless(fields[at])));
        }

        output.Write("\r\n"u8);
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(NeedQuotes) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    private static string Harmless(string field) =>
        field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n' ? "'" + field : field;
}
