using Site.Core.Diagnostics;
using Site.Statistics.Releases;

namespace Site.Tests;

/// <summary>Files of snapshots changed by someone who makes the hashes fit: the attack must find it, with returns and without.</summary>
public class ForgedReleaseTests
{
    private const string Sites =
        """
        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        a,示例一街道,city,street,
        b,示例二街道,city,street,
        c,示例三街道,city,street,
        d,示例四街道,city,street,
        e,示例五街道,city,street,
        f,示例六街道,city,street,
        g,示例七街道,city,street,
        h,示例八街道,city,street,
        i,示例九街道,city,street,
        j,示例十街道,city,street,
        -- input/policy.yaml --
        leastPersons: 5
        -- input/tables.yaml --
        - id: persons
          title: 参与人数
          indicators: [form.work.persons]
          dimensions: [area, week]
          measure: count
        -- input/returns/1.csv --
        form,unit,as_of,indicator,value
        form,a,2026-06-07,form.work.persons,3
        form,b,2026-06-07,form.work.persons,9
        form,c,2026-06-07,form.work.persons,20
        form,d,2026-06-07,form.work.persons,21
        form,e,2026-06-07,form.work.persons,22
        form,f,2026-06-07,form.work.persons,23
        form,g,2026-06-07,form.work.persons,24
        form,h,2026-06-07,form.work.persons,25
        form,i,2026-06-07,form.work.persons,26
        form,j,2026-06-07,form.work.persons,27

        """;

    private const string Table = "input/releases/2026-06-07/persons.csv";

    [Fact]
    public void A_small_figure_is_withheld_with_two_others_so_that_no_street_can_work_out_another() =>
        Assert.Equal("200\n*\n*\n*\n21\n22\n23\n24\n25\n26\n27", MadeUpInput.Print(Published().Build().Value[0].Tables[0]));

    [Theory]
    [InlineData("示例二街道,2026-06-07,form.work.persons,*,withheld\n示例三街道,2026-06-07,form.work.persons,*,withheld", "示例二街道,2026-06-07,form.work.persons,9,shown\n示例三街道,2026-06-07,form.work.persons,20,shown", "disclosure/gives-way")]
    [InlineData("示例一街道,2026-06-07,form.work.persons,*,withheld\n示例二街道,2026-06-07,form.work.persons,*,withheld", "示例一街道,2026-06-07,form.work.persons,3,shown\n示例二街道,2026-06-07,form.work.persons,9,shown", "disclosure/gives-way")]
    [InlineData("示例四街道,2026-06-07,form.work.persons,21,shown", "示例四街道,2026-06-07,form.work.persons,300,shown", "disclosure/contradiction")]
    public void What_gives_way_is_found_with_returns_and_without(string before, string after, string said)
    {
        var input = Published();
        input.Forge(Table, before, after);

        Assert.Contains(said, MadeUpInput.SaidErrors(input.Build().Diagnostics));
        Assert.Contains(said, MadeUpInput.SaidErrors(input.WithoutReturns().Build().Diagnostics));
        Assert.Contains(said, MadeUpInput.SaidErrors(ReleaseAudit.Find(new(input.Files), null).Diagnostics));
    }

