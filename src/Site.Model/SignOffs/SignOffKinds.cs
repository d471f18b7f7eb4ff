using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Every kind of content that an office may ask sign-offs for.</summary>
public static class SignOffKinds
{
    public static ImmutableArray<SignOffKind> All { get; } =
    [
        new("exposures", "曝光台账", "input/exposures/"),
        new("releases", "统计发布", "input/releases/"),
        new("campaigns", "历年活动", "content/campaigns/"),
        new("news", "新闻", "content/news/"),
        new("guides", "防护指南", "content/guides/"),
        new("quizzes", "测验", "content/quizzes/"),
        new("lectures", "讲座", "content/lectures/"),
        new("warnings", "事故警示", "content/warnings/"),
        new("halls", "体验场馆", "content/halls/"),
        new("events", "活动", "content/events/"),
        new("laws", "法律法规", "content/laws/"),
        new("works", "宣传作品", "content/works/"),
        new("pages", "其他页面", "content/pages/"),
    ];
}
