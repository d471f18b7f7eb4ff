using System.Globalization;
using Site.Statistics.Audit;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Releases;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>Releases in which very many withheld figures hang together: the audit comes to a verdict in bounded work, counted in steps.</summary>
public class LargeReleaseTests
{
    /// <summary>What a proof may take before it sees that it took too much: one step of a large tableau.</summary>
    private const long Beyond = Effort.MostSteps / 4;

    private static readonly string[] Sectors = ["道路交通", "涉海涉渔", "水上交通", "船舶修造", "危险化学品", "建设施工", "消防", "工矿", "旅游", "城市运行"];

    [Theory]
    [InlineData(60, 20, 10)]
    [InlineData(60, 20, 2)]
    [InlineData(30, 10, 5)]
    [InlineData(200, 20, 5)]
    public void It_is_proved_or_refused_as_too_large(int areas, int sectors, int weeks)
    {
        var budget = ProofBudget.ForRun();

        var said = Audit(Input([Table("large", areas, sectors, weeks)]), budget);

        Assert.True(said is "" or "disclosure/too-large large.csv:1", said);
        Assert.True(budget.Left > budget.Granted - Effort.MostSteps - Beyond, $"{budget.Granted - budget.Left} steps");
    }

    /// <summary>Each table alone would be proved, or refused, within what one proof may take; all of them share one budget.</summary>
    [Fact]
    public void Many_of_them_take_no_more_than_one_budget()
    {
        var budget = new ProofBudget(3 * Effort.MostSteps / 32);

        var said = Audit(Input([.. Enumerable.Range(2015, 12).Select(year => Table($"large-{year}", 30, 10, 5, year))]), budget);

        Assert.Contains("disclosure/too-large", said);
        Assert.True(budget.Left > -Beyond, $"{-budget.Left} steps beyond");
    }

    /// <summary>What earlier releases withheld is found from their totals when returns are corrected, and that has a budget too.</summary>
    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000)]
    [InlineData(10_000_000)]
    public void It_comes_to_a_verdict_where_returns_were_corrected(long steps)
    {
        var input = Input([Table("large", 30, 10, 2)]);
        var (units, returns) = ("id,name,parent,level,sector\ncity,示例市,,city,\n", "form,unit,as_of,indicator,value\n");
        string[] ids = ["road", "fishing", "water-transport", "ship-repair", "hazardous-chemicals", "construction", "fire", "industry-mining", "tourism", "urban-operation"];
        for (var area = 1; area <= 30; area++)
        {
            units += Id($"a{area},示例{area}街道,city,street,road\n");
            for (var sector = 0; sector < ids.Length; sector++)
            {
                var unit = sector == 0 ? Id($"a{area}") : Id($"a{area}s{sector}");
                units += sector == 0 ? "" : Id($"{unit},示例{unit},a{area},office,{ids[sector]}\n");
                for (var week = 0; week < 2; week++)
                {
                    returns += Id($"form,{unit},{Day(2026, week)},form.work.persons,{((week + 1) * 7) + ((area + sector) % 3)}\n");
                }
            }
        }

        input.Put("input/units.csv", units);
        input.Put("input/returns/all.csv", returns);
        input.Put("input/tables.yaml", "- id: next\n  title: 示例\n  indicators: [form.work.persons]\n  measure: count\n  dimensions: [area, sector, week]\n");
        var budget = new ProofBudget(steps);

        Assert.Contains("disclosure/", MadeUpInput.Said(ReleaseAudit.Find(new(input.Files), null, budget).Diagnostics));
        Assert.True(budget.Left > -Beyond, $"{-budget.Left} steps beyond");
        Assert.Empty(ReleaseMaker.Make(new(input.Files), "next", new(2026, 6, 3), null, null, new(steps)).Files);
    }

    private static string Audit(MadeUpInput input, ProofBudget budget) => MadeUpInput.SaidErrors(ReleaseAudit.Find(new(input.Files), null, budget).Diagnostics);

    private static MadeUpInput Input(TableDraft[] tables)
    {
        var input = new MadeUpInput("-- input/policy.yaml --\nleastPersons: 5\n");
        foreach (var table in tables)
        {
            foreach (var file in SnapshotWriter.Write(new(table.Id, "示例", table.Day, true) { Tables = [table] }))
            {
                input.Put(file.Path, System.Text.Encoding.UTF8.GetString(file.Load()));
            }
        }

        return input;
    }

    private static TableDraft Table(string id, int areas, int sectors, int weeks, int year = 2026)
    {
        Dimension[] dimensions =
        [
            new(SafeDimensions.Area, [.. Enumerable.Range(0, areas + 1).Select(at => at == 0 ? "示例市" : Id($"示例{at}街道"))], [-1, .. Enumerable.Repeat(0, areas)]),
            Dimension.WithTotal(SafeDimensions.Sector, [.. Enumerable.Range(0, sectors + 1).Select(at => at == 0 ? "合计" : at <= Sectors.Length ? Sectors[at - 1] : Id($"行业{at}"))]),
            Dimension.WithoutTotal(SafeDimensions.Week, [.. Enumerable.Range(0, weeks).Select(week => Day(year, week))]),
        ];
        var cells = from area in Enumerable.Range(0, areas + 1)
                    from sector in Enumerable.Range(0, sectors + 1)
                    from week in Enumerable.Range(0, weeks)
                    select area > 0 && sector > 0 ? "*" : Id($"{(week + 1) * 7L * (area == 0 ? areas : 1) * (sector == 0 ? sectors : 1)}");
        return new(id, "示例", [.. dimensions], [new("form.work.persons", "参与", "人次", null)], [.. cells], [Measure.Count], new(year, 6, 1 + weeks));
    }

    private static string Day(int year, int week) => new DateOnly(year, 6, 1).AddDays(week + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
