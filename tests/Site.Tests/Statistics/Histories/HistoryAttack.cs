namespace Site.Tests;

/// <summary>What an attacker supposes of figures that a later release might have corrected.</summary>
internal enum Assumption
{
    /// <summary>Nothing was ever corrected.</summary>
    NothingCorrected,

    /// <summary>What a later release prints otherwise was corrected, and what lies below it; everything else was not.</summary>
    UnchangedUnlessTold,

    /// <summary>The same, but where units that moved or were withdrawn account for what is printed otherwise, just the cells were that they left and entered.</summary>
    UnchangedUnlessToldOrMoved,

    /// <summary>A release that says that it corrects may have corrected anything, and a unit that moved or was withdrawn took with it what it had.</summary>
    AnythingCorrected,
}

/// <summary>What of a history gives way.</summary>
internal enum Weakness
{
    /// <summary>A figure that was withheld is known.</summary>
    Exact,

    /// <summary>A figure is known to be under its threshold.</summary>
    TooSmall,

    /// <summary>A withheld figure is known too closely: within less than the threshold, or for its largest contributor.</summary>
    TooClose,

    /// <summary>What was added between two days is known to be under its threshold.</summary>
    SmallGrowth,

    /// <summary>What a correction changed is known to be under its threshold.</summary>
    SmallCorrection,
}

/// <param name="Cell">In words.</param>
internal sealed record Finding(Weakness Weakness, Assumption Assumption, string Cell, long Low, long High, long Truth);

/// <summary>
/// An attacker that has read every release as it was published and knows which units there are. It writes down every equation: areas and sectors add up, printed
/// or not, nothing falls from one day to a later one, what a release did not correct is what it was. What it works out is then held against the truth:
/// a wrong guess gives nothing away.
/// </summary>
internal sealed class HistoryAttack
{
    private readonly IReadOnlyList<ReadRelease> _releases;
    private readonly IReadOnlyList<HistoryTruth> _truths;
    private readonly int _least;
    private readonly bool _isSum;
    private readonly bool _hasSectors;
    private readonly ReadState[] _states;

    /// <param name="releases">As read from the output folders, in the order published.</param>
    /// <param name="truths">What was true when each was published. The attacker takes from it which units there are, and no figure.</param>
    /// <param name="least">A number of persons below this must not be known to be so.</param>
    /// <param name="isSum">Whether no contributor may be known closely either.</param>
    public HistoryAttack(IReadOnlyList<ReadRelease> releases, IReadOnlyList<HistoryTruth> truths, int least, bool isSum)
    {
        (_releases, _truths, _least, _isSum) = (releases, truths, least, isSum);
        _hasSectors = releases.Any(release => release.Tables.Any(table => table.Parents.ContainsKey("sector")));
        _states = new ReadState[releases.Count];
        for (var at = 0; at < releases.Count; at++)
        {
            _states[at] = ReadState.Of(at == 0 ? null : _states[at - 1], releases[at], truths[at], at == 0 ? null : truths[at - 1], _hasSectors);
        }
    }

