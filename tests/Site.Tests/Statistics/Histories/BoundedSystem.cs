namespace Site.Tests;

/// <summary>
/// Equations over whole unknowns that are not below their floors, and how small and great each unknown can be: bounds are narrowed until nothing moves, and
/// what is left is cut into parts that share no unknown, each a <see cref="LinearProgram"/>. It shares nothing with the audit.
/// </summary>
internal sealed class BoundedSystem
{
    private const long Unbounded = 1_000_000_000;
    private readonly List<long> _low = [];
    private readonly List<long> _high = [];
    private readonly List<(int[] Unknowns, int[] Signs)> _equations = [];
    private readonly Dictionary<int, Part> _parts = [];

    /// <returns>A new unknown, 0 or more.</returns>
    public int Add()
    {
        _low.Add(0);
        _high.Add(Unbounded);
        return _low.Count - 1;
    }

    public void SetFloor(int unknown, long floor) => _low[unknown] = Math.Max(_low[unknown], floor);

    public void Set(int unknown, long value) => (_low[unknown], _high[unknown]) = (Math.Max(_low[unknown], value), Math.Min(_high[unknown], value));

    /// <summary>The first is the sum of the others.</summary>
    public void AddSum(int total, params IEnumerable<int> parts)
    {
        // An unknown may stand in it twice.
        var signs = new SortedDictionary<int, int> { [total] = -1 };
        foreach (var part in parts)
        {
            signs[part] = signs.GetValueOrDefault(part) + 1;
        }

        var left = signs.Where(sign => sign.Value != 0).ToArray();
        _equations.Add(([.. left.Select(sign => sign.Key)], [.. left.Select(sign => sign.Value)]));
    }

    /// <summary>Narrows all bounds.</summary>
    /// <returns>Whether any figures fit, as far as it can be seen.</returns>
    public bool Narrow()
    {
        if (_low.Zip(_high).Any(bounds => bounds.First > bounds.Second))
        {
            return false;
        }

        var of = new List<int>[_low.Count];
        for (var at = 0; at < _equations.Count; at++)
        {
            foreach (var unknown in _equations[at].Unknowns)
            {
                (of[unknown] ??= []).Add(at);
            }
        }

        var (queue, isQueued) = (new Queue<int>(Enumerable.Range(0, _equations.Count)), Enumerable.Repeat(true, _equations.Count).ToArray());
        for (var steps = 0; queue.TryDequeue(out var at) && steps < 200 * _equations.Count; steps++)
        {
            isQueued[at] = false;
            var (unknowns, signs) = _equations[at];
            var (least, most) = (0L, 0L);
            for (var i = 0; i < unknowns.Length; i++)
            {
                least += signs[i] > 0 ? _low[unknowns[i]] * signs[i] : _high[unknowns[i]] * signs[i];
                most += signs[i] > 0 ? _high[unknowns[i]] * signs[i] : _low[unknowns[i]] * signs[i];
            }

            for (var i = 0; i < unknowns.Length; i++)
            {
                // What the others are together at least and at most; this one is their sum with the sign turned.
                var (unknown, sign) = (unknowns[i], signs[i]);
                var otherLeast = least - (sign > 0 ? _low[unknown] : _high[unknown]) * sign;
                var otherMost = most - (sign > 0 ? _high[unknown] : _low[unknown]) * sign;
                var (low, high) = sign > 0 ? (Ceiling(-otherMost, sign), Floor(-otherLeast, sign)) : (Ceiling(otherLeast, -sign), Floor(otherMost, -sign));
                if (low > _low[unknown] || high < _high[unknown])
                {
                    (_low[unknown], _high[unknown]) = (Math.Max(low, _low[unknown]), Math.Min(high, _high[unknown]));
                    if (_low[unknown] > _high[unknown])
                    {
                        return false;
                    }

                    foreach (var next in of[unknown].Where(next => !isQueued[next]))
                    {
                        isQueued[next] = true;
                        queue.Enqueue(next);
                    }

                    (least, most) = (0, 0);
                    for (var j = 0; j < unknowns.Length; j++)
                    {
                        least += signs[j] > 0 ? _low[unknowns[j]] * signs[j] : _high[unknowns[j]] * signs[j];
                        most += signs[j] > 0 ? _high[unknowns[j]] * signs[j] : _low[unknowns[j]] * signs[j];
                    }
                }
            }
        }

        MakeParts(of);
        return _parts.Values.Distinct().All(part => part.Fits);
    }

