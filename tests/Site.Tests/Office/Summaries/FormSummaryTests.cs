using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Office;
using Site.Office.Summaries;
using Site.Statistics.Forms;
using Site.Statistics.Returns;

namespace Site.Tests;

public class FormSummaryTests
{
    private static readonly DateOnly Day = new(2026, 6, 28);

    private static readonly ImmutableArray<string> Units = ["jia-1", "jia-2", "yi-1", "yi-2", "yi-3", "fire"];

    private static readonly FormRegistry AllForms = FormReader.Read(SampleForms.Files).Value;

    public static TheoryData<string> Forms => [.. AllForms.Collected.Select(form => form.Id)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Units_add_up_to_districts_and_districts_to_the_city(string form)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (input, figures) = MadeUp(form, seed);
            var summaries = FormSummary.All(input, form, Day).Value.ToDictionary(summary => summary.Scope.Name);
            var (city, jia, yi, fire) = (summaries["示例市"], summaries["示例甲区"], summaries["示例乙区"], summaries["消防（行业）"]);

            Assert.All(city.Rows.Where(row => row.Indicator.Kind == IndicatorKind.Count), row =>
            {
                var id = row.Indicator.Id;
                var expected = Units.ToDictionary(unit => unit, unit => figures.GetValueOrDefault((unit, id)));
                Assert.Equal(Sum(expected.Values), row.Total);
                Assert.Equal(Sum(Units.Where(unit => unit.StartsWith("jia", StringComparison.Ordinal)).Select(unit => expected[unit])), Row(jia, id).Total);
                Assert.Equal(row.Total ?? 0, (Row(jia, id).Total ?? 0) + (Row(yi, id).Total ?? 0) + (Row(fire, id).Total ?? 0));
                Assert.Equal((row.Total ?? 0) - (row.TotalLastWeek ?? 0), row.ThisWeek ?? 0);
            });
            Assert.All(city.Rows.Where(row => row.Indicator.Kind == IndicatorKind.Boolean), row =>
                Assert.Equal(row.Total, Row(jia, row.Indicator.Id).Total is var one && Row(yi, row.Indicator.Id).Total is var two && Row(fire, row.Indicator.Id).Total is var three
                    && new[] { one, two, three }.OfType<long>().ToList() is { Count: > 0 } said ? said.Min() : null));
        }

        static SummaryRow Row(FormSummary summary, string id) => summary.Rows.Single(row => row.Indicator.Id == id);

        static long? Sum(IEnumerable<long?> values) => values.OfType<long>().ToList() is { Count: > 0 } reported ? reported.Sum() : null;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_districts_summary_comes_in_again_as_its_own_return_with_the_same_figures(string form)
    {
        var (input, _) = MadeUp(form, seed: 5);
        var jia = FormSummary.All(input, form, Day).Value.Single(summary => summary.Scope.Name == "示例甲区");
        var units = OfficeSample.Units.Replace("reports", "", StringComparison.Ordinal).Replace("level,sector\n", "level,sector,reports\n", StringComparison.Ordinal)
            .Replace("district,\n", "district,,total\n", StringComparison.Ordinal).Replace("street,\n", "street,,\n", StringComparison.Ordinal)
            .Replace("city,\n", "city,,\n", StringComparison.Ordinal).Replace("office,fire\n", "office,fire,\n", StringComparison.Ordinal);
        ImmutableArray<SourceFile> files = [.. SampleSite.Files(units), .. SampleForms.Files];

        foreach (var format in SummaryWriter.Formats)
        {
            var file = SummaryWriter.Make(input, form, Day, format).Value.Single(file => file.Name == $"示例甲区.{format}");
            var read = ReturnsImport.Read(files, [SampleSite.File(file.Name, file.Bytes)], new(Unit: HasDay(jia.Form) ? null : "jia", AsOf: HasDay(jia.Form) ? null : Day));

            Assert.Empty(read.Diagnostics);
            var returns = ReturnsReader.Read(FormReader.Read(files).Value, [.. files, read.Value.File!]).Value.Single();
            Assert.Equal(("jia", Day), (returns.Unit, returns.AsOf));
            Assert.Equal(
                jia.Rows.Where(row => row.Total is not null).Select(row => (row.Indicator.Id, row.Total)),
                returns.Figures.Where(figure => figure.Value is not null).Select(figure => (figure.Indicator, figure.Value)));
        }
    }

    [Fact]
    public void A_districts_return_that_is_a_total_may_have_ticks_beside_those_of_its_streets()
    {
        var units = OfficeSample.Units.Replace("level,sector\n", "level,sector,reports\n", StringComparison.Ordinal).Replace("district,\n", "district,,total\n", StringComparison.Ordinal)
            .Replace("street,\n", "street,,\n", StringComparison.Ordinal).Replace("city,\n", "city,,\n", StringComparison.Ordinal).Replace("office,fire\n", "office,fire,\n", StringComparison.Ordinal);
        var rows = string.Concat(new[] { "jia 1", "jia-1 1", "jia-2 1" }.Select(line => line.Split(' ')).Select(word => $"sample,{word[0]},2026-06-11,sample.plan.made,{word[1]}\n"));
        var input = OfficeInput.Read(new(SampleSite.Files(units + OfficeSample.Form + "-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n" + rows)), "").Value;

        Assert.Empty(Site.Statistics.Plausibility.TotalChecks.Find(input.Statistics));
    }

