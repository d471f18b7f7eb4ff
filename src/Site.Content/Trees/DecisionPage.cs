using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;

namespace Site.Content.Trees;

/// <summary>Two or three questions that lead to one thing to do: <c>content/decisions/name.md</c>.</summary>
public sealed record DecisionPage(PageHeader Header) : Page(Header)
{
    public static ContentType<DecisionPage> Definition { get; } = new("decisions", "decision")
    {
        Label = "一步步问",
        ListTitle = "出事了，一步步问",
        Counter = "题",
        SectionOrder = 12,
        ShareSign = "guide",
        SearchWeight = 90,
        SearchTexts = page => TreeTexts.Of(page.Cards),
        Fields =
        [
            Field.Text("hazard", "讲的是哪一种危险，一两个词", "火灾"),
            Field.Date("reviewBy", "下次复核的日期，过了会提醒"),
        ],
        Body = (file, fields, _) => TreeReader.Read(fields.Path, file.Body, file.BodyLine, TreeSort.Decision),
        Create = (header, fields, body) => new(header)
        {
            Hazard = fields.CommonText("hazard"),
            ReviewBy = fields.Date("reviewBy"),
            Cards = ((TreeBody)body).Cards,
        },
        Item = page => new(Label: page.Hazard),
        Subjects = page => page.Hazard is { } hazard ? [hazard] : [],
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这一页", "请科室对照现行标准复核每一个问题和办法"),
        StructuredData = (page, context) => PageSchema.Lesson(page, context, "LearningResource") with { LearningResourceType = "判断步骤", Teaches = PageSchema.NullIfEmpty(page.Hazard) },
        Draft = new(
            "hazard: 请写危险的名称，例如：燃气",
            """
            ## 写第一个问题？ {#first}

            - [写第一种情况](#go)
            - [写第二种情况](#stay)

            ## 写第一种情况怎么办 {#go}

            1. 写第一步。
            2. 写第二步。

            ## 写第二种情况怎么办 {#stay}

            1. 写第一步。
            2. 写什么时候打电话。
            """,
            "reviewBy: {{year}}-12-31"),
    };

    /// <summary>The hazard in a word or two: 火灾; null where it is about none in particular.</summary>
    public string? Hazard { get; init; }

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>As in <see cref="TreeBody.Cards"/>.</summary>
    public required ImmutableArray<TreeCard> Cards { get; init; }

    public override IEnumerable<HtmlFragment> Fragments => Cards.SelectMany(TreeTexts.Fragments).Prepend(Body);

    public override IEnumerable<string> FragmentIds => Cards.Select(card => card.Id);
}

/// <summary>What the pages of trees tell the search and the checks of links.</summary>
internal static class TreeTexts
{
    /// <returns>Titles of cards and texts of choices.</returns>
    public static IEnumerable<string?> Of(ImmutableArray<TreeCard> cards) =>
        cards.SelectMany(card => card.Choices.Select(choice => choice.Text).Prepend(card.Title));

    public static IEnumerable<HtmlFragment> Fragments(TreeCard card) =>
        card.Choices.Select(choice => choice.Fate?.Consequence).OfType<HtmlFragment>().Prepend(card.Text);
}
