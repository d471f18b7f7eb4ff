using System.Text;
using FsCheck.Fluent;
using Site.Content.Editing;

namespace Site.Tests;

public class EditedTextTests
{
    [Theory]
    [InlineData("甲\r\n乙\r\n丙\r\n", "甲\n新\n丙\n", "甲\r\n新\r\n丙\r\n")]
    [InlineData("甲\n乙\r\n丙\n", "甲\n乙\n新\n丙\n", "甲\n乙\r\n新\n丙\n")]
    [InlineData("甲\r\n乙", "甲\n乙\n丙", "甲\r\n乙\r\n丙")]
    [InlineData("\uFEFF甲\n", "乙\n", "\uFEFF乙\n")]
    [InlineData("\uFEFF甲\r\n乙\r\n", "甲\n", "\uFEFF甲\r\n")]
    [InlineData("甲\r乙\n", "甲\n丙\n", "甲\r丙\n")]
    [InlineData("", "甲\n", "甲\n")]
    public void Line_ends_and_the_byte_order_mark_stay_where_they_were(string before, string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(EditedText.Write(Encoding.UTF8.GetBytes(before), text)));

    [Fact]
    public void Any_text_that_nobody_touched_is_the_same_bytes()
    {
        var pieces = Gen.Elements("甲", "乙丙", "\n", "\r\n", "\r", "---\n", "title: 甲\n", "\uFEFF", " ", "𠮷");
        Prop.ForAll(Gen.ListOf(pieces).Select(string.Concat).ToArbitrary(), text =>
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            Assert.Equal(bytes, EditedText.Write(bytes, EditedText.Read(bytes)!));
        }).AssertHolds(runs: 1000);
    }

    [Fact]
    public void A_file_of_an_old_notepad_is_read_as_gbk_and_utf_16_by_its_mark()
    {
        Assert.Null(EditedText.Read([0xB0, 0xB2, 0xC8, 0xAB]));
        Assert.Equal("安全", EditedText.ReadOlder([0xB0, 0xB2, 0xC8, 0xAB]));
        Assert.Equal("安全\n", EditedText.ReadOlder([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("安全\r\n")]));
        Assert.Null(EditedText.ReadOlder([0xFF, 0x20, 0xFF]));
    }

    [Theory]
    [InlineData("甲\n乙\n丙\n", "甲1\n乙\n丙\n", "甲\n乙\n丙3\n", "甲1\n乙\n丙3\n")]
    [InlineData("甲\n乙\n丙\n", "甲\n丙\n", "甲\n乙\n丙\n丁\n", "甲\n丙\n丁\n")]
    [InlineData("甲\n乙\n", "甲\n乙\n", "甲\n乙2\n", "甲\n乙2\n")]
    [InlineData("甲\n乙\n", "甲\n新\n", "甲\n新\n", "甲\n新\n")]
    [InlineData("甲\n乙\n丙\n丁\n", "甲\n甲1\n乙\n丙\n丁\n", "甲\n乙\n丙\n", "甲\n甲1\n乙\n丙\n")]
    [InlineData("甲\n乙\n", "甲\n我的\n", "甲\n对方的\n", null)]
    [InlineData("甲\n乙\n", "甲\n", "甲\n乙改\n", null)]
    [InlineData("", "我的\n", "对方的\n", null)]
    public void What_two_people_made_of_one_text_is_joined_where_lines_do_not_touch(string origin, string mine, string theirs, string? merged)
    {
        Assert.Equal(merged, TextLines.Merge(origin, mine, theirs));
        Assert.Equal(merged, TextLines.Merge(origin, theirs, mine));
    }

    [Fact]
    public void Any_two_edits_joined_keep_each_line_that_either_wrote_and_neither_what_one_took_away()
    {
        var line = Gen.Elements("甲\n", "乙\n", "丙\n", "丁\n", "戊\n");
        var texts = Gen.ListOf(line).Select(string.Concat);
        Prop.ForAll((from origin in texts from mine in texts from theirs in texts select (origin, mine, theirs)).ToArbitrary(), three =>
        {
            var (origin, mine, theirs) = three;
            Assert.Equal(mine, TextLines.Merge(origin, mine, origin));
            Assert.Equal(theirs, TextLines.Merge(origin, origin, theirs));
            if (TextLines.Merge(origin, $"我写的\n{origin}", $"{origin}对方写的\n") is { } both && origin.Length > 0)
            {
                Assert.Equal($"我写的\n{origin}对方写的\n", both);
            }
        }).AssertHolds(runs: 500);
    }

    [Theory]
    [InlineData("2026年6月16日", "2026-06-16")]
    [InlineData("2026年6月16日（周二）", "2026-06-16")]
    [InlineData("2026/6/16", "2026-06-16")]
    [InlineData("2026.06.16", "2026-06-16")]
    [InlineData("2026-6-16", "2026-06-16")]
    [InlineData("20260616", "2026-06-16")]
    [InlineData("２０２６年６月１６日", "2026-06-16")]
    [InlineData("6月16日", "2026-06-16")]
    [InlineData("6/16", "2026-06-16")]
    [InlineData("2026年6月16日上午9点半", "2026-06-16 09:30")]
    [InlineData("2026/6/16 14:00", "2026-06-16 14:00")]
    [InlineData("2026-06-16 下午2点", "2026-06-16 14:00")]
    [InlineData("2026-06-16T9:00", "2026-06-16 09:00")]
    [InlineData("2026年2月30日", null)]
    [InlineData("下周二", null)]
    [InlineData("2026年6月", null)]
    [InlineData("13月1日", null)]
    public void Days_as_people_write_them(string written, string? day) => Assert.Equal(day, WrittenDays.Day(written, new(2026, 6, 10)));

    [Theory]
    [InlineData("9点", "09:00")]
    [InlineData("9：30", "09:30")]
    [InlineData("上午9时5分", "09:05")]
    [InlineData("下午2:30", "14:30")]
    [InlineData("12点半", "12:30")]
    [InlineData("25:00", null)]
    [InlineData("早上", null)]
    public void Hours_as_people_write_them(string written, string? time) => Assert.Equal(time, WrittenDays.Time(written));
}
