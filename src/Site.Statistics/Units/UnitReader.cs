using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Vocabularies;

namespace Site.Statistics.Units;

/// <summary>Reads <c>input/units.csv</c>: <c>id,name,parent,level,sector</c> and further columns, in any order.</summary>
public static class UnitReader
{
    public const string Path = "input/units.csv";
    private const long LargestFile = 32 * 1024 * 1024;

    /// <summary>Columns that may stand there; the first five must.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["id", "name", "parent", "level", "sector", "credit_code", "parent_body", "opened", "closed", "merged_into", "reports"];

    private const int Required = 5;

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The units, none where the file is missing or anything in it is wrong: half a tree adds up to wrong totals.</returns>
    public static Result<UnitRegistry> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file)
        {
            return new(UnitRegistry.Empty, []);
        }

        if (InputText.Read(file, LargestFile, diagnostics) is not { } text)
        {
            return new(UnitRegistry.Unread, [.. diagnostics]);
        }

        var rows = InputCsv.ReadAll(Path, text, diagnostics);
        if (diagnostics.Count > 0 || rows.IsEmpty)
        {
            return new(UnitRegistry.Unread, [.. diagnostics.DefaultIfEmpty(Diagnostic.Error("units/empty", new(Path), "文件里没有单位。", Help()))]);
        }

        if (Head(rows[0], diagnostics) is not { } columns)
        {
            return new(UnitRegistry.Unread, [.. diagnostics]);
        }

        var units = rows.Skip(1).Select(row => UnitParser.Read(row, columns, diagnostics)).OfType<Unit>().ToImmutableArray();
        if (!diagnostics.HasErrors())
        {
            UnitTreeCheck.Check(units, diagnostics);
        }

        return new(diagnostics.HasErrors() ? UnitRegistry.Unread : new(units), [.. diagnostics]);
    }

    private static bool HasErrors(this List<Diagnostic> diagnostics) => diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error);

    /// <returns>For each known column its place in a row, -1 where it is missing; null where the head is wrong.</returns>
    private static int[]? Head(CsvRow head, List<Diagnostic> diagnostics)
    {
        var names = head.Fields.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        var places = Columns.Select(column => Array.IndexOf(names, column)).ToArray();
        var missing = Columns.Take(Required).Where((_, at) => places[at] < 0).ToArray();
        var hasUnknown = false;
        for (var at = 0; at < names.Length; at++)
        {
            if (!Columns.Contains(names[at]))
            {
                hasUnknown = true;
                diagnostics.Add(Diagnostic.Error("units/unknown-column", head.At(at), $"列 {Quoted.Id(names[at])} 不存在。",
                    (missing.Length > 0 ? $"还缺 {string.Join("、", missing)}，是不是写成了它？" : "") + $"各列之间用半角逗号隔开。可用的列：{string.Join("、", Columns)}；联系人、电话等不要写在这里。"));
            }
            else if (Array.IndexOf(names, names[at]) < at)
            {
                diagnostics.Add(Diagnostic.Error("units/duplicate-column", head.At(at), $"列 “{names[at]}” 写了两次。", "只留下一列。"));
            }
        }

        // A column under another name is one mistake, not one that is there and one that is not.
        foreach (var column in missing.Where(_ => !hasUnknown))
        {
            diagnostics.Add(Diagnostic.Error("units/missing-column", head.At(0), $"缺少列 “{column}”。", Help()));
        }

        return diagnostics.Count > 0 ? null : places;
    }

    private static string Help() => $"第一行写 {string.Join(',', Columns.Take(Required))}，下面一行一个单位。";
}

/// <summary>Reads one line of <c>input/units.csv</c>.</summary>
internal sealed class UnitParser
{
    private const int LongestText = 60;
    private readonly CsvRow row;
    private readonly int[] columns;
    private readonly List<Diagnostic> diagnostics;

    private UnitParser(CsvRow row, int[] columns, List<Diagnostic> diagnostics) => (this.row, this.columns, this.diagnostics) = (row, columns, diagnostics);

