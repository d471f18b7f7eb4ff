using Site.Content.Quizzes.Trials;

namespace Site.Tests;

public class TrialTests
{
    private const string Quizzes =
        """
        -- content/quizzes/oil.md --
        ---
        title: 油锅
        summary: 三道题
        source: 示例
        reviewer: 示例科室
        ---
        ## 油锅起火怎么办？ {#oil-01 .single level=1}
        - [x] 盖锅盖
        - [ ] 浇水

        ## 灭火器多久检查一次？ {#oil-02 .single level=3}
        - [x] 每月
        - [ ] 每十年

        ## 着火打119。 {#oil-03 .judge level=2}
        - [x] 正确
        - [ ] 错误
        -- content/quizzes/paper.md --
        ---
        title: 居民卷
        summary: 取两道
        source: 示例
        reviewer: 示例科室
        questions: [oil-01, oil-03]
        ---
        """;

    [Theory]
    [InlineData(20, 17, 1)] // 85 of a hundred
    [InlineData(100, 84, 2)]
    [InlineData(20, 12, 2)] // 60 of a hundred
    [InlineData(100, 59, 3)]
    [InlineData(30, 0, 3)]
    [InlineData(19, 19, null)]
    [InlineData(100_000_000, 85_000_000, 1)]
    public void The_share_of_right_answers_gives_the_level_where_enough_have_answered(int asked, int right, int? level) =>
        Assert.Equal(level, new Trial("oil-01", asked, right).Level);

    [Fact]
    public async Task Questions_whose_level_differs_are_named_and_nothing_is_changed()
    {
        using var site = new SiteFolder(Quizzes);
        site.Write("trial.csv", "题号,做的人数,答对的人数,姓名\noil-01,12,6,甲\noil-01,18,6,乙\noil-03,5,5,丙\n");
        var before = site.Files();

        var run = await SiteProgram.RunAsync("quiz", "levels", site.In("trial.csv"), "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            """
            1道题有20个人以上试做，0道的难度和规则一致，1道不一致：
            content/quizzes/oil.md:7  oil-01  现在是难度1，照规则是3：30个人做，12个人对，40%
            1道题试做的人不到20个，先不判断：oil-03
            1道题没有试做，难度是出题人按规则估的。

            """,
            run.Output);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task Levels_that_hold_are_counted()
    {
        using var site = new SiteFolder(Quizzes);
        site.Write("trial.csv", "\uFEFFquestion;asked;right\noil-02;40;20\noil-03;40;30\n");

        var run = await SiteProgram.RunAsync("quiz", "levels", site.In("trial.csv"), "--site", site.Path);

        Assert.Equal("2道题有20个人以上试做，2道的难度和规则一致，0道不一致。\n1道题没有试做，难度是出题人按规则估的。\n", run.Output);
    }

    [Theory]
    [InlineData("题号,答对的人数\noil-01,3\n", "1:1: error trial/no-table")]
    [InlineData("题号,做的人数,答对的人数\n", "1:1: error trial/no-table")]
    [InlineData("", "1:1: error trial/no-table")]
    [InlineData("题号,做的人数,答对的人数\noil-09,30,3\n", "2:1: error trial/unknown-question")]
    [InlineData("题号,做的人数,答对的人数\n,30,3\n", "2:1: error trial/unknown-question\n  这一行没有写题号。")]
    [InlineData("题号,做的人数,答对的人数\n 　,30,3\n", "2:1: error trial/unknown-question\n  这一行没有写题号。")]
    [InlineData("题号,做的人数,答对的人数\noil-01,30,31\n", "2:11: error trial/bad-count")]
    [InlineData("题号,做的人数,答对的人数\noil-01,30,90%\n", "2:11: error trial/bad-count")]
    [InlineData("题号,做的人数,答对的人数\noil-01,0,0\n", "2:8: error trial/bad-count")]
    [InlineData("题号,做的人数,答对的人数\noil-01,-5,0\n", "2:8: error trial/bad-count")]
    [InlineData("题号,做的人数,答对的人数\noil-01\n", "2:7: error trial/bad-count")]
    [InlineData("题号,做的人数,答对的人数\noil-01,\"30,3\n", "2:1: error csv/quotes")]
    public async Task A_table_that_cannot_be_counted_says_where(string table, string says)
    {
        using var site = new SiteFolder(Quizzes);
        site.Write("trial.csv", table);

        var run = await SiteProgram.RunAsync("quiz", "levels", site.In("trial.csv"), "--site", site.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("trial.csv:" + says, run.Error, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
