namespace Site.Tests;

public class GiftTests
{
    [Fact]
    public void A_choice_with_feedback_and_an_explanation_becomes_a_question_of_ours()
    {
        Assert.Equal(
            """
            ## 油锅起火，先做什么？ {#bank-01 .single}
            - [x] 关火并盖上锅盖
                > 对。隔绝空气。
            - [ ] 往锅里浇水
                > 错。会爆溅。

            --- 解析
            先断热源，再断空气。
            """,
            BankSample.Markdown("gift", "油锅起火，先做什么？{\n=关火并盖上锅盖 #对。隔绝空气。\n~往锅里浇水#错。会爆溅。\n####先断热源，再断空气。}"));
    }

    [Fact]
    public void Ids_tags_names_and_categories_are_kept()
    {
        const string gift =
            """
            $CATEGORY: $course$/top/家庭安全力

            // [id:oil-01] [tag:主题：消防] [tag:难度：2] [tag:依据：消防法(2021)#44] [tag:厨房]
            ::油锅::油锅起火怎么办？{T}
            """;

        Assert.Equal(
            """
            ## 油锅起火怎么办？ {#oil-01 .judge topic="消防" level=2 law="消防法(2021)#44"}
            - [x] 正确
            - [ ] 错误
            """,
            BankSample.Markdown("gift", gift));
        Assert.Equal("家庭安全力", BankSample.Read("gift", gift).Value.Title);
        Assert.Equal("4: 标签“厨房”没有带过来。", BankSample.Changes("gift", gift));
    }

    [Theory]
    [InlineData("水在 {=100 =一百} 度沸腾。", "水在 [[100]]{alt=\"一百\"} 度沸腾。 {#bank-01 .blank}")]
    [InlineData("几个？{#3:0.5}", "几个？ [[3]]{tolerance=0.5} {#bank-01 .numeric}")]
    [InlineData("几个？{#1..5}", "几个？ [[3]]{tolerance=2} {#bank-01 .numeric}")]
    [InlineData("几个？{#-2.5}", "几个？ [[-2.5]] {#bank-01 .numeric}")]
    [InlineData("几个？{#1.5e2}", "几个？ [[150]] {#bank-01 .numeric}")]
    [InlineData("几年？{#=1822:0 =%50%1822:2}", "几年？ [[1822]] {#bank-01 .numeric}")]
    [InlineData("问？{#\n=1\n=2\n}", "问？ [[1]]{alt=\"2\"} {#bank-01 .blank}")]
    [InlineData(@"a\=b\~c\#d\{e\}f\:g\\h{=x}", @"a=b~c#d\{e}f:g\\h [[x]] {#bank-01 .blank}")]
    [InlineData("[markdown]**粗**\\n\\n第二段{=x}", "粗第二段 [[x]] {#bank-01 .blank}")]
    [InlineData("[html]<p>1 &lt; 2 &amp; <b>粗</b></p>{=x}", @"1 \< 2 \& 粗 [[x]] {#bank-01 .blank}")]
    [InlineData("[plain]<b>不粗</b>{=x}", @"\<b\>不粗\</b\> [[x]] {#bank-01 .blank}")]
    [InlineData("两个{=%100%对 =%50%半对 =%0%*#都不对}", "两个 [[对]] {#bank-01 .blank}")]
    public void Words_and_numbers_become_blanks(string gift, string heading)
    {
        Assert.Equal("## " + heading, BankSample.Markdown("gift", gift).Split('\n')[0]);
    }

    [Theory]
    [InlineData("{T}", "- [x] 正确\n- [ ] 错误")]
    [InlineData("{FALSE#应为错#对了}", "- [ ] 正确\n    > 应为错\n- [x] 错误\n    > 对了")]
    [InlineData("{T#想错了#想对了####因为}", "- [x] 正确\n    > 想对了\n- [ ] 错误\n    > 想错了\n\n--- 解析\n因为")]
    public void The_first_feedback_of_a_statement_is_for_the_wrong_answer(string answer, string expected)
    {
        Assert.Equal("## 说法 {#bank-01 .judge}\n" + expected, BankSample.Markdown("gift", "说法" + answer));
    }

