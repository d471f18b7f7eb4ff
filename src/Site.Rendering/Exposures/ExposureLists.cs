using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Views;

namespace Site.Rendering.Exposures;

/// <summary>The lists of exposure entries.</summary>
internal static class ExposureLists
{
    public static ExposureList All(PublicInput release) => new(ExposureAddresses.Home, "曝光台", "隐患、违法行为和挂牌督办，查实了才公开；先看整改了没有。", release.Exposures);

    /// <returns>One for each kind that has entries, in the order of the vocabulary.</returns>
    public static ImmutableArray<ExposureList> Kinds(PublicInput release) =>
    [
        .. ExposureVocabularies.Kinds.Select(kind => new ExposureList(
            ExposureAddresses.OfKind(kind.Id), kind.Label, Lead(kind.Id), [.. release.Exposures.Where(entry => entry.Kind == kind.Id)]))
            .Where(list => !list.Items.IsEmpty),
    ];

    public static ExposureList Rectified(PublicInput release) => new(
        ExposureAddresses.Rectified, "回头看", "曝光以后整改好的。",
        [.. release.Exposures.Where(entry => entry.Status == ExposureVocabularies.Rectified && entry.Kind != ExposureVocabularies.RedList)]);

    /// <returns>Lists by one district, sector or status each, by group; nothing while all entries stand on one page, which its filter narrows.</returns>
    public static ImmutableArray<(string Label, ImmutableArray<ExposureList> Lists)> Narrower(PublicInput release)
    {
        return All(release).PageCount == 1 ? [] :
        [
            ("区域", By("area", release.Exposures.Select(entry => entry.District).Distinct().Order(StringComparer.Ordinal).Select(district => new Term(district, district)), entry => entry.District)),
            ("行业", By("sector", Vocabulary.Sectors, entry => entry.Sector)),
            ("状态", By("status", ExposureVocabularies.Statuses, entry => entry.Status)),
        ];

        ImmutableArray<ExposureList> By(string name, IEnumerable<Term> terms, Func<SafeExposure, string?> value) =>
        [
            .. terms.Select(term => new ExposureList(
                $"{ExposureAddresses.Home}{name}/{term.Id}/", $"曝光台：{term.Label}", "", [.. release.Exposures.Where(entry => value(entry) == term.Id)]))
                .Where(list => !list.Items.IsEmpty),
        ];
    }

    private static string Lead(string kind) => kind switch
    {
        "hazard" => "检查中发现的事故隐患，要求什么时候改好，改好了没有。",
        "violation" => "已经作出处理决定的安全生产违法行为。",
        "supervised" => "政府挂牌盯着整改的重大事故隐患。",
        ExposureVocabularies.RedList => "安全工作做得好、值得学的单位。",
        _ => "安全生产严重失信的单位。",
    };
}

/// <summary>A list of exposure entries.</summary>
/// <param name="Address">Of its first page.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">What it holds, in a sentence.</param>
/// <param name="Items">Newest first.</param>
internal sealed record ExposureList(string Address, string Title, string Lead, ImmutableArray<SafeExposure> Items)
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 100;

    /// <summary>Pages, 1 or more.</summary>
    public int PageCount => Math.Max(1, (Items.Length + PageSize - 1) / PageSize);
}

/// <summary>The ways to narrow the list of exposure entries.</summary>
internal static class ExposureFilters
{
    /// <returns>District, sector, kind and status, each with the values that entries have; nothing where there is no entry.</returns>
    public static ImmutableArray<FilterGroup> Of(PublicInput release)
    {
        var entries = release.Exposures;
        return entries.IsEmpty ? [] :
        [
            new("district", "区域", [.. entries.Select(entry => entry.District).Distinct().Order(StringComparer.Ordinal).Select(district => new Term(district.Replace(' ', '-'), district))]),
            new("sector", "行业", [.. Vocabulary.Sectors.Where(term => entries.Any(entry => entry.Sector == term.Id))]),
            new("kind", "类别", [.. ExposureVocabularies.Kinds.Where(term => entries.Any(entry => entry.Kind == term.Id))]),
            new("status", "状态",
            [
                .. ExposureVocabularies.Statuses.Where(term => entries.Any(entry => entry.Status == term.Id)),
                .. entries.Any(entry => entry.IsOverdue) ? new Term[] { new("overdue", "已过期限") } : [],
            ]),
        ];
    }
}
