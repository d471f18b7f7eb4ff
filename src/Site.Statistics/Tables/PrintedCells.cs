namespace Site.Statistics.Tables;

/// <summary>
/// Which cells of a full table some release prints, which others readers know to add up with them, and how the weeks hang together. Tables of
/// one indicator may show areas in one and sectors in another, and not the same weeks: what no table prints is unknown, and stands in the
/// equations all the same. An area or sector that neither a week nor any before it prints stands in none of that week.
/// </summary>
internal sealed class PrintedCells
{
    private const int None = -1;

    private readonly TableShape _shape;
    private readonly bool[] _printed;
    private readonly bool[] _stands;
    private readonly int[] _lower;
    private readonly int[] _upper;
    private readonly bool[] _mayFall;
    private readonly List<(int, int)> _same = [];

    /// <param name="cells">Cumulative cells, in any order.</param>
    /// <param name="change">
    /// What is known of a place whose figure up to the day of one week was published again by a later vintage: given the place, the week, and
    /// a week of the later vintage. Null where there is one vintage.
    /// </param>
    /// <param name="hasUnprinted">
    /// Whether what no table prints stands in equations. It need not for readers without the list of units: for all they know each area may have each
    /// sector, and then it ties the totals of areas and of sectors by nothing but the whole.
    /// </param>
    public PrintedCells(TableShape shape, IEnumerable<int> cells, Func<int, int, int, FigureChange>? change = null, bool hasUnprinted = true)
    {
        _shape = shape;
        _printed = new bool[shape.Weeks * shape.Layer];
        foreach (var cell in cells)
        {
            _printed[cell] = true;
        }

        _stands = [.. _printed];
        if (hasUnprinted)
        {
            AddUnprinted();
        }

        var differences = shape.Count - _printed.Length;
        (_lower, _upper, _mayFall) = (new int[differences], new int[differences], new bool[differences]);
        Array.Fill(_lower, None);
        for (var place = 0; place < shape.Layer && shape.Weeks > 1; place++)
        {
            for (var week = 1; week < shape.Weeks; week++)
            {
                LinkWeek(place, week, change ?? ((_, _, _) => FigureChange.Same));
            }
        }
    }

    /// <summary>Pairs of cumulative cells that are one figure, published by two vintages.</summary>
    public IReadOnlyList<(int Earlier, int Later)> Same => _same;

    /// <returns>Every cell, as where each week prints the whole table.</returns>
    public static PrintedCells All(TableShape shape) => new(shape, Enumerable.Range(0, shape.Weeks * shape.Layer));

    /// <returns>Whether a cell is printed, or is the difference between two weeks whose figures stand in equations.</returns>
    public bool Has(int cell) => _shape.IsIncrement(cell) ? Lower(cell) >= 0 : _printed[cell];

    /// <returns>Whether a cell stands in equations that readers know: printed or not.</returns>
    public bool Stands(int cell) => _shape.IsIncrement(cell) ? Lower(cell) >= 0 : _stands[cell];

    /// <returns>The cumulative cell that a difference is taken from, -1 where there is no such difference.</returns>
    public int Lower(int difference) => _lower[difference - _printed.Length];

    /// <returns>The cumulative cell that is as much greater as a difference says.</returns>
    public int Upper(int difference) => _upper[difference - _printed.Length];

    /// <returns>Whether a difference may be below 0: its figure was corrected, and readers do not know in which direction.</returns>
    public bool MayFall(int difference) => _mayFall[difference - _printed.Length];

    /// <returns>The differences of a place that there are, ascending.</returns>
    public IEnumerable<int> Differences(int place)
    {
        for (var at = place; at < _lower.Length; at += _shape.Layer)
        {
            if (_lower[at] >= 0)
            {
                yield return _printed.Length + at;
            }
        }
    }

    /// <summary>
    /// Categories of one dimension and of another that are printed apart, in one week or one after the other, have cells together that none prints. In which week of a vintage these stand is
    /// enough to say once: a week takes what earlier ones of its vintage and of vintages before it printed, unless one of its own vintage already has with it all that this week prints. What another
    /// vintage has does not do for it: a unit that has gone takes its part of one sector with it, though the new vintage prints areas alone.
    /// </summary>
    private void AddUnprinted()
    {
        var printed = Enumerable.Range(0, _shape.Weeks).Select(Categories).ToArray();
        var standing = new bool[_shape.Weeks][][];
        for (var week = 0; week < _shape.Weeks; week++)
        {
            standing[week] = Array.ConvertAll(printed[week], categories => (bool[])categories.Clone());
            var covered = int.MinValue;
            for (var earlier = week - 1; earlier >= 0; earlier--)
            {
                if (_shape.AllWeeks[earlier].Day is var day && (day > _shape.AllWeeks[week].Day || day <= covered))
                {
                    continue;
                }

                if (_shape.AllWeeks[earlier].Vintage == _shape.AllWeeks[week].Vintage
                    && printed[week].Zip(standing[earlier]).All(one => HasAll(one.Second, one.First)))
                {
                    covered = day;
                    continue;
                }

                foreach (var (categories, others) in standing[week].Zip(printed[earlier]))
                {
                    for (var category = 0; category < categories.Length; category++)
                    {
                        categories[category] |= others[category];
                    }
                }
            }

            AddUnprinted(week, standing[week]);
        }

        static bool HasAll(bool[] categories, bool[] others) => !others.Where((other, category) => other && !categories[category]).Any();
    }

