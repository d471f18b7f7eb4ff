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
    private readonly Dictionary<string, ImmutableArray<Unit>> names = new(StringComparer.Ordinal);

    /// <param name="units">All units.</param>
    public UnitNames(UnitRegistry units)
    {
        this.units = units;
        foreach (var unit in units.All)
        {
            Add(FormFolding.Key(unit.Name), unit);
            if (units.NameOf(unit) != unit.Name)
            {
                Add(FormFolding.Key(units.NameOf(unit)), unit);
            }
        }

        void Add(string key, Unit unit) => names[key] = [.. names.GetValueOrDefault(key, []), unit];
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
    /// <param name="written">An id or a name, which may stand behind the areas that the unit lies in and before who fills in the form: 示例市示例甲区城关街道办事处.</param>
    public string? Find(string written) => Called(written) is [var only] ? only.Id : null;

    /// <returns>Where several units are called so, a sentence that names them so that they can be told apart; or null.</returns>
    public string? SaySameName(string written) => Called(written) is [var first, _, ..] ? units.SaySameName(first.Name) : null;

    /// <returns>The name of the list that is nearest to what is written; or null.</returns>
    public string? NearestTo(string written) => written.Trim().Length < 2 ? null : NearestName.Find(written.Trim(), units.All.Select(unit => unit.Name));

    /// <summary>Finds the unit that the name of a file, or else of a folder around it, holds.</summary>
    /// <param name="path">With forward slashes.</param>
    /// <returns>The id of the unit with the longest name; of units of one name, the one whose area the path names too; null where none is named, or several are.</returns>
    public string? FindInPath(string path)
    {
        var whole = FormFolding.Key(path);
        foreach (var part in path.Split('/').Reverse())
        {
            var key = FormFolding.Key(part);
            var named = names.Where(name => key.Contains(name.Key, StringComparison.Ordinal)).ToList();
            var longest = named.Where(name => !named.Exists(other => other.Key.Length > name.Key.Length && other.Key.Contains(name.Key, StringComparison.Ordinal))).SelectMany(name => name.Value).ToList();

            // 示例甲区城关街道.docx names a district to say which street is meant.
            var meant = longest.Where(unit => !longest.Exists(other => units.Above(other).Contains(unit))).ToList();
            if (meant.Count > 0)
            {
                return meant is [var only] ? only.Id : meant.TrueForAll(unit => unit.Name == meant[0].Name) ? There(meant, whole) : null;
            }
        }

        return null;
    }

    /// <returns>Of the units that are called so, the id of the one that lies in an area whose name the path holds; null where none does, or several do.</returns>
    public string? FindInPath(string path, string written) => There(Called(written), FormFolding.Key(path));

    private string? There(IEnumerable<Unit> several, string path) =>
        several.Where(unit => units.Above(unit).SkipLast(1).Any(area => path.Contains(FormFolding.Key(area.Name), StringComparison.Ordinal))).Take(2).ToList() is [var only] ? only.Id : null;

    /// <returns>The name of a unit that tells it from all others; its id where the list has no such unit.</returns>
    public string NameOf(string id) => units.Find(id) is { } unit ? units.NameOf(unit) : id;

    /// <returns>What can be written for a unit so that it is found again: its name; its id where that is not enough.</returns>
    public string WordFor(string id) => NameOf(id) is var name && Find(name) == id ? name : id;

    private ImmutableArray<Unit> Called(string written) =>
        units.Find(written.Trim()) is { } unit ? [unit] : Spellings(FormFolding.Key(written)).Select(FindByKey).FirstOrDefault(found => !found.IsEmpty, []);

    /// <summary>A name as it is written, then without a note on a stamp and without who fills in the form: 示例甲一街道办事处 is 示例甲一街道.</summary>
    private static IEnumerable<string> Spellings(string key)
    {
        var bare = key.EndsWith("盖章", StringComparison.Ordinal) || key.EndsWith("公章", StringComparison.Ordinal) ? key[..^2] : key;
        return
        [
            key, bare,
            .. Endings.Where(ending => bare.EndsWith(ending, StringComparison.Ordinal)).Select(ending => bare[..^ending.Length]),
            .. bare.EndsWith("街道办事处", StringComparison.Ordinal) ? [bare[..^"办事处".Length]] : Array.Empty<string>(),
        ];
    }

    /// <summary>By its name, or by its name behind those of units that it lies in.</summary>
    private ImmutableArray<Unit> FindByKey(string key) => names.TryGetValue(key, out var found) ? found
        : [.. names.Where(name => key.EndsWith(name.Key, StringComparison.Ordinal)).SelectMany(name => name.Value.Where(unit => LiesIn(unit, key[..^name.Key.Length]))).Distinct()];

    /// <returns>Whether a key is made of the names of units in which one lies, the largest first.</returns>
    private bool LiesIn(Unit unit, string key)
    {
        foreach (var area in units.Above(unit))
        {
            var name = FormFolding.Key(area.Name);
            key = key.EndsWith(name, StringComparison.Ordinal) ? key[..^name.Length] : key;
        }

        return key.Length == 0;
    }
}
