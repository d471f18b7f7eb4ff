namespace Site.Disclosure;

/// <summary>Finds the contributions under any cells again, to say who makes up their sum.</summary>
internal sealed class ContributionIndex
{
    private readonly CubeShape _shape;
    private readonly Contribution[] _contributions;
    private readonly int[] _starts;

    /// <param name="contributions">In any order, all in areas without parts.</param>
    public ContributionIndex(CubeShape shape, Contribution[] contributions)
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
