using System.Text;
using Site.Content.Quizzes.Banks;

namespace Site.Tests;

public class HostileBankTests
{
    [Theory]
    [InlineData("gift")]
    [InlineData("aiken")]
    [InlineData("text")]
    [InlineData("csv")]
    public void A_line_of_seven_million_characters_is_refused(string format)
    {
        Assert.Equal("1:1 bank/long-line", BankSample.Diagnostics(format, new string('a', 7_000_000)));
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_even_loaded()
    {
        var read = BankReader.Read("gift", new("bank.txt", 1L << 40, () => throw new InvalidOperationException("loaded")), "bank", null, (_, _) => true);

        Assert.Equal("1:1 file/too-large", BankSample.Diagnostics(read));
    }

    [Theory]
    [InlineData("gift", "题{T}\n\n")]
    [InlineData("text", "1.题（√）\n")]
    [InlineData("moodle-xml", "<question type='truefalse'><questiontext><text>题</text></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question>")]
    public void A_bank_of_more_questions_than_can_be_handled_is_refused(string format, string question)
    {
        var bank = string.Concat(Enumerable.Repeat(question, BankReader.MostQuestions + 1));

        Assert.Equal("1:1 file/too-large", BankSample.Diagnostics(format, format == "moodle-xml" ? $"<quiz>{bank}</quiz>" : bank));
    }

    [Theory]
    [InlineData("gift", "第一题{T}\n\n题\u202E目{T}", "3:2 file/control-character")]
    [InlineData("text", "1.题\u0007目（√）", "1:4 file/control-character")]
    [InlineData("gift", "[html]题&\\#x202E;目{T}", "1:1 bank/control-character")]
    [InlineData("moodle-xml", "<quiz><question type='truefalse'><questiontext><text>题&#x202E;目</text></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question></quiz>", "1:7 bank/control-character")]
    public void Marks_that_turn_the_text_round_are_reported_where_they_are(string format, string text, string diagnostic)
    {
        Assert.Equal(diagnostic, BankSample.Diagnostics(format, text));
    }

    [Fact]
    public void Html_of_a_hundred_thousand_elements_is_refused()
    {
        var gift = "[html]题" + string.Concat(Enumerable.Repeat("<b>", 60_000)) + "{T}";

        Assert.Equal("1:1 bank/text-too-much", BankSample.Diagnostics("gift", gift));
    }

    [Fact]
    public void Deeply_nested_html_gives_its_first_levels_and_says_so()
    {
        var gift = "[html]<p>题</p>" + string.Concat(Enumerable.Repeat("<div>", 2_000)) + "深{T}";

        Assert.StartsWith("## 题 {", BankSample.Markdown("gift", gift));
        Assert.Contains("1: 套得太深的内容没有带过来。", BankSample.Changes("gift", gift));
    }

    [Fact]
    public void Text_that_looks_like_markup_of_ours_stays_text()
    {
        var markdown = BankSample.Markdown("gift", @"[plain]# 题 {\#evil .single} [[x]] \{.y\}{=[x](javascript\:a) ~- [x] b ~<img src\=x onerror\=y> ~--- 解析 #> [!NOTE]}".Replace("{\\#evil .single}", @"\{\#evil .single\}"));

        Assert.DoesNotContain("](javascript", markdown.Replace("\\]", ""));
        Assert.Contains(@"\[x\](javascript:a)", markdown);
        Assert.Contains(@"\<img src=x onerror=y\>", markdown);
    }

    [Fact]
    public void Bytes_that_are_neither_utf8_nor_gbk_are_reported_at_their_line()
    {
        Assert.Equal("2:2 file/not-utf8", BankSample.Diagnostics(BankSample.Read("text", [.. Encoding.ASCII.GetBytes("a\nb"), 0xFF, 0xFF, (byte)'c'])));
    }

    [Fact]
    public void A_word_document_is_no_text()
    {
        Assert.Equal("1:1 bank/not-text", BankSample.Diagnostics(BankSample.Read("text", [0x50, 0x4B, 3, 4, 0, 0, 0])));
    }
}