    /// <summary>How many withheld figures were attacked.</summary>
    public int Withheld => _releases.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell.Text == "*")));

    /// <summary>How many figures other than 0 were published or withheld.</summary>
    public int Figures => _releases.Sum(release => release.Tables.Sum(table => table.Cells.Count(cell => cell.Text == "*" || (long.TryParse(cell.Text, out var value) && value > 0))));

    /// <returns>The attack of each unit with its own figures at hand.</returns>
    public InsiderAttack Insiders() => new(_states, _truths, _least, _isSum);

    /// <returns>What gives way under any assumption that fits what was published, each cell once.</returns>
    public List<Finding> Find()
    {
        var found = ShownDifferences().Concat(ShownFigures()).ToList();
        Assumption[] assumptions = _releases.Any(release => release.IsRevision)
            ? [Assumption.NothingCorrected, Assumption.UnchangedUnlessTold, Assumption.UnchangedUnlessToldOrMoved, Assumption.AnythingCorrected] : [Assumption.NothingCorrected];
        foreach (var assumption in assumptions)
        {
            var system = new HistorySystem(_states, assumption);
            if (!system.Narrow())
            {
                Assert.True(assumption != assumptions[^1], "No figures fit what was published.");
                continue;
            }

            found.AddRange(Attack(system, assumption));
        }

        return [.. found.DistinctBy(finding => (finding.Weakness, finding.Cell))];
    }

    private IEnumerable<Finding> Attack(HistorySystem system, Assumption assumption)
    {
        for (var at = 0; at < _states.Length; at++)
        {
            var state = _states[at];
            foreach (var node in state.Nodes())
            {
                for (var day = 0; day < state.Days.Length; day++)
                {
                    var isWithheld = state.Printed.GetValueOrDefault((node.Area, node.Sector, state.Days[day])) == "*";
                    if (isWithheld || state.IsNew(node, state.Days[day]))
                    {
                        foreach (var finding in AttackCell(system, assumption, at, node, day, isWithheld))
                        {
                            yield return finding;
                        }
                    }
                }
            }
        }
    }

    private IEnumerable<Finding> AttackCell(HistorySystem system, Assumption assumption, int at, ReadNode node, int day, bool isWithheld)
    {
        var (state, truth) = (_states[at], _truths[at]);
        var name = $"{_releases[at].Name} {(node.Area.Length == 0 ? "全市" : node.Area)} {node.Sector} {state.Days[day]:MM-dd}";
        var value = truth.Of(node.Area, node.Sector, state.Days[day]).Values.Sum();
        var unknown = system.Of(at, state.Days[day], node);
        if (isWithheld)
        {
            var spare = _isSum ? Spare(truth.Of(node.Area, node.Sector, state.Days[day])) : 0;
            var (low, high) = system.System.Bounds(unknown, (low, high) => high >= _least && high - low >= _least - 1 && low <= value - spare && high >= value + spare);
            if (low == high && low == value && IsShown(node, state.Days[day], value))
            {
                // Withheld in one release and shown in another: what is shown is judged by itself.
                yield break;
            }

            if (low == high && low == value)
            {
                yield return new(Weakness.Exact, assumption, name, low, high, value);
            }
            else if (low <= value && high >= value && high < _least)
            {
                yield return new(Weakness.TooSmall, assumption, name, low, high, value);
            }
            else if (low <= value && high >= value && (high - low < _least - 1 || low > value - spare || high < value + spare))
            {
                yield return new(Weakness.TooClose, assumption, name, low, high, value);
            }
        }
        else if (value > 0 && value < _least)
        {
            var (low, high) = system.System.Bounds(unknown, (low, high) => low <= 0 || high >= _least);
            if (low > 0 && low <= value && value <= high && high < _least)
            {
                yield return new(low == high ? Weakness.Exact : Weakness.TooSmall, assumption, name + " (unprinted)", low, high, value);
            }
        }

        foreach (var before in state.DaysBefore(node, day))
        {
            var earlier = truth.Of(node.Area, node.Sector, state.Days[before]).Values.Sum();
            var grown = value - earlier;
            var isOfFew = grown > 0 && IsOfFew(truth.Of(node.Area, node.Sector, state.Days[before]), truth.Of(node.Area, node.Sector, state.Days[day]));
            if (grown > 0 && (grown < _least || isOfFew))
            {
                var (low, high) = system.System.Bounds(system.Growth(at, node, before, day), (low, high) => isOfFew ? low < high : low <= 0 || high >= _least);
                if (low > 0 && low <= grown && grown <= high && (isOfFew ? low == high : high < _least))
                {
                    yield return new(Weakness.SmallGrowth, assumption, $"{name} since {state.Days[before]:MM-dd}", low, high, grown);
                }
            }
        }
    }

    private bool IsShown(ReadNode node, DateOnly day, long value) =>
        Array.Exists(_states, state => long.TryParse(state.Printed.GetValueOrDefault((node.Area, node.Sector, day)), out var shown) && shown == value);

    /// <summary>Printed figures that the rules forbid.</summary>
    private IEnumerable<Finding> ShownFigures()
    {
        for (var at = 0; at < _releases.Count; at++)
        {
            foreach (var cell in _releases[at].Tables.SelectMany(table => table.Cells).DistinctBy(cell => (cell.Area, cell.Sector, cell.Day)))
            {
                if (!long.TryParse(cell.Text, out var value) || value == 0)
                {
                    continue;
                }

                var contributors = _truths[at].Of(cell.Area, cell.Sector, cell.Day);
                Assert.Equal(value, contributors.Values.Sum());
                if (value < _least || (_isSum && (contributors.Count < 3 || Spare(contributors) > 0)))
                {
                    yield return new(Weakness.Exact, Assumption.AnythingCorrected, $"{_releases[at].Name} {cell.Area} {cell.Sector} {cell.Day:MM-dd} (shown)", value, value, value);
                }
            }
        }
    }

    /// <summary>
    /// Two printed figures of one cell tell what was added from one day to the other, where both still hold, whatever is withheld on days between; of the same day, and of different releases,
    /// what was corrected.
    /// </summary>
    private IEnumerable<Finding> ShownDifferences()
    {
        var shown = new Dictionary<ReadNode, Dictionary<DateOnly, (int Release, long Value)>>();
        for (var at = 0; at < _releases.Count; at++)
        {
            foreach (var cell in _releases[at].Tables.SelectMany(table => table.Cells).DistinctBy(cell => (cell.Area, cell.Sector, cell.Day)))
            {
                var node = new ReadNode(cell.Area, cell.Sector);
                if (!long.TryParse(cell.Text, out var value))
                {
                    continue;
                }

                shown.TryAdd(node, []);
                if (shown[node].TryGetValue(cell.Day, out var said) && IsUnsafeChange(said.Value, value, At(said.Release, node, cell.Day), At(at, node, cell.Day)))
                {
                    yield return Found(Weakness.SmallCorrection, at, node, cell.Day, $"{_releases[said.Release].Name} {cell.Day:MM-dd}", value - said.Value);
                }

                shown[node][cell.Day] = (at, value);
            }

            foreach (var (node, days) in shown)
            {
                var holding = days.Where(day => At(at, node, day.Key).Values.Sum() == day.Value.Value).OrderBy(day => day.Key).ToArray();
                foreach (var (before, after) in holding.Zip(holding.Skip(1)))
                {
                    if (IsUnsafeChange(before.Value.Value, after.Value.Value, At(at, node, before.Key), At(at, node, after.Key)))
                    {
                        yield return Found(Weakness.SmallGrowth, at, node, after.Key, $"{_releases[before.Value.Release].Name} {before.Key:MM-dd}", after.Value.Value - before.Value.Value);
                    }
                }
            }
        }

        Dictionary<string, long> At(int release, ReadNode node, DateOnly day) => _truths[release].Of(node.Area, node.Sector, day);

        bool IsUnsafeChange(long from, long to, Dictionary<string, long> before, Dictionary<string, long> after) => from != to && (Math.Abs(to - from) < _least || IsOfFew(before, after));

        Finding Found(Weakness weakness, int at, ReadNode node, DateOnly day, string since, long change) =>
            new(weakness, Assumption.AnythingCorrected, $"{_releases[at].Name} {node.Area} {node.Sector} {day:MM-dd} since {since}", change, change, change);
    }

    /// <returns>Whether fewer than three made what a sum changed by, or one of them nearly all.</returns>
    private bool IsOfFew(Dictionary<string, long> before, Dictionary<string, long> after)
    {
        var changed = before.Keys.Union(after.Keys).Select(body => (body, Change: Math.Abs(after.GetValueOrDefault(body) - before.GetValueOrDefault(body)))).Where(one => one.Change > 0)
            .ToDictionary(one => one.body, one => one.Change, StringComparer.Ordinal);
        return _isSum && (changed.Count < 3 || Spare(changed) > 0);
    }

    /// <returns>How far the interval of a sum must reach beyond it, so that no contributor knows another to within a tenth.</returns>
    public static long Spare(Dictionary<string, long> contributors)
    {
        var sorted = contributors.Values.OrderDescending().ToArray();
        return sorted.Length == 0 ? 0 : Math.Max(0, (long)Math.Ceiling(sorted[0] / 10.0) - sorted.Skip(2).Sum());
    }
}

