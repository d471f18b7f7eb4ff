using Site.Content.Quizzes;

namespace Site.Tests;

public class QuizDiagnosticsTests
{
    [Fact]
    public void A_question_without_a_correct_choice_is_reported_at_its_line()
    {
        Assert.Equal(
            """
            quiz.md:3:1: error quiz/no-correct-choice
              题目“甲？”有2个选项，没有一个标为正确。
              请用[x]标出正确的选项。
            """,
            QuizText.Diagnostics("前言\n\n## 甲？ {#a .single}\n- [ ] 一\n- [ ] 二"));
    }

    [Fact]
    public void Two_right_choices_where_one_is_asked_for_are_an_error()
    {
        Assert.Equal(
            """
            quiz.md:1:1: error quiz/two-correct-choices
              题目“甲？”只能有一个正确选项，却标了2个。
              请只留一个[x]，或者把题型改成 .multiple。
            """,
            QuizText.Diagnostics("## 甲？ {#a .single}\n- [x] 一\n- [x] 二"));
    }

    [Fact]
    public void One_choice_is_no_choice()
    {
        Assert.Equal(
            """
            quiz.md:1:1: error quiz/too-few-choices
              题目“甲？”有1个选项，应有2到26个。
              选项写成“- [ ] 文字”，对的写成“- [x] 文字”，每项一行。
            """,
            QuizText.Diagnostics("## 甲？ {#a .single}\n- [x] 一"));
    }

    [Fact]
    public void The_same_choice_twice_is_an_error_at_the_second_whatever_its_width()
    {
        Assert.Equal(
            """
            quiz.md:3:1: error quiz/duplicate-choice
              选项“１１９ Ａ”出现了两次。
              请改写其中一个。
            """,
            QuizText.Diagnostics("## 甲？ {#a .single}\n- [x] 119a\n- [ ] １１９ Ａ\n- [ ] 120"));
    }

    [Fact]
    public void An_id_used_twice_is_an_error_at_the_second()
    {
        Assert.Equal(
            """
            quiz.md:5:8: error quiz/duplicate-id
              编号“a”在这份测验里用了两次。
              请给后一道题换一个编号。
            """,
            QuizText.Diagnostics("## 甲？ {#a .single}\n- [x] 一\n- [ ] 二\n\n## 乙？ {#a .single}\n- [x] 一\n- [ ] 二"));
    }

    [Fact]
    public void A_question_needs_an_id()
    {
        Assert.Equal(
            """
            quiz.md:1:1: error quiz/no-id
              题目“甲？”没有编号。
              请在标题末尾写 {#编号 .题型}，例如 {#fire-01 .single}；编号用过就不再换。
            """,
            QuizText.Diagnostics("## 甲？\n- [x] 一\n- [ ] 二"));
    }

    [Theory]
    [InlineData(".single colour=red", 18, "unknown-attribute", "题目没有“colour”这一项。")]
    [InlineData(".essay", 10, "unknown-type", "没有“.essay”这种题型。")]
    [InlineData(".single .judge", 18, "two-types", "一道题写了两种题型：.single 和 .judge。")]
    [InlineData(".single topic=燃气", 18, "unknown-topic", "主题“燃气”不在这份测验的 topics 里。")]
    [InlineData(".single level=4", 18, "level-out-of-range", "难度“4”不在1到3之间。")]
    [InlineData(".single level=1 level=2", 18, "repeated-attribute", "“level”写了两次。")]
    [InlineData(".single law=消防法第五条", 18, "unreadable-law", "法条“消防法第五条”看不懂。")]
    [InlineData(".single law=消防法(2021)#0", 18, "unreadable-law", "法条“消防法(2021)#0”看不懂。")]
    [InlineData(".multiple score=half", 20, "unknown-score", "没有“half”这种计分。")]
    [InlineData(".single score=partial", 18, "unknown-score", "只有多选题可以写 score。")]
    public void What_a_heading_may_say_is_checked_at_its_column(string attributes, int column, string code, string what)
    {
        var diagnostics = QuizText.Diagnostics($"## 甲 {{#a {attributes}}}\n- [x] 一\n- [ ] 二").Split('\n');

        Assert.Equal([$"quiz.md:1:{column}: error quiz/{code}", "  " + what], diagnostics[..2]);
    }

