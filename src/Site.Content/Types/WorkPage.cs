using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;

namespace Site.Content.Types;

/// <summary>A poster, film, sound or text for public screens, to take and use: <c>content/works/name.md</c>.</summary>
public sealed record WorkPage(PageHeader Header) : Page(Header)
{
    public static ContentType<WorkPage> Definition { get; } = new("works", "work")
    {
        Label = "作品",
        ListTitle = "宣传作品",
        Counter = "件",
        SectionOrder = 90,
        ShareSign = "work",
        SearchTexts = page => [page.Transcript],
        Fields =
        [
            Field.Paths("file", "供下载的文件，放在这一页旁边", "poster.pdf").Required(),
            Field.Text("licence", "使用许可", "CC BY 4.0"),
            Field.Lines("transcript", "作品里的全部文字，看不见、听不见的人读这里"),
        ],
        Create = (header, fields, _) => new(header)
        {
            Files = fields.Files("file"),
            Licence = fields.CommonText("licence"),
            Transcript = fields.Lines("transcript"),
        },
        Day = page => page.Date,
        Item = page => new(Label: $"{page.Files.Length}个文件"),
        Files = page => page.Files,
        SchemaType = "CreativeWork",
        Draft = new(
            """
            file: {{name}}.txt
            licence: CC BY 4.0 # 改成权利人真的给的许可
            transcript: 写作品里的全部文字，看不见、听不见的人读这里。
            """,
            "写怎么用：印多大，贴在哪里，放在什么屏幕上。")
        {
            File = (".txt", "这里放作品本身，例如大屏滚动播放的文字。\n"),
        },
    };

    /// <summary>The files to download, each a path relative to the source file; at least one.</summary>
    public required ImmutableArray<Link> Files { get; init; }

    public string? Licence { get; init; }

    /// <summary>The same as text, or null.</summary>
    public string? Transcript { get; init; }
}