/// <summary>A cell of an indicator but for its day: an area and a sector as they are printed, both empty for the total.</summary>
internal readonly record struct ReadNode(string Area, string Sector);

/// <summary>A unit that was moved or withdrawn between two releases. It took its figures of all days with it.</summary>
/// <param name="To">Null where it was withdrawn.</param>
internal sealed record MovedUnit(HistoryUnit From, HistoryUnit? To)
{
    /// <returns>Whether a cell holds it no more.</returns>
    public bool Leaves(ReadNode node) => IsIn(From, node) && !(To is { } to && IsIn(to, node));

    /// <returns>Whether a cell holds it now and did not before.</returns>
    public bool Enters(ReadNode node) => To is { } to && IsIn(to, node) && !IsIn(From, node);

    private static bool IsIn(HistoryUnit unit, ReadNode node) => HistoryTruth.IsIn(unit, node.Area, node.Sector);
}

/// <summary>All that is known of an indicator once a release is out.</summary>
internal sealed class ReadState
{
    private readonly HashSet<(ReadNode, DateOnly)> _known = [];

    private ReadState(ReadRelease release) => Release = release;

    public ReadRelease Release { get; }

    public ReadState? Before { get; private init; }

    /// <summary>For each area its parts, the whole first, as all releases together tell.</summary>
    public Dictionary<string, List<string>> Areas { get; } = new(StringComparer.Ordinal) { [""] = [] };