    [Theory]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n- [ ] 二\n> 错。", "quiz.md:4:1: error quiz/misplaced-block")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n> 对。\n- [ ] 二\n- [ ] 三", "quiz.md:4:1: error quiz/split-choices")]
    [InlineData("## 甲？ {#a .judge}\n- [x] 一\n- [ ] 二\n- [ ] 三", "quiz.md:1:1: error quiz/too-many-choices")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n- 二\n- [ ] 三", "quiz.md:3:1: error quiz/choice-without-mark")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n- [ ] 二\n\n  反馈", "quiz.md:5:3: error quiz/misplaced-block")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n- [ ] 二\n    > 错。\n--- 解析\n因为。", "quiz.md:5:1: error quiz/explanation-not-alone")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一\n- [ ] ![](b.png)", "quiz.md:3:7: error picture/no-alt")]
    [InlineData("## {#a .single}\n- [x] 一\n- [ ] 二", "quiz.md:1:1: error quiz/no-text")]
    [InlineData("## 甲？ {#A .single}\n- [x] 一\n- [ ] 二", "quiz.md:1:8: error quiz/bad-id")]
    [InlineData("## 甲？ {#a}", "quiz.md:1:1: error quiz/no-blank")]
    [InlineData("## 甲？ {#a .single}\n- [x] 一[^1]\n- [ ] 二\n\n[^1]: 注", "quiz.md:5:1: error quiz/footnote")]
    [InlineData("只有前言", "quiz.md:1:1: error quiz/no-question")]
    [InlineData("", "quiz.md:1:1: error quiz/no-question")]
    public void Each_other_mistake_has_its_place(string text, string expected)
    {
        Assert.Equal(expected, Assert.Single(QuizText.Diagnostics(text).Split('\n'), line => !line.StartsWith(' ')));
    }

    [Fact]
    public void A_missing_explanation_is_a_warning()
    {
        Assert.Equal(
            """
            quiz.md:1:1: warning quiz/no-explanation
              题目“甲？”没有解析。
              请在答案后面空一行，写“--- 解析”，再写为什么。
            """,
            Assert.Single(QuizText.Read("## 甲？ {#a .single}\n- [x] 一\n- [ ] 二").Body.Diagnostics).ToString());
    }

    [Theory]
    [InlineData("消防法(2021)#5", "消防法", 2021, 5)]
    [InlineData("安全生产法（2021）", "安全生产法", 2021, null)]
    public void A_law_is_written_with_its_year_and_perhaps_an_article(string text, string law, int year, int? article)
    {
        Assert.Equal(new(law, year, article), LawReference.Parse(text));
    }

    [Theory]
    [InlineData("刑法(2023)#133之一", "刑法(2023)#133之一", "第133条之一")]
    [InlineData("刑法（2023）#120之6", "刑法(2023)#120之六", "第120条之六")]
    [InlineData("刑法(2023)#17", "刑法(2023)#17", "第17条")]
    [InlineData("刑法(2023)", "刑法(2023)", "")]
    public void An_inserted_article_is_written_behind_the_one_it_follows(string text, string written, string shown)
    {
        var law = LawReference.Parse(text)!;

        Assert.Equal((written, shown), (law.Written, law.ArticleText));
    }

    [Theory]
    [InlineData("消防法")]
    [InlineData("刑法(2023)#133之")]
    [InlineData("刑法(2023)#之一")]
    [InlineData("刑法(2023)#133之一之二")]
    [InlineData("(2021)#5")]
    [InlineData("消防法(21)#5")]
    [InlineData("消防法(2021)5")]
    [InlineData("消防法(2021)#")]
    [InlineData("消防法(2021)#五")]
    [InlineData("消防法(2021)#5x")]
    [InlineData("消防 法(2021)#5")]
    [InlineData("消防法(2021")]
    public void Anything_else_is_no_law(string text)
    {
        Assert.Null(LawReference.Parse(text));
    }
}
