using Site.Statistics.Attempts;


namespace Site.Tests;

public class AttemptCountReaderTests
{
    [Fact]
    public void Counts_of_the_releases_asked_for_are_kept_and_later_ones_are_not()
    {
        var read = SampleAttempts.Read(SampleAttempts.Tally((0, 3, "18-25", 4, 0, 12), (1, 2, "60+", 0, 1, 7), (1, 2, "60+", 0, 2, 9)), weeks: 2);

        Assert.Empty(read.Diagnostics);
        Assert.Equal([new(0, 3, SampleAttempts.Young, 4, 0, 12), new(1, 2, SampleAttempts.Old, 0, 1, 7)], read.Value);
    }

    [Fact]
    public void Faults_say_where_and_how_many_and_nothing_of_a_row()
    {
        var tally = new AttemptTally();
        tally.Report(new(0, AttemptFaultKind.BadRows) { Columns = ["quiz"], Rows = 3, First = 7 });
        tally.Report(new(1, AttemptFaultKind.BadRows) { Columns = ["age_band"], Rows = 1, First = 9 });
        tally.Report(new(0, AttemptFaultKind.MissingColumns) { Columns = ["score", "finished"] });
        tally.Report(new(0, AttemptFaultKind.TooManyColumns));
        tally.Report(new(0, AttemptFaultKind.NotUtf8) { First = 12 });
        tally.Report(new(1, AttemptFaultKind.Unreadable));

        var read = SampleAttempts.Read(tally);

        Assert.Equal(
            """
            input/attempts/a.csv:8:1: error attempts/bad-quiz
              有 3 条的 quiz 不是本站的题目，第一条是第 7 条。
              quiz 列写题目的编号或标题，与 content/quizzes/ 一致。
            input/attempts/b.parquet:1:1: error attempts/bad-age-band
              有 1 条的 age_band 不是年龄段，第一条是第 9 条。
              写成 18-25、60+、18岁以下 这样的年龄段。
            input/attempts/a.csv:1:1: error attempts/missing-columns
              表头里没有 score、finished 列。
              需要 quiz、area、age_band、score、finished 五列，列名用小写英文。
            input/attempts/a.csv:1:1: error attempts/too-many-columns
              表头太长，或列数超过 1000。
              请只导出 quiz、area、age_band、score、finished 五列。
            input/attempts/a.csv:12:1: error attempts/not-utf8
              这个文件不是 UTF-8 编码。
              请在导出时选 UTF-8；用 Excel 另存时选“CSV UTF-8（逗号分隔）”。
            input/attempts/b.parquet:1:1: error attempts/unreadable
              这个文件打不开：可能没有传完，或者不是这种格式。
              请重新导出后再放进来。
            """,
            string.Join('\n', read.Diagnostics));
    }

    [Fact]
    public void Age_bands_that_overlap_and_ages_that_cannot_be_are_refused_with_all_counts()
    {
        var read = SampleAttempts.Read(SampleAttempts.Tally((0, 3, "18-25", 4, 0, 12), (0, 3, "20-30", 4, 0, 12), (0, 3, "90-80", 4, 0, 12)));

        Assert.Equal(["attempts/bad-age-band", "attempts/age-bands-overlap"], read.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("年龄段“18—25岁”与“20—30岁”有重叠，同一个人可能算在两段里。", read.Diagnostics[1].Message);
        Assert.Empty(read.Value);
    }

    [Fact]
    public void Attempts_without_a_day_belong_to_the_only_release_and_cannot_be_told_apart_from_earlier_ones()
    {
        var tally = SampleAttempts.Tally((0, 3, "18-25", 4, AttemptTally.Undated, 12));

        var (only, second) = (SampleAttempts.Read(tally), SampleAttempts.Read(tally, weeks: 2));

        Assert.Equal(0, Assert.Single(only.Value).Week);
        Assert.Equal("attempts/undated", Assert.Single(second.Diagnostics).Code);
    }
}
