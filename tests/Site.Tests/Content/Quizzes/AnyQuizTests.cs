using FsCheck.Fluent;
using Site.Content.Quizzes;

namespace Site.Tests;

public class AnyQuizTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\n## 甲 {#a .single}\n", "\n## 乙[[1]] {#b .blank}\n", "\n## 丙[[2]]{tolerance=1} {#c .numeric}\n", "\n## 丁 {#d .match}\n",
        "\n## 戊 {#e .order}\n", "\n## 己 {#f .scenario}\n", "\n### 庚 {#g .judge}\n", "\n## 辛 {#h .multiple score=partial}\n", "## ", "{#i", " .single}",
        "- [x] 一\n", "- [ ] 二\n", "- [ ] 三\n    > 反馈\n", "- 四 :: 五\n", "- ![图](a.png) :: 六\n", "- **七 :: 八**\n", "- `九 :: 十`\n", "- :: 十一\n",
        "1. 一\n", "2. 二\n", "> 提示：想\n", "> [!NOTE]\n> 说\n", "\n--- 解析\n", "--- 解析", "因为。", "---\n", "[[", "]]", "[[1]]", "{alt=\"2|3\"}", "[^1]", "\n[^1]: 注\n",
        "<b>", "![图](b.png)", "[x](javascript:y)", "____", "|a|\n|-|\n", "\0", "  ", "    ", "[ ] ",
    ];

    [Fact]
    public void No_text_throws_and_every_question_that_is_read_can_be_answered()
    {
        var texts = Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary();
        Prop.ForAll(texts, text => Assert.All(QuizText.Read(text).Questions, CanBeAnswered)).AssertHolds(3_000, endSize: 40);
    }

    private static void CanBeAnswered(Question question)
    {
        Assert.NotEmpty(question.Text);
        Assert.InRange(question.Level, 1, 3);
        Assert.All(question.Fragments, fragment => Assert.All(fragment.Placeholders, hole => Assert.InRange(hole.Offset, 0, fragment.Utf8.Length)));
        var marks = question.Text.Split(Blank.Mark).Length - 1;
        Assert.True(question.Answer switch
        {
            Answer.Multiple multiple => multiple.Choices.Length >= 2 && multiple.Choices.Any(choice => choice.IsCorrect),
            Answer.Blanks blanks => blanks.Items.Length == marks && blanks.Items.All(blank => blank.Answers.All(answer => answer.Length > 0)),
            Answer.Number number => marks == 1 && number.Tolerance >= 0,
            Answer.Pairs pairs => pairs.Items.Length >= 2 && pairs.Items.All(pair => pair.Right.Length > 0 && !pair.Left.IsEmpty),
            Answer.Steps steps => steps.Items.Length >= 2,
            _ => question.Choices.Length >= 2 && question.Choices.Count(choice => choice.IsCorrect) == 1,
        });
    }
}
