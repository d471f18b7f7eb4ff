using System.Collections.Immutable;
using Site.Content.Quizzes;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Statistics;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.OpenData;

/// <summary>All data that the site gives away. What another format adds to <c>data/</c> gets a line here, and is then described and listed.</summary>
public static class OpenDatasets
{
    /// <returns>The page about the data, decoded, from the site's root.</returns>
    internal static string Home(PublicInput input) => input.Statistics.IsEmpty ? "/" : StatisticsUrls.Home;

    /// <returns>The data sets, in the order in which they are listed; each id once.</returns>
    public static ImmutableArray<OpenDataset> Of(Website website, PublicInput input) =>
    [
        .. StatisticsDatasets.Of(input),
        .. ExposureDatasets.Of(website, input),
        .. QuizDatasets.Of(website),
    ];
}

/// <summary>The tables of all releases as open data.</summary>
internal static class StatisticsDatasets
{
    public static IEnumerable<OpenDataset> Of(PublicInput input) =>
        input.Statistics.SelectMany((one, at) => one.Tables.Select(table => Of(input.Statistics, at, table)).Append(Totals(one)));

    private static OpenDataset Totals(SafeRelease release) => new(
        $"{release.Name}-hierarchies", (release.IsSample ? SampleMark.Text : "") + $"合计关系（{release.Title}）", "每个维度里，哪些分项加起来等于哪个合计。",
        StatisticsUrls.Of(release), [new(StatisticsUrls.Hierarchies(release), "application/json")])
    {
        Modified = release.AsOf,
        Keywords = ["安全生产月"],
    };

    private static OpenDataset Of(ImmutableArray<SafeRelease> releases, int at, SafeTable table)
    {
        var release = releases[at];
        var before = releases.Take(at).LastOrDefault(earlier => earlier.Tables.Any(other => other.Id == table.Id));
        return new(Id(release, table), (release.IsSample ? SampleMark.Text : "") + $"{table.Title}（{release.Title}）", Describe(release, table), StatisticsUrls.Of(release, table),
        [
            new(StatisticsUrls.File(release, table, "csv"), "text/csv") { Fields = TableCsv.Fields(table), MissingValues = TableCsv.MissingValues(table) },
            new(StatisticsUrls.File(release, table, "json"), "application/json") { Schema = TableJson.SchemaAddress },
        ])
        {
            Modified = release.AsOf,
            Keywords = ["安全生产月", .. table.Indicators.Select(indicator => indicator.Label).Distinct(StringComparer.Ordinal).Take(12)],
            Series = new($"table-{table.Id}", table.Title, before is null ? null : Id(before, table)),
        };
    }

    private static string Id(SafeRelease release, SafeTable table) => $"{release.Name}-{table.Id}";

    private static string Describe(SafeRelease release, SafeTable table) =>
        $"截至{ChineseDate.Of(release.AsOf)}累计，{string.Join("、", table.Dimensions.Select(dimension => "分" + SafeDimensions.Names.Label(dimension.Id)))}。"
        + $"“{CellText.Withheld}”表示不公布，“{CellText.NotApplicable}”表示不会有数{(table.HasGaps ? $"，“{CellText.NotReported}”表示还没有单位报送（不是 0）" : "")}。"
        + (FigureTexts.Coverage(release) is { } coverage ? coverage + "。" : "")
        + string.Concat(table.Notes);
}

/// <summary>The exposure entries on the lists as open data.</summary>
internal static class ExposureDatasets
{
    /// <returns>One data set; none where there has never been an entry.</returns>
    public static IEnumerable<OpenDataset> Of(Website website, PublicInput input)
    {
        if (!InputAddresses.OfExposures(input).Any())
        {
            yield break;
        }

        var isSample = input.Exposures.Any(entry => entry.IsSample);
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

    /// <summary>Days are texts, because some are months or years.</summary>
    private static ImmutableArray<OpenField> Fields { get; } =
    [
        new("id", "string", "编号", IsKey: true),
        new("published", "string", "公布日期"),
        new("kind", "string", "类别") { AllowedValues = Ids(ExposureVocabularies.Kinds) },
        new("enterprise", "string", "单位"),
        new("credit_code", "string", "统一社会信用代码"),
        new("area", "string", "区域"),
        new("sector", "string", "行业") { AllowedValues = Ids(Vocabulary.Sectors) },
        new("place", "string", "地点"),
        new("hazard", "string", "问题"),
        new("hazard_type", "string", "隐患类型") { AllowedValues = Ids(ExposureVocabularies.HazardTypes) },
        new("legal_basis", "string", "法律依据"),
        new("decision", "string", "处理决定和文号"),
        new("deadline", "string", "整改期限"),
        new("status", "string", "状态") { AllowedValues = Ids(ExposureVocabularies.Statuses.Where(status => status.Id != ExposureVocabularies.Withdrawn)) },
        new("status_on", "string", "进入这个状态的日期"),
        new("reasons", "string", "为什么公开"),
        new("sample", "boolean", "是不是编的示例"),
    ];

    private static ImmutableArray<string> Ids(IEnumerable<Term> terms) => [.. terms.Select(term => term.Id)];
}

/// <summary>The quizzes as open data.</summary>
internal static class QuizDatasets
{
    public static IEnumerable<OpenDataset> Of(Website website) => Published(website).Select((quiz, i) => new OpenDataset(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"quiz-{i + 1}"), $"{quiz.MarkedTitle()}（题库）", $"{quiz.Questions.Length}道题，有答案、解析和依据。{quiz.Summary}", quiz.Address,
        [new(QuizAddresses.Json(quiz), "application/json") { Schema = QuizAddresses.Schema }])
    {
        Modified = quiz.Updated ?? quiz.Date,
        Keywords = ["安全生产", "题库", .. quiz.Topics],
    });

    /// <returns>Quizzes with questions: those whose questions all wait for review give nothing away.</returns>
    public static IEnumerable<QuizPage> Published(Website website) => website.Of<QuizPage>().Where(quiz => !quiz.Questions.IsEmpty);
}
