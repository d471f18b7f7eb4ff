using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

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
        ListSearchFor = ["作品", "海报", "标语", "横幅", "宣传视频", "宣传资料"],
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
        Problems = FindProblems,
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

    private static readonly FrozenSet<string> Recordings =
        new[] { ".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".webm" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The files to download, each a path relative to the source file; at least one.</summary>
    public required ImmutableArray<Link> Files { get; init; }

    public string? Licence { get; init; }

    /// <summary>The same as text, or null.</summary>
    public string? Transcript { get; init; }

    /// <summary>Asks for transcripts of sound and video (WCAG 2.2, success criterion 1.2.1).</summary>
    private static IEnumerable<Diagnostic> FindProblems(WorkPage work) =>
        from file in work.Files
        where work.Transcript is null && !work.Locations.IsFaulty("transcript") && Recordings.Contains(FileExtension.Of(file.Target))
        select Diagnostic.Warning("work/no-transcript", file.Location,
            $"“{Quoted.Short(file.Target)}” 没有文字稿，听不见或看不见的人无从了解。", "在 transcript 里写上它的内容。");
}
