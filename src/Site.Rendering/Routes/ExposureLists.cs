using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The lists of exposure entries.</summary>
internal static class ExposureLists
{
    public static ExposureList All(Release release) => new(ExposureAddresses.Home, "曝光台", "隐患、违法行为和挂牌督办，查实了才公开；先看整改了没有。", release.Exposures);

    /// <returns>One for each kind that has entries, in the order of the vocabulary.</returns>
    public static ImmutableArray<ExposureList> Kinds(Release release) =>
    [
        .. ExposureVocabularies.Kinds.Select(kind => new ExposureList(
            ExposureAddresses.OfKind(kind.Id), kind.Label, Lead(kind.Id), [.. release.Exposures.Where(entry => entry.Kind == kind.Id)]))
            .Where(list => !list.Items.IsEmpty),
    ];

    public static ExposureList Rectified(Release release) => new(
        ExposureAddresses.Rectified, "回头看", "曝光以后整改好的。",
        [.. release.Exposures.Where(entry => entry.Status == ExposureVocabularies.Rectified && entry.Kind != ExposureVocabularies.RedList)]);

    /// <returns>Lists by one district, sector or status each, by group; nothing while all entries stand on one page, which its filter narrows.</returns>
    public static ImmutableArray<(string Label, ImmutableArray<ExposureList> Lists)> Narrower(Release release)
    {
        return All(release).PageCount == 1 ? [] :
        [
            ("区域", By("area", release.Exposures.Select(entry => entry.District).Distinct().Order(StringComparer.Ordinal).Select(district => new Term(district, district)), entry => entry.District)),
            ("行业", By("sector", Vocabularies.Sectors, entry => entry.Sector)),
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
