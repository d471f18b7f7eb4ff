using System.Globalization;
using System.Text;

namespace Site.Tests;

/// <summary>
/// A made-up campaign of four weeks, drawn from a seed, in which some returns come weeks late and some are corrected, up or down; each week is
/// released with what the office has by then.
/// </summary>
internal sealed class RandomHistory
{
    private static readonly string[][] Requests =
    [
        ["dimensions: [area, week]"],
        ["dimensions: [area]"],
        ["dimensions: [area, week]\n  areas: district", "dimensions: [area]"],
        ["dimensions: [area]\n  areas: district"],
        ["dimensions: [area]", "dimensions: [sector]"],
        ["dimensions: [sector, week]", "dimensions: [area]\n  areas: district"],
        ["dimensions: [area, sector]\n  areas: district"],
    ];

    private readonly SeededDraw draw;
    private readonly List<(int Known, string Line)> returns = [];
    private readonly string head;

    /// <param name="measure"><c>count</c> or <c>sum</c>.</param>
    public RandomHistory(int seed, string measure)
    {
        draw = new(seed);
        var units = new StringBuilder("-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n");
        var count = 0;
        for (var district = 1; district <= 3; district++)
        {
            units.Append(CultureInfo.InvariantCulture, $"d{district},示例{district}区,city,district,\n");
            for (var street = 1; street <= 5 + (int)(draw.Unit() * 3); street++)
            {
                units.Append(CultureInfo.InvariantCulture, $"d{district}s{street},示例{district}区{street}街道,d{district},street,\n");
                for (var unit = 0; unit < (measure == "sum" ? 4 : draw.Unit() < 0.3 ? 2 : 1); unit++)
                {
                    var id = $"u{++count}";
                    units.Append(CultureInfo.InvariantCulture, $"{id},示例{id},d{district}s{street},enterprise,{(draw.Unit() < 0.5 ? "fire" : draw.Unit() < 0.5 ? "construction" : "tourism")}\n");
                    AddReturns(id);
                }
            }
        }

        var requests = Requests[seed % Requests.Length];
        head = units + "-- input/tables.yaml --\n" + string.Concat(requests.Select((request, at) =>
            $"- id: table-{at}\n  title: 示例\n  indicators: [form.work.persons]\n  measure: {measure}\n  {request}\n"));
    }

    /// <summary>The days of the weeks.</summary>
    public static string[] Days { get; } = ["2026-06-07", "2026-06-14", "2026-06-21", "2026-06-28"];

    /// <returns>The input without returns.</returns>
    public MadeUpInput Input() => new(head);

    /// <returns>The returns that the office has in a week, from 0.</returns>
    public string Known(int week) => "form,unit,as_of,indicator,value,correction\n" + string.Concat(returns.Where(one => one.Known <= week).Select(one => one.Line));

    private void AddReturns(string unit)
    {
        var figure = 0L;
        for (var week = 0; week < Days.Length; week++)
        {
            figure += draw.Unit() switch { < 0.1 => 0, < 0.25 => 1 + (long)(draw.Unit() * 4), _ => 6 + (long)(draw.Unit() * 20) };
            var known = draw.Unit() < 0.06 ? week + 1 + (int)(draw.Unit() * 2) : week;
            var wrong = draw.Unit() < 0.05 ? Math.Max(0, figure + (long)(draw.Unit() * 9) - 4) : figure;
            Add(known, week, wrong, "");
            if (wrong != figure)
            {
                Add(known + 1, week, figure, "1");
            }
        }

        void Add(int known, int week, long value, string correction) =>
            returns.Add((known, string.Create(CultureInfo.InvariantCulture, $"form,{unit},{Days[week]},form.work.persons,{value},{correction}\n")));
    }
}

/// <summary>Releases with late and corrected returns, attacked from what is emitted alone.</summary>
public class RandomHistoryTests
{
    [Theory]
    [InlineData("count", 60)]
    [InlineData("sum", 30)]
    public void Late_and_corrected_returns_give_nothing_away(string measure, int campaigns)
    {
        var (releases, corrected, withheld, figures) = (0, 0, 0, 0);
        var refused = new SortedDictionary<string, int>();
        var times = int.Parse(Environment.GetEnvironmentVariable("SITE_TEST_RUNS") ?? "1", CultureInfo.InvariantCulture);
        for (var seed = 1; seed <= campaigns * times; seed++)
        {
            var history = new RandomHistory(seed, measure);
            var input = history.Input();
            for (var week = 0; week < RandomHistory.Days.Length; week++)
            {
                input.Put("input/returns/all.csv", history.Known(week));
                var made = input.Release(RandomHistory.Days[week]);
                releases += made.Files.Length > 0 ? 1 : 0;
                foreach (var code in made.Diagnostics.Where(diagnostic => diagnostic.Severity == Core.Diagnostics.Severity.Error).Select(diagnostic => diagnostic.Code).Distinct())
                {
                    refused[code] = refused.GetValueOrDefault(code) + 1;
                    Assert.True(code is "disclosure/table-too-fine" or "disclosure/cannot-protect" or "returns/falls", $"seed {seed}: {string.Join("\n", made.Diagnostics.Where(d => d.Severity == Core.Diagnostics.Severity.Error))}");
                }
            }

            var built = input.WithoutReturns().Build().Value;
            corrected += built.Count(release => release.Changes.Length > 0 || release.Tables.Any(table => table.Notes.Length > 0)) > 0 ? 1 : 0;
            withheld += built.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell is Statistics.Published.Cell.Withheld)));
            figures += built.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell is not (Statistics.Published.Cell.NotApplicable or Statistics.Published.Cell.Shown { Value: 0 }))));
            Assert.True(EmittedAttack.Find(built, least: 5) is var found && found.Count == 0, $"seed {seed}: {string.Join("\n", found)}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{releases} releases, {corrected} campaigns with corrections, {withheld} of {figures} withheld, refused: {string.Join(", ", refused)}");
        Assert.True(corrected >= campaigns / 6, $"{corrected} campaigns had corrections");
    }
}
