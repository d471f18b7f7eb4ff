using Site.Core.Diagnostics;
using Site.Statistics.Attempts;
using Site.Statistics.Units;

namespace Site.Tests;

public class UnitTests
{
    [Fact]
    public void Districts_and_streets_are_areas_and_offices_count_in_what_the_city_does_itself()
    {
        var plan = Plan(
            """
            id,name,parent,level,sector
            city,示例市,,市,
            fire,示例消防局,city,office,消防
            a,示例甲区,city,district,
            a1,示例一街道,a,street,
            a2,示例二街道,a,街道,
            b,示例乙区,city,区,
            firm,示例公司,b,enterprise,construction
            branch,示例分公司,firm,enterprise,construction
            """);

        Assert.Equal(
            ["示例市 -1", "示例甲区 0", "示例一街道 1", "示例二街道 1", "示例乙区 0", "示例市本级 0"],
            plan.Dimension.Categories.Zip(plan.Dimension.Parents, (name, parent) => $"{name} {parent}"));
        Assert.Equal(
            ["fire 示例市本级", "a1 示例一街道", "a2 示例二街道", "b 示例乙区", "firm 示例乙区", "branch 示例乙区"],
            plan.Reporters.Select(unit => $"{unit.Id} {plan.Dimension.Categories[plan.Homes[unit.Id]]}"));
        Assert.Equal((1, 2), (plan.DepthOf(rank: 3), plan.DepthOf(rank: 4)));
    }

    [Fact]
    public void A_district_whose_own_activities_are_reported_apart_has_a_part_for_them()
    {
        var plan = Plan("id,name,parent,level,sector,reports\ncity,示例市,,city,,\na,示例甲区,city,district,,own\na1,示例一街道,a,street,,\n");

        Assert.Equal(["示例市", "示例甲区", "示例一街道", "示例甲区本级"], plan.Dimension.Categories);
        Assert.Equal(3, plan.Homes["a"]);
    }

    [Fact]
    public void Streets_of_the_same_name_are_told_apart_by_their_districts()
    {
        var plan = Plan(
            """
            id,name,parent,level,sector
            city,示例市,,city,
            a,示例甲区,city,district,
            a1,示例街道,a,street,
            b,示例乙区,city,district,
            b1,示例街道,b,street,
            """);

        Assert.Equal(["示例市", "示例甲区", "示例甲区示例街道", "示例乙区", "示例乙区示例街道"], plan.Dimension.Categories);
    }

    [Fact]
    public void A_street_that_was_merged_away_is_an_area_of_the_years_before_alone()
    {
        const string Units =
            """
            id,name,parent,level,sector,opened,closed,merged_into
            city,示例市,,city,,,,
            a,示例一街道,city,street,,,2026-01-01,b
            b,示例二街道,city,street,,,,
            c,示例三街道,city,street,,2026-02-01,,
            """;

        Assert.Equal(["示例市", "示例一街道", "示例二街道"], Plan(Units, 2025).Dimension.Categories);
        Assert.Equal(["示例市", "示例二街道", "示例三街道"], Plan(Units, 2026).Dimension.Categories);
    }

    [Fact]
    public void Units_of_one_credit_code_or_parent_body_are_one_contributor_through_others_too()
    {
        var contributors = Read("id,name,parent,level,sector,credit_code,parent_body\ncity,示例市,,city,,,\na,示例甲,city,office,,X1,\nb,示例乙,city,office,,X1,P\nc,示例丙,city,office,,,P\nd,示例丁,city,office,,,\n")
            .Value.Contributors;

        Assert.Equal(contributors["a"], contributors["c"]);
        Assert.NotEqual(contributors["a"], contributors["d"]);
    }

    [Theory]
    [InlineData("a,示例甲,nobody,office,", "units/unknown-parent 3:1")]
    [InlineData("a,示例甲,b,office,\nb,示例乙,a,office,", "units/own-ancestor 3:1")]
    [InlineData("a,示例甲,a,office,", "units/own-ancestor 3:1")]
    [InlineData("city,示例甲,city,office,", "units/duplicate-id 3:1")]
    [InlineData("a,示例甲,,city,", "units/several-roots 3:1")]
    [InlineData("a,示例甲,city,office,banking", "units/unknown-sector 3:19")]
    [InlineData("a,示例甲,city,moon,", "units/unknown-level 3:12")]
    [InlineData("a,示例甲,city", "units/wrong-row 3:1")]
    [InlineData(",示例甲,city,office,", "units/missing-field 3:1")]
    [InlineData("a,=1+1,city,office,", "units/strange-text 3:3")]
    [InlineData("a,示例\u202E甲,city,office,", "units/strange-text 3:3")]
    [InlineData("<<<<<<< main", "csv/merge-conflict 3:1")]
    [InlineData("a,\"示例甲,city,office,", "csv/quotes 3:1")]
    public void What_is_wrong_with_a_line_is_reported_at_its_place(string line, string reported) =>
        Assert.Equal(reported, Said(Read($"id,name,parent,level,sector\ncity,示例市,,city,\n{line}\n")));