    public List<string> Sectors { get; } = [];

    /// <summary>All days that any release printed, ascending.</summary>
    public DateOnly[] Days { get; private set; } = [];

    /// <summary>What this release prints, but for 0 where another of its tables has a dash.</summary>
    public Dictionary<(string Area, string Sector, DateOnly Day), string> Printed { get; } = [];

    /// <summary>Areas and sectors in which there is a unit.</summary>
    public HashSet<ReadNode> Possible { get; private init; } = [];

    /// <summary>Which units lie elsewhere, or are gone, since the release before was made.</summary>
    public MovedUnit[] Moved { get; private init; } = [];

    /// <param name="truth">Which units there are, and <paramref name="truthBefore"/> which there were.</param>
    public static ReadState Of(ReadState? before, ReadRelease release, HistoryTruth truth, HistoryTruth? truthBefore, bool hasSectors)
    {
        var state = new ReadState(release)
        {
            Before = before,
            Moved = [.. from unit in truthBefore?.Units ?? []
                        let now = Array.Find(truth.Units, other => other.Id == unit.Id)
                        where now is null || now.Parent != unit.Parent
                        select new MovedUnit(unit, now)],
            Possible = [.. truth.Units.SelectMany(unit => HistoryTruth.AreasOf(unit).Select(area => new ReadNode(area, hasSectors ? HistoryTruth.HomeOf(unit).Sector : "")))],
        };
        foreach (var (area, parts) in before?.Areas ?? [])
        {
            state.Areas[area] = [.. parts];
        }

        state.Sectors.AddRange(before?.Sectors ?? []);
        foreach (var table in release.Tables)
        {
            foreach (var (name, parent) in table.Parents.GetValueOrDefault("area", []).Where(area => !state.Areas.ContainsKey(area.Name)).ToArray())
            {
                state.Areas[name] = [];
                state.Areas[parent].Add(name);
            }

            state.Sectors.AddRange(table.Parents.GetValueOrDefault("sector", []).Select(sector => sector.Name).Except(state.Sectors).ToArray());
            foreach (var cell in table.Cells)
            {
                var key = (cell.Area, cell.Sector, cell.Day);
                state.Printed[key] = state.Printed.TryGetValue(key, out var text) && text != "—" ? text : cell.Text;
            }
        }

        state.Days = [.. state.Printed.Keys.Select(cell => cell.Day).Concat(before?.Days ?? []).Distinct().Order()];
        foreach (var node in state.Nodes())
        {
            foreach (var day in state.Days)
            {
                state._known.Add((node, day));
            }
        }

        return state;
    }

    /// <returns>What was known when the release was still to come, of the areas, sectors and days of then and now.</returns>
    public ReadState Unprinted()
    {
        var state = new ReadState(Release) { Before = Before, Possible = Possible, Days = Days, Moved = Moved };
        foreach (var (area, parts) in Areas)
        {
            state.Areas[area] = parts;
        }

        state.Sectors.AddRange(Sectors);
        return state;
    }

    /// <summary>The days, as places among all, since which a reader asks what was added to a figure that is printed: that on which it was printed before, and that on which it was shown.</summary>
    public IEnumerable<int> DaysBefore(ReadNode node, int day)
    {
        if (LastText(node, Days[day]) is null)
        {
            yield break;
        }

        for (var (before, hasPrinted) = (day - 1, false); before >= 0; before--)
        {
            if (LastText(node, Days[before]) is not { } text)
            {
                continue;
            }

            if (text != "*" || !hasPrinted)
            {
                yield return before;
            }

            if (text != "*")
            {
                yield break;
            }

            hasPrinted = true;
        }
    }