    /// <returns>The least and the most an unknown can be; or closer bounds between which it can be, where these are far enough apart.</returns>
    public (long Low, long High) Bounds(int unknown, Func<long, long, bool> isFar)
    {
        var from = _low[unknown];
        return _parts.TryGetValue(unknown, out var part) && part.Bounds(unknown, (low, high) => isFar(from + low, from + high)) is var (low, high)
            ? (from + low, Math.Min(_high[unknown], from + high)) : (from, _high[unknown]);
    }

    private static long Ceiling(long value, int by) => by == 1 ? value : (long)Math.Ceiling((double)value / by);

    private static long Floor(long value, int by) => by == 1 ? value : (long)Math.Floor((double)value / by);

    private void MakeParts(List<int>[] of)
    {
        var seen = new bool[_low.Count];
        for (var start = 0; start < _low.Count; start++)
        {
            if (seen[start] || _low[start] == _high[start] || of[start] is null)
            {
                continue;
            }

            var (unknowns, equations, stack) = (new List<int>(), new HashSet<int>(), new Stack<int>([start]));
            seen[start] = true;
            while (stack.TryPop(out var unknown))
            {
                unknowns.Add(unknown);
                foreach (var equation in of[unknown].Where(equations.Add))
                {
                    foreach (var next in _equations[equation].Unknowns.Where(next => !seen[next] && _low[next] < _high[next]))
                    {
                        seen[next] = true;
                        stack.Push(next);
                    }
                }
            }

            var column = unknowns.Select((unknown, at) => (unknown, at)).ToDictionary(pair => pair.unknown, pair => pair.at);
            var part = new Part([.. equations.Order().Select(equation => Row(equation, column))], column);
            unknowns.ForEach(unknown => _parts.Add(unknown, part));
        }
    }

    /// <summary>Each unknown is counted from its lower bound; the upper ones follow from the equations.</summary>
    private double[] Row(int equation, Dictionary<int, int> column)
    {
        var row = new double[column.Count + 1];
        var (unknowns, signs) = _equations[equation];
        for (var at = 0; at < unknowns.Length; at++)
        {
            if (column.TryGetValue(unknowns[at], out var place))
            {
                row[place] = signs[at];
            }

            row[^1] -= signs[at] * _low[unknowns[at]];
        }

        return row;
    }

    private sealed class Part
    {
        private const double Near = 1e-5;
        private readonly LinearProgram? _program;
        private readonly Dictionary<int, int> _column;
        private readonly double[] _least;
        private readonly double[] _most;

        public Part(double[][] rows, Dictionary<int, int> column)
        {
            _column = column;
            _program = LinearProgram.Of(rows, column.Count);
            (_least, _most) = (new double[column.Count], new double[column.Count]);
            Array.Fill(_least, double.PositiveInfinity);
            Array.Fill(_most, double.NegativeInfinity);
            Look();
        }

        public bool Fits => _program is not null;

        public (long Low, long High) Bounds(int unknown, Func<long, long, bool> isFar)
        {
            var at = _column[unknown];
            if (!IsFar())
            {
                _most[at] = Math.Max(_most[at], _program!.Bound(at, up: true));
                Look();
            }

            if (!IsFar())
            {
                _least[at] = Math.Min(_least[at], _program!.Bound(at, up: false));
                Look();
            }

            return (Low(), High());

            bool IsFar() => isFar(Low(), High());

            long Low() => (long)Math.Ceiling(_least[at] - Near);

            long High() => _most[at] > Unbounded ? Unbounded : (long)Math.Floor(_most[at] + Near);
        }

        /// <summary>Every solution met shows how far other unknowns reach.</summary>
        private void Look()
        {
            for (var at = 0; _program is not null && at < _least.Length; at++)
            {
                var value = _program.Value(at);
                (_least[at], _most[at]) = (Math.Min(_least[at], value), Math.Max(_most[at], value));
            }
        }
    }
}
