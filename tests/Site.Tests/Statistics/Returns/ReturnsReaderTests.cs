using Site.Core.Diagnostics;
using Site.Statistics.Returns;

namespace Site.Tests;

public class ReturnsReaderTests
{
    [Fact]
    public void A_long_table_is_read_into_one_return_for_each_unit_and_day()
    {
        var (returns, diagnostics) = Read(
            """
            -- input/returns/2026.csv --
            form,unit,as_of,indicator,value
            sample,street-b,2026-06-09,sample.study.sessions,３
            sample,street-b,2026-06-09,sample.study.people,"1,234"
            sample,street-a,2026-06-09,sample.study.sessions,无
            sample,street-a,2026-06-09,sample.study.people,
            sample,street-a,2026/6/16,sample.plan.made,是
            """);

        Assert.Empty(diagnostics);
        Assert.Equal(
            ["street-a 2026-06-09: sample.study.sessions=0 sample.study.people=", "street-a 2026-06-16: sample.plan.made=1", "street-b 2026-06-09: sample.study.sessions=3 sample.study.people=1234"],
            returns.Select(one => $"{one.Unit} {one.AsOf:yyyy-MM-dd}: {string.Join(' ', one.Figures.Select(figure => $"{figure.Indicator}={figure.Value}"))}"));
        Assert.Equal("input/returns/2026.csv:3:48", $"{returns[2].Figures[1].Location}");
    }

    [Theory]
    [InlineData("other,street-a,2026-06-09,other.study.sessions,3", "2:1: error returns/unknown-form", "不认识表格 “other”。")]
    [InlineData("sample,street-a,2026-06-09,sample.study.talks,3", "2:28: error returns/unknown-indicator", "里没有指标 “sample.study.talks”。")]
    [InlineData("sample,,2026-06-09,sample.study.sessions,3", "2:8: error returns/no-unit", "没有写单位")]
    [InlineData("sample,street-a,2026-02-30,sample.study.sessions,3", "2:17: error returns/wrong-day", "这里不是日期。")]
    [InlineData("sample,street-a,2026-06-09,sample.header.phone,13800000000", "2:28: error returns/personal-value", "“电话” 是个人信息")]
    [InlineData("sample,street-a,2026-06-09,sample.study.sessions", "2:1: error csv/columns", "这一行有 4 列，第一行有 5 列。")]
    [InlineData("sample,street-a,2026-06-09,sample.study.sessions,\"3", "2:1: error csv/quotes", "双引号没有成对")]
    [InlineData("sample,street-a,2026-06-09,sample.study.sessions,=cmd|' /C calc'!A0", "2:50: error returns/not-a-figure", "这里是公式")]
    public void A_row_that_cannot_be_read_is_reported_at_its_column(string row, string where, string says)
    {
        var (_, diagnostics) = Read($"-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n{row}\n");

        Assert.StartsWith("input/returns/a.csv:" + where, $"{Assert.Single(diagnostics)}");
        Assert.Contains(says, diagnostics[0].Message);
        Assert.DoesNotContain("13800000000", $"{diagnostics[0]}");
    }

    [Theory]
    [InlineData("约300", "约数")]
    [InlineData("300余", "约数")]
    [InlineData("300多", "约数")]
    [InlineData("-3", "负数")]
    [InlineData("1.5", "小数")]
    [InlineData("1234567890", "超过了 9 位")]
    [InlineData("12人", "单位和表格不一致")]
    [InlineData("3 4", "数字中间有空格")]
    [InlineData("12,34", "除了数字还有别的内容")]
    [InlineData("很好", "不是数字")]
    [InlineData("+86", "公式")]
    public void What_is_no_exact_whole_number_is_an_error_that_does_not_repeat_it(string value, string says)
    {
        var (_, diagnostics) = Read($"-- input/returns/a.csv --\nform,unit,as_of,indicator,value\nsample,a,2026-06-09,sample.study.sessions,\"{value}\"\n");

        var diagnostic = Assert.Single(diagnostics);
        Assert.Contains(says, diagnostic.Message);
        Assert.Contains("开展集中学习", diagnostic.Message);
        Assert.DoesNotContain(value, $"{diagnostic}".Replace("input/returns/a.csv:2:43", ""));
    }

