using System.Globalization;

namespace Site.Tests;

/// <summary>A release that corrects gives nothing away together with one that printed the same figures by something else.</summary>
public class CorrectedReleaseTests
{
    private static readonly DateOnly First = new(2026, 6, 7);

    /// <summary>Eight streets in each of two districts, with 250 persons or more each.</summary>
    private static readonly HistoryUnit[] Streets =
        [.. from district in Enumerable.Range(1, 2) from street in Enumerable.Range(1, 8) select string.Create(CultureInfo.InvariantCulture, $"d{district}s{street}") into id select new HistoryUnit(id, id, null, null)];

    /// <summary>The district without the office is printed as less by what it had, and the sector of both said what the other has.</summary>
    /// <param name="fire">What two fire stations of two districts have on two days. Then the second is withdrawn.</param>
    [Theory]
    [InlineData("3 60", "7 70")]
    [InlineData("4 60", "9 70")]
    [InlineData("2 3", "30 70")]
    public void A_unit_that_is_withdrawn_says_nothing_of_the_other_of_its_sector(string fire, string withdrawn)
    {
        var history = new Releases(Streets, [new("fire1", "d1s1", "fire", null), new("fire2", "d2s1", "fire", null), new("road1", "d1s1", "road", null), new("road2", "d2s1", "road", null)], new() { ["fire1"] = fire, ["fire2"] = withdrawn });
        history.Release("area, week", "sector, week");
        history.Withdraw("fire2");
        history.Release("area, week");

        history.Published.AssertNothingIsFound();
    }

    /// <summary>Two streets have 4 each, and the city is shown with 3 less than a correction makes it: who takes that for all there is finds 5 for both, and 4 or less for each, which is true.</summary>
    [Theory]
    [InlineData("4 700", "4 800", 3)]
    [InlineData("3 700", "3 800", 2)]
    [InlineData("4 700", "3 800", 2)]
    public void Who_takes_nothing_for_corrected_is_not_right_by_chance(string one, string other, long correction)
    {
        var history = new Releases(Streets, [], new() { ["d1s1"] = one, ["d1s2"] = other });
        history.Release("");
        history.Correct("d1s5", correction);
        history.Release("area, week");

        Assert.Equal(2, history.Published.Releases.Count);
        history.Published.AssertNothingIsFound();
    }

    /// <summary>Releases of a campaign, one a week, that print what is asked for each.</summary>
    private sealed class Releases
    {
        private readonly MadeUpInput _input = new("");
        private readonly List<HistoryRow> _rows = [];
        private readonly Dictionary<string, string> _figures;
        private HistoryUnit[] _units;
        private int _week;

        /// <param name="figures">What some units have on each day; the others have much, and add much.</param>
        public Releases(HistoryUnit[] streets, HistoryUnit[] offices, Dictionary<string, string> figures) =>
            (_units, _figures, Published) = ([.. streets, .. offices], figures, new(_input, isSum: false));

        public PublishedHistory Published { get; }

        public void Withdraw(string unit)
        {
            _units = [.. _units.Where(one => one.Id != unit)];
            _rows.RemoveAll(row => row.Unit == unit);
        }

        /// <summary>A return for the first day gets a figure that is greater by so much.</summary>
        public void Correct(string unit, long more) => _rows.Add(_rows.First(row => row.Unit == unit) is var row ? row with { Value = row.Value + more, Correction = 1 } : default!);

        /// <param name="dimensions">Of each table, nothing for the city alone.</param>
        public void Release(params string[] dimensions)
        {
            var day = First.AddDays(7 * _week);
            _rows.AddRange(_units.Select((unit, number) => new HistoryRow(unit.Id, day,
                _figures.TryGetValue(unit.Id, out var own) ? long.Parse(own.Split(' ')[_week], CultureInfo.InvariantCulture) : (_week * 600) + 250 + (43 * number), 0)));
            _input.Put("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nd1,示例1区,city,district,\nd2,示例2区,city,district,\n" + string.Concat(_units.Select(unit => unit.Sector is null
                ? $"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id.Split('s')[0]},street,\n" : $"{unit.Id},示例{unit.Id},{unit.Parent},office,{unit.Sector}\n")));
            Published.Report(_rows);
            _input.Put("input/tables.yaml", string.Concat(dimensions.Select((one, at) => string.Create(CultureInfo.InvariantCulture,
                $"- {{ id: table-{one.Split(',')[0]}{at}, title: 示例, indicators: [form.work.persons], measure: count, dimensions: [{one}] }}\n"))));
            Published.Release(day, new(_units, [.. _rows.GroupBy(row => (row.Unit, row.Day)).Select(row => row.Last())]), 5);
            _week++;
        }
    }
}
