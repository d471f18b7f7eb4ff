using System.Globalization;

namespace Site.Tests;

/// <summary>What releases print of one indicator by area and by sector one after the other, with or without corrections between them, gives nothing away together.</summary>
public class TablesInTurnTests
{
    private static readonly DateOnly First = new(2026, 6, 7);

    /// <summary>Twelve streets of one district and one of another.</summary>
    private static readonly HistoryUnit[] Streets = [.. Enumerable.Range(1, 12).Select(street => Id($"d1s{street}")).Append("d2s1").Select(street => new HistoryUnit(street, street, null, null))];

    /// <summary>In seven of the streets an office, each of a sector of its own.</summary>
    private static readonly HistoryUnit[] Offices =
        [.. new[] { "road", "fishing", "industry-mining", "hazardous-chemicals", "urban-operation", "water-transport", "ship-repair" }.Select((sector, at) => new HistoryUnit(sector, Id($"d1s{6 + at}"), sector, null))];

    /// <param name="releases">What each release prints: <c>area</c>, <c>sector</c>, <c>area/district</c>, <c>area+sector/district</c>, <c>whole</c>, with <c>+week</c> or without.</param>
    /// <param name="special">Units with what they have on each day of a release: <c>o fire d1 16 90</c>; in place of those that lie around, where these have the same name.</param>
    /// <param name="corrected">Whether before each later release an office gives some of what it had on the first day to another, so that a new vintage begins and no total tells where.</param>
    [Theory]
    // Of the 30 of two fire stations that is shown the one in a street knows its own 14, and so the area of the other, which has nothing but its 16; withheld beside the 4 of another street, it would give that away.
    [InlineData("sector+week area+week", "o fire d1 16 90;f fire d1s1 14 60;d1s1 - - 0 700;d1s2 - - 4 800", true)]
    [InlineData("sector area+week", "o fire d1 16 90;f fire d1s1 14 60;d1s1 - - 0 700;d1s2 - - 4 800", true)]
    [InlineData("sector whole area+week", "o fire d1 16 90 170;f fire d1s1 14 60 120;d1s1 - - 0 700 900;d1s2 - - 4 800 1000", true)]
    [InlineData("sector sector area+week", "o fire d1 16 90 170;f fire d1s1 14 60 120;d1s1 - - 0 700 900;d1s2 - - 4 800 1000", true)]
    // The same the other way round: of the 30 of the district itself each of its two offices knows the other, of a sector of its own, withheld beside the 4 of a third.
    [InlineData("area+week sector+week", "o fire d1 16 90;c construction d1 14 60;t tourism d1s2 4 300", true)]
    [InlineData("area sector+week", "o fire d1 16 90;c construction d1 14 60;t tourism d1s2 4 300", true)]
    [InlineData("area area/district sector+week", "o fire d1 16 90 170;c construction d1 14 60 120;t tourism d1s2 4 300 500", true)]
    // A sector of the offices of a district is shown; their area, a week later, is not greater, or by little, and beside it there is a street with 3.
    [InlineData("sector area", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", false)]
    [InlineData("sector area", "o fire d1 10 11;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", false)]
    [InlineData("sector area", "o fire d1 10 12;p fire d1 6 7;d1s2 - - 1 90;t road d1s2 2 95", false)]
    [InlineData("sector area+week", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", false)]
    [InlineData("sector whole area", "o fire d1 10 10 10;p fire d1 6 6 6;d1s2 - - 1 1 1;t road d1s2 2 2 2", false)]
    [InlineData("sector area", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", true)]
    [InlineData("sector area+week", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", true)]
    // And an area of two offices first.
    [InlineData("area sector", "o fire d1 10 10;p fire d1 6 6;t tourism d1s2 2 2;u tourism d1s4 1 1", false)]
    [InlineData("area sector", "o fire d1 10 12;p fire d1 6 7;t tourism d1s2 2 90;u tourism d1s4 1 95", false)]
    [InlineData("area sector+week", "o fire d1 10 10;p fire d1 6 6;t tourism d1s2 2 2;u tourism d1s4 1 1", true)]
    // The offices of a district are its sector in a table of districts, too.
    [InlineData("area+week area+sector/district+week", "o fire d1 16 90;t tourism d1s2 3 90", true)]
    [InlineData("area area+sector/district", "o fire d1 10 12;p fire d1 6 7;t tourism d1s2 2 2;u tourism d1s4 1 1", false)]
    [InlineData("area+sector/district area", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", false)]
    [InlineData("area+sector/district area", "o fire d1 10 10;p fire d1 6 6;d1s2 - - 1 1;t road d1s2 2 2", true)]
    public void Nothing_follows_from_tables_by_area_and_by_sector_that_take_turns(string releases, string special, bool corrected)
    {
        var figures = special.Split(';').Select(unit => unit.Split(' ')).ToDictionary(unit => unit[0], unit => unit[3..].Select(value => long.Parse(value, CultureInfo.InvariantCulture)).ToArray());
        HistoryUnit[] units = [.. Streets, .. Offices, .. special.Split(';').Select(unit => unit.Split(' ')).Where(unit => unit[1] != "-").Select(unit => new HistoryUnit(unit[0], unit[2], unit[1], null))];
        var input = new MadeUpInput("-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\nd1,示例1区,city,district,\nd2,示例2区,city,district,\n"
            + string.Concat(units.Select(unit => unit.Sector is null
                ? $"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id.Split('s')[0]},street,\n" : $"{unit.Id},示例{unit.Id},{unit.Parent},office,{unit.Sector}\n")));
        var history = new PublishedHistory(input, isSum: false);
        var rows = new List<HistoryRow>();
        foreach (var (tables, at) in releases.Split(' ').Select((tables, at) => (tables, at)))
        {
            var day = First.AddDays(7 * at);
            if (corrected && at > 0)
            {
                rows.AddRange([new("road", First, 809 + (71 * at), at), new("fishing", First, 852 - (71 * at), at)]);
            }

            rows.AddRange(units.Select((unit, number) => new HistoryRow(unit.Id, day, figures.TryGetValue(unit.Id, out var own) ? own[at] : (at * 600) + 250 + (43 * number), 0)));
            history.Report(rows);
            input.Put("input/tables.yaml", Request(tables));
            history.Release(day, new(units, [.. rows.GroupBy(row => (row.Unit, row.Day)).Select(row => row.Last())]), 5);
        }

        history.AssertNothingIsFound();
    }

    private static string Request(string table)
    {
        var (dimensions, depth) = table.Replace("/district", "", StringComparison.Ordinal) is var plain && plain != table ? (plain, "areas: district, ") : (table, "");
        return $"- {{ id: {table.Replace('+', '-').Replace('/', '-')}, title: 示例, indicators: [form.work.persons], measure: count, {depth}dimensions: [{(dimensions == "whole" ? "" : dimensions.Replace("+", ", ", StringComparison.Ordinal))}] }}\n";
    }

    private static string Id(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
