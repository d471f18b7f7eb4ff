using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads <c>input/units.csv</c>: <c>id,name,parent,level,sector</c> and further columns, in any order.</summary>
internal static class UnitReader
{
    public const string Path = "input/units.csv";
    private const long LargestFile = 32 * 1024 * 1024;

    /// <summary>Columns that may stand there; the first five must.</summary>
    public static ImmutableArray<string> Columns { get; } =
        ["id", "name", "parent", "level", "sector", "credit_code", "parent_body", "opened", "closed", "merged_into", "reports"];

    private const int Required = 5;

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The units, none where the file is missing or anything in it is wrong: half a tree adds up to wrong totals.</returns>
    public static Checked<UnitBook> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputText.Read(file, LargestFile, problems) is not { } text)
        {
            return new(UnitBook.Empty, [.. problems]);
        }

        var rows = CsvTable.Read(Path, text, problems);
        if (problems.Count > 0 || rows.IsEmpty)
        {
            return new(UnitBook.Empty, [.. problems.DefaultIfEmpty(Problem.Error("units/empty", new(Path), "文件里没有单位。", Cure()))]);
        }

        if (Head(rows[0], problems) is not { } columns)
        {
            return new(UnitBook.Empty, [.. problems]);
        }

        var units = rows.Skip(1).Select(row => UnitRow.Read(row, columns, problems)).OfType<Unit>().ToImmutableArray();
        if (!problems.HasErrors())
        {
            UnitTree.Find(units, problems);
        }

        return new(problems.HasErrors() ? UnitBook.Empty : new(units), [.. problems]);
    }

    private static bool HasErrors(this List<Problem> problems) => problems.Exists(problem => problem.Severity == Severity.Error);

    /// <returns>For each known column its place in a row, -1 where it is missing; null where the head is wrong.</returns>
    private static int[]? Head(CsvRow head, List<Problem> problems)
    {
        var names = head.Fields.Select(name => name.Trim().ToLowerInvariant()).ToArray();
        for (var at = 0; at < names.Length; at++)
        {
            if (!Columns.Contains(names[at]))
            {
                problems.Add(Problem.Error("units/unknown-column", head.At(at), $"列 {SafeWord.Quote(names[at])} 不存在。",
                    $"可用的列：{string.Join("、", Columns)}；联系人、电话等不要写在这里。"));
            }
            else if (Array.IndexOf(names, names[at]) < at)
            {
                problems.Add(Problem.Error("units/duplicate-column", head.At(at), $"列 “{names[at]}” 写了两次。", "只留下一列。"));
            }
        }

        var places = Columns.Select(column => Array.IndexOf(names, column)).ToArray();
        foreach (var column in Columns.Take(Required).Where((_, at) => places[at] < 0))
        {
            problems.Add(Problem.Error("units/missing-column", head.At(0), $"缺少列 “{column}”。", Cure()));
        }

        return problems.Count > 0 ? null : places;
    }

    private static string Cure() => $"第一行写 {string.Join(',', Columns.Take(Required))}，下面一行一个单位。";
}
