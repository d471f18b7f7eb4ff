namespace Site.Tests;

/// <summary>A unit, or several of one body, that knows its own figures of all days, as they were when each release was made.</summary>
/// <param name="Body">The body behind the units, or the one unit.</param>
/// <param name="Truths">What was true when each release was published. The insider takes from it its own figures, and which units there are.</param>
/// <param name="KnowsUnprinted">Whether it adds its figures up where no table prints them, or knows just the printed cells that are its own alone.</param>
internal sealed record Insider(string Body, IReadOnlyList<HistoryTruth> Truths, bool KnowsUnprinted)
{
    private readonly Dictionary<ReadNode, bool> _isIn = [];

    /// <returns>Whether a unit is its own.</returns>
    public bool IsOwn(HistoryUnit unit) => (unit.Body ?? unit.Id) == Body;

    /// <returns>Whether it ever had a unit in a cell.</returns>
    public bool IsIn(ReadNode node)
    {
        if (!_isIn.TryGetValue(node, out var isIn))
        {
            _isIn.Add(node, isIn = Truths.Any(truth => truth.Units.Any(unit => IsOwn(unit) && HistoryTruth.IsIn(unit, node.Area, node.Sector))));
        }

        return isIn;
    }

    /// <returns>Whether it knows a cell, as of a release: nobody else has anything in it where it is printed, and nobody else may report into it where it is not.</returns>
    public bool IsAlone(int release, ReadNode node, DateOnly day, bool isPrinted) =>
        isPrinted && Own(release, node, day) > 0 ? Truths[release].Of(node.Area, node.Sector, day).Count == 1 : KnowsUnprinted && Array.TrueForAll(Truths[release].Units, unit => IsOwn(unit) || !HistoryTruth.IsIn(unit, node.Area, node.Sector));

    /// <returns>What it adds to a cell up to a day, as of a release.</returns>
    public long Own(int release, ReadNode node, DateOnly day) => Truths[release].Of(node.Area, node.Sector, day).GetValueOrDefault(Body);

    public override string ToString() => KnowsUnprinted ? $"{Body} with all its figures" : Body;
}

/// <summary>
/// Each unit attacks with its own figures and everything published: what it then knows exactly of others, other than safe sums of three contributors or more,
/// and other than totals of what is shown and its own.
/// </summary>
internal sealed class InsiderAttack(ReadState[] states, IReadOnlyList<HistoryTruth> truths, int least, bool isSum)
{
    /// <summary>How many insiders attacked.</summary>
    public int Insiders { get; private set; }

    /// <summary>How many withheld figures with something of others in them were attacked, each once for each insider.</summary>
    public int Attacked { get; private set; }

    /// <summary>How many of these an insider knows to hold, of others, some but fewer than the threshold. Not promised, and counted only.</summary>
    public int KnownSmall { get; private set; }

    /// <returns>What becomes exact to an insider.</returns>
    public List<Finding> Find()
    {
        var found = new List<Finding>();
        Assumption[] assumptions = states.Any(state => state.Release.IsRevision)
            ? [Assumption.NothingCorrected, Assumption.UnchangedUnlessTold, Assumption.UnchangedUnlessToldOrMoved, Assumption.AnythingCorrected] : [Assumption.NothingCorrected];
        foreach (var body in truths.SelectMany(truth => truth.Units).Select(unit => unit.Body ?? unit.Id).Distinct().Order(StringComparer.Ordinal).ToArray())
        {
            Insiders++;
            foreach (var (assumption, knowsUnprinted) in assumptions.SelectMany(assumption => new[] { (assumption, false), (assumption, true) }))
            {
                var insider = new Insider(body, truths, knowsUnprinted);
                var system = new HistorySystem(states, assumption, insider);
                if (system.Narrow())
                {
                    found.AddRange(Attack(system, assumption, insider));
                }
            }
        }

        return [.. found.DistinctBy(finding => (finding.Weakness, finding.Cell))];
    }

    private IEnumerable<Finding> Attack(HistorySystem system, Assumption assumption, Insider insider)
    {
        for (var at = 0; at < states.Length; at++)
        {
            foreach (var day in states[at].Days)
            {
                var found = Attack(system, assumption, insider, at, day);
                var secrets = found.Count == 0 ? [] : Secrets(at, day, insider, KnownBefore(at, day, assumption, insider));
                foreach (var (_, finding) in found.Where(one => secrets.Contains(one.Node)))
                {
                    yield return finding;
                }
            }
        }
    }

    private List<(ReadNode Node, Finding Finding)> Attack(HistorySystem system, Assumption assumption, Insider insider, int at, DateOnly day)
    {
        var found = new List<(ReadNode, Finding)>();
        foreach (var node in Secrets(at, day, insider, []))
        {
            if (AttackFigure(system, assumption, insider, at, node, day) is { } figure)
            {
                found.Add((node, figure));
                continue;
            }

            foreach (var before in states[at].DaysBefore(node, Array.IndexOf(states[at].Days, day)))
            {
                found.AddRange(AttackGrowth(system, assumption, insider, at, node, states[at].Days[before], day) is { } growth ? [(node, growth)] : []);
            }
        }

        return found;
    }

    /// <summary>
    /// What an insider knew to be what it is now before the release said anything: as one of two units behind a figure that was shown then, or since a unit whose figure it so knew was withdrawn,
    /// or has moved to where the list of units has it now. Nothing that the release withholds could keep it from knowing, but nothing else may follow from it.
    /// </summary>
    private HashSet<ReadNode> KnownBefore(int at, DateOnly day, Assumption assumption, Insider insider) =>
        [.. new[] { assumption, Assumption.UnchangedUnlessTold, Assumption.UnchangedUnlessToldOrMoved }.Distinct().SelectMany(believed => KnownBeforeIf(at, day, believed, insider with { KnowsUnprinted = true }))];

