namespace Site.Tests;

/// <summary>A shortest way through things that need each other, back to its beginning.</summary>
/// <param name="Path">Each needs the next, and the last the first.</param>
/// <param name="Thinnest">The tie of the way that fewest uses hold.</param>
internal sealed record Circle(IReadOnlyList<string> Path, (string From, string To) Thinnest)
{
    public override string ToString() => string.Join(" → ", Path.Append(Path[0]));

    /// <returns>A circle, another that is left when its thinnest tie is cut, and so on until none is left; the shortest first.</returns>
    /// <param name="ties">How many uses hold each tie.</param>
    public static IEnumerable<Circle> Find(IReadOnlyDictionary<(string From, string To), int> ties)
    {
        var left = new Dictionary<(string From, string To), int>(ties);
        while (Shortest(left) is { } path)
        {
            var thinnest = path.Select((from, index) => (From: from, To: path[(index + 1) % path.Count])).MinBy(step => left[step]);
            yield return new(path, thinnest);
            left.Remove(thinnest);
        }
    }

    private static List<string>? Shortest(Dictionary<(string From, string To), int> ties)
    {
        var next = ties.Keys.ToLookup(tie => tie.From, tie => tie.To);
        return next.Select(things => things.Key).Order(StringComparer.Ordinal).Select(start => Shortest(start, next)).OfType<List<string>>().MinBy(path => path.Count);
    }

    /// <returns>The shortest way from a thing back to it, or null where there is none.</returns>
    private static List<string>? Shortest(string start, ILookup<string, string> next)
    {
        var cameFrom = new Dictionary<string, string>();
        var toVisit = new Queue<string>([start]);
        while (toVisit.TryDequeue(out var here))
        {
            foreach (var to in next[here].Order(StringComparer.Ordinal))
            {
                if (to == start)
                {
                    return [.. Back(here)];
                }

                if (cameFrom.TryAdd(to, here))
                {
                    toVisit.Enqueue(to);
                }
            }
        }

        return null;

        IEnumerable<string> Back(string end) => end == start ? [start] : Back(cameFrom[end]).Append(end);
    }
}
