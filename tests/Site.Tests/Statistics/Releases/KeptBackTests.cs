using Site.Core.Diagnostics;
using Site.Statistics.Releases;

namespace Site.Tests;

/// <summary>A table that cannot be protected keeps no other one back.</summary>
public class KeptBackTests
{
    private const string Units = "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,city,district,\nyi,示例乙区,city,district,\nbing,示例丙区,city,district,\n";

    private const string Returns = "-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n"
        + "form,jia,2026-06-14,form.work.sessions,3\nform,jia,2026-06-14,form.work.persons,90\nform,yi,2026-06-14,form.work.sessions,5\nform,yi,2026-06-14,form.work.persons,210\n"
        + "form,bing,2026-06-14,form.work.sessions,2\nform,bing,2026-06-14,form.work.persons,60\n";

    private const string Persons = "- {id: persons, title: 各区人次, indicators: [form.work.persons], dimensions: [area]}\n";

    private const string Sessions = "- {id: sessions, title: 各区场次, indicators: [form.work.sessions], dimensions: [area]}\n";

    [Fact]
    public void A_release_publishes_the_others_and_says_what_is_kept_back_why_and_what_would_help()
    {
        var made = Make(Persons + Sessions);

        Assert.DoesNotContain(made.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal(["categories.csv", "release.yaml", "sessions.csv"], made.Files.Select(file => file.Path.Split('/')[^1]).Order(StringComparer.Ordinal));
        var kept = made.Diagnostics.Single(diagnostic => diagnostic.Code == "release/kept-back");
        Assert.Equal("input/tables.yaml:1:3", kept.Location.ToString());
        Assert.StartsWith("这一期不公布表“各区人次”，别的表照常公布。原因：表“各区人次”对“参与”分得太细", kept.Message, StringComparison.Ordinal);
        Assert.Contains("从 dimensions 里去掉 area，只公布全市的数（会公布 1 格里的 1 格）", kept.Help);
    }

    [Theory]
    [InlineData("dimensions: [area]", "写 areas: district|从 dimensions 里去掉 area，只公布全市的数")]
    [InlineData("dimensions: [area]\n  areas: district", "从 dimensions 里去掉 area，只公布全市的数")]
    [InlineData("dimensions: [area, week]\n  areas: district", "从 dimensions 里去掉 week|从 dimensions 里去掉 area，只公布全市的数")]
    [InlineData("dimensions: [area, sector]\n  areas: district", "从 dimensions 里去掉 sector|从 dimensions 里去掉 area 和 sector，只公布全市的数")]
    [InlineData("dimensions: [sector]", "从 dimensions 里去掉 sector")]
    [InlineData("dimensions: []", "")]
    [InlineData("dimensions: [area, sector, week]\n  areas: street", "从 dimensions 里去掉 sector|写 areas: district|从 dimensions 里去掉 week|从 dimensions 里去掉 area 和 sector，只公布全市的数")]
    public void What_is_proposed_names_only_what_the_table_has(string dimensions, string proposed)
    {
        var input = new MadeUpInput(Units + Returns + $"-- input/tables.yaml --\n- id: persons\n  title: 人次\n  indicators: [form.work.persons]\n  {dimensions}\n");
        var request = Site.Statistics.Series.StatisticsInput.Read(new(input.Files)).Value.Requests.Tables.Single();

        Assert.Equal(proposed, string.Join('|', TableProposals.Of(request).Select(proposal => proposal.Change)));
    }

    [Fact]
    public void Only_so_many_changes_are_tried_and_the_rest_is_said()
    {
        var made = Make(string.Concat(Enumerable.Range(0, 16).Select(i => Persons.Replace("persons,", $"persons-{i},", StringComparison.Ordinal))) + Sessions);

        var kept = made.Diagnostics.Where(diagnostic => diagnostic.Code == "release/kept-back").ToList();
        Assert.Equal(16, kept.Count);
        // Two changes a table: by district, and the city alone.
        Assert.Equal(TableProposals.Most / 2, kept.Count(diagnostic => !diagnostic.Help.Contains("没有试怎样改", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_proposed_can_be_published()
    {
        var made = Make(Persons.Replace("[area]", "[]", StringComparison.Ordinal) + Sessions);

        Assert.DoesNotContain(made.Diagnostics, diagnostic => diagnostic.Code == "release/kept-back" || diagnostic.Severity == Severity.Error);
        Assert.Contains(made.Files, file => file.Path.EndsWith("/persons.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Where_no_table_is_left_or_something_else_is_wrong_nothing_is_published()
    {
        var alone = Make(Persons);
        Assert.Empty(alone.Files);
        Assert.Equal("disclosure/table-too-fine", alone.Diagnostics.Single(diagnostic => diagnostic.Severity == Severity.Error).Code);

        Assert.Empty(Make(Persons + Sessions, "form,jia,2026-06-21,form.work.sessions,1\n").Files);
    }

    [Fact]
    public void The_rules_of_a_table_that_is_kept_back_guard_its_indicators_in_the_others()
    {
        var input = new MadeUpInput(Units + Returns + "-- input/tables.yaml --\n"
            + "- {id: strict, title: 严, indicators: [form.work.persons], dimensions: [area], measure: count}\n- {id: whole, title: 全市人次, indicators: [form.work.persons], dimensions: []}\n" + Sessions);
        var made = ReleaseMaker.Make(new(input.Files), "r1", new(2026, 6, 14), null);

        // Whatever was kept back, the build that reads the same tables.yaml later finds nothing to refuse.
        Assert.NotEmpty(made.Files);
        Assert.DoesNotContain(ReleasedStatistics.Read(new([.. input.Files, .. made.Files])).Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
    }

    /// <summary>Eight districts by eight sectors, with a 3 and a 2 in them: rows and columns of withheld figures, which take a proof.</summary>
    [Fact]
    public void A_table_that_takes_too_much_to_prove_is_kept_back_with_what_to_do()
    {
        string[] sectors = ["road", "fishing", "water-transport", "ship-repair", "hazardous-chemicals", "construction", "fire", "tourism"];
        var units = string.Concat("abcdefgh".SelectMany(area => sectors.Select((sector, at) => $"{area}{at},示例{area}{at}单位,{area},office,{sector}\n").Prepend($"{area},示例{area}区,city,district,\n")));
        var returns = string.Concat("abcdefgh".SelectMany((area, row) => sectors.Select((_, at) =>
            $"form,{area}{at},2026-06-14,form.work.persons,{(row, at) switch { (0, 0) => 3, (1, 1) => 2, _ => 40 + (7 * row) + (11 * at) }}\nform,{area}{at},2026-06-14,form.work.sessions,{row + at + 1}\n")));
        var input = new MadeUpInput($"-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n{units}-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n{returns}-- input/tables.yaml --\n"
            + "- {id: persons, title: 人次, indicators: [form.work.persons], dimensions: [area, sector], areas: district, measure: count}\n" + Sessions);

        var proved = ReleaseMaker.Make(new(input.Files), "r1", new(2026, 6, 14), null);
        var spent = ReleaseMaker.Make(new(input.Files), "r1", new(2026, 6, 14), null, null, new(2));

        Assert.DoesNotContain(proved.Diagnostics, diagnostic => diagnostic.Code == "release/kept-back");
        Assert.Contains(spent.Files, file => file.Path.EndsWith("/sessions.csv", StringComparison.Ordinal));
        Assert.DoesNotContain(spent.Files, file => file.Path.EndsWith("/persons.csv", StringComparison.Ordinal));
        var kept = spent.Diagnostics.Single(diagnostic => diagnostic.Code == "release/kept-back");
        Assert.Contains("与太多不公布的数连在一起，核对不完能不能推算", kept.Message, StringComparison.Ordinal);
        Assert.Contains("在 tables.yaml 里", kept.Help, StringComparison.Ordinal);
    }

    private static MadeRelease Make(string tables, string more = "") =>
        ReleaseMaker.Make(new(new MadeUpInput(Units + Returns + more + "-- input/tables.yaml --\n" + tables).Files), "r1", new(2026, 6, 14), null);
}
