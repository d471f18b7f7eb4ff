using System.Globalization;
using System.Text;
using Site.Core.Vocabularies;

namespace Site.Tests;

/// <summary>
/// A made-up campaign of four to eight weeks, drawn from a seed, as an office lives through it: units of very different sizes, several tables of one indicator,
/// late and corrected returns, units that are withdrawn, moved or added, tables that come and go, thresholds that change.
/// </summary>
internal sealed class CampaignHistory
{
    private static readonly string[] Sectors = ["fire", "construction", "tourism"];

    private static readonly string[][] Requests =
    [
        ["dimensions: [area]"],
        ["dimensions: [area, week]"],
        ["dimensions: [area]", "dimensions: [sector]"],
        ["dimensions: [area, week]", "dimensions: [sector, week]"],
        ["dimensions: [area]\n  areas: district", "dimensions: [area, sector]"],
        ["dimensions: [area, sector]\n  areas: district", "dimensions: [area, week]"],
        ["dimensions: [sector, week]", "dimensions: [area, week]\n  areas: district", "dimensions: []"],
        ["dimensions: [area, sector, week]\n  areas: district"],
    ];

    /// <summary>What a release prints of where the one before printed something else.</summary>
    private static readonly string[] Turns =
        ["dimensions: [area]", "dimensions: [sector]", "dimensions: [area, week]", "dimensions: [sector, week]", "dimensions: [area]\n  areas: district", "dimensions: []"];

