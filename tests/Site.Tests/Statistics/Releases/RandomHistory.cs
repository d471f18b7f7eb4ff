using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>
/// A made-up campaign of four weeks, drawn from a seed: some returns come weeks late, some are corrected, up or down, some are withdrawn; units
/// open, tables come and go, thresholds are lowered. Each week is released with what the office has by then.
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

    private static readonly (string Id, string Label)[] Sectors = [("fire", "消防"), ("construction", "建设施工"), ("tourism", "旅游")];

    private readonly SeededDraw draw;
    private readonly string measure;
    private readonly string[] requests;
    private readonly List<(int Opened, string Line)> units = [];
    private readonly List<(string Unit, KnownUnit Place)> reporters = [];
    private readonly List<(int Known, int Withdrawn, string Unit, int Week, long Value, int Correction)> returns = [];
    private readonly bool tablesComeAndGo;
    private readonly bool lowersThresholds;

    /// <param name="measure"><c>count</c> or <c>sum</c>.</param>
    public RandomHistory(int seed, string measure)
    {
        (draw, this.measure, requests) = (new(seed), measure, Requests[seed % Requests.Length]);
        (tablesComeAndGo, lowersThresholds) = (draw.Unit() < 0.3, draw.Unit() < 0.2);
        units.Add((0, "city,示例市,,city,"));
        for (var district = 1; district <= 3; district++)
        {
            units.Add((0, $"d{district},示例{district}区,city,district,"));
            for (var street = 1; street <= 5 + (int)(draw.Unit() * 3); street++)
            {
                var opened = draw.Unit() < 0.05 ? 2 : 0;
                units.Add((opened, $"d{district}s{street},示例{district}区{street}街道,d{district},street,"));
                for (var unit = 0; unit < (measure == "sum" ? 4 : draw.Unit() < 0.3 ? 2 : 1); unit++)
                {
                    AddUnit(district, street, Math.Max(opened, draw.Unit() < 0.05 ? 1 : 0));
                }
            }
        }
    }

    /// <summary>The days of the weeks.</summary>
    public static string[] Days { get; } = ["2026-06-07", "2026-06-14", "2026-06-21", "2026-06-28"];

    /// <summary>The units that ever report.</summary>
    public IReadOnlyList<KnownUnit> Units => [.. reporters.Select(one => one.Place)];

    /// <summary>Puts what the office has in a week, from 0.</summary>
    public void PutInto(MadeUpInput input, int week)
    {
        input.Put("input/units.csv", "id,name,parent,level,sector\n" + string.Concat(units.Where(unit => unit.Opened <= week).Select(unit => unit.Line + "\n")));
        var asked = requests.Where((_, at) => !tablesComeAndGo || (week + at) % 2 == 0).DefaultIfEmpty(requests[0]);
        input.Put("input/tables.yaml", string.Concat(asked.Select(request =>
            $"- id: table-{Array.IndexOf(requests, request)}\n  title: 示例\n  indicators: [form.work.persons]\n  measure: {measure}\n  {request}\n")));
        input.Put("input/policy.yaml", $"leastPersons: {(lowersThresholds && week < 2 ? 8 : 5)}\n");
        input.Put("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n" + string.Concat(Known(week).Select(one => string.Create(
            CultureInfo.InvariantCulture, $"form,{one.Unit},{Days[one.Week]},form.work.persons,{one.Value},{(one.Correction > 0 ? "1" : "")}\n"))));
    }

    /// <returns>The figures up to the days of a week that are not what they were in another, as the units are known.</returns>
    public IEnumerable<(KnownUnit Unit, string Day)> Changed(int before, int now) =>
        from reporter in reporters
        from week in Enumerable.Range(0, Days.Length)
        where Figure(reporter.Unit, week, before) != Figure(reporter.Unit, week, now)
        select (reporter.Place, Days[week]);

    private IEnumerable<(int Known, int Withdrawn, string Unit, int Week, long Value, int Correction)> Known(int week) =>
        returns.Where(one => one.Known <= week && one.Withdrawn > week && one.Week <= week);

    private long Figure(string unit, int week, int known) =>
        Known(known).Where(one => one.Unit == unit && one.Week <= week).OrderBy(one => one.Week).ThenBy(one => one.Correction).Select(one => one.Value).LastOrDefault();

    private void AddUnit(int district, int street, int opened)
    {
        var id = $"u{reporters.Count + 1}";
        var (sector, label) = draw.Unit() < 0.5 ? Sectors[0] : Sectors[1 + (int)(draw.Unit() * 2)];
        units.Add((opened, $"{id},示例{id},d{district}s{street},enterprise,{sector}"));
        reporters.Add((id, new([$"示例{district}区", $"示例{district}区{street}街道"], label)));
        var figure = 0L;
        for (var week = opened; week < Days.Length; week++)
        {
            figure += draw.Unit() switch { < 0.1 => 0, < 0.25 => 1 + (long)(draw.Unit() * 4), _ => 6 + (long)(draw.Unit() * 20) };
            var known = draw.Unit() < 0.06 ? week + 1 + (int)(draw.Unit() * 2) : week;
            var wrong = draw.Unit() < 0.05 ? Math.Max(0, figure + (long)(draw.Unit() * 9) - 4) : figure;
            returns.Add((known, draw.Unit() < 0.02 ? known + 1 : int.MaxValue, id, week, wrong, 0));
            if (wrong != figure)
            {
                returns.Add((known + 1, int.MaxValue, id, week, figure, 1));
            }
        }
    }
}

