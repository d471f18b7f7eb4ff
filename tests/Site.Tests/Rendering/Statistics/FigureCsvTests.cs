using FsCheck.Fluent;

namespace Site.Tests;

public class FigureCsvTests
{
    [Fact]
    public void A_table_has_a_column_for_each_dimension_then_indicator_and_value()
    {
        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w2", "2026-06-14", [SampleFigures.Drills])));

        Assert.Equal(
            """
            area,indicator,value
            示例市,form.drills,30
            示例甲区,form.drills,30
            示例乙区,form.drills,0
            示例丙区,form.drills,—
            示例市,form.people,12345
            示例甲区,form.people,*
            示例乙区,form.people,*
            示例丙区,form.people,—

            """.ReplaceLineEndings("\r\n"),
            site["data/w2/drills.csv"]);
    }

    [Fact]
    public void A_table_without_weeks_has_no_week_column_and_one_with_weeks_has_the_days()
    {
        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w2", "2026-06-14", [SampleFigures.Sessions])));

        Assert.StartsWith("area,sector,week,indicator,value\r\n示例市,合计,2026-06-07,form.talks,1200\r\n示例市,合计,2026-06-14,form.talks,2400\r\n", site["data/w2/sessions.csv"]);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData("＝cmd", "'＝cmd")]
    [InlineData("甲=乙", "甲=乙")]
    public void A_name_that_a_spreadsheet_would_run_is_only_a_text(string name, string written)
    {
        var table = new SampleTable("t", "表", ["i|指标|场"], [$"area: 示例市 {name}<示例市"], "9 9");

        var site = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w2", "2026-06-14", [table])));

        Assert.EndsWith($"\r\n{written},i,9\r\n", site["data/w2/t.csv"]);
    }

    [Fact]
    public void Any_name_is_read_back_as_it_was_but_for_the_apostrophe() => Prop.ForAll(
        Gen.Elements("示例", "\"", ",", "=", "'", "a", "—", "*").NonEmptyListOf().Select(string.Concat).Where(name => name.Length <= 100).ToArbitrary(),
        name =>
        {
            var table = new SampleTable("t", "表", ["i|指标|场"], [$"area: 总 {name}<总"], "9 9");

            var csv = RenderedSite.Of(SampleSite.Read(""), SampleFigures.Read(SampleFigures.Files("w2", "2026-06-14", [table])))["data/w2/t.csv"];

            Assert.Equal(name.StartsWith('=') ? "'" + name : name, ReadFigures.Csv(csv)[2]["area"]);
        }).AssertHolds();
}