    [Theory]
    [InlineData("id,name,parent,level", "units/missing-column 1:1")]
    [InlineData("id,name,parent,level,sector,联系电话", "units/unknown-column 1:29")]
    [InlineData("id,name,parent,level,sector,id", "units/duplicate-column 1:29")]
    public void The_head_has_known_columns_each_once(string head, string reported) => Assert.Equal(reported, Said(Read(head + "\ncity,示例市,,city,,\n")));

    [Fact]
    public void A_chain_of_ten_thousand_units_is_refused_and_not_walked_down()
    {
        var chain = string.Concat(Enumerable.Range(1, 10_000).Reverse().Select(unit => $"u{unit},示例{unit},u{unit - 1},office,\n"));

        Assert.Contains("units/too-deep", Said(Read($"id,name,parent,level,sector\nu0,示例市,,city,\n{chain}")));
    }

    [Theory]
    [InlineData(2025, "示例市, 示例甲区, 示例旧街道, 示例一街道, 示例园区街道")]
    [InlineData(2026, "示例市, 示例甲区, 示例一街道, 示例园区街道")]
    public void Returns_and_attempts_show_the_same_areas_of_a_year(int year, string areas)
    {
        var units = Read(
            """
            id,name,parent,level,sector,closed,merged_into
            city,示例市,,city,,,
            jia,示例甲区,city,district,,,
            old,示例旧街道,jia,street,,2025-12-31,one
            one,示例一街道,jia,street,,,
            office,示例园区管委会,city,office,,,
            park,示例园区街道,office,street,,,
            """);

        Assert.Empty(units.Diagnostics);
        Assert.Equal(areas, string.Join(", ", AttemptAreas.Of(units.Value, year)!.Names));
        Assert.Equal(areas, string.Join(", ", AreaPlan.Of(units.Value, year)!.Dimension.Categories.Where(area => !area.EndsWith("本级", StringComparison.Ordinal))));
    }

    [Fact]
    public void Units_of_one_name_are_called_by_what_tells_them_apart()
    {
        var units = Read(
            """
            id,name,parent,level,sector
            city,示例市,,city,
            jia,示例甲区,city,district,
            yi,示例乙区,city,district,
            jia-cg,城关街道,jia,street,
            yi-cg,城关街道,yi,street,
            jia-hf,和风镇,jia,town,
            s1,中心小学,jia-cg,school,
            s2,中心小学,jia-hf,school,
            s3,中心小学,yi-cg,school,
            s4,中心小学,yi-cg,school,
            o1,安监站,city,office,
            o2,安监站,jia,office,
            x1,第一小学（示例甲区）,yi,school,
            x2,第一小学,jia-cg,school,
            x3,第一小学,yi,school,
            """).Value;

        Assert.Equal(
            ["示例市", "示例甲区", "示例乙区", "城关街道（示例甲区）", "城关街道（示例乙区）", "和风镇", "中心小学（示例甲区城关街道）", "中心小学（示例甲区和风镇）", "中心小学（s3）", "中心小学（s4）",
                "安监站（示例市）", "安监站（示例甲区）", "第一小学（示例甲区）", "第一小学（示例甲区城关街道）", "第一小学（示例乙区）"],
            units.All.Select(units.NameOf));
        Assert.Equal(("yi-cg", null, "s2"), (units.FindByName("城关街道（示例乙区）")?.Id, units.FindByName("城关街道"), units.FindByName("中心小学（示例甲区和风镇）")?.Id));
        Assert.Equal("有 2 个单位都叫“城关街道”，不知道是哪一个：城关街道（示例甲区）、城关街道（示例乙区）。", units.SaySameName("城关街道"));
        Assert.Null(units.SaySameName("和风镇"));
    }

    private static string Said(Result<UnitRegistry> read) =>
        string.Join(", ", read.Diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location.Line}:{diagnostic.Location.Column}"));

    private static AreaPlan Plan(string units, int year = 2026)
    {
        var read = Read(units);
        Assert.Empty(read.Diagnostics);
        return AreaPlan.Of(read.Value, year)!;
    }

    private static Result<UnitRegistry> Read(string units) => UnitReader.Read([SampleSite.File("input/units.csv", units)]);
}
