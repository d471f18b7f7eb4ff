using System.Globalization;
using System.Text;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads one line of <c>input/units.csv</c>.</summary>
internal sealed class UnitRow
{
    private const int LongestText = 60;
    private readonly CsvRow row;
    private readonly int[] columns;
    private readonly List<Problem> problems;

    private UnitRow(CsvRow row, int[] columns, List<Problem> problems) => (this.row, this.columns, this.problems) = (row, columns, problems);

    /// <param name="columns">For each of <see cref="UnitReader.Columns"/> its place in the row, or -1.</param>
    /// <param name="problems">Takes <c>units/wrong-row</c>, <c>units/strange-text</c>, <c>units/unknown-level</c> (a warning) and the like.</param>
    /// <returns>The unit, or null where the line is no unit at all.</returns>
    public static Unit? Read(CsvRow row, int[] columns, List<Problem> problems)
    {
        if (row.Fields.Length <= columns.Max())
        {
            problems.Add(Problem.Error("units/wrong-row", row.At(0), "这一行的列数比第一行少。", "补上缺少的逗号；没有内容的列留空。"));
            return null;
        }

        return new UnitRow(row, columns, problems).Unit();
    }

    private Unit? Unit()
    {
        var (id, name) = (Text("id"), Text("name"));
        if (id is null || name is null)
        {
            var missing = id is null ? "id" : "name";
            if (string.IsNullOrWhiteSpace(row.Fields[columns[UnitReader.Columns.IndexOf(missing)]]))
            {
                Report("units/missing-field", missing, $"这个单位没有写 {missing}。", "每个单位都要有自己的 id 和名称。");
            }

            return null;
        }

        return new()
        {
            Id = id,
            Name = name,
            Parent = Text("parent"),
            Level = Level(),
            Sector = Sector(),
            CreditCode = Text("credit_code")?.ToUpperInvariant(),
            ParentBody = Text("parent_body"),
            Opened = Day("opened"),
            Closed = Day("closed"),
            MergedInto = Text("merged_into"),
            Reports = Reports(),
            Where = row.At(columns[0]),
        };
    }

    private UnitLevel Level()
    {
        var text = Text("level") ?? "";
        if (UnitLevel.Find(text) is { } level)
        {
            return level;
        }

        problems.Add(Problem.Warning("units/unknown-level", At("level"), $"级别“{text}”不认得，按部门处理：它不算一个地区。",
            $"可以写：{string.Join("、", UnitLevel.All.Select(known => $"{known.Id}（{known.Label}）"))}。"));
        return UnitLevel.Find("office")!;
    }

    private string? Sector()
    {
        if (Text("sector") is not { } text)
        {
            return null;
        }

        if (Vocabularies.Sectors.FirstOrDefault(sector => sector.Id == text || sector.Label == text) is { } known)
        {
            return known.Id;
        }

        Report("units/unknown-sector", "sector", $"行业“{text}”不在本站的行业之列。",
            $"可以写：{string.Join("、", Vocabularies.Sectors.Select(sector => $"{sector.Id}（{sector.Label}）"))}，或者留空。");
        return null;
    }

    private ReportKind Reports()
    {
        switch (Text("reports"))
        {
            case null:
                return ReportKind.Unsaid;
            case "own" or "本级":
                return ReportKind.Own;
            case "total" or "合计":
                return ReportKind.Total;
            default:
                Report("units/unknown-reports", "reports", "这一列只能写 own 或 total。", "own：报送的是本级自己的活动；total：报送的是下属各单位的合计；没有下属单位的留空。");
                return ReportKind.Unsaid;
        }
    }

    private DateOnly? Day(string column)
    {
        if (Text(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Report("units/wrong-date", column, $"“{column}” 应当是一个日期。", "写成 2026-06-28 这样，或者留空。");
        return null;
    }

    /// <returns>The text of a column, or null where nothing is written.</returns>
    private string? Text(string column)
    {
        var at = columns[UnitReader.Columns.IndexOf(column)];
        var text = at < 0 ? "" : row.Fields[at].Trim();
        if (text.Length > LongestText || (text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || text.EnumerateRunes().Any(IsStrange))))
        {
            Report("units/strange-text", column, $"“{column}” 太长，或者有公式、控制字符、看不见的字符。", "手工重新输入这一格。");
            return null;
        }

        return text.Length == 0 ? null : text;
    }

    private static bool IsStrange(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    private void Report(string code, string column, string what, string cure) => problems.Add(Problem.Error(code, At(column), what, cure));

    private Place At(string column) => row.At(Math.Max(0, columns[UnitReader.Columns.IndexOf(column)]));
}
