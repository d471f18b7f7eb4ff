using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The ways to narrow the list of exposure entries.</summary>
internal static class ExposureFilters
{
    /// <returns>District, sector, kind and status, each with the values that entries have; nothing where there is no entry.</returns>
    public static ImmutableArray<FilterGroup> Of(Release release)
    {
        var entries = release.Exposures;
        return entries.IsEmpty ? [] :
        [
            new("district", "区域", [.. entries.Select(entry => entry.District).Distinct().Order(StringComparer.Ordinal).Select(district => new Term(district.Replace(' ', '-'), district))]),
            new("sector", "行业", [.. Vocabularies.Sectors.Where(term => entries.Any(entry => entry.Sector == term.Id))]),
            new("kind", "类别", [.. ExposureVocabularies.Kinds.Where(term => entries.Any(entry => entry.Kind == term.Id))]),
            new("status", "状态",
            [
                .. ExposureVocabularies.Statuses.Where(term => entries.Any(entry => entry.Status == term.Id)),
                .. entries.Any(entry => entry.IsOverdue) ? new Term[] { new("overdue", "已过期限") } : [],
            ]),
        ];
    }
}