    [Fact]
    public void What_a_program_stored_as_the_result_of_a_formula_is_not_believed()
    {
        var (input, _) = MadeUp("bt2024-tour", seed: 5);
        var file = SummaryWriter.Make(input, "bt2024-tour", Day, "xlsx").Value.Single(file => file.Name == "示例甲区.xlsx");
        var jia = FormSummary.All(input, "bt2024-tour", Day).Value.Single(summary => summary.Scope.Name == "示例甲区");
        ImmutableArray<SourceFile> files = [.. SampleSite.Files(OfficeSample.Units), .. SampleForms.Files];

        var forged = OfficeFiles.Change(file.Bytes, "xl/worksheets/sheet1.xml", sheet =>
        {
            foreach (var cell in sheet.Descendants(OfficeFiles.S + "c").Where(cell => cell.Element(OfficeFiles.S + "f") is not null))
            {
                cell.Element(OfficeFiles.S + "v")!.Value = "7777";
            }
        });
        var read = ReturnsImport.Read(files, [SampleSite.File("a.xlsx", forged)], new());
        Assert.Empty(read.Diagnostics);
        Assert.Equal(jia.Rows.Where(row => row.Total is not null).Select(row => row.Total),
            ReturnsReader.Read(FormReader.Read(files).Value, [.. files, read.Value.File!]).Value.Single().Figures.Where(figure => figure.Value is not null).Select(figure => figure.Value));

        var other = OfficeFiles.Change(file.Bytes, "xl/worksheets/sheet1.xml", sheet => sheet.Descendants(OfficeFiles.S + "f").First().Value = "SUM('各单位'!$C$4:$C$5)+1");
        Assert.Contains("这里是公式", Assert.Single(ReturnsImport.Read(files, [SampleSite.File("a.xlsx", other)], new()).Diagnostics).Message);
    }

    [Fact]
    public void A_summary_says_what_it_covers_and_what_may_not_be_passed_on()
    {
        var text = OfficeSample.Duties("  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30}")
            + "-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n" + string.Concat(
                new[] { "jia-1 06-11 sessions 3", "jia-1 06-18 sessions 5", "jia-1 06-25 sessions 12", "jia-2 06-18 sessions 4" }.Select(line => line.Split(' ')).Select(word => $"sample,{word[0]},2026-{word[1]},sample.study.{word[2]},{word[3]}\n"))
            + "sample,jia-1,2026-06-25,sample.plan.made,是\nsample,jia-2,2026-06-18,sample.plan.made,否\n";
        var summary = FormSummary.All(OfficeSample.Read(text), "sample", new(2026, 6, 25)).Value.Single(one => one.Scope.Name == "示例甲区");
        var sessions = summary.Rows.Single(row => row.Indicator.Id == "sample.study.sessions");

        Assert.Equal((16L, 9L, 7L, 6L), (sessions.Total, sessions.TotalLastWeek, sessions.ThisWeek, sessions.PreviousWeek));
        Assert.Equal("示例甲区汇总，截至 2026-06-25：应报 2 个，这一周报了 1 个。这一周没有报的有示例甲二街道，用的是以前报的数，从没报过的没有计入。", SummaryRemarks.Coverage(summary));
        Assert.Contains("不得外传：是否已制定方案。", SummaryRemarks.Secrecy(summary));
        Assert.Equal("是 1/2（50%），否的有示例甲二街道", SummaryRemarks.Share(summary, summary.Rows.Single(row => row.Indicator.Kind == IndicatorKind.Boolean)));
    }

    [Fact]
    public void What_no_unit_has_reported_is_blank_and_not_0()
    {
        var input = OfficeSample.Read(OfficeSample.Duties("  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30}") + OfficeSample.Returns("jia-1 2026-06-25 4"));
        var never = FormSummary.All(input, "sample", new(2026, 6, 25)).Value[0].Rows.First(row => row.Reported == 0 && row.Indicator.Kind == IndicatorKind.Count);

        Assert.Equal((null, null, null, null), (never.Total, never.ThisWeek, never.PreviousWeek, never.Difference));
        Assert.Equal("D:4 E: F:4 G: H: I:1 J:", Cells("sample.study.sessions"));
        Assert.Equal("D: E: F: G: H: I:0 J:没有单位报过", Cells(never.Indicator.Id));

        var csv = Encoding.UTF8.GetString(SummaryWriter.Make(input, "sample", new(2026, 6, 25), "csv").Value[0].Bytes).Split('\n');
        Assert.EndsWith(",4,,4,,1,5,", csv.Single(line => line.StartsWith("sample.study.sessions", StringComparison.Ordinal)).TrimEnd());
        Assert.EndsWith(",,,,,0,5,没有单位报过", csv.Single(line => line.StartsWith(never.Indicator.Id, StringComparison.Ordinal)).TrimEnd());

        string Cells(string id)
        {
            using var package = OfficePackage.Open(SummaryWriter.Make(input, "sample", new(2026, 6, 25), "xlsx").Value[0].Bytes, OfficeLimits.Form);
            var row = Workbook.Open(package).Sheets[0].Rows().Single(row => row.Cells.Length > 10 && row.Cells[10].Text == id);
            return string.Join(' ', Enumerable.Range(3, 7).Select(column => $"{(char)('A' + column)}:{row.Cells[column].Text}"));
        }
    }

