using System.Text;

namespace Site.Tests;

public class PlainBankTests
{
    [Fact]
    public void A_bank_as_staff_type_it_is_read()
    {
        Assert.Equal(
            """
            ## 发现燃气泄漏，应当先（　　）。 {#bank-01 .single}
            - [ ] 开灯查看
            - [x] 关阀开窗
            - [ ] 打电话
            - [ ] 点火试漏

            --- 解析
            先断气源，再通风。

            依据：《城镇燃气管理条例》第四十条

            ## 哪些是生命通道？（　） {#bank-02 .multiple score=partial topic="消防" level=2}
            - [x] 疏散楼梯
            - [x] 消防车通道
            - [ ] 电梯轿厢

            ## 消防车通道可以短时停车。 {#bank-03 .judge}
            - [ ] 正确
            - [x] 错误

            ## 火警电话是[[119]]。 {#bank-04 .blank}
            """,
            BankSample.Markdown(
                "text",
                """
                一、单项选择题（每题2分）
                1. 发现燃气泄漏，应当先（ B ）。
                A. 开灯查看   B. 关阀开窗
                C. 打电话     D. 点火试漏
                解析：先断气源，再通风。
                依据：《城镇燃气管理条例》第四十条

                二、多选题
                2、哪些是生命通道？（　）
                （A）疏散楼梯
                （B）消防车通道
                （C）电梯轿厢
                【答案】AB
                难度：中
                知识点：消防

                三、判断题
                3．消防车通道可以短时停车。（×）

                四、填空题
                4. 火警电话是____。
                答案：119
                """));
    }

    [Theory]
    [InlineData("1.问什么？\nA、甲\nB、乙\n答案：a", "x ")]
    [InlineData("1)问什么？\nＡ．甲\nＢ．乙\n正确答案：Ａ", "x ")]
    [InlineData("（1）问什么？\n(A)甲 (B)乙\n标准答案 A", "x ")]
    [InlineData("第1题 问什么？\na.甲\nb.乙\n【参考答案】Ａ。", "x ")]
    [InlineData("1、问什么？A.甲B.乙\n答案:A", "x ")]
    [InlineData("【1】问什么？（A）\nA 甲\nB 乙", "x ")]
    [InlineData("1. 问什么？\nA：甲；\nB：乙。\n答案为：B", " x")]
    [InlineData("1．问什么？\n\n　A.甲\n\n　B.乙\n\n答案：A、B", "xx")]
    [InlineData("1.问什么？\nA.甲\nB.乙\n参考答案：\n1.B", " x")]
    [InlineData("1.问什么？\r\nA.甲\r\nB.乙\r\n答案：B 解析：因为", " x")]
    [InlineData("1.问什么？\nA.甲\nB.乙\n答案：\nB", " x")]
    [InlineData("1.问什么？\nA.甲\nB.乙\n答案：B\n参考答案", " x")]
    [InlineData("（B）1.问什么？\nA.甲\nB.乙", " x")]
    [InlineData("1.【单选】问什么？(2分)\nA.甲\nB.乙\n答案：B", " x")]
    public void Options_and_answers_are_found_however_they_are_written(string bank, string marks)
    {
        var lines = BankSample.Markdown("text", bank).Split('\n').Where(line => line.StartsWith("- [")).ToArray();

        Assert.Equal(marks, string.Concat(lines.Select(line => line[3])));
        Assert.StartsWith("甲", lines[0][6..]);
        Assert.StartsWith("乙", lines[1][6..]);
    }

    [Theory]
    [InlineData("1.对不对（√）", "x ")]
    [InlineData("1.对不对。( X )", " x")]
    [InlineData("（√）1、对不对", "x ")]
    [InlineData("（  ）1.对不对\n答案：×", " x")]
    [InlineData("1.（×）对不对", " x")]
    [InlineData("1.对不对\n答案：对", "x ")]
    [InlineData("1.对不对\n答案：错误", " x")]
    [InlineData("1.对不对\n答案：F", " x")]
    [InlineData("判断题\n1.对不对\nA.正确\nB.错误\n答案：B", " x")]
    [InlineData("1.对不对\nA.对\nB.错\n答案：√", "x ")]
    public void Statements_are_judged_by_ticks_crosses_and_words(string bank, string marks)
    {
        var markdown = BankSample.Markdown("text", bank);

        Assert.StartsWith("## 对不对", markdown);
        Assert.Contains(".judge}", markdown);
        Assert.Equal(marks, string.Concat(markdown.Split('\n').Where(line => line.StartsWith("- [")).Select(line => line[3])));
    }