    [Theory]
    [InlineData("１２", 12)]
    [InlineData(" 12 ", 12)]
    [InlineData("12场", 12)]
    [InlineData("１２場", 12)]
    [InlineData("1,234", 1234)]
    [InlineData("１，２３４", 1234)]
    [InlineData("0", 0)]
    [InlineData("无", 0)]
    [InlineData("零", 0)]
    [InlineData("000000000012", 12)]
    [InlineData("", null)]
    public void A_number_may_be_written_in_many_ways(string value, int? expected)
    {
        var (returns, diagnostics) = Read($"-- input/returns/a.csv --\nform,unit,as_of,indicator,value\nsample,a,2026-06-09,sample.study.sessions,\"{value}\"\n");

        Assert.Empty(diagnostics);
        Assert.Equal(expected, returns.Single().Figures.Single().Value);
    }

    [Fact]
    public void A_second_return_of_a_unit_for_a_day_is_an_error_that_shows_both_places()
    {
        var (_, diagnostics) = Read(
            """
            -- input/returns/a.csv --
            form,unit,as_of,indicator,value
            sample,street-a,2026-06-09,sample.study.sessions,3
            -- input/returns/b.csv --
            form,unit,as_of,indicator,value
            sample,street-a,2026-06-09,sample.study.sessions,4
            """);

        var diagnostic = Assert.Single(diagnostics);
        Assert.StartsWith("input/returns/b.csv:2:50: error returns/duplicate-return", $"{diagnostic}");
        Assert.Contains("“street-a” 2026-06-09 的 “sample” 在 input/returns/a.csv:2:50 已经报过", diagnostic.Message);
    }

    [Fact]
    public void A_correction_stands_beside_what_it_corrects()
    {
        var (returns, diagnostics) = Read(
            """
            -- input/returns/a.csv --
            form,unit,as_of,indicator,value
            sample,street-a,2026-06-09,sample.study.sessions,3
            -- input/returns/b.csv --
            form,unit,as_of,indicator,value,correction
            sample,street-a,2026-06-09,sample.study.sessions,4,是
            """);

        Assert.Empty(diagnostics);
        Assert.Equal([(0, 3L, false), (1, 4L, true)], returns.Select(one => (one.Correction, one.Figures[0].Value!.Value, one.IsCorrection)));
    }

    [Theory]
    [InlineData("form,unit,as_of,indicator,value,phone", "1:33: error csv/unknown-column")]
    [InlineData("form,unit,as_of,indicator", "1:1: error csv/missing-column")]
    [InlineData("form,unit,as_of,indicator,value,value", "1:33: error csv/duplicate-column")]
    public void A_heading_that_is_not_known_is_reported(string heading, string where) =>
        Assert.StartsWith("input/returns/a.csv:" + where, $"{Assert.Single(Read($"-- input/returns/a.csv --\n{heading}\n").Diagnostics)}");

    [Fact]
    public void A_file_in_another_encoding_or_of_ten_million_columns_is_refused_and_nothing_of_it_repeated()
    {
        byte[] gbk = [.. "form,unit,as_of,indicator,value\nsample,"u8, 0xCA, 0xBE, 0xC0, 0xFD];
        byte[] utf16 = [0xFF, 0xFE, (byte)'f', 0];

        Assert.Equal("input/not-utf8 input/returns/a.csv:2:9", Refusal(gbk));
        Assert.Equal("input/not-utf8 input/returns/a.csv:1:1", Refusal(utf16));
        Assert.Equal("csv/too-wide input/returns/a.csv:2:1", Refusal([.. "form,unit,as_of,indicator,value\n"u8, .. Enumerable.Repeat((byte)',', 10_000_000)]));
        Assert.Empty(ReturnsReader.Read(SampleForms.Registry, [SampleSite.File("input/returns/a.csv", [0xEF, 0xBB, 0xBF, .. "form,unit,as_of,indicator,value\n"u8])]).Diagnostics);

        static string Refusal(byte[] bytes)
        {
            var diagnostic = Assert.Single(ReturnsReader.Read(SampleForms.Registry, [SampleSite.File("input/returns/a.csv", bytes)]).Diagnostics);
            return $"{diagnostic.Code} {diagnostic.Location}";
        }
    }

    [Fact]
    public void A_file_too_large_is_refused_before_it_is_loaded()
    {
        var diagnostic = Assert.Single(ReturnsReader.Read(SampleForms.Registry, [new("input/returns/a.csv", 2L << 30, () => throw new InvalidOperationException())]).Diagnostics);

        Assert.Equal("input/returns/a.csv:1:1: error input/too-large", $"{diagnostic}".Split('\n')[0]);
    }

    private static Result<System.Collections.Immutable.ImmutableArray<UnitReturn>> Read(string text) =>
        ReturnsReader.Read(SampleForms.Registry, SampleSite.Files(text));
}
