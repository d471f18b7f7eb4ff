using Site.Content.FrontMatter;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A pledge to read, to sign and to keep: <c>content/pledges/name.md</c>. The first numbered list of its text is what one pledges.</summary>
public sealed record PledgePage(PageHeader Header) : Page(Header)
{
    public static ContentType<PledgePage> Definition { get; } = new("pledges", "pledge")
    {
        Label = "倡议书",
        ListTitle = "倡议和接力",
        SectionOrder = 95,
        ShareSign = "work",
        Fields = [Field.Date("reviewBy", "下次复核的日期，过了会提醒")],
        Create = (header, fields, _) => new(header) { ReviewBy = fields.Date("reviewBy") },
        PastDays = page => [("date", page.Date)],
        ReviewBy = page => page.ReviewBy,
        Draft = new(
            "",
            """
            写一句：谁向谁倡议，为什么。

            1. 写第一件要做到的事。
            2. 写第二件。
            3. 写第三件。
            """,
            "reviewBy: {{year}}-12-31"),
    };

    /// <summary>The day by which it must have been checked again, or null.</summary>
    public DateOnly? ReviewBy { get; init; }
}