    [Fact]
    public void What_gives_way_and_is_out_stops_no_build_once_it_is_recorded_and_nothing_more_of_it_is_published()
    {
        var input = Published();
        input.Put("input/tables.yaml", input.Read("input/tables.yaml") + "- id: sessions\n  title: 宣讲场次\n  indicators: [form.work.sessions]\n  dimensions: [area]\n");
        input.Forge(Table, "示例二街道,2026-06-07,form.work.persons,*,withheld\n示例三街道,2026-06-07,form.work.persons,*,withheld", "示例二街道,2026-06-07,form.work.persons,9,shown\n示例三街道,2026-06-07,form.work.persons,20,shown");
        var before = input.Build().Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToArray();
        Assert.All(before, diagnostic => Assert.Equal("disclosure/gives-way", diagnostic.Code));
        Assert.All(before, diagnostic => Assert.Contains("disclosed", diagnostic.Help, StringComparison.Ordinal));
        var cells = before.Select(diagnostic => diagnostic.Message[(diagnostic.Message.IndexOf('“') + 1)..diagnostic.Message.IndexOf('”')]).Distinct().ToArray();
        Assert.Contains("参与，示例一街道，2026-06-07", cells);

        input.Put("input/policy.yaml", "leastPersons: 5\ndisclosed:\n" + string.Concat(cells.Select(cell => $"  - {{cell: {cell}, found: 2026-06-09, told: 示例市保密办}}\n")));

        var after = input.Build().Diagnostics;
        Assert.Equal("", MadeUpInput.SaidErrors(after));
        Assert.Contains(after, diagnostic => diagnostic is { Severity: Severity.Warning, Code: "disclosure/gives-way" } && diagnostic.Message.EndsWith("policy.yaml 里已经记下，2026-06-09发现。", StringComparison.Ordinal));
        Assert.DoesNotContain(after, diagnostic => (diagnostic.Message + diagnostic.Help).Contains("保密办", StringComparison.Ordinal));
        Assert.Contains("disclosure/gives-way", MadeUpInput.SaidErrors(ReleaseAudit.Find(new(input.Files), null).Diagnostics));

        input.Put("input/returns/2.csv", "form,unit,as_of,indicator,value\n" + string.Concat("abcdefghij".Select((unit, at) => $"form,{unit},2026-06-14,form.work.sessions,{at + 3}\nform,{unit},2026-06-14,form.work.persons,{at * 40 + 90}\n")));
        var next = input.Release("2026-06-14");
        Assert.DoesNotContain(next.Files, file => file.Path.EndsWith("/persons.csv", StringComparison.Ordinal));
        Assert.Contains(next.Files, file => file.Path.EndsWith("/sessions.csv", StringComparison.Ordinal));
        Assert.Equal("", MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    [Theory]
    [InlineData("disclosed: [参与]", "policy/not-fields")]
    [InlineData("disclosed: [{cell: 参与, told: 示例}]", "policy/missing-field")]
    [InlineData("disclosed: [{cell: 参与, found: 昨天, told: 示例}]", "policy/wrong-type")]
    [InlineData("disclosed: [{cell: 参与, found: 2026-06-09, told: 示例, who: 示例}]", "policy/unknown-field")]
    public void A_record_that_is_not_whole_is_an_error(string text, string code)
    {
        var input = Published();
        input.Put("input/policy.yaml", "leastPersons: 5\n" + text + "\n");

        Assert.Contains(code, MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    [Fact]
    public void A_figure_that_is_too_small_is_found_though_nothing_contradicts_it()
    {
        var input = Published();
        input.Forge(Table, "示例一街道,2026-06-07,form.work.persons,*,withheld", "示例一街道,2026-06-07,form.work.persons,3,shown");
        input.Forge(Table, "示例二街道,2026-06-07,form.work.persons,*,withheld", "示例二街道,2026-06-07,form.work.persons,9,shown");
        input.Forge(Table, "示例三街道,2026-06-07,form.work.persons,*,withheld", "示例三街道,2026-06-07,form.work.persons,20,shown");

        Assert.Equal("disclosure/gives-way persons.csv:1", MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    [Fact]
    public void Growth_that_is_too_small_is_withheld_and_found_where_it_is_not()
    {
        var input = Published();
        input.Put("input/returns/2.csv", "form,unit,as_of,indicator,value\nform,d,2026-06-14,form.work.persons,23\nform,c,2026-06-14,form.work.persons,30\nform,e,2026-06-14,form.work.persons,40\nform,b,2026-06-14,form.work.persons,30\n");
        input.Release("2026-06-14");
        var rows = MadeUpInput.Print(input.Build().Value[1].Tables[0]).Split('\n');
        Assert.Equal("21 *", rows[4]);

        input.Forge("input/releases/2026-06-14/persons.csv", "示例四街道,2026-06-14,form.work.persons,*,withheld", "示例四街道,2026-06-14,form.work.persons,23,shown");

        Assert.Contains("disclosure/gives-way", MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    [Fact]
    public void The_audit_says_what_each_withheld_figure_can_be_and_the_share_withheld()
    {
        var report = ReleaseAudit.Find(new(Published().Files), "2026-06-07");

        Assert.Equal("", MadeUpInput.SaidErrors(report.Diagnostics));
        Assert.Equal(
            [
                "参与，示例一街道，2026-06-07：[1, 30]",
                "参与，示例二街道，2026-06-07：[1, 30]",
                "参与，示例三街道，2026-06-07：[1, 30]",
                "2026-06-07，参与人数：11 个非零的数中有 3 个不公布（27.3%）",
                "2026-06-07，合计：11 个非零的数中有 3 个不公布（27.3%）",
                "依据：全部已公布的数和各单位的报送。",
            ],
            report.Lines);
        Assert.Equal("release/unknown 2026-06-21:1", MadeUpInput.SaidErrors(ReleaseAudit.Find(new(Published().Files), "2026-06-21").Diagnostics));
    }

    [Fact]
    public void Merge_markers_in_a_snapshot_stop_the_build_and_nothing_else_is_said_of_it()
    {
        var input = Published();
        input.Put(Table, "<<<<<<< main\n" + input.Read(Table));

        Assert.Equal("release/merge-conflict persons.csv:1", MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    private static MadeUpInput Published()
    {
        var input = new MadeUpInput(Sites);
        Assert.NotEmpty(input.Release("2026-06-07").Files);
        return input;
    }
}
