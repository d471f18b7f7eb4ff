using System.Collections.Immutable;

namespace Site.Content.Editing;

/// <summary>Lines of texts compared and joined. A line has its line end with it.</summary>
public static class TextLines
{
    /// <summary>The most lines of two texts, times each other, for which the best alignment is looked for; beyond it, what differs is one piece.</summary>
    private const long MostCells = 9_000_000;

    /// <returns>Lines with their ends (LF, CR LF or CR), which joined are the text.</returns>
    public static ImmutableArray<string> Of(string text)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end + (text.AsSpan(start + end).StartsWith("\r\n") ? 2 : 1);
            lines.Add(text[start..end]);
            start = end;
        }

        return lines.DrainToImmutable();
    }

    /// <returns>For each line of the new text, the line of the old one that it is, or -1; ascending. The longest common subsequence.</returns>
    public static int[] Align(ImmutableArray<string> before, ImmutableArray<string> after)
    {
        var kept = new int[after.Length];
        Array.Fill(kept, -1);
        var (start, end) = (0, 0);
        while (start < before.Length && start < after.Length && before[start] == after[start])
        {
            kept[start] = start;
            start++;
        }

        while (end < before.Length - start && end < after.Length - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
            kept[^end] = before.Length - end;
        }

        var (rows, columns) = (before.Length - start - end, after.Length - start - end);
        if (rows == 0 || columns == 0 || (long)rows * columns > MostCells)
        {
            return kept;
        }

        var longest = new int[rows + 1, columns + 1];
        for (var row = rows - 1; row >= 0; row--)
        {
            for (var column = columns - 1; column >= 0; column--)
            {
                longest[row, column] = before[start + row] == after[start + column]
                    ? longest[row + 1, column + 1] + 1
                    : Math.Max(longest[row + 1, column], longest[row, column + 1]);
            }
        }

        for (int row = 0, column = 0; row < rows && column < columns;)
        {
            if (before[start + row] == after[start + column])
            {
                kept[start + column++] = start + row++;
            }
            else if (longest[row + 1, column] >= longest[row, column + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }

        return kept;
    }

    /// <summary>Joins what two people made of one text.</summary>
    /// <returns>Their common text; null where both changed the same lines, or lines side by side, and not alike.</returns>
    public static string? Merge(string origin, string mine, string theirs)
    {
        if (mine == theirs || theirs == origin)
        {
            return mine;
        }

        if (mine == origin)
        {
            return theirs;
        }

        var (old, my, their) = (Of(origin), Of(mine), Of(theirs));
        var (ofMine, ofTheirs) = (PlacesOf(Align(old, my), old.Length), PlacesOf(Align(old, their), old.Length));
        var merged = new List<string>();
        for (int at = 0, m = 0, t = 0; ;)
        {
            // The next old line that both kept; all before it is one piece of difference.
            var next = at;
            while (next < old.Length && (ofMine[next] < 0 || ofTheirs[next] < 0))
            {
                next++;
            }

            var (toMine, toTheirs) = next < old.Length ? (ofMine[next], ofTheirs[next]) : (my.Length, their.Length);
            if (Join(old.AsSpan()[at..next], my.AsSpan()[m..toMine], their.AsSpan()[t..toTheirs]) is not { } piece)
            {
                return null;
            }

            merged.AddRange(piece);
            if (next == old.Length)
            {
                return string.Concat(merged);
            }

            merged.Add(old[next]);
            (at, m, t) = (next + 1, toMine + 1, toTheirs + 1);
        }
    }

    private static string[]? Join(ReadOnlySpan<string> old, ReadOnlySpan<string> mine, ReadOnlySpan<string> theirs) =>
        mine.SequenceEqual(theirs) || theirs.SequenceEqual(old) ? mine.ToArray()
        : mine.SequenceEqual(old) ? theirs.ToArray()
        : null;

    /// <returns>For each old line its place in the new text, or -1.</returns>
    private static int[] PlacesOf(int[] kept, int count)
    {
        var places = new int[count];
        Array.Fill(places, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            if (kept[i] >= 0)
            {
                places[kept[i]] = i;
            }
        }

        return places;
    }
}
