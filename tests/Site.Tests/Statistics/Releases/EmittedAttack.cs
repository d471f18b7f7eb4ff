using System.Globalization;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>
/// An attacker that has read every release and nothing else, and shares no code with the audit: areas and sectors add up as the tables
/// say, figures never fall from one day to a later one, what is withheld is 1 or more. It works out how small and how great each figure can be.
/// </summary>
internal sealed class EmittedAttack
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<long> values = [];
    private readonly List<bool> withheld = [];
    private readonly List<byte> floors = [];
    private readonly List<int[]> equations = [];

    /// <returns>What gives way, in words.</returns>
    /// <param name="least">A number of persons below this must not be known to be so.</param>
    public static List<string> Find(IEnumerable<SafeRelease> releases, int least)
    {
        var attack = new EmittedAttack();
        foreach (var release in releases)
        {
            foreach (var table in release.Tables)
            {
                attack.Read(table, release.AsOf);
            }
        }

        attack.AddIncrements();
        return attack.Attack(least);
    }

    private void Read(SafeTable table, DateOnly asOf)
    {
        var shape = new[] { "area", "sector", "week" }.Select(id => table.Dimensions.FirstOrDefault(dimension => dimension.Id == id)).ToArray();
        foreach (var (indicator, at) in table.Indicators.Select((indicator, at) => (indicator.Id, at)))
        {
            foreach (var area in Places(shape[0]))
            {
                foreach (var sector in Places(shape[1]))
                {
                    foreach (var week in Places(shape[2]))
                    {
                        var day = week < 0 ? asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : shape[2]!.Categories[week];
                        Note(indicator, Name(shape[0], area), Name(shape[1], sector), day,
                            table.At(at, [.. new[] { area, sector, week }.Where(place => place >= 0)]));
                        AddTotal(shape[0], area, child => Cell(indicator, Name(shape[0], child), Name(shape[1], sector), day));
                        AddTotal(shape[1], sector, child => Cell(indicator, Name(shape[0], area), Name(shape[1], child), day));
                    }
                }
            }
        }
    }

    private static IEnumerable<int> Places(SafeDimension? dimension) => dimension is null ? [-1] : Enumerable.Range(0, dimension.Categories.Length);

    private static string Name(SafeDimension? dimension, int place) => dimension is null || dimension.Parents[place] < 0 ? "all" : dimension.Categories[place];

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
        if (!places.TryGetValue(name, out var at))
        {
            places.Add(name, at = Add(name, 0, isWithheld: true, 1));
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

    private void Note(string indicator, string area, string sector, string day, Cell printed)
    {
        var at = Cell(indicator, area, sector, day);
        withheld[at] = printed is Cell.Withheld;
        values[at] = printed is Cell.Shown shown ? shown.Value : 0;
    }

    private void AddIncrements()
    {
        foreach (var series in places.GroupBy(place => place.Key[..place.Key.LastIndexOf('|')]).ToArray())
        {
            var days = series.OrderBy(place => place.Key, StringComparer.Ordinal).Select(place => place.Value).ToArray();
            for (var at = 1; at < days.Length; at++)
            {
                var unknown = withheld[days[at]] || withheld[days[at - 1]];
                var increment = Add(names[days[at]] + " grown", unknown ? 0 : values[days[at]] - values[days[at - 1]], unknown, 0);
                equations.Add([days[at], days[at - 1], increment]);
            }
        }
    }

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
            var isGrowth = names[at].EndsWith(" grown", StringComparison.Ordinal);
            var isBad = isGrowth || !withheld[at] ? low > 0 && high < least : high < least || high - low < least - 1;
            if (isBad)
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
