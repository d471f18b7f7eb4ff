using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.New;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>What <c>site new</c> wrote is not published untouched: prompts are errors, and so are samples that nobody has confirmed.</summary>
public sealed partial class DraftRemainsTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    public static TheoryData<string> Types => [.. ContentTypes.All.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_draft_has_an_error_at_each_prompt_and_sample_once_its_draft_line_is_gone(string name)
    {
        var type = ContentTypes.Find(name)!;
        var text = Draft(type).Replace("draft: true # 写好后删掉这一行，这一页才会发布\n", "", StringComparison.Ordinal);

        AssertErrors(type, text);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Fields_that_may_be_left_out_are_no_better_once_their_signs_are_gone(string name)
    {
        var type = ContentTypes.Find(name)!;
        var text = Draft(type).Replace("draft: true # 写好后删掉这一行，这一页才会发布\n", "", StringComparison.Ordinal);

        AssertErrors(type, Commented().Replace(text, "$1:"));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_draft_is_not_judged_and_neither_is_what_is_the_writers_own(string name)
    {
        var type = ContentTypes.Find(name)!;
        var draft = Draft(type);
        var own = string.Join('\n', draft.Replace("draft: true # 写好后删掉这一行，这一页才会发布\n", "", StringComparison.Ordinal).Split('\n')
            .Select(line => line.StartsWith('#') && !line.StartsWith("##", StringComparison.Ordinal) ? line : SampleComment().Replace(Prompt().Replace(line, "示例内容"), "")));

        Assert.Empty(Found(type, draft, drafts: true));
        Assert.Empty(Found(type, own));
    }

    [Theory]
    [InlineData("hall", "area: 示例区\nopenDays:\n  - {date: 2026-06-16, from: \"09:00\", to: \"16:00\", free: true}\nclass: III")]
    [InlineData("hall", "area: 示例区\nhours: 周二至周日 9:00—16:00\nphone: 12345\nfeatures: [灭火体验, 烟道逃生]\nclass: III # 街道级")]
    [InlineData("event", "start: 2026-06-16T09:00\nend: 2026-06-16T11:30\nplace: 示例广场\nkind: 演练")]
    [InlineData("event", "start: 2026-06-16T09:00 # 与广场管理处说好了\nplace: 示例广场")]
    [InlineData("warning", "occurred: 2026-06-10\nplace: 示例市\ndeaths: 0\ninjuries: 0")]
    [InlineData("lecture", "series: micro-class\nminutes: 30\nstart: 2026-06-13T19:30")]
    [InlineData("work", "file: a.txt\nlicence: CC BY 4.0")]
    [InlineData("news", "tags: [写作, 供稿]\nunit: 示例街道")]
    public void A_value_that_happens_to_be_a_samples_is_the_writers_own(string type, string fields) =>
        Assert.Empty(Found(ContentTypes.Find(type)!, Page(fields, "## 怎么走\n\n坐3路车。\n\n## 为什么会发生\n\n没有断电。")));

    [Theory]
    [InlineData("event", "start: 2026-06-16T09:00 # 改成开始的日期和时间\nplace: 示例广场", 6)]
    [InlineData("event", "start: 2027-06-16T09:00  #  改成开始的日期和时间\nplace: 示例广场", 6)]
    [InlineData("event", "start: 2026-06-15T08:00\nplace: \"请写地点\"", 7)]
    [InlineData("event", "start: 2026-06-15T08:00\nplace: 请写地点：示例广场", 7)]
    [InlineData("event", "start: 2026-06-15T08:00\nplace: 示例广场\nkind: 请写活动的类别", 8)]
    [InlineData("hall", "openDays:\n  - {date: 2026-06-16, from: \"09:00\", to: \"16:00\",  free: true}   # 改成真的开放日；没有就删掉\narea: 示例区\nclass: I", 7)]
    [InlineData("warning", "occurred: 2025-03-01 # 改成事故发生的日期\nplace: 示例市", 6)]
    [InlineData("news", "tags: [火灾, 再写一个]", 6)]
    [InlineData("news", "tags:\n  - 请写标签", 7)]
    [InlineData("hall", "class: I\narea: 示例区\nbooking: 请写怎么预约", 8)]
    public void A_prompt_or_a_sample_is_found_however_it_is_written(string type, string fields, int line)
    {
        var found = Assert.Single(Found(ContentTypes.Find(type)!, Page(fields, "正文。")));

        Assert.Equal((Severity.Error, line), (found.Severity, found.Location.Line));
    }

    [Theory]
    [InlineData("写公交站和停车的地方。", 1)]
    [InlineData("写公交站和停车的地方。坐3路车到示例广场。", 1)]
    [InlineData("- 写第一条。", 1)]
    [InlineData("> 1. 写第二步。", 1)]
    [InlineData("## 写一个小标题", 1)]
    [InlineData("按公布的调查报告写经过。", 1)]
    [InlineData("- 写第一条微博的人。\n- 写第二步的时候要小心。", 0)]
    [InlineData("模板里有“写公交站和停车的地方。”这样的提示。", 0)]
    [InlineData("```\n写公交站和停车的地方。\n```", 0)]
    [InlineData("我们能学到什么？先写最要紧的。", 0)]
    public void A_sentence_of_a_body_is_a_prompt_where_it_begins_a_line(string body, int count) =>
        Assert.Equal(count, Found(ContentTypes.Find("news")!, Page("date: 2026-06-09", body)).Count);

    [Fact]
    public void Where_a_prompt_is_left_a_sample_is_one_too_without_its_comment()
    {
        var found = Found(ContentTypes.Find("hall")!, Page("area: 请写所在的区县\nopenDays:\n  - {date: 2026-06-16, from: \"09:00\", to: \"16:00\", free: true}", "正文。"));

        Assert.Equal([("draft/prompt-left", 6, 7), ("draft/sample-left", 8, 3)], found.Select(one => (one.Code, one.Location.Line, one.Location.Column)));
    }

    [Theory]
    [InlineData("这里放作品本身，例如大屏滚动播放的文字。", 1)]
    [InlineData("\uFEFF这里放作品本身，例如大屏滚动播放的文字。\r\n", 1)]
    [InlineData("人人讲安全，个个会应急。\n", 0)]
    public void A_file_beside_a_page_is_found_as_it_was_written(string text, int count) =>
        Assert.Equal(count, Errors(SampleSite.Check($"-- content/works/a.md --\n{Page("file: a.txt", "正文。")}\n-- content/works/a.txt --\n{text}").Diagnostics).Count());

    [Fact]
    public void Fields_that_cannot_be_read_have_no_second_message() =>
        Assert.Empty(Found(ContentTypes.Find("event")!, "---\ntitle: [\nplace: 请写地点\n---\n写来的人能看到、学到什么，要带什么。\n"));

    private static void AssertErrors(ContentType type, string text)
    {
        var lines = text.Split('\n');
        var expected = lines.Index().Where(line => (Prompt().IsMatch(line.Item) || SampleComment().IsMatch(line.Item)) && !line.Item.StartsWith("# ", StringComparison.Ordinal))
            .Select(line => line.Index + 1).ToArray();

        var found = Found(type, text);

        Assert.NotEmpty(expected);
        Assert.All(found, one => Assert.Equal(Severity.Error, one.Severity));
        Assert.Equal(expected, found.Select(one => one.Location.Line).Distinct().Order());
    }

    private static string Draft(ContentType type) => Encoding.UTF8.GetString(NewPage.Make(type, "新的一页", "a", Today, 2026)[0].Load());

    private static List<Diagnostic> Found(ContentType type, string text, bool drafts = false) =>
        [.. Errors(SampleSite.Check($"-- {NewPage.Make(type, "新的一页", "a", Today, 2026)[0].Path} --\n{text}", "2026-06-10", drafts).Diagnostics)];

    private static IEnumerable<Diagnostic> Errors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Where(one => one.Code.StartsWith("draft/", StringComparison.Ordinal));

    private static string Page(string fields, string body) => $"---\ntitle: 示例\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\n{fields}\n---\n{body}\n";

    // What the drafts of today tell their writers, from the first word of each on.
    [GeneratedRegex(@"(?<=^|: |- |\[|, |\. |\] |> |## |：)(?:〔待补充〕|对。|错。|错了。|用一两句话|请写|再写|先写|写|单选题题干|判断题题干|按公布的|用自己的话|用短句)[^\],\n]*(?<! \{.*)", RegexOptions.CultureInvariant)]
    private static partial Regex Prompt();

    [GeneratedRegex(@" # .*$", RegexOptions.CultureInvariant)]
    private static partial Regex SampleComment();

    [GeneratedRegex(@"^# (\w+):", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Commented();
}
