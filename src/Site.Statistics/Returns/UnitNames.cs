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

    /// <returns>The id; null where no unit, or more than one, is called so.</returns>
    public string? Find(string written) => units.Find(written.Trim())?.Id ?? FindByKey(FormFolding.Key(written));

    /// <returns>The name of a unit; its id where the list has no such unit.</returns>
    public string NameOf(string id) => units.Find(id)?.Name ?? id;

    private string? FindByKey(string key) =>
        names.GetValueOrDefault(key) ?? (key.EndsWith("盖章", StringComparison.Ordinal) || key.EndsWith("公章", StringComparison.Ordinal) ? names.GetValueOrDefault(key[..^2]) : null);
}