    /// <param name="columns">For each of <see cref="UnitReader.Columns"/> its place in the row, or -1.</param>
    /// <param name="diagnostics">Takes <c>units/wrong-row</c>, <c>units/strange-text</c>, <c>units/unknown-level</c> (a warning) and the like.</param>
    /// <returns>The unit, or null where the line is no unit at all.</returns>
    public static Unit? Read(CsvRow row, int[] columns, List<Diagnostic> diagnostics)
    {
        if (row.Fields.Length <= columns.Max())
        {
            diagnostics.Add(Diagnostic.Error("units/wrong-row", row.At(0), "这一行的列数比第一行少。", "补上缺少的逗号；没有内容的列留空。"));
            return null;
        }

        return new UnitParser(row, columns, diagnostics).Unit();
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
            Location = row.At(columns[0]),
        };
    }

    private UnitLevel Level()
    {
        var text = Text("level") ?? "";
        if (UnitLevel.Find(text) is { } level)
        {
            return level;
        }

        diagnostics.Add(Diagnostic.Warning("units/unknown-level", At("level"), $"级别“{text}”不认得，按部门处理：它不算一个地区。",
            $"可以写：{string.Join("、", UnitLevel.All.Select(known => $"{known.Id}（{known.Label}）"))}。"));
        return UnitLevel.Find("office")!;
    }

    private string? Sector()
    {
        if (Text("sector") is not { } text)
        {
            return null;
        }

        if (Vocabulary.Sectors.FirstOrDefault(sector => sector.Id == text || sector.Label == text) is { } known)
        {
            return known.Id;
        }

        Report("units/unknown-sector", "sector", $"行业“{text}”不在本站的行业之列。",
            $"可以写：{string.Join("、", Vocabulary.Sectors.Select(sector => $"{sector.Id}（{sector.Label}）"))}，或者留空。");
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

    private void Report(string code, string column, string message, string help) => diagnostics.Add(Diagnostic.Error(code, At(column), message, help));

    private Location At(string column) => row.At(Math.Max(0, columns[UnitReader.Columns.IndexOf(column)]));
}

/// <summary>Checks that the units form one tree.</summary>
internal static class UnitTreeCheck
{
    private const string Help = "检查 parent 一列：最上面的一个单位（市）留空，其余各写上级单位的 id。";

    /// <summary>Nation, province, city, district, street, village, firm, branch: no real tree is deeper.</summary>
    private const int MostLevels = 12;

    /// <param name="diagnostics">
    /// Takes <c>units/too-deep</c>, <c>units/duplicate-id</c>, <c>units/unknown-parent</c>, <c>units/own-ancestor</c>, <c>units/several-roots</c>,
    /// <c>units/root-no-area</c>, <c>units/unknown-successor</c> and <c>units/closed-before-opened</c>.
    /// </param>
    public static void Check(ImmutableArray<Unit> units, List<Diagnostic> diagnostics)
    {
        var known = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            if (!known.TryAdd(unit.Id, unit))
            {
                Report("duplicate-id", unit, $"id “{unit.Id}” 已经用于第 {known[unit.Id].Location.Line} 行的“{known[unit.Id].Name}”。", "每个单位用自己的 id；同一单位只写一行。");
            }
        }

        foreach (var unit in units)
        {
            if (unit.Parent is { } parent && !known.ContainsKey(parent))
            {
                Report("unknown-parent", unit, $"“{unit.Name}”的上级 “{parent}” 不在表里。", "改成表里某个单位的 id，或者补上那个单位。");
            }

            if (unit.MergedInto is { } successor && (successor == unit.Id || !known.ContainsKey(successor)))
            {
                Report("unknown-successor", unit, $"“{unit.Name}”并入的单位 “{successor}” 不在表里。", "改成表里另一个单位的 id，或者留空。");
            }

            if (unit.Closed <= unit.Opened)
            {
                Report("closed-before-opened", unit, $"“{unit.Name}”的撤销日期不晚于设立日期。", "检查 opened 和 closed 两列。");
            }
        }

        FindCircles(units, known, Report);
        FindRoots(units, Report);

        void Report(string code, Unit unit, string message, string help) => diagnostics.Add(Diagnostic.Error($"units/{code}", unit.Location, message, help));
    }

    private static void FindCircles(ImmutableArray<Unit> units, Dictionary<string, Unit> known, Action<string, Unit, string, string> report)
    {
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var path = new List<string>();
            var on = new HashSet<string>(StringComparer.Ordinal);
            var at = unit;
            while (at is not null && !depths.ContainsKey(at.Id) && on.Add(at.Id))
            {
                path.Add(at.Id);
                at = at.Parent is null ? null : known.GetValueOrDefault(at.Parent);
            }

            if (at is not null && !depths.ContainsKey(at.Id))
            {
                report("own-ancestor", at, $"“{at.Name}”成了自己的上级：{string.Join(" → ", path.Skip(path.IndexOf(at.Id)).Append(at.Id).Take(8))}。", Help);
            }

            var depth = at is null ? 0 : depths.GetValueOrDefault(at.Id);
            foreach (var id in Enumerable.Reverse(path))
            {
                depths[id] = ++depth;
            }

            if (path.Count > 0 && depth > MostLevels)
            {
                report("too-deep", unit, $"“{unit.Name}”上面的单位超过了 {MostLevels} 级。", Help);
            }
        }
    }

    private static void FindRoots(ImmutableArray<Unit> units, Action<string, Unit, string, string> report)
    {
        var roots = units.Where(unit => unit.Parent is null).ToArray();
        foreach (var root in roots.Skip(1))
        {
            report("several-roots", root, $"“{root.Name}”没有上级，可第 {roots[0].Location.Line} 行的“{roots[0].Name}”已经是最上面的单位。", Help);
        }

        if (roots is [{ Level.IsArea: false } first, ..])
        {
            report("root-no-area", first, $"最上面的单位“{first.Name}”不是一个地区。", "最上面写市，例如 level 写 city。");
        }
    }
}
