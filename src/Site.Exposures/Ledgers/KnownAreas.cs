using System.Collections.Immutable;
using Site.Core.Text;
using Site.Statistics.Units;

namespace Site.Exposures.Ledgers;

/// <summary>
/// The areas of <c>input/units.csv</c>, by id and by name, as far as entries need them. Without the file no area is known, and what looks
/// like the name of one is let through with a warning.
/// </summary>
internal sealed class KnownAreas
{
    private const int DistrictRank = 3;
    private static readonly string[] Ends = ["市", "区", "县", "镇", "乡", "街道", "村", "社区", "旗", "港"];
    private readonly Dictionary<string, KnownArea?> areas = new(StringComparer.Ordinal);

    /// <summary>Whether the list could not be read, which is reported: then any area is let through without a word.</summary>
    public bool AreUnread { get; private init; }

    /// <summary>Whether there is a list to look in.</summary>
    public bool AreListed { get; private init; }

    /// <summary>Names of all areas, in the order of the list; empty where there is none.</summary>
    public ImmutableArray<string> Names { get; private init; } = [];

    /// <returns>The area of an id or a name, or null where there is none, or where two go by the name.</returns>
    public KnownArea? Find(string text) =>
        AreListed ? areas.GetValueOrDefault(text)
        : LooksLikeOne(text) || (AreUnread && text.Length > 0) ? new(text, text)
        : null;

    /// <param name="units">All units; empty where the file is missing or wrong.</param>
    public static KnownAreas Of(UnitRegistry units)
    {
        var shown = units.All.Where(unit => unit.Level.IsArea).ToList();
        var known = new KnownAreas { AreListed = shown.Count > 0, AreUnread = units.IsUnread, Names = [.. shown.Select(unit => unit.Name).Distinct()] };
        var twice = shown.CountBy(unit => unit.Name).Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var unit in shown)
        {
            var district = District(units, unit);
            var label = twice.Contains(unit.Name) && district is not null && district != unit ? district.Name + unit.Name : unit.Name;
            var area = new KnownArea(label, district?.Name ?? KnownArea.City);
            known.areas[unit.Id] = area;
            known.areas.TryAdd(label, area);
        }

        foreach (var name in twice)
        {
            known.areas[name] = null;
        }

        return known;
    }

    /// <returns>The district that the unit is or lies in, or else what lies right below the root on the way to it; null for the root and what is coarser than districts.</returns>
    private static Unit? District(UnitRegistry units, Unit unit)
    {
        Unit? district = null;
        for (var at = unit; at.Parent is { } parent && units.Find(parent) is { } above; at = above)
        {
            if (at.Level.Rank >= DistrictRank)
            {
                district = at;
            }
        }

        return district;
    }

    private static bool LooksLikeOne(string text) =>
        text.EnumerateRunes().Count() is >= 2 and <= 20 && text.EnumerateRunes().All(Han.Is) && Ends.Any(end => text.EndsWith(end, StringComparison.Ordinal));
}

/// <summary>An area of the city.</summary>
/// <param name="Label">What readers see.</param>
/// <param name="District">The district it lies in, or <see cref="City"/> for the city itself.</param>
internal sealed record KnownArea(string Label, string District)
{
    /// <summary>What stands for the whole city.</summary>
    public const string City = "全市";
}