    [Fact]
    public void A_summary_tells_units_of_one_name_apart()
    {
        var text = OfficeSample.Units.Replace("示例甲一街道", "城关街道", StringComparison.Ordinal).Replace("示例乙一街道", "城关街道", StringComparison.Ordinal) + OfficeSample.Form
            + OfficeSample.Returns("jia-1 2026-06-25 4") + "sample,yi-1,2026-06-25,sample.plan.made,否\n";
        var (input, _) = OfficeInput.Read(new(SampleSite.Files(text)), "");
        var city = FormSummary.All(input, "sample", new(2026, 6, 25)).Value[0];

        Assert.Contains("这一周没有报的有示例甲二街道、示例乙二街道", SummaryRemarks.Coverage(city with { Reporting = [.. city.Reporting, .. city.Members.Where(unit => unit.Id == "yi-1")] }));
        Assert.Contains("这一周没有报的有示例甲区、城关街道（示例乙区）", SummaryRemarks.Coverage(city with { Members = [.. city.Units.All.Where(unit => unit.Id is "jia" or "yi-1")], Reporting = [] }));
        Assert.Equal("是 0/1（0%），否的有城关街道（示例乙区）", SummaryRemarks.Share(city, city.Rows.Single(row => row.Indicator.Kind == IndicatorKind.Boolean)));
    }

    [Theory]
    [InlineData("sampel", "summary/unknown-form")]
    [InlineData("sample", "summary/no-returns")]
    public void Without_a_form_or_a_return_there_is_no_summary(string form, string code) =>
        Assert.Equal(code, SummaryWriter.Make(OfficeSample.Check("").Value, form, Day, "docx").Diagnostics.Single().Code);

    [Fact]
    public async Task The_command_writes_the_summaries_of_all_into_one_folder()
    {
        using var site = new SiteFolder(OfficeSample.Units + OfficeSample.Form + OfficeSample.Returns("jia-1 2026-06-25 4", "fire 2026-06-25 1"));

        var run = await SiteProgram.RunAsync("office", "summary", "sample", "--as-of", "2026-06-28", "--format", "xlsx", "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("内部材料", run.Error);
        Assert.Equal(["未分行业（行业）.xlsx", "消防（行业）.xlsx", "示例乙区.xlsx", "示例市.xlsx", "示例甲区.xlsx"], site.Files("office/汇总/sample-2026-06-28").Keys);
        using var package = OfficePackage.Open(await File.ReadAllBytesAsync(site.In("office/汇总/sample-2026-06-28/示例市.xlsx")), OfficeLimits.Form);
        Assert.Equal(["汇总", "各单位", "各单位（上周）", "各单位（上上周）"], Workbook.Open(package).Sheets.Select(sheet => sheet.Name));
    }

    private static bool HasDay(Form form) => form.Indicators.Any(indicator => indicator is { Kind: IndicatorKind.Header, IsPersonal: false, Unit: "日期" });

    /// <returns>Three weeks of made-up returns, some missing; and the last figure of each unit.</returns>
    private static (OfficeInput Input, Dictionary<(string Unit, string Indicator), long?> Last) MadeUp(string form, int seed)
    {
        var draw = new SeededDraw(seed + 1);
        ImmutableArray<Indicator> asked = [.. AllForms.FindForm(form)!.Indicators.Where(indicator => indicator.Kind is IndicatorKind.Count or IndicatorKind.Boolean)];
        var last = new Dictionary<(string, string), long?>();
        var text = new StringBuilder("-- input/returns/a.csv --\nform,unit,as_of,indicator,value\n");
        foreach (var unit in Units)
        {
            foreach (var day in new[] { "2026-06-14", "2026-06-21", "2026-06-28" }.Where(_ => draw.Unit() < 0.8))
            {
                foreach (var indicator in asked.Where(_ => draw.Unit() < 0.9))
                {
                    var before = last.GetValueOrDefault((unit, indicator.Id)) ?? 0;
                    var value = indicator.Kind == IndicatorKind.Boolean ? (draw.Unit() < 0.7 ? 1 : 0) : before + (long)(draw.Unit() * 50);
                    last[(unit, indicator.Id)] = value;
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{form},{unit},{day},{indicator.Id},{value}\n");
                }
            }
        }

        var (input, diagnostics) = OfficeInput.Read(new([.. SampleSite.Files(OfficeSample.Units + text), .. SampleForms.Files]), "");
        return diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Code != OfficeInput.NoDuties) ? throw new InvalidOperationException(string.Join('\n', diagnostics)) : (input, last);
    }
}
