using System.Globalization;

namespace Site.Tests;

/// <summary>Units that move or are withdrawn take their figures of all days with them, and others know where they were.</summary>
public class MovedUnitsAttackTests
{
    private static readonly DateOnly First = new(2026, 6, 7);

    /// <param name="changed">What became of units between two releases: the sector office <c>c8</c> lies in <c>d3</c> now, or the return of <c>c11</c> was corrected.</param>
    /// <param name="hidden">Which cells the first release withholds, and which the second, as district and sector of <c>建设施工</c>: the others are printed, with all totals.</param>
    /// <param name="told">Who works out a figure of others that it did not know before.</param>
    [Theory]
    // Of 121 shown in its district c5 knew 19 to be of c8, and beside 155 shown in the other that 174 are there now, whatever is withheld.
    [InlineData("c8>d3", "-", "d2 d3", "")]
    [InlineData("c8>d1", "-", "d1 d2", "")]
    // What was corrected in the same release, of another or of the unit that moved, c5 did not know, and the rest knows of no single one what it is.
    [InlineData("c8>d3 c11+10", "-", "d2 d3", "c5")]
    [InlineData("c8>d3 c8+10", "-", "d2 d3", "c5")]
    [InlineData("c8>d3 c5+10", "-", "d2 d3", "")]
    // Nor what was never shown: what c5 and c8 had together, which c11 works out of what is shown now, and all that is not theirs.
    [InlineData("c8>d3", "d1 d2 d3", "d2 d3", "c5 c11")]
    [InlineData("c8>d3", "d1 d2 d3", "d1 d2 d3", "")]
    public void A_unit_is_told_nothing_by_a_release_that_it_knew_from_one_before_and_from_who_moved(string changed, string hidden, string hiddenThen, string told)
    {
        var units = new[] { "c12 d1 81", "c5 d2 102", "c8 d2 19", "c11 d3 155", "d1s1 d1 240", "d2s1 d2 310", "d3s1 d3 420", "d1s2 d1 200", "d2s2 d2 210", "d3s2 d3 220" }.Select(unit => unit.Split(' ')).ToArray();
        var before = new HistoryTruth(
            [.. units.Select(unit => unit[0][0] == 'c' ? new HistoryUnit(unit[0], Id($"{unit[1]}s1"), "construction", null) : new(unit[0], unit[0], null, null))],
            [.. units.Select(unit => new HistoryRow(unit[0], First, long.Parse(unit[2], CultureInfo.InvariantCulture), 0))]);
        var after = changed.Split(' ').Aggregate(before, Change);

        var found = new HistoryAttack([Printed(before, "r1", hidden), Printed(after, "r2", hiddenThen)], [before, after], 5, isSum: false).Insiders().Find();

        Assert.Equal(told, string.Join(' ', found.Select(finding => finding.Cell.Split(' ', ':')[1]).Distinct().OrderBy(unit => unit.Length).ThenBy(unit => unit, StringComparer.Ordinal)));
    }

