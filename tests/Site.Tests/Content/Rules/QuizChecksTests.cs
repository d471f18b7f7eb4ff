using Site.Content.Quizzes.Rules;
using Site.Content.Rules;

namespace Site.Tests;

public class QuizChecksTests
{
    private const string Law =
        """
        -- content/laws/fire.md --
        ---
        title: 消防法
        id: 消防法
        name: 中华人民共和国消防法
        version: 2021-04-29
        articles: 74
        ---

        """;

    [Fact]
    public void An_article_of_a_law_that_the_site_has_in_that_version_is_no_diagnostic() =>
        Assert.Empty(QuizLaws.Find(SampleSite.Read(Law + Quiz("home", Question("a", "消防法(2021)#74"), Question("b", "消防法(2021)")))));

    [Theory]
    [InlineData("消防发(2021)#5", "quiz/unknown-law", "题目依据的 “消防发” 不是本站的法律法规。", "是不是 “消防法”？")]
    [InlineData("矿山安全法(2009)#5", "quiz/unknown-law", "题目依据的 “矿山安全法” 不是本站的法律法规。", "写法规页面的编号，或者在 content/laws/ 里加上这部法规。")]
    [InlineData("消防法(2024)#5", "quiz/law-version", "题目依据的是 2024 年的《消防法》，本站的文本是 2021-04-29 的。", "对照新文本核对题目和答案，再改成 “消防法(2021)”。")]
    [InlineData("消防法(2021)#75", "quiz/unknown-article", "《消防法》没有第 75 条，它有 74 条。", "对照法规改正条号。")]
    public void A_question_rests_on_an_article_that_is_there(string law, string code, string message, string help) =>
        Assert.Equal(
            $"""
            content/quizzes/home.md:4:1: error {code}
              {message}
              {help}
            """,
            string.Join('\n', QuizLaws.Find(SampleSite.Read(Law + Quiz("home", Question("a", law))))));

    [Theory]
    [InlineData("消防法(2021)#1")]
    [InlineData("消防法(2021)#133之一")]
    public void No_article_can_be_cited_of_a_law_whose_articles_nobody_counted(string law) =>
        Assert.StartsWith(
            "content/quizzes/home.md:4:1: error quiz/unknown-article\n  《消防法》的页没有写一共几条，第 ",
            string.Join('\n', QuizLaws.Find(SampleSite.Read(Law.Replace("articles: 74\n", "", StringComparison.Ordinal) + Quiz("home", Question("a", law))))),
            StringComparison.Ordinal);

    [Fact]
    public void A_law_whose_articles_nobody_counted_can_be_named() =>
        Assert.Empty(QuizLaws.Find(SampleSite.Read(Law.Replace("articles: 74\n", "", StringComparison.Ordinal) + Quiz("home", Question("a", "消防法(2021)")))));

    [Fact]
    public void A_version_of_a_law_that_has_been_replaced_is_a_warning() =>
        Assert.Equal(
            """
            content/quizzes/home.md:4:1: warning quiz/law-version
              题目依据的是 2019 年的《消防法》，本站的文本是 2021-04-29 的。
              对照新文本核对题目和答案，再改成 “消防法(2021)”。
            """,
            string.Join('\n', QuizLaws.Find(SampleSite.Read(Law + Quiz("home", Question("a", "消防法(2019)#5"))))));

    [Fact]
    public void A_question_of_two_quizzes_is_reported_at_both_places() =>
        Assert.Equal(
            """
            content/quizzes/home.md:4:1: error quiz/duplicate-question
              编号 “gas-01” 在 content/quizzes/work.md:11:1 也用了。
              换一个编号；删掉的题目的编号也不要再用。
            content/quizzes/work.md:11:1: error quiz/duplicate-question
              编号 “gas-01” 在 content/quizzes/home.md:4:1 也用了。
              换一个编号；删掉的题目的编号也不要再用。
            """,
            string.Join('\n', DuplicateQuestionIds.Find(SampleSite.Read(
                Quiz("home", Question("gas-01", "消防法(2021)")) + Quiz("work", Question("gas-02", "消防法(2021)"), Question("gas-01", "消防法(2021)"))))));

    [Fact]
    public void Links_in_every_part_of_a_question_are_looked_at() =>
        Assert.Equal(
            ["stem.md", "choice.md", "feedback.md", "explanation.md"],
            BrokenLinks.Find(SampleSite.Read(
                """
                -- content/quizzes/home.md --
                ---
                title: 家庭
                ---
                ## 火灾拨打什么电话？ {#a .single}
                见[这里](stem.md)。

                - [x] 119，[见](choice.md)
                    > 对。[见](feedback.md)
                - [ ] 114

                --- 解析
                [见](explanation.md)
                """)).Select(diagnostic => diagnostic.Message["链接 “".Length..diagnostic.Message.IndexOf('”', StringComparison.Ordinal)]));

    /// <returns>A quiz of these questions; the first heading is at line 4, the next seven lines further down.</returns>
    private static string Quiz(string name, params string[] questions) =>
        $"-- content/quizzes/{name}.md --\n---\ntitle: {name}\n---\n{string.Concat(questions)}\n";

    private static string Question(string id, string law) =>
        $$"""
        ## 火灾拨打什么电话？ {#{{id}} .single law="{{law}}"}
        - [x] 119
        - [ ] 114

        --- 解析
        打 119。


        """;
}