    private ReadNode[] KnownBeforeIf(int at, DateOnly day, Assumption believed, Insider insider)
    {
        var system = new HistorySystem([.. states[..at], states[at].Unprinted()], believed, insider);
        return system.Narrow() ? [.. states[at].Nodes().Where(node => truths[at].Of(node.Area, node.Sector, day).Values.Sum() is var value
            && system.System.Bounds(system.Of(at, day, node), (low, high) => low < high) == (value, value))] : [];
    }

    private Finding? AttackFigure(HistorySystem system, Assumption assumption, Insider insider, int at, ReadNode node, DateOnly day)
    {
        var contributors = truths[at].Of(node.Area, node.Sector, day);
        var (value, own) = (contributors.Values.Sum(), contributors.GetValueOrDefault(insider.Body));
        var isPrinted = states[at].Printed.ContainsKey((node.Area, node.Sector, day));
        var isSafe = isSum ? contributors.Count > 2 && HistoryAttack.Spare(contributors) == 0 && value >= least : value >= least;
        if (value == own || (!isPrinted && insider.KnowsUnprinted) || (isSafe && (!isPrinted || contributors.Count > 2)) || !(isPrinted || states[at].IsNew(node, day)))
        {
            return null;
        }

        Attacked++;
        var (low, high) = system.System.Bounds(system.Of(at, day, node), (low, high) => low < high && high - own >= least);
        KnownSmall += low < high && low > own && low <= value && value <= high && high - own < least ? 1 : 0;
        return low == high && low == value
            ? new(Weakness.Exact, assumption, $"to {insider}: {states[at].Release.Name} {node.Area} {node.Sector} {day:MM-dd}{(isPrinted ? "" : " (unprinted)")} of {contributors.Count}", low, high, value) : null;
    }

    private Finding? AttackGrowth(HistorySystem system, Assumption assumption, Insider insider, int at, ReadNode node, DateOnly before, DateOnly day)
    {
        var (earlier, later) = (truths[at].Of(node.Area, node.Sector, before), truths[at].Of(node.Area, node.Sector, day));
        var (grown, own) = (later.Values.Sum() - earlier.Values.Sum(), later.GetValueOrDefault(insider.Body) - earlier.GetValueOrDefault(insider.Body));
        if (grown == own || grown >= least)
        {
            return null;
        }

        var days = states[at].Days;
        var (low, high) = system.System.Bounds(system.Growth(at, node, Array.IndexOf(days, before), Array.IndexOf(days, day)), (low, high) => low < high);
        return low == high && low == grown
            ? new(Weakness.SmallGrowth, assumption, $"to {insider}: {states[at].Release.Name} {node.Area} {node.Sector} {day:MM-dd} since {before:MM-dd}", low, high, grown) : null;
    }

    /// <summary>
    /// Whether an earlier release showed the figure when others had as much in it as now: then the insider, who alone corrected what it had, learns nothing of them, and
    /// nothing that is withheld now could keep it from knowing.
    /// </summary>
    private bool WasTold(int at, ReadNode node, DateOnly day, Insider insider) => Enumerable.Range(0, at).Any(before =>
        long.TryParse(states[before].Printed.GetValueOrDefault((node.Area, node.Sector, day)), out var shown)
        && shown - insider.Own(before, node, day) == truths[at].Of(node.Area, node.Sector, day).Values.Sum() - insider.Own(at, node, day));

    /// <returns>The cells of a day that are neither shown, nor all there can be of what is shown, nor the insider's own, nor totals of such.</returns>
    /// <param name="known">What the insider knew before.</param>
    private List<ReadNode> Secrets(int at, DateOnly day, Insider insider, HashSet<ReadNode> known)
    {
        var state = states[at];
        var open = state.Nodes().ToHashSet();
        foreach (var node in open.ToArray())
        {
            if (Array.Exists(states, other => other.Printed.TryGetValue((node.Area, node.Sector, day), out var text) && text != "*"
                    && (other == state || (long.TryParse(text, out var shown) && shown == truths[at].Of(node.Area, node.Sector, day).Values.Sum())))
                || truths[at].Of(node.Area, node.Sector, day).Keys.All(body => body == insider.Body) || WasTold(at, node, day, insider) || known.Contains(node))
            {
                open.Remove(node);
            }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var node in open.ToArray())
            {
                var isTotal = (state.Areas[node.Area].Count > 0 && state.Areas[node.Area].TrueForAll(part => !open.Contains(node with { Area = part })))
                    || (node.Sector.Length == 0 && state.Sectors.Count > 0 && state.Sectors.TrueForAll(sector => !open.Contains(node with { Sector = sector })));
                var isAll = state.Areas.Any(whole => whole.Value.Contains(node.Area) && IsOnly(node, node with { Area = whole.Key }, whole.Value.Select(part => node with { Area = part })))
                    || (node.Sector.Length > 0 && IsOnly(node, node with { Sector = "" }, state.Sectors.Select(sector => node with { Sector = sector })));
                changed |= (isTotal || isAll) && open.Remove(node);
            }
        }

        return [.. open];

        // Of a total that is no secret, the one part in which there is a unit.
        bool IsOnly(ReadNode part, ReadNode whole, IEnumerable<ReadNode> parts) =>
            part.Sector.Length > 0 && !open.Contains(whole) && state.Possible.Contains(part) && parts.Count(state.Possible.Contains) == 1;
    }
}