    [Fact]
    public void A_choice_in_the_middle_of_a_sentence_leaves_a_row_of_underlines()
    {
        Assert.Equal(
            "## 灭火器 \\_\\_\\_\\_\\_ 要检查。 {#bank-01 .single}\n- [ ] 每年\n- [x] 每月",
            BankSample.Markdown("gift", "灭火器 {~每年 =每月} 要检查。"));
    }

    [Fact]
    public void Weights_make_a_question_with_several_right_answers_that_scores_in_part()
    {
        Assert.Equal(
            "## 哪些？ {#bank-01 .multiple score=partial}\n- [x] 甲\n- [x] 乙\n- [ ] 丙",
            BankSample.Markdown("gift", "哪些？{~%50%甲 ~%50%乙 ~%-100%丙}"));
        Assert.Equal("", BankSample.Changes("gift", "哪些？{~%50%甲 ~%50%乙 ~%-100%丙}"));
        Assert.Equal(
            "1: 各个正确选项的分值不一样，改成了平均计分。\n1: 选错一项不是全扣：本站选了错的就不得分。",
            BankSample.Changes("gift", "哪些？{~%70%甲 ~%30%乙 ~丙}"));
    }

    [Fact]
    public void Pairs_and_steps_are_kept_and_pairs_with_one_side_are_told()
    {
        Assert.Equal(
            "## 配对 {#bank-01 .match}\n- 红圈斜杠 :: 禁止\n- 黄三角 :: 警告",
            BankSample.Markdown("gift", "配对{=红圈斜杠 -> 禁止 =黄三角 -> 警告 = -> 指令}"));
        Assert.Equal("1: 只有一边的“指令”（干扰项）没有带过来。", BankSample.Changes("gift", "配对{=红圈斜杠 -> 禁止 =黄三角 -> 警告 = -> 指令}"));
        Assert.Equal(
            "## 排序 {#bank-01 .order}\n1. 拔销\n2. 压把\n3. 扫射",
            BankSample.Markdown("gift", "排序{>3 ALL VERTICAL\n拔销\n压把\n扫射}"));
    }

    [Fact]
    public void What_cannot_be_carried_is_told_item_by_item()
    {
        const string gift = "请谈谈体会。{}\n\n这是一段说明。\n\n几个？{#3#正好~#不对}\n\n会{=%100%是#好}";

        Assert.Equal(
            """
            1: 没有带过来：这是问答题，答案要人来评。
            3: 没有带过来：这是一段说明，不是题目（这是一段说明。）。
            5: 对各个答案的反馈移到了解析里。
            5: 题目里没有空，把空放在了最后。
            7: 对各个答案的反馈移到了解析里。
            7: 题目里没有空，把空放在了最后。
            """,
            BankSample.Changes("gift", gift));
        Assert.Equal(4, BankSample.Read("gift", gift).Value.FoundCount);
        Assert.EndsWith("--- 解析\n填“3”：正好\n\n填了别的：不对\n\n## 会 [[是]] {#bank-02 .blank}\n\n--- 解析\n填“是”：好", BankSample.Markdown("gift", gift));
    }

    [Theory]
    [InlineData("题目{=甲 ~乙", "1:3 bank/brace")]
    [InlineData("好题{T}\n\n坏题\n=甲 ~乙}", "4:6 bank/brace")]
    [InlineData("题{=甲 ~{乙}", "1:7 bank/brace")]
    [InlineData("题{=甲 ~乙} 再{=丙}", "1:11 bank/brace")]
    [InlineData("题{#三}", "1:4 bank/unreadable-number")]
    [InlineData("题{~甲 ~乙}", "1:1 bank/no-correct-choice")]
    [InlineData("题{=甲 ~甲}", "1:7 bank/duplicate-choice")]
    [InlineData("题{=甲 -> 乙 =丙}", "1:12 bank/unreadable-pair")]
    [InlineData("题{=#空的}", "1:1 bank/no-answer")]
    [InlineData("{=甲 ~乙}", "1:1 bank/no-text")]
    [InlineData("  \n\n", "1:1 bank/no-question")]
    public void A_bad_file_gives_a_located_error(string gift, string diagnostic)
    {
        Assert.Equal(diagnostic, BankSample.Diagnostics("gift", gift));
    }

