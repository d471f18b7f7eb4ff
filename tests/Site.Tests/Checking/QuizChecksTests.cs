using Site.Checking.Content;
using Site.Model;

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
    public void An_article_of_a_law_that_the_site_has_in_that_version_is_no_problem()
    {
        var website = Quiz(Law, Asked("a", new("消防法", 2021, 74)), Asked("b", new("消防法", 2021, null)), Asked("c", null));

        var problems = LawReferences.Find(website);

        Assert.Empty(problems);
    }

    [Fact]
    public void A_law_that_the_site_does_not_have_is_reported_with_the_one_that_was_meant()
    {
        var website = Quiz(Law, Asked("a", new("消防发", 2021, 5)));

        var problem = Assert.Single(LawReferences.Find(website));

        Assert.Equal(
            """
            content/quizzes/home.md:9:1: error quiz/unknown-law
              题目依据的 “消防发” 不是本站的法律法规。
              是不是 “消防法”？
            """,
            problem.ToString());
    }

    [Fact]
    public void Another_version_of_a_law_is_reported()
    {
        var website = Quiz(Law, Asked("a", new("消防法", 2019, 5)));

        var problem = Assert.Single(LawReferences.Find(website));

        Assert.Equal(
            """
            content/quizzes/home.md:9:1: error quiz/law-version
              题目依据的是 2019 年的《消防法》，本站的文本是 2021-04-29 的。
              对照新文本核对题目和答案，再改成 “消防法(2021)”。
            """,
            problem.ToString());
    }

    [Fact]
    public void An_article_past_the_last_one_is_reported()
    {
        var website = Quiz(Law, Asked("a", new("消防法", 2021, 75)));

        var problem = Assert.Single(LawReferences.Find(website));

        Assert.Equal(
            """
            content/quizzes/home.md:9:1: error quiz/unknown-article
              《消防法》没有第 75 条，它有 74 条。
              对照法规改正条号。
            """,
            problem.ToString());
    }

    [Fact]
    public void Two_questions_of_one_id_are_reported_at_both_places()
    {
        var website = Quiz("", Asked("gas-01", null), Asked("gas-02", null), Asked("gas-01", null) with { Where = new("content/quizzes/work.md", 7, 1) });

        var problems = QuestionIds.Find(website);

        Assert.Equal(
            """
            content/quizzes/home.md:9:1: error quiz/duplicate-question
              题目编号 “gas-01” 在 content/quizzes/work.md:7:1 也用了。
              换一个编号；删掉的题目的编号也不要再用。
            content/quizzes/work.md:7:1: error quiz/duplicate-question
              题目编号 “gas-01” 在 content/quizzes/home.md:9:1 也用了。
              换一个编号；删掉的题目的编号也不要再用。
            """,
            string.Join('\n', problems));
    }

    [Fact]
    public void A_quiz_past_its_day_of_review_is_reported()
    {
        const string Text = "-- content/quizzes/home.md --\n---\ntitle: 家庭\nreviewBy: 2025-05-31\n---\n";

        Assert.Empty(OverdueQuizzes.Find(SampleSite.Read(Text, "2025-05-31")));
        Assert.Equal(
            """
            content/quizzes/home.md:3:11: warning quiz/review-overdue
              这套题应在 2025-05-31 前复核，今天是 2025-06-01。
              对照现行法规复核每道题，再把 reviewBy 改到下一次。
            """,
            string.Join('\n', OverdueQuizzes.Find(SampleSite.Read(Text, "2025-06-01"))));
    }

    [Fact]
    public void Links_and_pictures_in_every_part_of_a_question_are_looked_at()
    {
        HtmlFragment Linking(string target) => new("<a href=\"\">去</a>"u8.ToArray(), [new Hole.Address(9, new(new("content/quizzes/home.md", 12, 3), target))]);
        var question = Asked("a", null) with
        {
            Stem = Linking("stem.md"),
            Choices = [new(Linking("choice.md"), true, Linking("feedback.md"))],
            Explanation = Linking("explanation.md"),
        };

        var problems = BrokenLinks.Find(Quiz("", question));

        Assert.Equal(
            ["choice.md", "explanation.md", "feedback.md", "stem.md"],
            problems.Select(problem => problem.What["链接 “".Length..problem.What.IndexOf('”', StringComparison.Ordinal)]));
    }

    /// <returns>A question at line 9 of <c>content/quizzes/home.md</c>.</returns>
    private static Question Asked(string id, LawReference? law) => new(
        new("content/quizzes/home.md", 9), id, QuestionType.Single, "火灾拨打什么电话？", HtmlFragment.Empty, null,
        [], HtmlFragment.Empty, null, 1, law, false);

    /// <returns>A site with one quiz of these questions, and what else the text says.</returns>
    private static Website Quiz(string text, params Question[] questions)
    {
        var website = SampleSite.Read(text + "-- content/quizzes/home.md --\n---\ntitle: 家庭\n---\n");
        return website with { Pages = [.. website.Pages.Select(page => page is QuizPage quiz ? quiz with { Questions = [.. questions] } : page)] };
    }
}