    /// <returns>What the last release that printed a figure printed; null where none did.</returns>
    private string? LastText(ReadNode node, DateOnly day) => Printed.GetValueOrDefault((node.Area, node.Sector, day)) ?? Before?.LastText(node, day);

    /// <returns>Every cell that a reader can write down, printed or not.</returns>
    public IEnumerable<ReadNode> Nodes() => Areas.Keys.SelectMany(area => Sectors.Prepend("").Select(sector => new ReadNode(area, sector)));

    /// <returns>Whether no earlier release lets a reader write down this cell.</returns>
    public bool IsNew(ReadNode node, DateOnly day) => Release.IsRevision || Before?._known.Contains((node, day)) != true;
}

/// <summary>The equations of a history under one assumption.</summary>
internal sealed class HistorySystem
{
    private readonly ReadState[] _states;
    private readonly Insider? _insider;
    private readonly Dictionary<(ReadNode, DateOnly), int>[] _unknowns;
    private readonly Dictionary<(ReadNode, DateOnly), int>[] _rests;
    private readonly Dictionary<(int, ReadNode, int, int), int> _growth = [];

    /// <param name="insider">Who knows its own figures beside what is published; null for the public.</param>
    public HistorySystem(ReadState[] states, Assumption assumption, Insider? insider = null)
    {
        (_states, _insider) = (states, insider);
        _unknowns = new Dictionary<(ReadNode, DateOnly), int>[states.Length];
        _rests = new Dictionary<(ReadNode, DateOnly), int>[states.Length];
        for (var at = 0; at < states.Length; at++)
        {
            (_unknowns[at], _rests[at]) = ([], []);
            AddUnknowns(at, assumption);
            AddEquations(at);
            AddPrinted(at);
        }
    }

    public BoundedSystem System { get; } = new();

    public bool Narrow() => System.Narrow();

    /// <returns>The unknown of a cell as of a release.</returns>
    public int Of(int release, DateOnly day, ReadNode node) => _unknowns[release][(node, day)];

    /// <returns>The unknown of what was added between two days.</returns>
    public int Growth(int release, ReadNode node, int before, int day) => _growth[(release, node, before, day)];

    private void AddUnknowns(int at, Assumption assumption)
    {
        var (state, old) = (_states[at], at == 0 ? null : _unknowns[at - 1]);
        foreach (var node in state.Nodes())
        {
            foreach (var day in state.Days)
            {
                var isSame = old?.ContainsKey((node, day)) == true && (assumption switch
                {
                    Assumption.NothingCorrected => true,
                    Assumption.UnchangedUnlessTold => !state.Release.IsRevision || !IsTold(state, node, day, (_, _, _) => false),
                    Assumption.UnchangedUnlessToldOrMoved => !HasMoved(state, node, _ => true)
                        && (!state.Release.IsRevision || !IsTold(state, node, day, (printed, said, text) => IsAccountedFor(state, printed, said, text))),
                    _ => !state.Release.IsRevision && !HasMoved(state, node, _ => true),
                });
                if (_insider is { } insider && insider.IsIn(node))
                {
                    AddOwn(insider, at, node, day, isSame);
                }
                else
                {
                    _unknowns[at].Add((node, day), isSame ? old![(node, day)] : System.Add());
                }
            }
        }

        foreach (var node in _rests[at].Keys.Select(key => key.Item1).Distinct())
        {
            for (var day = 1; day < state.Days.Length; day++)
            {
                System.AddSum(_rests[at][(node, state.Days[day])], _rests[at][(node, state.Days[day - 1])], System.Add());
            }
        }
    }

    /// <summary>An insider's own figure and the rest, which is 0 where it is alone, and is what it was where nobody else corrected anything.</summary>
    private void AddOwn(Insider insider, int at, ReadNode node, DateOnly day, bool isSame)
    {
        var isAlone = insider.IsAlone(at, node, day, Array.Exists(_states[..(at + 1)], state => state.Printed.ContainsKey((node.Area, node.Sector, day))));
        var own = insider.Own(at, node, day);
        if (!insider.KnowsUnprinted)
        {
            _unknowns[at].Add((node, day), isSame ? _unknowns[at - 1][(node, day)] : System.Add());
            if (isAlone)
            {
                System.Set(_unknowns[at][(node, day)], own);
            }

            return;
        }

        var rest = isSame ? _rests[at - 1][(node, day)] : System.Add();
        _rests[at].Add((node, day), rest);
        if (isAlone)
        {
            System.Set(rest, 0);
        }

        if (isSame && own == insider.Own(at - 1, node, day))
        {
            _unknowns[at].Add((node, day), _unknowns[at - 1][(node, day)]);
            return;
        }

        var (all, known) = (System.Add(), System.Add());
        System.Set(known, own);
        System.AddSum(all, rest, known);
        _unknowns[at].Add((node, day), all);
    }

