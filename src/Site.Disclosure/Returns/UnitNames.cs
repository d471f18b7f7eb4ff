using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Which units there are, for forms on which a unit writes its name: ids and names of <c>input/units.csv</c>.</summary>
internal sealed class UnitNames
{
    private const long LargestFile = 16 * 1024 * 1024;

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> names = new(StringComparer.Ordinal);

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <param name="problems">Takes <c>returns/no-units</c> where the list is missing or has no ids, and problems of subjects <c>input</c> and <c>csv</c>.</param>
    public static UnitNames Read(ImmutableArray<SourceFile> files, List<Problem> problems)
    {
        var units = new UnitNames();
        var file = files.FirstOrDefault(file => file.Path == "input/units.csv");
        if (file is null)
        {
            problems.Add(Problem.Error("returns/no-units", new("input/units.csv"), "还没有单位名单，认不出是哪个单位报的。", "建立 input/units.csv，第一行写 id,name,parent,level,sector，每个单位一行。"));
        }
        else if (InputText.Read(file, LargestFile, problems) is { } text)
        {
            var own = new RowProblems(file.Path);
            using var rows = CsvRows.Open(text, own);
            units.Read(rows, own);
            own.MoveTo(problems);
        }

        return units;
    }

    /// <param name="written">An id or a name, with or without a note that a stamp belongs there.</param>
    /// <returns>The id; null where no unit, or more than one, is called so.</returns>
    public string? Find(string written) =>
        ids.GetValueOrDefault(written.Trim()) ?? Named(FormLetters.Key(written));

    private string? Named(string key) =>
        names.GetValueOrDefault(key) ?? (key.EndsWith("盖章", StringComparison.Ordinal) || key.EndsWith("公章", StringComparison.Ordinal) ? names.GetValueOrDefault(key[..^2]) : null);

    private void Read(CsvRows rows, RowProblems problems)
    {
        if (!rows.Read())
        {
            return;
        }

        var heading = Enumerable.Range(0, rows.Count).Select(column => rows[column].Trim()).ToList();
        var (id, name) = (heading.IndexOf("id"), heading.IndexOf("name"));
        if (id < 0 || name < 0)
        {
            problems.Report("returns/no-units", 1, 1, "单位名单里缺少 id 或 name 列。", "第一行写 id,name,parent,level,sector。");
            return;
        }

        while (rows.Read())
        {
            var unit = id < rows.Count ? rows[id].Trim() : "";
            if (unit.Length > 0)
            {
                ids[unit] = unit;
                var key = FormLetters.Key(name < rows.Count ? rows[name] : "");
                names[key] = key.Length > 0 && (!names.TryGetValue(key, out var other) || other == unit) ? unit : null;
            }
        }
    }
}
