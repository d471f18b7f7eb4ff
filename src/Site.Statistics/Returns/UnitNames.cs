using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Statistics.Units;

namespace Site.Statistics.Returns;

/// <summary>Finds units by what stands on forms: an id or a name, in traditional characters too, with or without a note on a stamp.</summary>
internal sealed class UnitNames
{
    private readonly UnitRegistry units;
    private readonly Dictionary<string, string?> names = new(StringComparer.Ordinal);

    /// <param name="units">All units.</param>
    public UnitNames(UnitRegistry units)
    {
        this.units = units;
        foreach (var unit in units.All)
        {
            var key = FormFolding.Key(unit.Name);
            names[key] = names.ContainsKey(key) ? null : unit.Id;
        }
    }

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <param name="diagnostics">Takes <c>returns/no-units</c> where there is no list of units, and diagnostics of subject <c>units</c>.</param>
    public static UnitNames Read(ImmutableArray<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var (units, found) = UnitReader.Read(files);
        diagnostics.AddRange(found);
        if (found.IsEmpty && units.All.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("returns/no-units", new(UnitReader.Path), "还没有单位名单，认不出是哪个单位报的。", $"建立 {UnitReader.Path}，第一行写 id,name,parent,level,sector，每个单位一行。"));
        }

        return new(units);
    }

    /// <summary>What units write behind their name: who of them fills in the form. Longer endings first.</summary>
    private static readonly ImmutableArray<string> Endings =
        ["安全生产委员会办公室", "安委会办公室", "人民政府办公室", "街道办事处", "应急管理办公室", "安委办", "人民政府", "应急管理局", "应急管理站", "办事处", "应急办", "办公室"];

    /// <returns>The id; null where no unit, or more than one, is called so.</returns>
    public string? Find(string written) => units.Find(written.Trim())?.Id ?? FindByKey(FormFolding.Key(written)) ?? FindWithoutEnding(FormFolding.Key(written));

    /// <summary>Finds the unit that the name of a file, or else of a folder around it, holds.</summary>
    /// <param name="path">With forward slashes.</param>
    /// <returns>The id of the unit with the longest name; null where none is named, or several are.</returns>
    public string? FindInPath(string path)
    {
        foreach (var part in path.Split('/').Reverse())
        {
            var key = FormFolding.Key(part);
            var named = names.Where(name => key.Contains(name.Key, StringComparison.Ordinal)).ToList();
            var longest = named.Where(name => !named.Exists(other => other.Key.Length > name.Key.Length && other.Key.Contains(name.Key, StringComparison.Ordinal))).ToList();
            if (longest.Count > 0)
            {
                return longest is [var only] ? only.Value : null;
            }
        }

        return null;
    }

    /// <returns>The name of a unit; its id where the list has no such unit.</returns>
    public string NameOf(string id) => units.Find(id)?.Name ?? id;

    /// <returns>What can be written for a unit so that it is found again: its name; its id where another unit has the same name.</returns>
    public string WordFor(string id) => NameOf(id) is var name && FindByKey(FormFolding.Key(name)) == id ? name : id;

    /// <summary>示例甲一街道办事处 is 示例甲一街道; where several endings fit, the first that gives a unit.</summary>
    private string? FindWithoutEnding(string key) =>
        Endings.Where(ending => key.EndsWith(ending, StringComparison.Ordinal))
            .Select(ending => FindByKey(key[..^ending.Length]) ?? (ending == "街道办事处" ? FindByKey(key[..^"办事处".Length]) : null)).FirstOrDefault(id => id is not null);

    private string? FindByKey(string key) =>
        names.GetValueOrDefault(key) ?? (key.EndsWith("盖章", StringComparison.Ordinal) || key.EndsWith("公章", StringComparison.Ordinal) ? names.GetValueOrDefault(key[..^2]) : null);
}
