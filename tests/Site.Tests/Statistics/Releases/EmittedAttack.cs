using System.Globalization;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>
/// An attacker that has read every release and nothing else, and shares no code with the audit: areas and sectors add up as the tables
/// say, figures never fall from one day to a later one, what is withheld is 1 or more. It works out how small and how great each figure can be.
/// What a release does not say to be changed it takes to be unchanged; where that contradicts itself it keeps what was said before a change
/// apart from what was said since.
/// </summary>
internal sealed class EmittedAttack
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<long> values = [];
    private readonly List<bool> withheld = [];
    private readonly List<byte> floors = [];
    private readonly List<int[]> equations = [];
    private readonly Dictionary<string, int> editions = new(StringComparer.Ordinal);
    private readonly HashSet<int> printed = [];
    private readonly bool takesUnchanged;
    private readonly Insight insight;

    private EmittedAttack(bool takesUnchanged, Insight insight) => (this.takesUnchanged, this.insight) = (takesUnchanged, insight);

    /// <returns>What gives way, in words.</returns>
    /// <param name="least">A number of persons below this must not be known to be so.</param>
    /// <param name="insight">What else the attacker knows.</param>
    public static List<string> Find(IEnumerable<SafeRelease> releases, int least, Insight? insight = null)
    {
        var all = releases.ToArray();
        var found = Find(all, least, insight ?? new([]), takesUnchanged: false);
        if (Array.Exists(all, IsCorrected) && Find(all, least, insight ?? new([]), takesUnchanged: true) is var bold && !bold.Exists(one => one.Contains("contradicts") || one == "no figures fit"))
        {
            found.AddRange(bold);
        }

        return found;
    }

    /// <returns>What gives way among all whole-numbered histories that agree with what is published, in words; null where there are too many to try.</returns>
    /// <param name="least">A number of persons below this must not be known to be so.</param>
    /// <param name="insight">What else the attacker knows.</param>
    public static List<string>? TryAll(IEnumerable<SafeRelease> releases, int least, Insight insight)
    {
        var attack = Of([.. releases], insight, takesUnchanged: true);
        var intervals = BruteForce.Attack(attack.equations, [.. attack.values], [.. attack.withheld], [.. attack.floors.Select(floor => (long)floor)]);

        // A withheld total may be above all that is tried: then no history fits, and nothing is found.
        var isEmpty = intervals?.Where((interval, at) => interval.Low < attack.floors[at]).Any() == true;
        return intervals is null || isEmpty ? null : [.. Enumerable.Range(0, intervals.Length).Where(at => attack.IsBad(at, intervals[at].Low, intervals[at].High, least))
            .Select(at => $"{attack.names[at]} is known to be from {intervals[at].Low} to {intervals[at].High}")];
    }

    private static List<string> Find(SafeRelease[] releases, int least, Insight insight, bool takesUnchanged) => Of(releases, insight, takesUnchanged).Attack(least);

    private static EmittedAttack Of(SafeRelease[] releases, Insight insight, bool takesUnchanged)
    {
        var attack = new EmittedAttack(takesUnchanged, insight);
        foreach (var release in releases)
        {
            attack.NoteChanges(release);
            foreach (var table in release.Tables)
            {
                attack.Read(table, release.AsOf);
            }
        }

        attack.AddIncrements();
        return attack;
    }

    /// <summary>What the units of an area and sector have adds up, whether a table prints it or not.</summary>
    private void AddUnits(string indicator, string area, string sector, string day)
    {
        var parts = insight.Units.Where(unit => (area == "all" || unit.Areas.Contains(area)) && (sector == "all" || unit.Sector == sector))
            .Select(unit => Cell(indicator, unit.Areas[^1], unit.Sector, day)).Distinct().ToArray();
        var cell = Cell(indicator, area, sector, day);
        if (parts.Length > 0 && !parts.Contains(cell))
        {
            equations.Add([cell, .. parts]);
        }
    }

    private static bool IsCorrected(SafeRelease release) =>
        release.Changes.Length > 0 || release.Tables.Any(table => table.Notes.Any(note => note.StartsWith("以前各期公布的数后来有更正", StringComparison.Ordinal)));

    /// <summary>Counts how often the figure of a cell and day was said to be changed; without trust, that of any cell.</summary>
    private void NoteChanges(SafeRelease release)
    {
        var told = new SortedSet<string>(StringComparer.Ordinal);
        if (!takesUnchanged)
        {
            editions[""] = editions.GetValueOrDefault("") + (IsCorrected(release) ? 1 : 0);
            return;
        }

        if (insight.Changed is { } changed)
        {
            // It knows which figures are not what they were, and no more of them.
            foreach (var (unit, day) in changed(release.Name))
            {
                foreach (var area in unit.Areas.Append("all"))
                {
                    foreach (var sector in new[] { unit.Sector, "all" })
                    {
                        told.Add($"form.work.persons|{area}|{sector}|{day}");
                    }
                }
            }

            foreach (var place in told)
            {
                editions[place] = editions.GetValueOrDefault(place) + 1;
            }

            return;
        }

        foreach (var change in release.Changes)
        {
            var table = release.Tables.First(table => table.Id == change.Table);
            var named = table.Dimensions.Zip(change.Categories).ToDictionary(pair => pair.First.Id, pair => Name(pair.First, pair.First.Categories.IndexOf(pair.Second)));
            var place = $"{change.Indicator}|{named.GetValueOrDefault("area", "all")}|{named.GetValueOrDefault("sector", "all")}|";
            var day = table.Dimensions.Any(dimension => dimension.Id == "week") ? change.Categories[^1] : Day(release.AsOf);
            editions[place + day] = editions.GetValueOrDefault(place + day) + 1;
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Read(SafeTable table, DateOnly asOf)
    {
        var shape = new[] { "area", "sector", "week" }.Select(id => table.Dimensions.FirstOrDefault(dimension => dimension.Id == id)).ToArray();
        var all = from indicator in Enumerable.Range(0, table.Indicators.Length)
                  from area in Places(shape[0])
                  from sector in Places(shape[1])
                  from week in Places(shape[2])
                  select (At: indicator, Id: table.Indicators[indicator].Id, Area: area, Sector: sector, Week: week, Day: week < 0 ? Day(asOf) : shape[2]!.Categories[week]);
        foreach (var one in all)
        {
            Note(one.Id, Name(shape[0], one.Area), Name(shape[1], one.Sector), one.Day, table.At(one.At, [.. new[] { one.Area, one.Sector, one.Week }.Where(place => place >= 0)]));
        }

        foreach (var one in all)
        {
            AddTotal(shape[0], one.Area, child => Cell(one.Id, Name(shape[0], child), Name(shape[1], one.Sector), one.Day));
            AddUnits(one.Id, Name(shape[0], one.Area), Name(shape[1], one.Sector), one.Day);
            AddTotal(shape[1], one.Sector, child => Cell(one.Id, Name(shape[0], one.Area), Name(shape[1], child), one.Day));
        }
    }

    private static IEnumerable<int> Places(SafeDimension? dimension) => dimension is null ? [-1] : Enumerable.Range(0, dimension.Categories.Length);

    private static string Name(SafeDimension? dimension, int place) => dimension is null || dimension.Id == "area" && place == 0 || dimension.Id == "sector" && place == 0 ? "all" : dimension.Categories[place];

    private void AddTotal(SafeDimension? dimension, int place, Func<int, int> cell)
    {
        var parts = dimension is null ? [] : Enumerable.Range(0, dimension.Categories.Length).Where(child => dimension.Parents[child] == place).ToArray();
        if (parts.Length > 0)
        {
            equations.Add([cell(place), .. parts.Select(cell)]);
        }
    }

    private int Cell(string indicator, string area, string sector, string day)
    {
        var name = $"{indicator}|{area}|{sector}|{day}";
        name += $"|{editions.GetValueOrDefault(takesUnchanged ? name : "")}";
        if (!places.TryGetValue(name, out var at))
        {
            places.Add(name, at = Add(name, 0, isWithheld: true, 0));
        }

        return at;
    }

    private int Add(string name, long value, bool isWithheld, byte floor)
    {
        names.Add(name);
        values.Add(value);
        withheld.Add(isWithheld);
        floors.Add(floor);
        return names.Count - 1;
    }

    private void Note(string indicator, string area, string sector, string day, Cell cell)
    {
        var at = Cell(indicator, area, sector, day);
        if (takesUnchanged && printed.Contains(at) && (withheld[at] != cell is Cell.Withheld || values[at] != (cell is Cell.Shown other ? other.Value : 0)))
        {
            // What is printed otherwise than before was changed, whether a list says so or not.
            editions[$"{indicator}|{area}|{sector}|{day}"] = editions.GetValueOrDefault($"{indicator}|{area}|{sector}|{day}") + 1;
            at = Cell(indicator, area, sector, day);
        }

        (withheld[at], floors[at]) = (cell is Cell.Withheld, 1);
        values[at] = cell is Cell.Shown shown ? shown.Value : 0;
        printed.Add(at);
    }

    private void AddIncrements()
    {
        foreach (var series in places.Select(place => (Key: place.Key.Split('|'), place.Value)).GroupBy(place => string.Join('|', place.Key[..3])).ToArray())
        {
            // Within an edition from day to day; a figure that nobody said to be changed does not fall below an older edition's.
            foreach (var (key, value) in series)
            {
                var later = series.Where(other => string.CompareOrdinal(other.Key[3], key[3]) > 0 && (takesUnchanged || other.Key[4] == key[4]))
                    .OrderBy(other => other.Key[3], StringComparer.Ordinal).ThenByDescending(other => int.Parse(other.Key[4], CultureInfo.InvariantCulture)).ToArray();
                var isOld = takesUnchanged && editions.GetValueOrDefault(string.Join('|', key[..4])) > int.Parse(key[4], CultureInfo.InvariantCulture);
                if (later.Length > 0 && !isOld)
                {
                    AddIncrement(value, later[0].Value);
                }
            }
        }
    }

    private void AddIncrement(int before, int now)
    {
        var unknown = withheld[now] || withheld[before];
        var increment = Add(names[now] + " grown", unknown ? 0 : values[now] - values[before], unknown, 0);
        equations.Add([now, before, increment]);
    }

    private bool IsBad(int at, long low, long high, int least) =>
        !printed.Contains(at) || !withheld[at] ? low > 0 && high < least : high < least || high - low < least - 1;

    private List<string> Attack(int least)
    {
        var open = Enumerable.Range(0, names.Count).Where(at => withheld[at]).ToArray();
        var column = open.Select((at, place) => (at, place)).ToDictionary(pair => pair.at, pair => pair.place);
        var program = LinearProgram.Of([.. equations.Where(equation => Array.Exists(equation, column.ContainsKey)).Select(Row)], open.Length);
        var found = equations.Where(equation => !Array.Exists(equation, column.ContainsKey) && values[equation[0]] != equation[1..].Sum(part => values[part]))
            .Select(equation => $"{names[equation[0]]} contradicts its parts").ToList();
        if (program is null)
        {
            return [.. found, "no figures fit"];
        }

        for (var at = 0; at < names.Count; at++)
        {
            var (low, high) = withheld[at] ? (Bound(at, up: false), Bound(at, up: true)) : (values[at], values[at]);
            if (IsBad(at, low, high, least))
            {
                found.Add($"{names[at]} is known to be from {low} to {high}");
            }
        }

        return found;

        // Each unknown is counted from its floor.
        double[] Row(int[] equation)
        {
            var row = new double[open.Length + 1];
            for (var at = 0; at < equation.Length; at++)
            {
                var sign = at == 0 ? -1 : 1;
                if (column.TryGetValue(equation[at], out var place))
                {
                    row[place] += sign;
                }

                row[^1] -= sign * (column.ContainsKey(equation[at]) ? floors[equation[at]] : values[equation[at]]);
            }

            return row;
        }

        long Bound(int at, bool up)
        {
            var bound = program.Bound(column[at], up);
            return floors[at] + (double.IsInfinity(bound) ? 1_000_000 : (long)(up ? Math.Floor(bound + 1e-5) : Math.Ceiling(bound - 1e-5)));
        }
    }
}

/// <summary>What an attacker knows besides what is published.</summary>
/// <param name="Units">The list of units; none for who does not have it.</param>
/// <param name="Changed">For each release the figures that are not what they were in the release before: what the best informed reader knows; null for who does not.</param>
internal sealed record Insight(IReadOnlyList<KnownUnit> Units, Func<string, IEnumerable<(KnownUnit Unit, string Day)>>? Changed = null);

/// <summary>A unit as readers know it.</summary>
/// <param name="Areas">The areas it lies in but the whole, the finest last.</param>
/// <param name="Sector">Its sector.</param>
internal sealed record KnownUnit(string[] Areas, string Sector);
