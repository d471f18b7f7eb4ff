namespace Site.Disclosure;

/// <summary>Finds a key in folded text, passing over spaces, punctuation and quotation marks.</summary>
internal static class FoldedSearch
{
    /// <param name="folded">Text folded character by character.</param>
    /// <param name="key">Letters without anything silent, one or more.</param>
    /// <returns>Just past the key where it begins exactly here, or -1.</returns>
    public static int EndAt(string folded, int at, string key)
    {
        var matched = 0;
        for (var i = at; i < folded.Length; i++)
        {
            if (folded[i] == key[matched])
            {
                if (++matched == key.Length)
                {
                    return i + 1;
                }
            }
            else if (matched == 0 || !FormLetters.IsSilent(folded[i]))
            {
                return -1;
            }
        }

        return -1;
    }

    /// <param name="from">First place to look at.</param>
    /// <param name="before">The key must begin before this place.</param>
    /// <returns>Where the key begins and just past it, or null.</returns>
    public static FoldedSpan? Find(string folded, int from, int before, string key)
    {
        for (var at = from; at < Math.Min(before, folded.Length); at++)
        {
            if (folded[at] == key[0] && EndAt(folded, at, key) is var end and >= 0)
            {
                return new(at, end);
            }
        }

        return null;
    }

    /// <returns>Every place where the key stands, in order.</returns>
    public static IEnumerable<FoldedSpan> FindAll(string folded, string key)
    {
        for (var from = 0; Find(folded, from, folded.Length, key) is { } found; from = found.Start + 1)
        {
            yield return found;
        }
    }

    /// <returns>The place of the bracket that closes the one at a place, or -1 where none does within so many characters.</returns>
    public static int Closing(string folded, int open, int within)
    {
        var depth = 0;
        for (var i = open; i < Math.Min(folded.Length, open + within); i++)
        {
            depth += folded[i] == '(' ? 1 : folded[i] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <returns>The first place from here on that is a bracket, or may belong to a number, or says something.</returns>
    public static int SkipSpace(string folded, int from)
    {
        while (from < folded.Length && FormLetters.IsSilent(folded[from]) && folded[from] is not ('(' or ')' or '-' or '.' or ','))
        {
            from++;
        }

        return from;
    }
}

/// <summary>A stretch of text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">Just past its last.</param>
internal sealed record FoldedSpan(int Start, int End);