    private void AddUnprinted(int week, bool[][] standing)
    {
        var first = _shape.Cumulative(week, 0);
        for (var cell = first; cell < first + _shape.Layer; cell++)
        {
            var stands = true;
            for (var dimension = 0; dimension < standing.Length; dimension++)
            {
                stands &= standing[dimension][_shape.Category(cell, dimension)];
            }

            _stands[cell] = stands;
        }
    }

    /// <returns>For each dimension which categories a week prints.</returns>
    private bool[][] Categories(int week)
    {
        var categories = _shape.Dimensions.Select(dimension => new bool[dimension.Count]).ToArray();
        var first = _shape.Cumulative(week, 0);
        for (var cell = first; cell < first + _shape.Layer; cell++)
        {
            for (var dimension = 0; _printed[cell] && dimension < categories.Length; dimension++)
            {
                categories[dimension][_shape.Category(cell, dimension)] = true;
            }
        }

        return categories;
    }

    private void LinkWeek(int place, int week, Func<int, int, int, FigureChange> change)
    {
        if (!_stands[_shape.Cumulative(week, place)])
        {
            return;
        }

        var (vintage, day) = (_shape.AllWeeks[week].Vintage, _shape.AllWeeks[week].Day);
        var before = Latest(place, week, vintage, day - 1);
        if (before >= 0)
        {
            Link(place, 0, week, before, week, mayFall: false);
        }

        var since = before >= 0 ? _shape.AllWeeks[before].Day : int.MinValue;
        for (var earlier = vintage - 1; earlier >= _shape.AllWeeks[0].Vintage; earlier--)
        {
            if (Latest(place, week, earlier, day) is not (var other and >= 0))
            {
                continue;
            }

            // Where the same vintage prints a day between, the link to that day says it all.
            if (_shape.AllWeeks[other].Day > since)
            {
                LinkVintages(place, other, week, change(place, other, week));
            }

            break;
        }

        for (var other = week - 1; other >= 0; other--)
        {
            if (_shape.AllWeeks[other].Vintage < vintage && _shape.AllWeeks[other].Day > day && _stands[_shape.Cumulative(other, place)])
            {
                LinkBack(place, other, week, change);
            }
        }
    }

    private void LinkVintages(int place, int earlier, int later, FigureChange change)
    {
        if (change == FigureChange.Same && _shape.AllWeeks[earlier].Day == _shape.AllWeeks[later].Day)
        {
            _same.Add((_shape.Cumulative(earlier, place), _shape.Cumulative(later, place)));
        }
        else if (change != FigureChange.Unknown)
        {
            Link(place, 1, later, earlier, later, mayFall: change == FigureChange.Corrected);
        }
    }

    /// <summary>An earlier vintage may print a later day that the new one passes over: no figure that stayed the same is greater before it.</summary>
    private void LinkBack(int place, int other, int week, Func<int, int, int, FigureChange> change)
    {
        var (vintage, day) = (_shape.AllWeeks[week].Vintage, _shape.AllWeeks[week].Day);
        var last = _shape.AllWeeks[other].Day;
        if (Latest(place, _shape.Weeks, vintage, last) == week && Latest(place, week, _shape.AllWeeks[other].Vintage, last - 1) is var nearer
            && (nearer < 0 || _shape.AllWeeks[nearer].Day <= day) && change(place, other, week) == FigureChange.Same)
        {
            Link(place, 2, week, week, other, mayFall: false);
        }
    }

    /// <returns>The last week of a vintage up to a day, among those before another, in which the place stands; -1 where there is none.</returns>
    private int Latest(int place, int past, int vintage, int day)
    {
        for (var week = past - 1; week >= 0; week--)
        {
            if (_shape.AllWeeks[week].Vintage == vintage && _shape.AllWeeks[week].Day <= day && _stands[_shape.Cumulative(week, place)])
            {
                return week;
            }
        }

        return None;
    }

    private void Link(int place, int kind, int week, int lower, int upper, bool mayFall)
    {
        var at = (((kind * (_shape.Weeks - 1)) + week - 1) * _shape.Layer) + place;
        (_lower[at], _upper[at], _mayFall[at]) = (_shape.Cumulative(lower, place), _shape.Cumulative(upper, place), mayFall);
    }
}

/// <summary>What is known of a figure that a later vintage publishes again, or could publish.</summary>
internal enum FigureChange
{
    /// <summary>It stayed the same.</summary>
    Same,

    /// <summary>It stayed the same or grew, as by a late return.</summary>
    Risen,

    /// <summary>It was corrected, up or down, and the difference must be hidden where it is unsafe.</summary>
    Corrected,

    /// <summary>Nothing is known, and nothing follows from it.</summary>
    Unknown,
}