    /// <returns>Whether a unit left or entered a cell, other than one of the insider, who knows what became of it.</returns>
    /// <param name="counts">Which of the two count, given whether it entered.</param>
    private bool HasMoved(ReadState state, ReadNode node, Func<bool, bool> counts) => Array.Exists(state.Moved, move =>
        _insider?.IsOwn(move.From) != true && ((move.Leaves(node) && counts(false)) || (move.Enters(node) && counts(true))));

    /// <returns>Whether units that moved account for another text of a cell: a lower figure by one that left, a greater by one that entered, none by either.</returns>
    private bool IsAccountedFor(ReadState state, ReadNode printed, string said, string text) => long.TryParse(said, out var before)
        && HasMoved(state, printed, hasEntered => !long.TryParse(text, out var now) || (hasEntered ? now > before : now < before));

    /// <summary>Whether a cell, or one that it is part of or that is part of it, is printed otherwise than before.</summary>
    /// <param name="isExplained">Whether what is printed otherwise tells of no others, given the printed cell, and its text before and now.</param>
    private static bool IsTold(ReadState state, ReadNode node, DateOnly day, Func<ReadNode, string, string, bool> isExplained)
    {
        foreach (var ((area, sector, other), text) in state.Printed)
        {
            if (other != day || !(sector == node.Sector || sector.Length == 0 || node.Sector.Length == 0) || !IsInLine(state, area, node.Area))
            {
                continue;
            }

            for (var before = state.Before; before is not null; before = before.Before)
            {
                if (before.Printed.TryGetValue((area, sector, other), out var said))
                {
                    if (said != text && !isExplained(new(area, sector), said, text))
                    {
                        return true;
                    }

                    break;
                }
            }
        }

        return false;
    }

    private static bool IsInLine(ReadState state, string one, string other) => one == other || Contains(state, one, other) || Contains(state, other, one);

    private static bool Contains(ReadState state, string whole, string part) =>
        whole.Length == 0 || state.Areas[whole].Exists(inner => inner == part || Contains(state, inner, part));

    private void AddEquations(int at)
    {
        var state = _states[at];
        foreach (var day in state.Days)
        {
            foreach (var node in state.Nodes())
            {
                if (state.Areas[node.Area].Count > 0)
                {
                    System.AddSum(Of(at, day, node), state.Areas[node.Area].Select(part => Of(at, day, node with { Area = part })));
                }
                else if (node.Sector.Length > 0 && !state.Possible.Contains(node))
                {
                    System.Set(Of(at, day, node), 0);
                }

                if (node.Sector.Length == 0 && state.Sectors.Count > 0)
                {
                    System.AddSum(Of(at, day, node), state.Sectors.Select(sector => Of(at, day, node with { Sector = sector })));
                }
            }
        }

        foreach (var node in state.Nodes())
        {
            for (var day = 1; day < state.Days.Length; day++)
            {
                foreach (var before in state.DaysBefore(node, day).Append(day - 1))
                {
                    AddGrowth(before, day);
                }
            }

            void AddGrowth(int before, int day)
            {
                if (_growth.TryAdd((at, node, before, day), -1))
                {
                    var grown = System.Add();
                    _growth[(at, node, before, day)] = grown;
                    System.AddSum(Of(at, state.Days[day], node), Of(at, state.Days[before], node), grown);
                }
            }
        }
    }

    private void AddPrinted(int at)
    {
        foreach (var ((area, sector, day), text) in _states[at].Printed)
        {
            var unknown = Of(at, day, new(area, sector));
            if (text == "*")
            {
                System.SetFloor(unknown, 1);
            }
            else
            {
                System.Set(unknown, long.TryParse(text, out var value) ? value : 0);
            }
        }
    }
}
