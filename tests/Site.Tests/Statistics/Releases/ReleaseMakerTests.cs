using Site.Core.Diagnostics;
using Site.Statistics.Published;

namespace Site.Tests;

public class ReleaseMakerTests
{
    private const string Units =
        """
        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        a,示例甲区,city,district,
        a1,示例一街道,a,street,
        a2,示例二街道,a,street,
        b,示例乙区,city,district,
        b1,示例三街道,b,street,
        b2,示例四街道,b,street,
        fire,示例消防局,city,office,fire

        """;

    private const string Sessions =
        """
        -- input/tables.yaml --
        - id: sessions
          title: 宣讲场次
          indicators: [form.work.sessions]
          dimensions: [area, week]

        """;

    private const string Week1 =
        """
        -- input/returns/1.csv --
        form,unit,as_of,indicator,value
        form,a1,2026-06-07,form.work.sessions,3
        form,a2,2026-06-07,form.work.sessions,4
        form,b1,2026-06-07,form.work.sessions,0
        form,fire,2026-06-07,form.work.sessions,1

        """;

    private const string Week2 =
        """
        -- input/returns/2.csv --
        form,unit,as_of,indicator,value
        form,a1,2026-06-14,form.work.sessions,5
        form,a2,2026-06-14,form.work.sessions,4
        form,b1,2026-06-14,form.work.sessions,2

        """;

    [Fact]
    public void Returns_add_up_week_by_week_and_a_silent_unit_keeps_its_last_figure()
    {
        var input = new MadeUpInput(Units + Sessions + Week1 + Week2);

        Assert.Empty(input.Release("2026-06-14").Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));

