using Site.Content.Quizzes.Rules;
using Site.Content.Websites;
using Site.Core.Text;

namespace Site.Tests;

public class QuizLintTests
{
    [Theory]
    [InlineData("遇到浓烟不得不弯腰时怎么办？", "不得不")]
    [InlineData("没有不需要检查的灭火器", "没有不")]
    [InlineData("检修时不能不断电", "不能不")]
    [InlineData("并非不可以使用电梯", "并非不")]
    public void Two_negations_that_cancel_out_are_found(string text, string words) =>
        Assert.Contains($"有双重否定“{words}”", Assert.Single(DoubleNegations.Find(Quiz(Single(text, "甲", "乙")))).Message);

    [Theory]
    [InlineData("能不能不戴安全帽？")]
    [InlineData("你有没有不舒服？")]
    [InlineData("有无不良反应？")]
    [InlineData("不得堵塞通道，也不得锁闭出口。")]
    public void Questions_that_only_look_like_two_negations_pass(string text) => Assert.Empty(DoubleNegations.Find(Quiz(Single(text, "甲", "乙"))));

    [Fact]
    public void A_question_for_what_is_wrong_with_an_option_that_negates_is_found()
    {
        Assert.Equal(
            """
            content/quizzes/quiz.md:4:1: warning quiz/double-negation
              题目“下列做法不正确的是？”问的是不对的，选项“不关阀门”又是否定的，合起来是双重否定。
              改问哪一项是对的，或者把这个选项写成肯定的做法。
            """,
            string.Join('\n', DoubleNegations.Find(Quiz(Single("下列做法不正确的是？", "不关阀门", "开窗通风")))));
        Assert.Empty(DoubleNegations.Find(Quiz(Single("下列做法正确的是？", "开窗通风", "不关阀门"))));
    }

    [Theory]
    [InlineData("以上都对")]
    [InlineData("以上都不对。")]
    [InlineData("上述选项均正确")]
    [InlineData("以上说法都是")]
    [InlineData("全对")]
    [InlineData("都不是")]
    [InlineData("A和B")]
    [InlineData("Ａ、Ｂ都对")]
    public void An_option_that_speaks_of_the_others_is_found(string option) =>
        Assert.Equal("quiz/catch-all-choice", Assert.Single(CatchAllChoices.Find(Quiz(Single("怎么办？", "关阀", option)))).Code);

    [Theory]
    [InlineData("以上级通知为准")]
    [InlineData("都要关上")]
    [InlineData("AED")]
    [InlineData("全部撤离")]
    public void An_option_with_a_meaning_of_its_own_passes(string option) => Assert.Empty(CatchAllChoices.Find(Quiz(Single("怎么办？", "关阀", option))));

    [Fact]
    public void A_right_option_half_as_long_again_as_the_others_is_found()
    {
        Assert.Equal(
            """
            content/quizzes/quiz.md:4:1: warning quiz/long-right-choice
              题目“怎么办？”对的选项有18个字，错的最长8个字，不看题也能猜到。
              把对的选项写短，理由移到解析里；或者把错的选项写得一样具体。
            """,
            string.Join('\n', LongRightChoices.Find(Quiz(Single("怎么办？", "先关阀门再开窗通风然后到室外打电话吧", "打开电灯看一看吧", "点火")))));
        Assert.Empty(LongRightChoices.Find(Quiz(Single("怎么办？", "关阀门，开窗户，出去打", "打开电灯看一看"))));
    }

    [Fact]
    public void Answers_that_pile_up_on_a_letter_are_found_from_eight_questions_on()
    {
        static string Same(int count) => string.Concat(Enumerable.Range(0, count).Select(i => Single($"第{i}个问题{(char)('甲' + i)}", "对", "错", "不", "无", id: $"q-{i}")));

        Assert.Equal(
            """
            content/quizzes/quiz.md:4:1: warning quiz/answers-pile-up
              测验“测验”的8道单选题里，8道的答案都是 A，只猜 A 就能得分。
              把一些题的选项换换先后；判断题把一些说法改成相反的。
            """,
            string.Join('\n', UnevenAnswerKeys.Find(Quiz(Same(8)))));
        Assert.Empty(UnevenAnswerKeys.Find(Quiz(Same(7))));
    }

