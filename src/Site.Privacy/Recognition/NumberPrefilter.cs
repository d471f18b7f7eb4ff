using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Decides quickly whether a text needs the full check; true in doubt.</summary>
internal static class NumberPrefilter
{
    private const int ShortestNumber = 7;
    private const int MostBetween = 12;
    private const int MostBetweenNonAscii = 3;
    private const int MostBeforeLetter = 6;
    private static readonly QuickCharacters Provinces = new("京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬雲遼魯蘇贛晉陝閩貴粵寧瓊");

    /// <summary>The last characters of names of provinces.</summary>
    private static readonly QuickCharacters LastOfNames = new("京津海庆慶北南宁寧江徽东東疆苏蘇西肃肅林建州藏川夏古蒙");

    /// <summary>Chinese numerals, and full-width digits.</summary>
    private static readonly QuickCharacters NonAsciiDigits = new("〇零一二三四五六七八九幺么妖腰洞两拐勾壹贰叁肆伍陆柒捌玖貳參陸０１２３４５６７８９");

    /// <returns>Whether the text may contain an identity number, a telephone or a bank card number. A date such as 2026-06-16 is none.</returns>
    public static bool MayBeIn(string text) => HasRun(text) || HasNonAsciiRun(text) || HasForeign(text);

    /// <returns>Whether a letter follows a province, or its whole name, or the letters of the armed police stand before it.</returns>
    public static bool MayBePlateIn(string text)
    {
        for (var at = Provinces.IndexIn(text, 0); at >= 0; at = Provinces.IndexIn(text, at + 1))
        {
            if (at > 0 && text.AsSpan(Math.Max(0, at - 2)..at).ContainsAny("JjＪｊ"))
            {
                return true;
            }

            if (HasLetterBehind(text, at))
            {
                return true;
            }
        }

        for (var at = LastOfNames.IndexIn(text, 0); at >= 0; at = LastOfNames.IndexIn(text, at + 1))
        {
            if (HasLetterBehind(text, at))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLetterBehind(string text, int at)
    {
        for (var letter = at + 1; letter < text.Length && letter - at <= MostBeforeLetter; letter++)
        {
            var c = FoldTable.Fold(text[letter]);
            if (char.IsAsciiLetter(c))
            {
                return true;
            }

            if (Han.IsFolded(c) || char.IsAsciiDigit(c))
            {
                break;
            }
        }

        return false;
    }

    private static bool HasRun(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsAsciiDigit(text[at]))
            {
                if (IsLong(text, at, out var end))
                {
                    return true;
                }

                at = end;
            }
        }

        return false;
    }

    /// <summary>Counts digits from an index on, across all characters that may occur inside a number.</summary>
    /// <param name="end">The index after the first unbroken group.</param>
    private static bool IsLong(string text, int start, out int end)
    {
        var (digits, groups, between, first, second, third) = (0, 0, MostBetween, 0, 0, 0);
        end = 0;
        for (var i = start; i <= text.Length && between <= MostBetween; i++)
        {
            var isDigit = i < text.Length && char.IsAsciiDigit(text[i]);
            if (isDigit)
            {
                groups += between > 0 ? 1 : 0;
                (digits, between) = (digits + 1, 0);
                (first, second, third) = (first + (groups == 1 ? 1 : 0), second + (groups == 2 ? 1 : 0), third + (groups == 3 ? 1 : 0));
                continue;
            }

            end = groups == 1 && end == 0 ? i : end;
            between++;
            if (i == text.Length || !MayStandInside(text[i]))
            {
                break;
            }
        }

        return digits >= ShortestNumber && !(groups == 3 && first == 4 && second == 2 && third == 2 && text[start] is '1' or '2');
    }

    /// <returns>Whether the character may occur between digits of one number: separators, brackets, and characters that may be invisible.</returns>
    private static bool MayStandInside(char c) =>
        c is ' ' or '-' or '.' or '_' or '\t' or '\n' or '\r' or '~' or '(' or ')' or '（' or '）' or '*' or (>= '\u007F' and < '\u0100') or (>= '\u2000' and < '\u2070')
            or '－' or '．' or '・' or '\u3000' or (>= '\uFE00' and <= '\uFEFF') || (c >= '\u0300' && c < '\u2000') || (c >= '\u2200' && c < '\u3000');

    /// <summary>Whether a digit that is not ASCII is part of seven or more digits.</summary>
    private static bool HasNonAsciiRun(string text)
    {
        for (var at = NonAsciiDigits.IndexIn(text, 0); at >= 0; at = NonAsciiDigits.IndexIn(text, at + 1))
        {
            var (digits, between) = (0, 0);
            var i = Math.Max(0, at - ShortestNumber);
            while (i < at && !char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            for (; i < text.Length && digits < ShortestNumber; i++)
            {
                var isDigit = char.IsAsciiDigit(text[i]) || NonAsciiDigits.Contains(text[i]);
                (digits, between) = isDigit ? (digits + 1, 0) : (digits, MayStandInside(text[i]) ? between + 1 : MostBetweenNonAscii + 1);
                if (between > MostBetweenNonAscii)
                {
                    if (i >= at)
                    {
                        break;
                    }

                    // The digits before belong to another number.
                    (digits, between) = (0, 0);
                }
            }

            if (digits >= ShortestNumber)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there may be digits of other scripts, in circles, or outside the basic plane.</summary>
    private static bool HasForeign(string text) =>
        text.AsSpan().ContainsAnyInRange('\u0660', '\u1FFF') || text.AsSpan().ContainsAnyInRange('\u2070', '\u209F') || text.AsSpan().ContainsAnyInRange('\u2460', '\u24FF')
        || text.AsSpan().ContainsAnyInRange('\u2776', '\u2793') || text.AsSpan().ContainsAnyInRange('\uA000', '\uDFFF');
}
