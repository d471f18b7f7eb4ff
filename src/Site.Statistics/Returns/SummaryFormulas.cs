using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Office;
using Site.Core.Text;

namespace Site.Statistics.Returns;

/// <summary>
/// The formulas of our own summaries, which add up the sheet of units beside them. They are the only formulas that an import takes, because it works them out
/// itself: what a program stored as their result is not believed. Programs write them with or without signs for fixed cells and quotation marks.
/// </summary>
internal static partial class SummaryFormulas
{
    /// <summary>Name of the sheet with a row for each unit.</summary>
    public const string UnitsSheet = "各单位";

    /// <returns>The sum of a column, empty where no unit has reported.</returns>
    /// <param name="column">Letters of the column on the sheet of units.</param>
    /// <param name="first">First row, from 1.</param>
    /// <param name="last">Last row, from 1.</param>
    public static string Sum(string sheet, string column, int first, int last) =>
        Range(sheet, column, first, last) is var range ? $"IF(COUNT({range})=0,\"\",SUM({range}))" : "";

    /// <returns>否 where one unit says so, 是 where one says so and none the other, otherwise empty.</returns>
    public static string YesOrNo(string sheet, string column, int first, int last) =>
        Range(sheet, column, first, last) is var range ? $"IF(COUNTIF({range},\"否\")>0,\"否\",IF(COUNTIF({range},\"是\")>0,\"是\",\"\"))" : "";

    /// <returns>How many units have written anything into a column.</returns>
    public static string Count(string sheet, string column, int first, int last) => $"COUNTA({Range(sheet, column, first, last)})";

    /// <returns>What a formula comes to; null where it is none of these, or a cell that it counts is no plain figure.</returns>
    /// <param name="formula">As the file has it.</param>
    /// <param name="units">The rows of the sheet of units, as the file has them.</param>
    public static string? Evaluate(string formula, ImmutableArray<WorkbookRow> units)
    {
        var plain = formula.Replace("$", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        var (sum, choice) = (SumShape().Match(plain), ChoiceShape().Match(plain));
        var match = sum.Success ? sum : choice;
        if (!match.Success || match.Groups["range"].Captures.Any(other => other.Value != match.Groups["range"].Captures[0].Value))
        {
            return null;
        }

        var column = match.Groups["column"].Captures[0].Value.Aggregate(0, (at, letter) => (at * 26) + letter - 'A' + 1) - 1;
        var (first, last) = (Number(match.Groups["first"]), Number(match.Groups["last"]));
        var cells = units.Where(row => row.Line >= first && row.Line <= last && column < row.Cells.Length).Select(row => row.Cells[column]).Where(cell => cell.Text.Length > 0).ToList();
        if (match.Groups["column"].Captures.Any(other => other.Value != match.Groups["column"].Captures[0].Value) || cells.Exists(cell => cell.IsFormula))
        {
            return null;
        }

        if (!sum.Success)
        {
            return cells.Exists(cell => cell.Text is not ("是" or "否")) ? null : cells.Exists(cell => cell.Text == "否") ? "否" : cells.Count > 0 ? "是" : "";
        }

        var total = 0L;
        foreach (var cell in cells)
        {
            if (cell.Kind != CellKind.Number || !long.TryParse(cell.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value > int.MaxValue)
            {
                return null;
            }

            total += value;
        }

        return cells.Count == 0 ? "" : total.ToString(CultureInfo.InvariantCulture);
    }

    private static string Range(string sheet, string column, int first, int last) =>
        string.Create(CultureInfo.InvariantCulture, $"{WorkbookWriter.Quote(sheet)}!${column}${first}:${column}${last}");

    private static int Number(Group group) => int.Parse(group.Captures[0].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Cells = $"(?<range>{UnitsSheet}!(?<column>[A-Z]{{1,3}})(?<first>[0-9]{{1,6}}):(?<column>[A-Z]{{1,3}})(?<last>[0-9]{{1,6}}))";

    [GeneratedRegex($"^IF\\(COUNT\\({Cells}\\)=0,\"\",SUM\\({Cells}\\)\\)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex SumShape();

    [GeneratedRegex($"^IF\\(COUNTIF\\({Cells},\"否\"\\)>0,\"否\",IF\\(COUNTIF\\({Cells},\"是\"\\)>0,\"是\",\"\"\\)\\)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex ChoiceShape();
}