    [Fact]
    public void Questions_that_ask_nearly_the_same_are_found_over_all_quizzes()
    {
        var website = SampleSite.Read(
            Page("a", Single("家里的油锅突然起火了，第一步应当怎么做？", "盖锅盖", "浇水", "端走")) + Page("b", Single("家里的油锅突然起火，第一步应当怎么做呢？", "盖锅盖", "浇水", "跑开", id: "b-1")));

        Assert.Equal(
            """
            content/quizzes/b.md:4:1: warning quiz/similar-question
              题目“家里的油锅突然起火，第一步应当怎么做呢？”和 content/quizzes/a.md:4:1 的“家里的油锅突然起火了，第一步应当怎么做？”问的差不多。
              删去一道，或者改成问另一个知识点；确实要两道都留，就放进 blueprint 的 groups，一份卷子只出一道。
            """,
            string.Join('\n', SimilarQuestions.Find(website)));
    }

    [Fact]
    public void The_same_question_with_another_answer_is_found()
    {
        var website = SampleSite.Read(Page("a", Single("油锅起火怎么办？", "盖锅盖", "浇水")) + Page("b", Single("油锅起火，怎么办", "浇水", "盖锅盖", id: "b-1")));

        Assert.Equal("quiz/same-question-other-answer", Assert.Single(SimilarQuestions.Find(website)).Code);
    }

    [Theory]
    [InlineData("下列说法正确的是？", "灭火器每月检查", "电梯可以逃生", "下列说法正确的是？", "燃气泄漏先关阀", "开灯查看")]
    [InlineData("火警电话是多少？", "119", "110", "急救电话是多少？", "120", "110")]
    public void Questions_about_other_things_are_not_alike(string text, string right, string wrong, string other, string otherRight, string otherWrong) =>
        Assert.Empty(SimilarQuestions.Find(Quiz(Single(text, right, wrong, "甲") + Single(other, otherRight, otherWrong, "乙", id: "b-1"))));

    [Fact]
    public void Two_signs_make_two_questions() => Assert.Empty(SimilarQuestions.Find(Quiz(
        "## 墙上的这个标志是什么意思？ {#a .single}\n![甲](img/a.svg)\n\n- [x] 出口\n- [ ] 厕所\n\n## 墙上的这个标志是什么意思？ {#b .single}\n![乙](img/b.svg)\n\n- [x] 厕所\n- [ ] 出口\n")));

    [Fact]
    public void Of_thousands_of_equal_questions_fifty_are_told_and_the_others_counted()
    {
        var website = Quiz(string.Concat(Enumerable.Range(0, 3000).Select(i => Single("油锅起火怎么办？", "盖锅盖", "浇水", id: $"q-{i}"))));

        var diagnostics = SimilarQuestions.Find(website).ToArray();

        // Of each question three others at most: 1 + 2 + 3 × 2,997.
        Assert.Equal(50, diagnostics.Length);
        Assert.Equal("从这一题起，这份测验里还有 8945 处这样的题目没有列出。", diagnostics[^1].Message);
    }

    [Fact]
    public void Like_texts_are_those_that_comparing_each_with_each_finds()
    {
        var texts = Enumerable.Range(0, 200).Select(i => string.Concat(Enumerable.Range(0, 12).Select(j => (char)('甲' + (((i * 7) + (j * (i % 5))) % 11))))).Select(SimilarTexts.PairsOf).ToArray();
        var slowly = from second in Enumerable.Range(0, texts.Length)
                     from first in Enumerable.Range(0, second)
                     let both = texts[first].Intersect(texts[second]).Count()
                     where both >= 0.8 * (texts[first].Length + texts[second].Length - both)
                     select new SimilarPair(first, second);

        Assert.Equal(slowly, SimilarTexts.Find(texts, 0.8));
        Assert.NotEmpty(slowly);
    }

    private static Website Quiz(string questions) => SampleSite.Read(Page("quiz", questions));

    private static string Page(string name, string questions) => $"-- content/quizzes/{name}.md --\n---\ntitle: 测验\n---\n{questions}\n";

    private static string Single(string text, string right, string wrong, string? other = null, string? last = null, string id = "q-1") =>
        $"## {text} {{#{id} .single}}\n- [x] {right}\n- [ ] {wrong}\n{(other is null ? "" : $"- [ ] {other}\n")}{(last is null ? "" : $"- [ ] {last}\n")}\n";
}