/// <summary>Releases of made-up histories, attacked from what is emitted alone.</summary>
public class RandomHistoryTests
{
    private static readonly string[] Refusals = ["disclosure/table-too-fine", "disclosure/cannot-protect", "returns/falls", "release/areas-changed"];

    [Theory]
    [InlineData("count", 70)]
    [InlineData("sum", 35)]
    public void Whatever_was_late_corrected_withdrawn_or_added_nothing_gives_way(string measure, int campaigns)
    {
        var (releases, corrected, withheld, figures) = (0, 0, 0, 0);
        var refused = new SortedDictionary<string, int>();
        var leaks = new StringBuilder();
        var times = int.Parse(Environment.GetEnvironmentVariable("SITE_TEST_RUNS") ?? "1", CultureInfo.InvariantCulture);
        for (var seed = 1; seed <= campaigns * times; seed++)
        {
            var history = new RandomHistory(seed, measure);
            var published = new Dictionary<string, (int Before, int Now)>();
            var input = new MadeUpInput("");
            for (var week = 0; week < RandomHistory.Days.Length; week++)
            {
                history.PutInto(input, week);
                var made = input.Release(RandomHistory.Days[week]);
                foreach (var code in made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Code).Distinct())
                {
                    refused[code] = refused.GetValueOrDefault(code) + 1;
                    Assert.True(Refusals.Contains(code), $"seed {seed}, week {week}: {string.Join("\n", made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))}");
                }

                if (!made.Files.IsEmpty)
                {
                    published.Add(RandomHistory.Days[week], (published.Values.Select(one => one.Now).DefaultIfEmpty(week).Last(), week));
                }
            }

            var built = input.WithoutReturns().Build();
            releases += built.Value.Length;
            corrected += built.Value.Any(release => release.Tables.Any(table => table.Notes.Any(note => note.Contains("更正")))) ? 1 : 0;
            withheld += built.Value.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell is Cell.Withheld)));
            figures += built.Value.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell is Cell.Withheld or Cell.Shown { Value: > 0 })));
            var best = new Insight(history.Units, name => history.Changed(published[name].Before, published[name].Now));
            foreach (var one in EmittedAttack.Find(built.Value, least: 5).Select(one => "reader: " + one)
                .Concat(EmittedAttack.Find(built.Value, least: 5, best).Select(one => "insight: " + one)))
            {
                leaks.Append(CultureInfo.InvariantCulture, $"seed {seed}: {one}\n");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{releases} releases, {corrected} campaigns with corrections, {withheld} of {figures} withheld, refused: {string.Join(", ", refused)}\n{leaks}");
        Assert.Equal("", leaks.ToString());
        Assert.True(corrected >= campaigns / 6, $"{corrected} campaigns had corrections");
    }

    [Trait("Speed", "slow")]
    [Fact]
    public void In_small_histories_no_figure_below_the_threshold_is_left_when_all_are_tried()
    {
        string[] days = ["2026-06-07", "2026-06-14"];
        var (tried, corrected) = (0, 0);
        for (var seed = 1; seed <= 300; seed++)
        {
            var draw = new SeededDraw(seed);
            long[][] figures = [.. Enumerable.Range(0, 9).Select(_ => new[] { draw.Unit() < 0.2 ? 1 + (long)(draw.Unit() * 4) : 5 + (long)(draw.Unit() * 4), 0 })];
            foreach (var street in figures)
            {
                street[1] = street[0] + (draw.Unit() < 0.3 ? 0 : 5 + (long)(draw.Unit() * 3));
            }

            var (changed, was) = ((int)(draw.Unit() * figures.Length), draw.Unit() < 0.5 ? 0 : 1 + (long)(draw.Unit() * 9));
            var input = new MadeUpInput("-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n"
                + string.Concat(figures.Select((_, at) => $"s{at},示例{at}街道,city,street,\n"))
                + $"-- input/tables.yaml --\n- {{ id: persons, title: 示例, indicators: [form.work.persons], dimensions: [area{(seed % 2 == 0 ? ", week" : "")}], measure: count }}\n");
            Put(0, (street, at) => at == changed ? was : street);
            if (input.Release(days[0]).Files.IsEmpty)
            {
                continue;
            }

            Put(0, (street, _) => street);
            Put(1, (street, _) => street);
            input.Release(days[1]);
            var place = new KnownUnit([$"示例{changed}街道"], "未分行业");
            var insight = new Insight([], name => name == days[1] && was != figures[changed][0] ? [(place, days[0])] : []);
            if (EmittedAttack.TryAll(input.Build().Value, least: 5, insight) is { } found)
            {
                Assert.True(found.Count == 0, $"seed {seed}: {string.Join("\n", found)}");
                tried++;
                corrected += input.Build().Value.Length - 1;
            }

            void Put(int week, Func<long, int, long> figure) => input.Put($"input/returns/{week}.csv", "form,unit,as_of,indicator,value\n"
                + string.Concat(figures.Select((street, at) => $"form,s{at},{days[week]},form.work.persons,{figure(street[week], at)}\n")));
        }

        Assert.True(tried >= 5 && corrected >= 3, $"{tried} were tried, {corrected} of them with two releases");
    }
}