    /// <param name="changed">What happens before the second release, as above.</param>
    /// <param name="figures">What <c>c5</c>, <c>c8</c> and <c>c11</c> have by the first, the second and the third day.</param>
    [Theory]
    [InlineData("c8>d3", "102 202 252;19 57 101;155 157 256")]
    [InlineData("c8>d3 fire2+2", "102 105 252;19 57 101;155 175 256")]
    [InlineData("c8>d3 fire3+2", "102 202 252;19 57 101;155 157 256")]
    [InlineData("c8>d3 c11+10", "102 105 252;19 57 101;155 175 256")]
    [InlineData("c8>d3 c11+2", "102 105 252;19 57 101;155 175 256")]
    [InlineData("c8>d3 c8+3", "102 105 252;19 57 101;155 175 256")]
    [InlineData("c8>d3 c5+10 c11+2", "102 115 252;19 57 101;155 175 256")]
    public void What_is_released_after_units_have_moved_tells_nobody_more(string changed, string figures)
    {
        string[] own = [.. figures.Split(';')];
        var input = new MadeUpInput("");
        var history = new PublishedHistory(input, isSum: false);
        HistoryUnit[] units =
        [
            .. from district in new[] { 1, 2, 3, 4 } from street in new[] { 1, 2, 3 } select Id($"d{district}s{street}") into street select new HistoryUnit(street, street, null, null),
            .. from district in new[] { 1, 2, 3, 4 } from sector in new[] { "fire", "tourism", "road", "fishing" } select new HistoryUnit(Id($"{sector}{district}"), Id($"d{district}s2"), sector, null),
            .. from office in new[] { "c5 d2s1", "c8 d2s3", "c11 d3s3" } select office.Split(' ') into office select new HistoryUnit(office[0], office[1], "construction", null),
        ];
        input.Put("input/tables.yaml", "- { id: table, title: 示例, indicators: [form.work.persons], measure: count, areas: district, dimensions: [area, sector, week] }\n");
        var truth = new HistoryTruth(units, []);
        for (var at = 0; at < 3; at++)
        {
            truth = at == 1 ? changed.Split(' ').Aggregate(truth, Change) : truth;
            truth = new(truth.Units, [.. truth.Rows, .. truth.Units.Select((unit, number) => new HistoryRow(unit.Id, First.AddDays(7 * at),
                unit.Id is "c5" or "c8" or "c11" ? long.Parse(own[Array.IndexOf(["c5", "c8", "c11"], unit.Id)].Split(' ')[at], CultureInfo.InvariantCulture) : (at * 90) + 110 + (17 * number), 0))]);
            input.Put("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nd1,示例1区,city,district,\nd2,示例2区,city,district,\nd3,示例3区,city,district,\nd4,示例4区,city,district,\n"
                + string.Concat(truth.Units.Select(unit => unit.Sector is null
                    ? $"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id.Split('s')[0]},street,\n" : $"{unit.Id},示例{unit.Id},{unit.Parent},office,{unit.Sector}\n")));
            history.Report(truth.Rows);
            if (at != 1)
            {
                history.Release(First.AddDays(7 * at), truth, 5);
            }
        }

        history.AssertNothingIsFound();
    }

    /// <summary>Moves a unit, <c>c8&gt;d3</c>, or corrects what it reported so far, <c>c8+3</c>.</summary>
    private static HistoryTruth Change(HistoryTruth truth, string change)
    {
        if (change.Split('>') is [var moved, var to])
        {
            return new([.. truth.Units.Select(unit => unit.Id == moved ? unit with { Parent = Id($"{to}s1") } : unit)], truth.Rows);
        }

        var (corrected, more) = (change.Split('+')[0], long.Parse(change.Split('+')[1], CultureInfo.InvariantCulture));
        return new(truth.Units, [.. truth.Rows, .. truth.Rows.Where(row => row.Unit == corrected).Select(row => row with { Value = row.Value + more, Correction = row.Correction + 1 })]);
    }

    /// <summary>A table of districts and sectors, in which what is withheld of construction is withheld of the district, too.</summary>
    private static ReadRelease Printed(HistoryTruth truth, string name, string hidden)
    {
        var areas = new[] { ("示例1区", ""), ("示例2区", ""), ("示例3区", "") }.ToList();
        var sectors = new[] { ("建设施工", ""), ("未分行业", "") }.ToList();
        var withheld = hidden.Split(' ').Where(district => district != "-").Select(HistoryTruth.AreaName).ToHashSet();
        var cells = from area in areas.Select(area => area.Item1).Prepend("")
                    from sector in sectors.Select(sector => sector.Item1).Prepend("")
                    select new ReadCell("form.work.persons", area, sector, First, sector != "未分行业" && withheld.Contains(area) ? "*"
                        : truth.Of(area, sector, First).Values.Sum().ToString(CultureInfo.InvariantCulture));
        return new(name, First, [new("table", new() { ["area"] = areas, ["sector"] = sectors }, [.. cells])], name != "r1");
    }

    private static string Id(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
