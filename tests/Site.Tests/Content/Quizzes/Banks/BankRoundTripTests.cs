using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Content.Websites;
using Site.Core.Diagnostics;

namespace Site.Tests;

public class BankRoundTripTests
{
    public static TheoryData<string, string> Quizzes => [.. from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "content/quizzes"), "*.md").Order(StringComparer.Ordinal)
                                                            from format in BankWriter.Formats
                                                            select (Path.GetFileNameWithoutExtension(path), format)];

    [Theory]
    [MemberData(nameof(Quizzes))]
    public void Every_question_of_the_site_comes_back_as_it_was(string name, string format)
    {
        var website = OwnSite.Read();
        var quiz = website.Of<QuizPage>().Single(page => Path.GetFileNameWithoutExtension(page.Path) == name);

        var written = BankWriter.Write(format, website, quiz);
        var back = BankReader.Read(format, new("bank", written.Bytes.Length, written.Bytes.ToArray), "bank", website.Settings.Url, (_, _) => true);
        Assert.Equal("", string.Join('\n', back.Diagnostics));
        var again = QuizReader.Read(quiz.Path, Body(QuizMarkdownWriter.Write(back.Value, "bank")), 1, quiz.Topics);

        Assert.Equal([], again.Body.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        Assert.Equal(quiz.Questions.Select(question => Show(format == "gift" ? question with { Hint = null } : question, quiz, website)), again.Questions.Select(question => Show(question, quiz, website)));
        Assert.Equal("", string.Join('\n', back.Value.Changes.Select(change => change.Message).Where(message => format != "gift" || !message.StartsWith("图片 ", StringComparison.Ordinal))));
        Assert.Equal(quiz.Title, back.Value.Title);
    }

    [Fact]
    public void What_other_programs_do_otherwise_is_told_for_each_question()
    {
        var website = SampleSite.Read(
            """
            -- content/quizzes/q.md --
            ---
            title: 测验
            ---
            ## 哪些？ {#a .multiple}
            > 提示：想一想

            - [x] 甲
            - [x] 乙
            - [ ] 丙

            ## 先 [[通风]] 再 [[检测]] {#b .blank}

            ## 排序 {#c .order}
            1. 一
            2. 二
            """);
        var quiz = website.Of<QuizPage>().Single();

        Assert.Equal(
            """
            4 GIFT 没有提示，提示没有写出。
            4 全对才得分的多选题，在 Moodle 里选对一部分得一部分分。
            11 没有写出：GIFT 的一道题只能有一个空，请改用 moodle-xml。
            13 排序题要 Moodle 4.5 以上，或者装了 qtype_ordering 插件才能导入。
            """,
            string.Join('\n', BankWriter.Write("gift", website, quiz).Changes.Select(change => $"{change.Location.Line} {change.Message}")));
        Assert.Equal([4, 13], BankWriter.Write("moodle-xml", website, quiz).Changes.Select(change => change.Location.Line));
    }

    [Theory]
    [InlineData("gift")]
    [InlineData("moodle-xml")]
    public void As_many_spaces_come_back_as_went(string format)
    {
        const string Questions =
            """

            ## 哪些  对？ {#a .multiple topic="用火  用电" level=1}

            看  图：

            ![红  圈](img/sign.svg "禁  止")

            - [x] 甲  乙 **丙  丁**
                > 因为  对
            - [ ] `a  b`

            --- 解析
            先看  再做。

            ## 连一连 {#b .match topic="用火  用电" level=1}
            - 红  圈 :: 禁  止
            - 蓝  圈 :: 必  须

            --- 解析
            看  颜色。

            ## 排一排 {#c .order topic="用火  用电" level=1}
            1. 关  阀
            2. 开  窗

            --- 解析
            先关  后开。

            ## 报警电话是[[119  号]]{alt="一一九  号"} {#d .blank topic="用火  用电" level=1}

            --- 解析
            记住  它。

            """;
        var website = SampleSite.Read($"-- content/quizzes/q.md --\n---\ntitle: 测  验\ntopics: [用火  用电]\n---\n{Questions}\n-- content/quizzes/img/sign.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n");

        var written = BankWriter.Write(format, website, website.Of<QuizPage>().Single());
        var back = BankSample.Read(format, written.Bytes.ToArray());

        var markdown = QuizMarkdownWriter.Write(back.Value, "bank");
        Assert.Equal(Questions.TrimEnd('\n'), Body(markdown).TrimEnd('\n'));
        Assert.Contains("title: \"测  验\"", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gift", "_____")]
    [InlineData("moodle-xml", "_____")]
    [InlineData("gift", "______")]
    [InlineData("moodle-xml", "________")]
    public void Underlines_that_are_no_blank_are_as_many_when_they_come_back(string format, string line)
    {
        var questions = $"\n## 签名写在{line.Replace("_", "\\_", StringComparison.Ordinal)}上，对吗？ {{#a .judge level=1}}\n- [x] 正确\n- [ ] 错误\n\n--- 解析\n写在{line.Replace("_", "\\_", StringComparison.Ordinal)}上。\n";
        var website = SampleSite.Read($"-- content/quizzes/q.md --\n---\ntitle: 示例\n---\n{questions}");

        var quiz = website.Of<QuizPage>().Single();
        var back = BankSample.Read(format, BankWriter.Write(format, website, quiz).Bytes.ToArray());
        var again = SampleSite.Read($"-- content/quizzes/q.md --\n{QuizMarkdownWriter.Write(back.Value, "q").Replace("draft: true\n", "", StringComparison.Ordinal)}").Of<QuizPage>().Single();

        Assert.Equal((1, $"签名写在{line}上，对吗？"), (again.Questions.Length, again.Questions[0].Text));
        Assert.Equal(quiz.Questions[0].Type, again.Questions[0].Type);
    }

    [Theory]
    [InlineData("gift")]
    [InlineData("moodle-xml")]
    public void A_hotline_and_an_address_of_the_site_in_an_explanation_go_out(string format)
    {
        var website = SampleSite.Read("-- content/quizzes/q.md --\n---\ntitle: 示例\n---\n## 打几号？ {#a .judge level=1}\n- [x] 正确\n- [ ] 错误\n\n--- 解析\n打12350举报，见[测验](https://example.gov.cn/quizzes/q/)。\n");

        var text = System.Text.Encoding.UTF8.GetString(BankWriter.Write(format, website, website.Of<QuizPage>().Single()).Bytes.ToArray());

        Assert.Contains("打12350举报", text, StringComparison.Ordinal);
        Assert.Contains("example.gov.cn/quizzes/q/", text, StringComparison.Ordinal);
    }

    private static string Body(string markdown) => markdown[(markdown.IndexOf("\n---\n", 4, StringComparison.Ordinal) + 5)..];

    /// <summary>All that a question is, with links followed: they are written otherwise and lead to the same place.</summary>
    private static string Show(Question question, QuizPage quiz, Website website)
    {
        // A bank has one folder of pictures, whichever page they were drawn for.
        var html = new BankHtml(website, quiz, picture => "img/" + picture.Target[(picture.Target.LastIndexOf('/') + 1)..]);
        var answer = question.Answer switch
        {
            Answer.Blanks blanks => string.Join(" + ", blanks.Items.Select(blank => string.Join('|', blank.Answers))),
            Answer.Number number => $"{number.Value} ±{number.Tolerance} {number.Unit}",
            Answer.Pairs pairs => string.Join(" + ", pairs.Items.Select(pair => $"{html.Of(pair.Left)} :: {pair.Right}")),
            Answer.Steps steps => string.Join(" + ", steps.Items.Select(html.Of)),
            Answer.Multiple { IsPartial: true } => "partial",
            _ => "",
        };
        var choices = question.Choices.Select(choice => $"{choice.IsCorrect} {html.Of(choice.Text)} | {html.Of(choice.Feedback)}");
        return string.Join('\n', [
            $"{question.Id} {question.Type} {question.Topic} {question.Level} {question.Law} {question.Scenario?.Id} {question.Scenario?.Title}",
            question.Text, html.Of(question.Stem), question.Hint ?? "", answer, .. choices, html.Of(question.Explanation),
            question.Scenario is null ? "" : html.Of(question.Scenario.Text),
        ]);
    }
}
