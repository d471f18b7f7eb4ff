namespace Site.Model.Privacy;

/// <summary>Reads one Chinese name from a place where a name may stand.</summary>
internal static class NameReader
{
    private const int LongestPart = 8;

    /// <summary>Reads a name that begins with a family name, or one with a middle dot (买买提·艾合买提江).</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">The first character of the name, if it is one.</param>
    /// <param name="needsEnd">Whether something that ends a name has to follow it; otherwise a rare family name is enough.</param>
    /// <returns>Behind the name, or -1 where there is none. 张某 and 李某某 are names that are no secret: see <see cref="IsAnonymous"/>.</returns>
    public static int Read(string text, int start, bool needsEnd)
    {
        if (ReadDotted(text, start) is var dotted and > 0)
        {
            return dotted;
        }

        var surname = Surnames.LengthAt(text, start);
        var given = start + surname;
        if (surname == 0 || IsNoName(text, start, given))
        {
            return -1;
        }

        if (text[given] == ' ')
        {
            return ReadSpaced(text, given);
        }

        var two = Han.IsAt(text, given + 1) && !NameEnds.IsNever(text[given + 1]) && !NameEnds.BeginsWord(text, given + 1);
        if (two && NameEnds.EndsAt(text, given + 2))
        {
            return given + 2;
        }

        if (NameEnds.EndsAt(text, given + 1))
        {
            return given + 1;
        }

        var isSure = !needsEnd && (surname > 1 || !Surnames.IsEveryday(text[start])) && !Organizations.EndNear(text, start);
        return isSure ? given + (two ? 2 : 1) : -1;
    }

    /// <returns>Whether the name that begins at the place has been made anonymous already: 张某, 李某某, 王X, 赵**.</returns>
    public static bool IsAnonymous(string text, int start, out int end)
    {
        var surname = Surnames.LengthAt(text, start);
        end = start + surname;
        while (surname > 0 && end < text.Length && end - start < surname + 3 && text[end] is '某' or 'X' or 'x' or '*' or '○' or '■' or '□')
        {
            end++;
        }

        return surname > 0 && end > start + surname;
    }

    private static bool IsNoName(string text, int start, int given)
    {
        var blanks = given;
        while (blanks < text.Length && text[blanks] == ' ')
        {
            blanks++;
        }

        return !Han.IsAt(text, blanks) || NameEnds.IsNever(text[blanks]) || text[blanks] == '某' || EverydayWords.BeginAt(text, start)
            || (given + 1 < text.Length && text[given + 1] == '某')
            || (blanks > given && EverydayWords.Has($"{text[given - 1]}{text[blanks]}"));
    }

    /// <summary>Reads 刘 帅, as lists set names of two characters.</summary>
    private static int ReadSpaced(string text, int blank)
    {
        var given = blank;
        while (given < text.Length && text[given] == ' ' && given - blank < 4)
        {
            given++;
        }

        return !Han.IsAt(text, given) ? -1
            : !Han.IsAt(text, given + 1) || NameEnds.EndsAt(text, given + 1) ? given + 1
            : !Han.IsAt(text, given + 2) ? given + 2
            : -1;
    }

    private static int ReadDotted(string text, int start)
    {
        var dot = Han.EndOfRun(text, start, LongestPart);
        if (dot == start || dot >= text.Length || text[dot] is not ('·' or '.'))
        {
            return -1;
        }

        var end = dot;
        while (end < text.Length && text[end] is '·' or '.' && Han.IsAt(text, end + 1))
        {
            var part = end + 1;
            end = part + 1;
            while (end - part < LongestPart && Han.IsAt(text, end) && !NameEnds.IsNever(text[end]) && !NameEnds.BeginsWord(text, end))
            {
                end++;
            }
        }

        return end > dot ? end : -1;
    }
}
