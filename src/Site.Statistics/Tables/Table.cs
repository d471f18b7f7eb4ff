namespace Site.Statistics.Tables;

/// <summary>A full table, added up: for each cell its figure, who made it up, and whether it can exist at all.</summary>
/// <param name="Shape">The cells.</param>
/// <param name="Contributors">For each cell its contributors; their sum is the figure.</param>
/// <param name="LoneContributors">For each cell its contributor if it has only one, else -1.</param>
/// <param name="CanExist">For each cell whether it is no structural zero.</param>
/// <param name="Contributions">What it was made from.</param>
internal sealed record Table(
    TableShape Shape, Contributors[] Contributors, int[] LoneContributors, bool[] CanExist, ContributionIndex Contributions);

/// <summary>What one unit adds to the figures in one week. Raw, so it never leaves this room.</summary>
/// <param name="Area">The unit's area, one without parts: its place in <see cref="Hierarchy"/>.</param>
/// <param name="Sector">The unit's sector, from 1; 0 where the table has no sectors.</param>
/// <param name="Week">The week in which the figure was added, from 0; what is reported as "up to now" is given as its growth.</param>
/// <param name="Indicator">Which indicator, from 0.</param>
/// <param name="Value">The figure, 0 or more.</param>
/// <param name="Contributor">Who stands behind the unit, from 0: units with the same credit code or parent body share a number.</param>
internal readonly record struct Contribution(int Area, int Sector, int Week, int Indicator, long Value, int Contributor);

/// <summary>Who makes up a figure, as far as the rules ask. Units of one parent body count as one contributor.</summary>
/// <param name="Count">Contributors with a figure above 0; 0 or more.</param>
/// <param name="Sum">All contributions together, 0 or more.</param>
/// <param name="Largest">The largest contribution; 0 if there is none.</param>
/// <param name="Second">The second largest; 0 if there is none.</param>
internal readonly record struct Contributors(int Count, long Sum, long Largest, long Second)
{
    /// <returns>The contributors together with one more, who is none of them.</returns>
    /// <param name="contribution">0 or more; a contribution of 0 is none.</param>
    public Contributors With(long contribution) => contribution == 0 ? this
        : new(Count + 1, Sum + contribution, Math.Max(Largest, contribution), Math.Max(Second, Math.Min(Largest, contribution)));
}

/// <summary>Finds the contributions under any cells again, to say who makes up their sum.</summary>
internal sealed class ContributionIndex
{
    private readonly TableShape _shape;
    private readonly Contribution[] _contributions;
    private readonly int[] _starts;

    /// <param name="contributions">In any order, all in areas without parts.</param>
    public ContributionIndex(TableShape shape, Contribution[] contributions)
    {
        _shape = shape;
        _contributions = [.. contributions];
        Array.Sort(Array.ConvertAll(contributions, one => shape.Areas.First[one.Area]), _contributions);
        _starts = new int[shape.Areas.Past[0] + 1];
        foreach (var one in contributions)
        {
            _starts[shape.Areas.First[one.Area] + 1]++;
        }

        for (var place = 1; place < _starts.Length; place++)
        {
            _starts[place] += _starts[place - 1];
        }
    }

    /// <returns>The contributors to the sum of some cells, each contributor once.</returns>
    /// <param name="cells">Cells of which none is part of another.</param>
    public Contributors To(IEnumerable<int> cells)
    {
        var sums = new SortedDictionary<int, long>();
        foreach (var cell in cells.Select(_shape.Of))
        {
            var under = _contributions.AsSpan(_starts[_shape.Areas.First[cell.Area]].._starts[_shape.Areas.Past[cell.Area]]);
            foreach (var one in under)
            {
                if (one.Indicator == cell.Indicator && (cell.Sector == 0 || cell.Sector == one.Sector)
                    && (cell.IsIncrement ? one.Week == cell.Week : one.Week <= cell.Week))
                {
                    sums[one.Contributor] = sums.GetValueOrDefault(one.Contributor) + one.Value;
                }
            }
        }

        return sums.Values.Aggregate(default(Contributors), (all, one) => all.With(one));
    }
}