        var built = input.Build();
        Assert.Empty(built.Diagnostics);
        var table = built.Value[0].Tables[0];
        Assert.Equal(["示例市", "示例甲区", "示例一街道", "示例二街道", "示例乙区", "示例三街道", "示例四街道", "示例市本级"], table.Dimensions[0].Categories);
        Assert.Equal(["2026-06-07", "2026-06-14"], table.Dimensions[1].Categories);
        Assert.Equal("8 12\n7 9\n3 5\n4 4\n0 2\n0 2\n未报送 未报送\n1 1", MadeUpInput.Print(table));
        Assert.Equal(new SafeCoverage(3, 5, new(2026, 6, 14)), built.Value[0].Coverage);
    }

    [Fact]
    public void Units_that_have_not_reported_are_named_to_the_office_and_counted_for_readers()
    {
        var made = new MadeUpInput(Units + Sessions + Week1 + Week2).Release("2026-06-14");

        Assert.Equal(
            """
            input/units.csv:1:1: warning returns/not-reported
              截至 2026-06-14 的一期还有 2 个单位没有报送：示例四街道、示例消防局。
              请联系这些单位；网页上公布已报送和应报送的单位数，从没报送过的格子不写成 0。
            """,
            Assert.Single(made.Diagnostics).ToString());
        Assert.DoesNotContain(made.Files, file => System.Text.Encoding.UTF8.GetString(file.Load()).Contains("消防局"));
    }

    [Fact]
    public void A_name_is_used_once_and_days_go_forward()
    {
        var input = new MadeUpInput(Units + Sessions + Week1 + Week2);
        input.Release("2026-06-14");

        Assert.Contains("release/exists release.yaml:1", MadeUpInput.Said(input.Release("2026-06-14").Diagnostics));
        Assert.Contains("release/not-latest release.yaml:1", MadeUpInput.Said(input.Release("2026-06-07").Diagnostics));
    }

    [Fact]
    public void A_correction_makes_the_old_release_a_warning_until_a_new_one_says_what_changed()
    {
        var input = new MadeUpInput(Units + Sessions + Week1);
        input.Release("2026-06-07");
        input.Put("input/returns/1-correction.csv", "form,unit,as_of,indicator,value,correction\nform,a1,2026-06-07,form.work.sessions,2,1\n");
        Assert.Equal("release/differs-from-returns sessions.csv:1", MadeUpInput.Said(input.Build().Diagnostics));
        Assert.Equal(Severity.Warning, input.Build().Diagnostics[0].Severity);

        input.Put("input/returns/2.csv", SampleSite.Files(Week2)[0] is var file ? System.Text.Encoding.UTF8.GetString(file.Load()) : "");
        input.Release("2026-06-14");

        var built = input.Build();
        Assert.Empty(built.Diagnostics);
        Assert.Equal(
            ["示例市 2026-06-07: 8 -> 7", "示例甲区 2026-06-07: 7 -> 6", "示例一街道 2026-06-07: 3 -> 2"],
            built.Value[1].Changes.Select(change => $"{string.Join(' ', change.Categories)}: {CellText.Plain(change.From)} -> {CellText.Plain(change.To)}"));
        Assert.Contains("以前各期公布的数后来有更正，以本期为准。", built.Value[1].Tables[0].Notes);
    }

    [Fact]
    public void A_figure_of_a_snapshot_that_the_returns_do_not_give_stops_the_build()
    {
        var input = new MadeUpInput(Units + Sessions + Week1 + Week2);
        input.Release("2026-06-14");

        input.Put("input/returns/2.csv", input.Read("input/returns/2.csv").Replace("form.work.sessions,5", "form.work.sessions,6"));

        Assert.Equal("release/differs-from-returns sessions.csv:1", MadeUpInput.Said(input.Build().Diagnostics));
        Assert.True(input.Build().Diagnostics.HasErrors());
    }

    [Theory]
    [InlineData("form,nobody,2026-06-14,form.work.sessions,5", "returns/unknown-unit 2.csv:2")]
    [InlineData("form,a1,2026-06-14,form.work.sessions,2", "returns/falls 2.csv:2")]
    [InlineData("form,a,2026-06-14,form.work.sessions,9", "returns/total-contradicts-parts 2.csv:2")]
    [InlineData("form,a,2026-06-14,form.work.sessions,7", "")]
    [InlineData("form,a1,2026-06-14,form.work.persons,50", "returns/participants-need-sessions 2.csv:2")]
    public void Returns_that_cannot_be_added_up_are_reported_where_they_stand(string row, string said)
    {
        var input = new MadeUpInput(Units + Sessions + (row.Contains("persons") ? "" : Week1) + $"-- input/returns/2.csv --\nform,unit,as_of,indicator,value\n{row}\n");

        Assert.Equal(said, MadeUpInput.Said(input.Build().Diagnostics));
        Assert.All(input.Build().Diagnostics.ForOutside(), diagnostic => Assert.DoesNotContain("示例", diagnostic.Message + diagnostic.Help, StringComparison.Ordinal));
        Assert.Equal(said.Contains("need") || said.Length == 0, input.Release("2026-06-14").Files.Length > 0);
    }

    [Theory]
    [InlineData("", Severity.Warning)]
    [InlineData("form,a1,2026-06-14,form.work.sessions,0\n", Severity.Error)]
    public void Persons_without_sessions_are_an_error_only_where_the_sessions_were_reported_as_none(string sessions, Severity severity)
    {
        var input = new MadeUpInput(Units + Sessions + $"-- input/returns/2.csv --\nform,unit,as_of,indicator,value\nform,a1,2026-06-14,form.work.persons,50\n{sessions}");
        input.Put("input/forms/form.yaml", input.Read("input/forms/form.yaml").Replace("severity: warning, ", ""));

        var found = input.Release("2026-06-14").Diagnostics.Single(diagnostic => diagnostic.Code == "returns/participants-need-sessions");

        Assert.Equal(severity, found.Severity);
    }

    [Theory]
    [InlineData("indicators: [form.work.reports]\n  dimensions: []", "tables/not-publishable tables.yaml:3")]
    [InlineData("indicators: [form.work.checks]\n  dimensions: []", "tables/not-publishable tables.yaml:3")]
    [InlineData("indicators: [form.work.plan]\n  dimensions: []", "tables/not-a-count tables.yaml:3")]
    [InlineData("indicators: [form.work.leads]\n  dimensions: [area]", "tables/finer-than-usual tables.yaml:3")]
    [InlineData("indicators: [form.work.leads]\n  dimensions: [area]\n  areas: city", "")]
    [InlineData("indicators: [form.work.session]\n  dimensions: [area]", "tables/unknown-indicator tables.yaml:3")]
    [InlineData("indicators: [form.work.persons]\n  dimensions: [area]\n  measure: open", "tables/measure-too-weak tables.yaml:5")]
    [InlineData("indicators: [form.work.persons]\n  dimensions: [area]\n  measure: 大概", "tables/unknown-measure tables.yaml:5")]
    [InlineData("indicators: [form.work.persons]\n  dimensions: [month]", "tables/unknown-dimension tables.yaml:4")]
    [InlineData("indicators: [form.work.persons]\n  dimensions: [area]\n  areas: office", "tables/unknown-level tables.yaml:5")]
    [InlineData("indicators: [form.work.persons]", "tables/missing-field tables.yaml:1")]
    public void A_table_that_may_not_be_published_is_refused_where_it_is_asked_for(string request, string said) =>
        Assert.Equal(said, MadeUpInput.Said(new MadeUpInput(Units + $"-- input/tables.yaml --\n- id: table\n  title: 示例\n  {request}\n").Build().Diagnostics));

    [Theory]
    [InlineData("leastPersons: 1", "policy/out-of-range policy.yaml:1")]
    [InlineData("leastPerson: 5", "policy/unknown-field policy.yaml:1")]
    [InlineData("reportTotals: { indicators: [form.work.reports], signOffs: [示例甲, 示例甲] }", "policy/two-sign-offs policy.yaml:1")]
    [InlineData("leastPersons: 7\ndominancePercent: 15", "")]
    public void The_policy_has_known_fields_within_their_ranges(string policy, string said) =>
        Assert.Equal(said, MadeUpInput.Said(new MadeUpInput($"-- input/policy.yaml --\n{policy}\n").Build().Diagnostics));

    [Theory]
    [InlineData(4, 5, "*")]
    [InlineData(4, 6, "10")]
    public void Reports_are_published_as_a_whole_from_ten_on_with_two_sign_offs(int one, int other, string shown)
    {
        var input = new MadeUpInput(Units +
            $$"""
            -- input/policy.yaml --
            reportTotals:
              indicators: [form.work.reports]
              signOffs: [示例科室, 示例领导]
            -- input/tables.yaml --
            - { id: reports, title: 举报, indicators: [form.work.reports], dimensions: [] }
            -- input/returns/1.csv --
            form,unit,as_of,indicator,value
            form,a1,2026-06-28,form.work.reports,{{one}}
            form,b1,2026-06-28,form.work.reports,{{other}}
            """);

        var made = input.Release("2026-06-30");

        if (shown == "*")
        {
            Assert.Contains("disclosure/table-too-fine tables.yaml:1", MadeUpInput.Said(made.Diagnostics));
            Assert.Empty(made.Files);
        }
        else
        {
            Assert.Equal(shown, MadeUpInput.Print(input.Build().Value[0].Tables[0]));
        }
    }
}
