using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>The exposure entries on the lists as open data.</summary>
internal static class ExposureDatasets
{
    /// <returns>One data set; none where there has never been an entry.</returns>
    public static IEnumerable<OpenDataset> Of(Website website, Release release)
    {
        if (!ExposureAddresses.AllOf(release).Any())
        {
            yield break;
        }

        var isSample = release.Exposures.Any(entry => entry.IsSample);
        yield return new(
            "exposures", (isSample ? SampleMark.Text : "") + "曝光台", "查实以后公开的事故隐患、违法行为、挂牌督办和红黑榜，以及整改到了哪一步。为保护个人，有的日期只到月。", ExposureAddresses.Home,
            [
                new(ExposureAddresses.Csv, "text/csv") { Fields = Fields },
                new(ExposureAddresses.Json, "application/json") { Schema = ExposureAddresses.Schema },
            ])
        {
            Modified = website.AsOf,
            Keywords = ["安全生产", "曝光台", "红黑榜", "挂牌督办", "隐患整改"],
        };
    }

    /// <summary>Days are texts, for some are months or years.</summary>
    private static ImmutableArray<OpenField> Fields { get; } =
    [
        new("id", "string", "编号", IsKey: true),
        new("published", "string", "公布日期"),
        new("kind", "string", "类别") { Words = Ids(ExposureVocabularies.Kinds) },
        new("enterprise", "string", "单位"),
        new("credit_code", "string", "统一社会信用代码"),
        new("area", "string", "区域"),
        new("sector", "string", "行业") { Words = Ids(Vocabularies.Sectors) },
        new("place", "string", "地点"),
        new("hazard", "string", "问题"),
        new("hazard_type", "string", "隐患类型") { Words = Ids(ExposureVocabularies.HazardTypes) },
        new("legal_basis", "string", "法律依据"),
        new("decision", "string", "处理决定和文号"),
        new("deadline", "string", "整改期限"),
        new("status", "string", "状态") { Words = Ids(ExposureVocabularies.Statuses.Where(status => status.Id != ExposureVocabularies.Withdrawn)) },
        new("status_on", "string", "进入这个状态的日期"),
        new("reasons", "string", "为什么公开"),
        new("sample", "boolean", "是不是编的示例"),
    ];

    private static ImmutableArray<string> Ids(IEnumerable<Term> terms) => [.. terms.Select(term => term.Id)];
}
