using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>What a unit has not reported is not 0: its cell says so, totals say that they lack it, and nothing more can be worked out.</summary>
public class NotReportedTests
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

    [Fact]
    public void A_unit_without_a_return_is_missing_from_its_day_on_until_it_reports()
    {
        var input = Input("sessions", "[area, week]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "fire,06-07,1", "a1,06-14,4", "a2,06-14,0", "b1,06-14,5", "b2,06-14,2");
        Assert.NotEmpty(input.Release("2026-06-14").Files);

        Assert.Equal("9+ 12\n3 4\n3 4\n0 0\n5+ 7\n5 5\n未报送 2\n1 1", Print(input));
    }

    [Fact]
    public void Areas_and_sectors_in_which_nobody_reported_say_so_too()
    {
        var input = Input("sessions", "[area, sector]", "a1,06-07,3", "a2,06-07,1");
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        // For each area the total, 消防, 未分行业.
        Assert.Equal("4+ 未报送 4+\n4 — 4\n3 — 3\n1 — 1\n未报送 — 未报送\n未报送 — 未报送\n未报送 — 未报送\n未报送 未报送 —", Print(input));
    }

    [Theory]
    [InlineData("")]
    [InlineData("form,b2,2026-06-07,form.work.sessions,\n")]
    [InlineData("form,b2,2026-06-07,form.work.persons,8\n")]
    public void A_blank_that_is_not_filled_in_is_not_reported(string row)
    {
        var input = Input("sessions", "[area]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "fire,06-07,1");
        input.Put("input/returns/2.csv", "form,unit,as_of,indicator,value\n" + row);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        Assert.Equal("9+\n3\n3\n0\n5+\n5\n未报送\n1", Print(input));
    }

    [Fact]
    public void A_withheld_figure_does_not_say_what_it_lacks()
    {
        var input = Input("persons", "[area]", "a1,06-07,3", "a2,06-07,60", "b1,06-07,70", "b2,06-07,80", "fire,06-07,50");
        input.Put("input/tables.yaml", input.Read("input/tables.yaml") + "  measure: count\n");
        input.Put("input/units.csv", input.Read("input/units.csv").TrimEnd() + "\na3,示例五街道,a,street,\na4,示例六街道,a,street,\nb3,示例七街道,b,street,\nb4,示例八街道,b,street,\nb5,示例九街道,b,street,\nb6,示例十街道,b,street,\nx,示例企业,a1,enterprise,\n");
        input.Put("input/returns/2.csv", "form,unit,as_of,indicator,value\n"
            + string.Concat(new[] { "a3", "a4", "b3", "b4", "b5", "b6" }.Select((unit, at) => $"form,{unit},2026-06-07,form.work.persons,{40 + at}\n")));
        Assert.Equal("", MadeUpInput.SaidErrors(input.Release("2026-06-07").Diagnostics));

        var printed = Print(input);
        Assert.StartsWith("518+\n144+\n*\n", printed);
        Assert.DoesNotContain("*+", printed);
    }

    [Fact]
    public void A_late_return_is_a_change_from_not_reported_to_its_figure()
    {
        var input = Input("sessions", "[area, week]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "fire,06-07,1");
        input.Release("2026-06-07");
        input.Put("input/returns/2.csv", "form,unit,as_of,indicator,value\nform,b2,2026-06-07,form.work.sessions,0\n"
            + string.Concat(new[] { "a1", "a2", "b1", "b2", "fire" }.Select(unit => $"form,{unit},2026-06-14,form.work.sessions,6\n")));
        Assert.Equal("", MadeUpInput.SaidErrors(input.Release("2026-06-14").Diagnostics));

        var built = input.Build();
        Assert.Equal("", MadeUpInput.SaidErrors(built.Diagnostics));
        Assert.Equal(["示例四街道 2026-06-07: 未报送 -> 0"],
            built.Value[1].Changes.Select(change => $"{string.Join(' ', change.Categories)}: {CellText.Plain(change.From)} -> {CellText.Plain(change.To)}"));
    }

    [Theory]
    [InlineData("a1", "12/12", 12)]
    [InlineData("none", "3/12", 3)]
    public void Coverage_counts_who_reported_for_the_week_of_the_release(string case1, string text, int reported)
    {
        var units = "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n" + string.Concat(Enumerable.Range(1, 12).Select(unit => $"u{unit},示例{unit}街道,city,street,\n"));
        var rows = Enumerable.Range(1, 12).Select(unit => $"form,u{unit},2026-06-07,form.work.sessions,{unit}\n")
            .Concat(Enumerable.Range(1, case1 == "none" ? 3 : 12).Select(unit => $"form,u{unit},2026-06-14,form.work.sessions,{unit}\n"));
        var input = new MadeUpInput(units + Tables("sessions", "[area]") + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n" + string.Concat(rows));
        var made = input.Release("2026-06-14");

        var release = input.Build().Value[0];
        Assert.Equal(new SafeCoverage(reported, 12, new(2026, 6, 14)), release.Coverage);
        Assert.Equal(reported < 12, made.Diagnostics.Any(diagnostic => diagnostic.Code == "returns/not-reported" && diagnostic.Message.Contains($"{12 - reported} 个单位没有报送", StringComparison.Ordinal)));
        var page = Publish(input)["data/2026-06-14/index.html"];
        Assert.Contains($"{text} 个单位已报送截至6月14日的数", page);
        Assert.Equal(reported < 12, page.Contains("没有报送这一期的单位，用它上一次报送的数", StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_of_a_week_before_are_said_to_be_of_that_week()
    {
        var input = Input("sessions", "[area]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "b2,06-07,5", "fire,06-07,1");
        input.Release("2026-06-16");

        Assert.Contains("5/5 个单位已报送截至6月7日的数", Publish(input)["data/2026-06-16/index.html"]);
    }

    [Fact]
    public void Page_csv_json_and_their_descriptions_say_what_is_not_reported()
    {
        var input = Input("sessions", "[area]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "fire,06-07,1");
        input.Release("2026-06-07");
        var files = Publish(input);

        var csv = files["data/2026-06-07/table.csv"].ReplaceLineEndings("\n");
        Assert.StartsWith("area,indicator,value,incomplete\n示例市,form.work.sessions,9,true\n示例甲区,form.work.sessions,3,false\n", csv);
        Assert.Contains("示例四街道,form.work.sessions,未报送,false\n", csv);
        var json = files["data/2026-06-07/table.json"];
        Assert.Contains("\"area\":\"示例市\",\"indicator\":\"form.work.sessions\",\"value\":9,\"incomplete\":true}", string.Concat(json.Where(letter => !char.IsWhiteSpace(letter))));
        Assert.Contains("\"area\":\"示例四街道\",\"indicator\":\"form.work.sessions\",\"value\":\"未报送\"}", string.Concat(json.Where(letter => !char.IsWhiteSpace(letter))));
        Assert.Contains("有单位还没有报送，合计里缺它们的数。", json);
        Assert.Contains("\"未报送\"", files["data/table.schema.json"]);
        Assert.Contains("\"未报送\"", files["data/datapackage.json"]);
        Assert.Contains("“未报送”表示还没有单位报送（不是 0）", files["data/catalog.jsonld"]);
        Assert.Contains("incomplete", files["data/datapackage.json"]);
        var page = files["data/2026-06-07/table/index.html"];
        Assert.Matches("<td class=\"none\">未报送</td>", page);
        Assert.Matches("<td>9<small class=\"lacking\">缺</small></td>", page);
        Assert.Contains("示例市宣讲共9场，还缺没有报送的单位。", page);
        Assert.Contains("“未报送”：这里的单位还没有报送，不是 0。“缺”：这个数里还缺没有报送的单位。", page);
    }

    [Fact]
    public void Where_all_have_reported_files_are_as_they_always_were()
    {
        var input = Input("sessions", "[area]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "b2,06-07,5", "fire,06-07,1");
        input.Release("2026-06-07");
        var files = Publish(input);

        Assert.StartsWith("area,indicator,value\r\n", files["data/2026-06-07/table.csv"]);
        Assert.DoesNotContain("incomplete", files["data/2026-06-07/table.json"] + files["data/datapackage.json"] + input.Read("input/releases/2026-06-07/table.csv"));
        Assert.DoesNotContain("未报送", files["data/2026-06-07/table/index.html"] + files["data/datapackage.json"]);
    }

    [Theory]
    [InlineData("未报送,not-reported", "2,shown", "disclosure/contradiction")]
    [InlineData("未报送,not-reported", "未报送,shown", "release/wrong-row")]
    [InlineData("未报送,not-reported", "未报送,incomplete", "release/wrong-row")]
    [InlineData("9,incomplete", "8,incomplete", "disclosure/contradiction")]
    [InlineData("9,incomplete", "*,incomplete", "release/wrong-row")]
    public void The_audit_knows_that_what_is_not_reported_adds_nothing(string before, string after, string said)
    {
        var input = Input("sessions", "[area]", "a1,06-07,3", "a2,06-07,0", "b1,06-07,5", "fire,06-07,1");
        input.Release("2026-06-07");
        Assert.Equal("", MadeUpInput.SaidErrors(input.WithoutReturns().Build().Diagnostics));

        input.Forge("input/releases/2026-06-07/table.csv", before, after);

        Assert.Contains(said, MadeUpInput.SaidErrors(input.WithoutReturns().Build().Diagnostics));
    }

    private static MadeUpInput Input(string indicator, string dimensions, params string[] returns) => new(
        Units + Tables(indicator, dimensions) + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n"
        + string.Concat(returns.Select(row => row.Split(',')).Select(row => $"form,{row[0]},2026-{row[1]},form.work.{indicator},{row[2]}\n")));

    private static string Tables(string indicator, string dimensions) =>
        $"-- input/tables.yaml --\n- id: table\n  title: 示例\n  indicators: [form.work.{indicator}]\n  dimensions: {dimensions}\n";

    /// <returns>The cells of the newest table, row by row; one that lacks units with a plus sign.</returns>
    private static string Print(MadeUpInput input)
    {
        var built = input.Build();
        Assert.Empty(built.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error));
        var table = built.Value[^1].Tables[0];
        var width = table.Dimensions.Length == 1 ? 1 : table.Dimensions[^1].Categories.Length;
        return string.Join('\n', table.Cells.Select((cell, at) => CellText.Plain(cell) + (!table.Incomplete.IsEmpty && table.Incomplete[at] ? "+" : ""))
            .Chunk(width).Select(row => string.Join(' ', row)));
    }

    private static Dictionary<string, string> Publish(MadeUpInput input) =>
        RenderedSite.Of(SampleSite.Read(""), PublicInput.Empty with { Statistics = input.Build().Value });
}