    [Fact]
    public void Answers_may_go_on_after_a_blank_line()
    {
        Assert.Equal("## 问 {#bank-01 .single}\n- [x] 甲\n- [ ] 乙\n\n## 再问 {#bank-02 .judge}\n- [x] 正确\n- [ ] 错误", BankSample.Markdown("gift", "问{\n=甲\n\n~乙\n}\n\n再问{T}"));
    }

    [Fact]
    public void Html_is_taken_apart_and_scripts_do_not_come_through()
    {
        const string gift =
            """
            [html]<p>看图\: <img src\="img/oil.svg" alt\="油锅"></p><script>alert(1)</script><ul><li>甲</li><li><i>乙</i></li></ul>{
            =[html]<span style\="color\:red">对</span>#[html]<p>一</p><p>二</p>
            ~CO<sub>2</sub>
            }
            """;

        Assert.Equal(
            """
            ## 看图: {#bank-01 .single}

            ![油锅](img/oil.svg)

            * 甲
            * *乙*

            - [x] 对
                > 一
                > 
                > 二
            - [ ] CO₂
            """,
            BankSample.Markdown("gift", gift));
        Assert.Equal(
            """
            1: 文字的颜色、字号、下划线等样式没有带过来。
            1: 图片 img/oil.svg 不在题库里，请把它放到测验旁边的 img 文件夹。
            1: <script> 的内容不能用，没有带过来。
            """,
            BankSample.Changes("gift", gift));
    }

    [Theory]
    [InlineData("填 {=甲\\n乙 =丙} 吗", "1: 答案“甲 乙”里的换行改成了空格。")]
    [InlineData("第一行\\n第二行{=甲 ~丙}", "1: 题目里的几行并成了一行。")]
    [InlineData("[html]看图<br>选一个<br/>{=甲 ~丙}", "1: 题目里的几行并成了一行。")]
    [InlineData("问？{=甲\\n乙 ~丙}", "1: 选项的几段并成了一行。")]
    [InlineData("问？{=甲 -> 一\\n二 =乙 -> 三}", "1: 配对的右边里的几行并成了一行。")]
    [InlineData("::没有收尾{T}", "1: 题名开头有“::”，后面没有收尾的“::”：不知道题名到哪里为止，“::”留在了题目里。")]
    [InlineData("把 ____ 填进 {=甲} 里", "1: 题目里本来就有的双方括号或者一串下划线会被当成空，改成了中文的“［［”“＿＿”。")]
    [InlineData("填 {=甲 =丙} 吗", "")]
    [InlineData("::名::名？{=甲 ~丙}", "")]
    public void What_a_line_cannot_hold_is_reported(string gift, string changes)
    {
        Assert.Equal(changes, BankSample.Changes("gift", gift));
    }

    [Theory]
    [InlineData("问？{=甲 =乙 ~丙}")]
    [InlineData("问？{~%100%甲 ~%100%乙 ~丙}")]
    public void Any_of_several_right_choices_is_not_made_all_of_them(string gift)
    {
        var read = BankSample.Read("gift", gift + "\n\n另一题{T}");

        Assert.Equal(["bank-01"], read.Value.Questions.Select(question => question.Id));
        Assert.Contains("1: 没有带过来：这道题有2个选项都算对", BankSample.Changes(read), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KG")]
    [InlineData("data:image/png;base64,####")]
    [InlineData("data:image/png;base64,")]
    public void A_picture_that_cannot_be_decoded_is_an_error(string source)
    {
        Assert.Equal("1:1 bank/unreadable-picture", BankSample.Diagnostics("gift", $"[html]<p>看图<img src\\=\"{source.Replace(":", "\\:", StringComparison.Ordinal).Replace("#", "\\#", StringComparison.Ordinal)}\" alt\\=\"图\"></p>{{T}}"));
    }
}