    private readonly SeededDraw _draw;
    private readonly bool _takesTurns;
    private readonly List<HistoryUnit> _units = [];
    private readonly List<HistoryRow> _rows = [];
    private readonly Dictionary<(string Unit, int Week), long> _grown = [];
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);
    private readonly string[] _requests;
    private readonly List<int> _tables;
    private readonly StringBuilder _log = new();
    private readonly string[] _streets;
    private int _added;

    /// <param name="takesTurns">Whether each release prints one table, or two, as the draw will have it; else what the one before printed, with few changes.</param>
    public CampaignHistory(int seed, bool takesTurns = false)
    {
        (_draw, _takesTurns) = (new(seed), takesTurns);
        // The first numbers of neighboring seeds are much alike.
        for (var at = 0; at < 20; at++)
        {
            _draw.Unit();
        }

        Days = [.. Enumerable.Range(0, 4 + Below(5)).Select(week => new DateOnly(2026, 6, 7).AddDays(7 * week))];
        (Indicator, Measure) = Below(10) switch { < 6 => ("form.work.persons", "count"), < 9 => ("form.work.persons", "sum"), _ => ("form.work.leads", "count") };
        _requests = takesTurns ? Turns : Requests[Below(Requests.Length)];
        _tables = [.. Enumerable.Range(0, _requests.Length)];
        Least = Indicator.EndsWith("leads", StringComparison.Ordinal) ? 10 : 5;
        var streets = new List<string>();
        var districts = 1 + Below(3);
        for (var district = 1; district <= districts; district++)
        {
            for (var street = 1 + Below(2); street <= 5; street += 1 + (_draw.Unit() < 0.3 ? 1 : 0))
            {
                streets.Add(Id($"d{district}s{street}"));
            }
        }

        _streets = [.. streets];
        foreach (var street in _streets)
        {
            // A sum of fewer than three is never shown, so there are more units to one.
            _units.Add(new(street, street, null, null));
            foreach (var sector in Measure == "sum" ? [.. Sectors, .. Sectors] : Sectors)
            {
                if (_draw.Unit() < (Measure == "sum" ? 0.8 : 0.35))
                {
                    AddOffice(street, sector);
                }
            }
        }

        for (var district = 1; district <= districts; district++)
        {
            if (_draw.Unit() < 0.5)
            {
                AddOffice(Id($"d{district}"), Sectors[Below(Sectors.Length)]);
            }
        }

        Write();
    }

    /// <summary>The last day of each week.</summary>
    public DateOnly[] Days { get; }

    /// <summary>Id of the indicator of all tables.</summary>
    public string Indicator { get; }

    /// <summary><c>count</c> or <c>sum</c>.</summary>
    public string Measure { get; }

    /// <summary>The threshold of today.</summary>
    public int Least { get; private set; }

    public MadeUpInput Input { get; } = new("");

    /// <summary>All that happened so far, a line each.</summary>
    public string Log => _log.ToString();

    /// <summary>What is true now.</summary>
    public HistoryTruth Truth() => new([.. _units], [.. _rows.GroupBy(row => (row.Unit, row.Day)).Select(row => row.Last())]);

    /// <summary>Lets a week pass, and writes what then lies in <c>input/</c>.</summary>
    public void Live(int week)
    {
        _log.Append(CultureInfo.InvariantCulture, $"-- {Days[week]:MM-dd}\n");
        if (week > 0)
        {
            Change();
            Correct(week);
        }

        TakeTurns();
        foreach (var unit in _units.ToArray())
        {
            if (_draw.Unit() < 0.85)
            {
                File(unit, week, "");
            }
        }

        for (var earlier = 0; earlier < week; earlier++)
        {
            foreach (var unit in _units.ToArray())
            {
                if (!_rows.Exists(row => row.Unit == unit.Id && row.Day == Days[earlier]) && _draw.Unit() < 0.25)
                {
                    File(unit, earlier, "late ");
                }
            }
        }

        Write();
    }

    private void Change()
    {
        switch (Below(14))
        {
            case 0:
                var street = Id($"{_streets[Below(_streets.Length)].Split('s')[0]}s{6 + ++_added}");
                _units.Add(new(street, street, null, null));
                _log.Append(CultureInfo.InvariantCulture, $"new street {street}\n");
                break;
            case 1:
                AddOffice(_streets[Below(_streets.Length)], Sectors[Below(Sectors.Length)]);
                break;
            case 2 or 3 when Office() is { } gone:
                _units.Remove(gone);
                _rows.RemoveAll(row => row.Unit == gone.Id);
                _log.Append(CultureInfo.InvariantCulture, $"withdrawn {gone.Id}\n");
                break;
            case 4 when Office() is { } moved:
                var to = _streets[Below(_streets.Length)];
                _units[_units.IndexOf(moved)] = moved with { Parent = to };
                _log.Append(CultureInfo.InvariantCulture, $"{moved.Id} now in {to}\n");
                break;
            case 5 when Indicator == "form.work.persons":
                Least = 5 + Below(4);
                _log.Append(CultureInfo.InvariantCulture, $"leastPersons {Least}\n");
                break;
            case 6 or 7:
                var table = Below(_requests.Length);
                var isDropped = _tables.Count > 1 && _tables.Remove(table);
                if (!isDropped && !_tables.Contains(table))
                {
                    _tables.Add(table);
                }

                _log.Append(CultureInfo.InvariantCulture, $"table {table} {(isDropped ? "dropped" : "taken up")}\n");
                break;
        }
    }

    private void TakeTurns()
    {
        if (!_takesTurns)
        {
            return;
        }

        _tables.Clear();
        _tables.AddRange(new[] { Below(_requests.Length), _draw.Unit() < 0.25 ? Below(_requests.Length) : -1 }.Where(table => table >= 0).Distinct());
        _log.Append(CultureInfo.InvariantCulture, $"tables {string.Join(' ', _tables.Order())}\n");
    }

    private HistoryUnit? Office()
    {
        var offices = _units.Where(unit => unit.Sector is not null).ToArray();
        return offices.Length == 0 ? null : offices[Below(offices.Length)];
    }

    private void Correct(int week)
    {
        for (var times = Below(10) switch { < 6 => 0, < 9 => 1, _ => 3 }; times > 0 && _rows.Count > 0; times--)
        {
            var row = _rows[Below(_rows.Count)];
            row = _rows.Last(last => last.Unit == row.Unit && last.Day == row.Day);
            if (week == 0 || _units.TrueForAll(unit => unit.Id != row.Unit))
            {
                continue;
            }

            var (least, most) = Bounds(row.Unit, row.Day);
            var change = (1 + Below(4)) * (_draw.Unit() < 0.5 ? -1 : 1) * (_draw.Unit() < 0.3 ? 10 : 1);
            var value = Math.Clamp(row.Value + change, least, most);
            if (value != row.Value)
            {
                _log.Append(CultureInfo.InvariantCulture, $"corrected {row.Unit} {row.Day:MM-dd} {row.Value} -> {value}\n");
                _rows.Add(row with { Value = value, Correction = row.Correction + 1 });
            }
        }
    }

    private void File(HistoryUnit unit, int week, string how)
    {
        var (least, most) = Bounds(unit.Id, Days[week]);
        var value = Math.Clamp(Enumerable.Range(0, week + 1).Sum(earlier => Grown(unit.Id, earlier)), least, most);
        _log.Append(CultureInfo.InvariantCulture, $"{how}{unit.Id} {Days[week]:MM-dd} = {value}\n");
        _rows.Add(new(unit.Id, Days[week], value, 0));
    }

    /// <summary>What others of its returns leave between them.</summary>
    private (long Least, long Most) Bounds(string unit, DateOnly day)
    {
        var rows = _rows.Where(row => row.Unit == unit).GroupBy(row => row.Day).Select(same => same.Last()).ToArray();
        return (rows.Where(row => row.Day < day).Select(row => row.Value).DefaultIfEmpty(0).Max(),
            rows.Where(row => row.Day > day).Select(row => row.Value).DefaultIfEmpty(100_000).Min());
    }

    private long Grown(string unit, int week)
    {
        if (!_grown.TryGetValue((unit, week), out var grown))
        {
            grown = _draw.Unit() switch { < 0.12 => 0, < 0.2 => 1 + Below(4), _ => (long)(Size(unit) * (0.5 + _draw.Unit())) };
            _grown.Add((unit, week), grown);
        }

        return grown;
    }

    /// <summary>One unit in eight is tiny; the others are from small to large, a few of them very large.</summary>
    private long Size(string unit)
    {
        if (!_sizes.TryGetValue(unit, out var size))
        {
            _sizes.Add(unit, size = _draw.Unit() < 0.12 ? 1 + Below(4) : 8 + (long)Math.Pow(2, _draw.Unit() * 9));
        }

        return size;
    }

    private void AddOffice(string parent, string sector)
    {
        var unit = new HistoryUnit(Id($"{parent}{sector[0]}{++_added}"), parent, sector, _draw.Unit() < 0.1 ? "示例集团" : null);
        _units.Add(unit);
        _log.Append(CultureInfo.InvariantCulture, $"office {unit.Id}\n");
    }

    private void Write()
    {
        var units = new StringBuilder("id,name,parent,level,sector,parent_body\ncity,示例市,,city,,\n");
        foreach (var district in _streets.Select(street => street.Split('s')[0]).Distinct())
        {
            units.Append(CultureInfo.InvariantCulture, $"{district},{HistoryTruth.AreaName(district)},city,district,,\n");
        }

        foreach (var unit in _units)
        {
            units.Append(unit.Sector is null
                ? Id($"{unit.Id},{HistoryTruth.AreaName(unit.Id)},{unit.Id.Split('s')[0]},street,,\n")
                : Id($"{unit.Id},示例{unit.Id},{unit.Parent},office,{unit.Sector},{unit.Body}\n"));
        }

        Input.Put("input/units.csv", units.ToString());
        Input.Put("input/policy.yaml", Id($"leastPersons: {Math.Min(Least, 9)}\n"));
        Input.Put("input/tables.yaml", string.Concat(_tables.Order().Select(table =>
            $"- id: table-{table}\n  title: 示例\n  indicators: [{Indicator}]\n  measure: {Measure}\n  {_requests[table]}\n")));
        Input.Put("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n" + string.Concat(_rows.Select(row =>
            Id($"form,{row.Unit},{row.Day:yyyy-MM-dd},{Indicator},{row.Value},{row.Correction}\n"))));
    }

    private int Below(int most) => (int)(_draw.Unit() * most);

    private static string Id(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Id">Of a street it names the street: d1s2; else an office.</param>
/// <param name="Parent">The street or district in which it lies; of a street itself.</param>
/// <param name="Sector">Null for a street.</param>
/// <param name="Body">The body behind it, or null.</param>
internal sealed record HistoryUnit(string Id, string Parent, string? Sector, string? Body);

/// <summary>A return, or a correction of one.</summary>
internal sealed record HistoryRow(string Unit, DateOnly Day, long Value, int Correction);

/// <summary>What the returns of a day give, added up here again: nothing of it is known to an attacker but which units there are.</summary>
internal sealed record HistoryTruth(HistoryUnit[] Units, HistoryRow[] Rows)
{
    private readonly Dictionary<string, HistoryRow[]> _rows = Rows.GroupBy(row => row.Unit).ToDictionary(unit => unit.Key, unit => unit.OrderBy(row => row.Day).ToArray());

    /// <returns>What a unit reported up to a day; null where it reported nothing.</returns>
    public long? Of(HistoryUnit unit, DateOnly day) =>
        _rows.TryGetValue(unit.Id, out var rows) ? rows.LastOrDefault(row => row.Day <= day)?.Value : null;

    /// <returns>For each body behind a cell what it adds to it; 0 is left out.</returns>
    /// <param name="area">As it is printed; empty for the whole.</param>
    /// <param name="sector">As it is printed; empty for the total.</param>
    public Dictionary<string, long> Of(string area, string sector, DateOnly day) => Units.Where(unit => IsIn(unit, area, sector))
        .GroupBy(unit => unit.Body ?? unit.Id).Select(body => (body.Key, Sum: body.Sum(unit => Of(unit, day) ?? 0))).Where(body => body.Sum > 0)
        .ToDictionary(body => body.Key, body => body.Sum, StringComparer.Ordinal);

    /// <returns>Where a unit's figures are printed: the finest area and the sector.</returns>
    public static (string Area, string Sector) HomeOf(HistoryUnit unit) => (
        unit.Parent.Contains('s') ? AreaName(unit.Parent) : AreaName(unit.Parent) + "本级",
        unit.Sector is null ? "未分行业" : Vocabulary.Sectors.Label(unit.Sector));

    /// <returns>All areas in which a unit lies, the whole among them.</returns>
    public static string[] AreasOf(HistoryUnit unit) => ["", AreaName(unit.Parent.Split('s')[0]), HomeOf(unit).Area];

    /// <returns>示例1区 for d1, 示例1区2街道 for d1s2.</returns>
    public static string AreaName(string id) => id.Split('s') is [var district, var street] ? $"示例{district[1..]}区{street}街道" : $"示例{id[1..]}区";

    /// <returns>Whether a unit reports into a cell, whatever it reports.</returns>
    public static bool IsIn(HistoryUnit unit, string area, string sector) =>
        (sector.Length == 0 || HomeOf(unit).Sector == sector) && AreasOf(unit).Contains(area);
}
