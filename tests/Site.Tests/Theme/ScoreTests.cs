using System.Text.Json;
using Site.Content.Quizzes;
using Site.Themes.Campaign.Quizzes;

namespace Site.Tests;

/// <summary>Points in the browser, worked out by hand.</summary>
public class ScoreTests
{
    private const string Quiz =
        """
        -- content/quizzes/home.md --
        ---
        title: 示例
        ---
        ## 单选 {#single .single}
        - [ ] 一
        - [x] 二

        ## 多选 {#strict .multiple}
        - [x] 一
        - [x] 二
        - [ ] 三

        ## 多选 {#partial .multiple score=partial}
        - [x] 一
        - [x] 二
        - [x] 三
        - [ ] 四

        ## 判断 {#judge .judge}
        - [ ] 正确
        - [x] 错误

        ## 打[[12350]]{alt="１２３４５"}，查[[氣體]]{alt="燃气|CO气体"}。 {#blank .blank}

        ## 高[[8.3]]{tolerance=0.3 unit=米} {#number .numeric}

        ## 配对 {#match .match}
        - 红 :: 禁止
        - 黄 :: 警告
        - 蓝 :: 指令

        ## 排序 {#order .order}
        1. 提
        2. 拔
        3. 握
        4. 压
        """;

    [Theory]
    [InlineData("single", "1", 1)]
    [InlineData("single", "0", 0)]
    [InlineData("judge", "1", 1)]
    [InlineData("judge", "0", 0)]
    [InlineData("strict", "0|1", 1)]
    [InlineData("strict", "0", 0)]
    [InlineData("strict", "0|1|2", 0)]
    [InlineData("partial", "0|1|2", 1)]
    [InlineData("partial", "0|2", 2 / 3.0)]
    [InlineData("partial", "1", 1 / 3.0)]
    [InlineData("partial", "0|3", 0)]
    [InlineData("partial", "0|1|2|3", 0)]
    [InlineData("blank", "12350|气体", 1)]
    [InlineData("blank", "１２ 345|co氣體", 1)]
    [InlineData("blank", "12350|煤", 0.5)]
    [InlineData("blank", "|燃氣", 0.5)]
    [InlineData("blank", "119|煤", 0)]
    [InlineData("number", "8.6", 1)]
    [InlineData("number", "8.0", 1)]
    [InlineData("number", "8.61", 0)]
    [InlineData("number", "7.9999999999999999", 0)]
    [InlineData("number", "８．３米", 1)]
    [InlineData("number", " 8.3 ", 1)]
    [InlineData("number", "-8.3", 0)]
    [InlineData("number", "8.3个", 0)]
    [InlineData("match", "禁止|警告|指令", 1)]
    [InlineData("match", "禁止|指令|警告", 1 / 3.0)]
    [InlineData("match", "禁止||指令", 2 / 3.0)]
    [InlineData("order", "第1步|第2步|第3步|第4步", 1)]
    [InlineData("order", "第2步|第1步|第3步|第4步", 0.5)]
    [InlineData("order", "第4步|第1步|第2步|第3步", 0)]
    public void An_answer_scores_the_share_that_is_right(string id, string answer, double points) =>
        Assert.Equal(points, Points((id, answer))[0]!.Value, 12);

    [Fact]
    public void Nothing_answered_is_not_a_wrong_answer() =>
        Assert.Equal([null, null, null, null], Points(("partial", null), ("blank", "|"), ("number", ""), ("order", "|||")));

    [Fact]
    public void Both_fold_answers_alike()
    {
        string[] texts = ["滅火器 ＡＢＣ", "１１９", "測氣後、著火", "一氧化碳（CO）", "Ⅲ級", "乾粉滅火器　"];

        var folded = NodeScript.Run("quiz/score.mjs", "input.texts.map((text) => module.fold(text, input.variants))",
            new { texts, variants = AnswerText.Variants(texts.Select(AnswerText.Fold)) });

        Assert.Equal(["灭火器abc", "119", "测气后、着火", "一氧化碳(co)", "ⅲ级", "干粉灭火器"], texts.Select(AnswerText.Fold));
        Assert.Equal(texts.Select(AnswerText.Fold), folded.EnumerateArray().Select(text => text.GetString()!));
    }

    private static double?[] Points(params (string Id, string? Answer)[] answers)
    {
        var quiz = SampleSite.Read(Quiz).Of<QuizPage>().Single();
        var points = NodeScript.Run(
            "quiz/score.mjs",
            "input.answers.map(([id, answer]) => module.pointsOf(input.key.questions.find((question) => question.id === id), answer, input.key.variants))",
            new
            {
                key = JsonDocument.Parse(QuizPlayerData.Of(quiz, "示例单位")).RootElement,
                answers = answers.Select(answer => new object[] { answer.Id, answer.Answer?.Split('|') ?? [] }),
            });
        return [.. points.EnumerateArray().Select(value => value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble())];
    }
}
