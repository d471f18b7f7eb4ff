using Site.Content.Quizzes;

namespace Site.Tests;

public class BorrowedQuestionsTests
{
    private const string Sets =
        """
        -- content/quizzes/home.md --
        ---
        title: 家
        topics: [消防, 燃气]
        ---
        ## 甲？ {#a-1 .single topic=消防 level=1}

        - [x] 对
        - [ ] 错

        --- 解析
        略。

        ## 一间屋 {#case .scenario}
        屋里有气味。

        ### 乙？ {#a-2 .single topic=燃气 level=2}

        - [x] 对
        - [ ] 错

        --- 解析
        略。
        -- content/quizzes/old.md --
        ---
        title: 旧
        topics: [消防]
        reviewBy: 2025-01-31
        ---
        ## 丙？ {#b-1 .single topic=消防 level=1}

        - [x] 对
        - [ ] 错

        --- 解析
        略。

        """;

    [Fact]
    public void A_quiz_has_the_questions_it_names_in_its_own_order()
    {
        var website = SampleSite.Read(Sets + Paper("questions: [a-2, a-1]\nblueprint: {draw: 1, per-topic: {燃气: 1}}"));
        var paper = website.Of<QuizPage>().Single(quiz => quiz.Path.EndsWith("paper.md", StringComparison.Ordinal));

        Assert.Equal(["a-2", "a-1"], paper.Questions.Select(question => question.Id));
        Assert.Equal(["燃气", "消防"], paper.Topics);
        Assert.Equal(["case"], paper.Scenarios.Select(scenario => scenario.Id));
        Assert.Equal(1, paper.Blueprint?.Draw);
        Assert.Empty(paper.Written);
    }

    [Fact]
    public void Borrowed_questions_are_judged_where_they_are_written_alone() =>
        Assert.Equal(SampleSite.Diagnostics(Sets), string.Join('\n', SampleSite.Check(Sets + Paper("questions: [a-1, a-2]")).Diagnostics.Where(found => found.Location.Path != "content/quizzes/paper.md" || found.Code.StartsWith("quiz/", StringComparison.Ordinal))));

    [Fact]
    public void One_that_has_left_the_public_quiz_is_left_out_and_the_blueprint_with_it()
    {
        var website = SampleSite.Read(Sets + Paper("questions: [a-1, b-1]\nblueprint: {draw: 2}"));
        var paper = website.Of<QuizPage>().Single(quiz => quiz.Path.EndsWith("paper.md", StringComparison.Ordinal));

        Assert.Equal(["a-1"], paper.Questions.Select(question => question.Id));
        Assert.Null(paper.Blueprint);
    }

    [Theory]
    [InlineData("questions: [a-1, a-3]", "", "error quiz/unknown-question\n  没有一套测验有题号“a-3”。\n  是不是“a-1”？")]
    [InlineData("questions: [a-1, a-1]", "", "error quiz/question-twice")]
    [InlineData("questions: [a-1]\nblueprint: {draw: 2}", "", "content/quizzes/paper.md:4:")]
    [InlineData("questions: [a-1]", "## 丁？ {#d-1 .judge}\n- [x] 正确\n- [ ] 错误\n\n--- 解析\n略。", "error quiz/own-and-borrowed")]
    [InlineData("topics: [消防]", "", "error quiz/no-question")]
    public void What_cannot_be_is_told(string fields, string body, string message) =>
        Assert.Contains(message, SampleSite.Diagnostics(Sets + Paper(fields, body)), StringComparison.Ordinal);

    [Fact]
    public void A_question_of_another_folder_is_not_taken() =>
        Assert.Contains("在另一个文件夹", SampleSite.Diagnostics(Sets + Paper("questions: [a-1]").Replace("quizzes/paper", "quizzes/elders/paper", StringComparison.Ordinal)), StringComparison.Ordinal);

    private static string Paper(string fields, string body = "") => $"-- content/quizzes/paper.md --\n---\ntitle: 卷\n{fields}\n---\n{body}\n";
}
