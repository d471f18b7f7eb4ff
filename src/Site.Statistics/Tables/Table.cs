namespace Site.Statistics.Tables;

/// <summary>
/// A full table of one indicator, added up: for each cell its figure, who made it up, and whether it can exist at all. Units' returns and
/// quiz attempts are made into the same table. Raw, so it never leaves this project.
/// </summary>
/// <param name="Shape">The cells.</param>
/// <param name="Contributors">For each cell its contributors; their sum is the figure.</param>
/// <param name="LoneContributors">For each cell its contributor if it has only one, else -1.</param>
/// <param name="CanExist">For each cell whether it is no structural zero.</param>
/// <param name="Contributions">What it was made from.</param>
internal sealed record Table(
    TableShape Shape, Contributors[] Contributors, int[] LoneContributors, bool[] CanExist, ContributionIndex Contributions)
{
    /// <summary>
    /// For differences between vintages how much of them is no growth, above 0 or below: a late return, a correction. It comes on top of
    /// what the contributors sum up to.
    /// </summary>
    public Dictionary<int, long> Corrections { get; init; } = [];

    /// <summary>Of such differences the contributors of which each may have made it alone, as by a late return, and then knows it; those of which nobody may are left out.</summary>
    public Dictionary<int, int[]> Correctors { get; init; } = [];

    /// <returns>The figure of a cell, below 0 only for a difference between vintages.</returns>
    public long Figure(int cell) => Contributors[cell].Sum + Corrections.GetValueOrDefault(cell);
}

/// <summary>What one contributor adds to the figures in one week. Raw, so it never leaves this project.</summary>
/// <param name="Place">A place of <see cref="TableShape"/> that is no total in any dimension.</param>
/// <param name="Day">The day of <see cref="Week"/> up to which the figure was first added; what is reported as "up to now" is given as its growth.</param>
/// <param name="Value">The figure, 0 or more.</param>
/// <param name="Contributor">Who stands behind it, from 0: units with the same credit code or parent body share a number.</param>
internal readonly record struct Contribution(int Place, int Day, long Value, int Contributor);

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
    private readonly PrintedCells _printed;
    private readonly int _dimension;
    private readonly Hierarchy _hierarchy;
    private readonly Contribution[] _contributions;
    private readonly int[] _starts;

    /// <param name="contributions">In any order, all at places without parts.</param>
    public ContributionIndex(TableShape shape, PrintedCells printed, Contribution[] contributions)
    {
        _printed = printed;
        (_shape, _dimension, _hierarchy) = (shape, shape.ByDepth[0], shape.Dimensions[shape.ByDepth[0]]);
        _contributions = [.. contributions];
        var places = Array.ConvertAll(contributions, one => _hierarchy.First[shape.Category(one.Place, _dimension)]);
        _starts = new int[_hierarchy.Past.Max() + 1];
        foreach (var place in places)
        {
            _starts[place + 1]++;
        }

        Array.Sort(places, _contributions);
        for (var place = 1; place < _starts.Length; place++)
        {
            _starts[place] += _starts[place - 1];
        }
    }

    /// <returns>The contributors to the sum of some cells, each contributor once.</returns>
    /// <param name="cells">Cells of which none is part of another.</param>
    public Contributors To(IEnumerable<int> cells) => Sums(cells).Values.Aggregate(default(Contributors), (all, one) => all.With(one));

    /// <returns>What each contributor adds to the sum of some cells, by contributor.</returns>
    /// <param name="cells">Cells of which none is part of another.</param>
    public (int Contributor, long Figure)[] Of(params IEnumerable<int> cells) => [.. Sums(cells).Select(one => (one.Key, one.Value))];

    private SortedDictionary<int, long> Sums(IEnumerable<int> cells)
    {
        var sums = new SortedDictionary<int, long>();
        foreach (var cell in cells)
        {
            var category = _shape.Category(cell, _dimension);
            foreach (var one in _contributions.AsSpan(_starts[_hierarchy.First[category]].._starts[_hierarchy.Past[category]]))
            {
                if (IsPartOf(one, cell))
                {
                    sums[one.Contributor] = sums.GetValueOrDefault(one.Contributor) + one.Value;
                }
            }
        }

        return sums;
    }

    private bool IsPartOf(Contribution one, int cell)
    {
        for (var dimension = 0; dimension < _shape.Dimensions.Length; dimension++)
        {
            if (!_shape.Dimensions[dimension].Contains(_shape.Category(cell, dimension), _shape.Category(one.Place, dimension)))
            {
                return false;
            }
        }

        return _shape.IsIncrement(cell) ? _printed.Lower(cell) is var lower and >= 0 && one.Day > DayOf(lower) && one.Day <= DayOf(_printed.Upper(cell))
            : one.Day <= DayOf(cell);

        int DayOf(int cumulative) => _shape.AllWeeks[_shape.WeekOf(cumulative)].Day;
    }
}