    [Fact]
    public void Answers_collected_at_the_end_belong_to_the_questions_of_their_section()
    {
        const string bank =
            """
            安全生产月知识竞赛题库
            一、选择题
            1.甲？
            A.一 B.二
            2.乙？
            A.一 B.二 C.三
            二、判断题
            1.丙
            2.丁
            参考答案
            一、选择题
            1-2 B AC
            二、判断题：1.√ 2.×
            """;

        Assert.Equal("ABABC正误正误", string.Concat(BankSample.Markdown("text", bank).Split('\n').Where(line => line.StartsWith("- ["))
            .Select(line => line[6] switch { '一' => 'A', '二' => 'B', '三' => 'C', '正' => '正', _ => '误' })));
        Assert.Equal(" xx xx  x", string.Concat(BankSample.Markdown("text", bank).Split('\n').Where(line => line.StartsWith("- [")).Select(line => line[3])));
        Assert.Equal("", BankSample.Changes("text", bank));
        Assert.Equal("安全生产月知识竞赛题库", BankSample.Read("text", bank).Value.Title);
    }

    [Fact]
    public void Several_blanks_take_several_answers_and_each_several_wordings()
    {
        Assert.Equal(
            "## 先 [[通风]]、再 [[检测]]{alt=\"测气\"}、后 [[作业]]。 {#bank-01 .blank}",
            BankSample.Markdown("text", "1. 先____、再____、后____。\n答案：通风；检测/测气；作业").Replace("先[", "先 [").Replace("再[", "再 [").Replace("后[", "后 [").Replace("]、", "]、"));
    }

    [Fact]
    public void Numbered_steps_within_a_question_do_not_begin_another()
    {
        const string bank = "1. 下面的做法：\n3) 关阀\n5) 开窗\n哪个对？\nA.甲\nB.乙\n答案：A\n2. 下一题（√）";

        Assert.Equal(2, BankSample.Read("text", bank).Value.Questions.Length);
        Assert.StartsWith("## 下面的做法： 3) 关阀 5) 开窗哪个对？ {", BankSample.Markdown("text", bank));
    }

    [Theory]
    [InlineData("1.问？\nA.甲\nB.乙", "1:1 bank/no-answer")]
    [InlineData("1.问？\nA.甲\nB.乙\n答案：C", "4:1 bank/unknown-letter")]
    [InlineData("1.问（A）\nA.甲\nB.乙\n答案：B", "1:1 bank/two-answers")]
    [InlineData("单选题\n1.问？\nA.甲\nB.乙\n答案：AB", "5:1 bank/two-answers")]
    [InlineData("判断题\n1.问？\n答案：也许", "3:1 bank/unreadable-answer")]
    [InlineData("1.问____和____。\n答案：一", "2:1 bank/answers-count")]
    [InlineData("1.问？\nA.甲\nB.乙\n参考答案\n1.A 2.B", "5:1 bank/answer-without-question")]
    [InlineData("1.问？\nA.甲\nB.乙\n参考答案\n1-3 AB", "1:1 bank/no-answer\n5:1 bank/answers-count")]
    [InlineData("没有题目的文件", "1:1 bank/no-question")]
    public void A_bad_bank_gives_errors_at_their_lines(string bank, string diagnostics)
    {
        Assert.Equal(diagnostics, BankSample.Diagnostics("text", bank));
    }

    [Fact]
    public void A_file_in_gbk_is_read_and_that_is_told()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes("1.灭火器要检查。（√）");

        Assert.StartsWith("## 灭火器要检查。 {", BankSample.Markdown(BankSample.Read("text", gbk)));
        Assert.Equal("1: 文件是 GBK（GB 18030）编码，已经转成 UTF-8。", BankSample.Changes(BankSample.Read("text", gbk)));
    }

    [Fact]
    public void Essay_questions_are_told_and_left_out()
    {
        Assert.Equal("3: 没有带过来：这是问答题，答案要人来评。", BankSample.Changes("text", "1.对（√）\n四、简答题\n2.谈谈你的看法。\n答案：略"));
    }
}
