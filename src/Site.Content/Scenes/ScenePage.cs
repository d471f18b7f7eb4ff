using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Core.Diagnostics;

namespace Site.Content.Scenes;

/// <summary>A picture in which readers look for hazards: <c>content/scenes/name.md</c>.</summary>
public sealed record ScenePage(PageHeader Header) : Page(Header)
{
    public static ContentType<ScenePage> Definition { get; } = new("scenes", "scene")
    {
        Label = "找隐患",
        ListTitle = "找隐患",
        Counter = "幅",
        SectionOrder = 24,
        ShareSign = "quiz",
        SearchWeight = 55,
        SearchTexts = page => page.Spots.Select(spot => spot.Title),
        Fields = [Field.Date("reviewBy", "下次复核的日期，过了会提醒")],
        Body = (file, fields, _) => SceneReader.Read(fields.Path, file.Body, file.BodyLine),
        Create = (header, fields, body) => new(header)
        {
            ReviewBy = fields.Date("reviewBy"),
            Spots = ((SceneBody)body).Spots,
        },
        Item = page => new(Label: $"{page.Hazards.Count()}处隐患"),
        TopicUse = TopicUse.Practice,
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        ReviewTexts = new("这幅图", "请科室对照现行标准复核每一处隐患"),
        Problems = page => page.Image is null && !page.Locations.IsFaulty("image")
            ? [Diagnostic.Error("scene/no-picture", page.Locations["image"], "这一页没有图，没有地方找隐患。", "加上两行：“image: img/图.svg” 和 “imageAlt: 图上是什么地方”。")]
            : [],
        StructuredData = (page, context) => PageSchema.Lesson(page, context, "LearningResource") with { LearningResourceType = "看图找隐患" },
        Draft = new(
            """
            image: {{name}}.svg
            imageAlt: 请写图上是什么地方、有什么
            """,
            """
            写这是什么地方，谁在做什么；不说哪里有隐患。看不见图的人靠这几句和下面的清单来找。

            ## 写一处隐患，像“油锅旁边堆着纸箱” {#first area="10 20 30 40" points=2 basis="请写依据，例如 GB 55037—2022 第几条"}

            写为什么危险。

            > [!TIP]
            > 写怎么改。

            ## 写一处没有问题的，像“灭火器挂在门边” {#good .safe area="60 20 20 30"}

            写为什么没有问题。
            """,
            "reviewBy: {{year}}-12-31")
        {
            File = (".svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 800 600\" width=\"800\" height=\"600\"><rect width=\"800\" height=\"600\" fill=\"#f1f3ef\"/></svg>\n"),
        },
    };

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Hazards and things that are as they should be, in the order written; at least one is a hazard.</summary>
    public required ImmutableArray<Spot> Spots { get; init; }

    public IEnumerable<Spot> Hazards => Spots.Where(spot => spot.Hazard is not null);

    public override IEnumerable<HtmlFragment> Fragments => Spots.SelectMany(spot => new[] { spot.Text, spot.Hazard?.Cure }).OfType<HtmlFragment>().Prepend(Body);

    public override IEnumerable<string> FragmentIds => Spots.Select(spot => spot.Id);
}

/// <summary>The body of a scene.</summary>
/// <param name="Body">
/// What stands before the first spot, as HTML with its headings and first paragraph; the links, pictures, characters and diagnostics are those of the whole page.
/// </param>
/// <param name="Spots">In the order written.</param>
public sealed record SceneBody(MarkdownBody Body, ImmutableArray<Spot> Spots) : PageBody(Body);

/// <summary>A thing in the picture.</summary>
/// <param name="Location">Its heading in the source.</param>
/// <param name="Id">Unique in the page; the fragment of its address.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Text">Why it is a hazard, or why it is none; not empty.</param>
/// <param name="Area">Where it is; null for a thing that is named in the list alone.</param>
/// <param name="Hazard">What makes it a hazard; null for a thing that is as it should be.</param>
public sealed record Spot(Location Location, string Id, string Title, HtmlFragment Text, Area? Area, Hazard? Hazard);

/// <summary>What a hazard has beside what every thing has.</summary>
/// <param name="Points">What it counts, 1 to 5.</param>
/// <param name="Cure">What to do about it; not empty.</param>
/// <param name="Law">The law behind it, or null.</param>
/// <param name="Basis">A standard or rule behind it, plain text, or null; one of both is there.</param>
public sealed record Hazard(int Points, HtmlFragment Cure, LawReference? Law, string? Basis);

/// <summary>A rectangle of a picture, in hundredths of its width and height, within 0 and 100.</summary>
public readonly record struct Area(decimal X, decimal Y, decimal Width, decimal Height);
