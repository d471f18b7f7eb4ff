using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>What a log says that others may read.</summary>
public class OutsideTests
{
    [Theory]
    [InlineData("input/returns/示例街道.csv", "input/returns/")]
    [InlineData("input/returns/2026-06-20-sample-street-a.csv", "input/returns/")]
    [InlineData("input/returns/示例街道/2026-06-20.csv", "input/returns/")]
    [InlineData("input/returns/street-a.csv", "input/returns/")]
    [InlineData("input/returns/110101.csv", "input/returns/")]
    [InlineData("input/returns/2026-06-20.csv", "input/returns/2026-06-20.csv")]
    [InlineData("input/returns/2026-06-20-correction.csv", "input/returns/2026-06-20-correction.csv")]
    [InlineData("input/returns/2026-06-20-1f2e3d4c-2.csv", "input/returns/2026-06-20-1f2e3d4c-2.csv")]
    [InlineData("input/units.csv", "input/units.csv")]
    public void A_message_about_a_unit_does_not_stand_in_a_file_by_its_name(string path, string stands)
    {
        ImmutableArray<Diagnostic> diagnostics = [Diagnostic.Warning("returns/outlier", new(path, 3, 9), "“示例街道”报得多。", "请“示例街道”核对。") with { Outside = "有单位报得多。" }];

        Assert.Equal([Diagnostic.Warning("returns/outlier", new(stands), "有单位报得多。", "请“某单位”核对。")], diagnostics.ForOutside());
    }

    [Fact]
    public void Files_of_returns_are_those_named_in_locations_and_in_words_but_for_files_of_many_units()
    {
        ImmutableArray<Diagnostic> diagnostics =
        [
            Diagnostic.Error("csv/broken", new("input/returns/示例街道 6月.csv", 3, 1), "这一行有 6 格。", "请看第 1 行。"),
            Diagnostic.Error("returns/twice", new("input/returns/2026-06-20.csv", 2, 50), "在 input/returns/street-b.csv:2:50 已经报过（那一份在 input/returns/street-c.csv）。", "删掉一份。"),
            Diagnostic.Error("units/bad", new("input/units.csv", 2, 1), "没有名称。", "报送放进 input/returns/。"),
        ];

        Assert.Equal(["input/returns/示例街道 6月.csv", "input/returns/street-b.csv", "input/returns/street-c.csv"], diagnostics.ReturnedFiles());
        Assert.DoesNotContain(diagnostics.ForOutside(diagnostics.ReturnedFiles()), one => $"{one}".Contains("示例街道") || $"{one}".Contains("street-"));
    }

    [Fact]
    public void A_file_that_was_sent_is_named_nowhere()
    {
        ImmutableArray<Diagnostic> diagnostics =
        [
            Diagnostic.Error("returns/twice", new("收到/示例街道.docx", 1, 2), "在 收到/示例街道.docx:1:1 已经报过。", "请看示例街道.docx。"),
            Diagnostic.Error("units/bad", new("input/units.csv", 2, 1), "没有名称。", "请写上。"),
        ];

        Assert.Equal(
            [Diagnostic.Error("returns/twice", new("input/returns/"), "在 某单位的文件:1:1 已经报过。", "请看某单位的文件。"), diagnostics[1]],
            diagnostics.ForOutside("收到/示例街道.docx"));
    }
}
