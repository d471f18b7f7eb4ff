using System.Globalization;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Finds numbers that somebody has split by punctuation, footnotes, words or letters: 154/0000/0001, 154[1]0000[2]0001, 154x0000x0001, 前三位154，中间0000，最后0001.</summary>
/// <remarks>
/// The groups have to be such as people write, no unit may follow them, and across words in general a word for the number has to be near.
/// Each run of digits is tried as the beginning of a number of up to 21 digits, so time is linear in the length of the text.
/// </remarks>
internal static class SplitNumbers
{
    private const int MostDigits = 21;
    private const int LeastDigits = 7;

    /// <param name="folded">Folded for numbers or numerals.</param>
    /// <param name="matches">Takes what is found.</param>
    public static void Collect(FoldedText folded, TextContext context, List<PrivateMatch> matches)
    {
        var source = new NumberText(folded.Text, context);
        for (var i = 0; i < folded.Text.Length; i++)
        {
            if (char.IsAsciiDigit(folded.Text[i]) && (i == 0 || !char.IsAsciiDigit(folded.Text[i - 1])) && Longest(folded.Text, i, source) is { } number)
            {
                matches.Add(folded.ToMatch(number.Kind, number.Start, number.End));
                i = number.End - 1;
            }
        }
    }

    /// <returns>Whether a text as written may hold one; a quick look, true in doubt.</returns>
    public static bool MayBeIn(string text)
    {
        for (var at = SplitGaps.Digits.IndexIn(text, 0); at >= 0; at = SplitGaps.Digits.IndexIn(text, at + 1))
        {
            if ((at == 0 || !SplitGaps.Digits.Contains(text[at - 1])) && HasEnoughDigits(text, at) && Longest(text, at, null) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether as many digits as the shortest number has follow one another closely enough to belong to one.</returns>
    private static bool HasEnoughDigits(string text, int start)
    {
        var digits = 0;
        for (int at = start, last = start; at >= 0 && at - last <= SplitGaps.LongestOfAll; last = at, at = SplitGaps.Digits.IndexIn(text, at + 1))
        {
            if (++digits == LeastDigits)
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="source">Null for a look at the digits alone.</param>
    /// <returns>The longest number that begins at the index and is split, or null.</returns>
    private static NumberMatch? Longest(string text, int start, NumberText? source)
    {
        Span<char> digits = stackalloc char[MostDigits];
        Span<int> groups = stackalloc int[MostDigits];
        NumberMatch? longest = null;
        var (count, group, gap, at) = (0, 0, SplitGap.None, start);
        while (true)
        {
            for (groups[group] = 0; at < text.Length && SplitGaps.DigitAt(text, at) is var digit and >= 0; at++)
            {
                if (count == MostDigits)
                {
                    return longest;
                }

                digits[count++] = (char)('0' + digit);
                groups[group]++;
            }

            if (group > 0 && KindOf(digits[..count], groups[..(group + 1)], new(text, start, at, gap), source, out var end) is { } kind)
            {
                longest = new(kind, start, end);
            }

            var between = SplitGaps.Read(text, ref at);
            if (between == SplitGap.None || count == MostDigits)
            {
                return longest;
            }

            gap = between > gap ? between : gap;
            group++;
        }
    }

    private static PrivateKind? KindOf(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, SplitPlace place, NumberText? source, out int end)
    {
        end = place.End;
        if (digits.Length < LeastDigits || UnitSuffixes.OrCountsFollow(place.Text, place.End) || UnitSuffixes.DecimalsFollow(place.Text, place.End))
        {
            return null;
        }

        return IsIdentityCard(digits, groups, place, source, out end) ? PrivateKind.IdentityCard
            : IsMobile(digits, groups, place, source) ? PrivateKind.Mobile
            : IsLandline(digits, groups, place, source) ? PrivateKind.Landline
            : IsBankCard(digits, groups, place, source) ? PrivateKind.BankCard
            : null;
    }

    private static bool IsMobile(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, SplitPlace place, NumberText? source)
    {
        if (!Mobiles.IsOne(digits, out var prefix))
        {
            return false;
        }

        var isUsual = Mobiles.AreUsual(groups, prefix);
        if (source is null)
        {
            return isUsual || place.Gap < SplitGap.Words;
        }

        if (place.Gap < SplitGap.Words && (source.IsAfterPhoneWord(place.Start)
            || (place.IsAlone && CallWords.AreNear(place.Text, place.Start, place.End) && !NumberEdges.TouchLetter(place.Text, place.Start, place.End) && !NumberEdges.IsAfterThing(place.Text, place.Start))))
        {
            return true;
        }

        return isUsual && !NumberEdges.TouchLetter(place.Text, place.Start, place.End)
            && (place.Gap == SplitGap.Words ? source.IsAfterPhoneWord(place.Start) || CallWords.AreNear(place.Text, place.Start, place.End)
                : place.IsAlone && !place.IsOfSections && !NumberEdges.IsAfterThing(place.Text, place.Start) && !NumberEdges.ContinueBefore(place.Text, place.Start));
    }

    private static bool IsLandline(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, SplitPlace place, NumberText? source)
    {
        if (place.Gap == SplitGap.Words || groups.Length > 4)
        {
            return false;
        }

        var area = AreaCodes.LengthAt(digits);
        if (area > 0 && area < digits.Length && (digits[0] == '0' || (place.Start > 0 && place.Text[place.Start - 1] == '+')) && Landlines.IsLocal(digits[area..]) && (groups[0] == area || (groups.Length > 1 && groups[0] + groups[1] == area)))
        {
            return source is null || (!source.IsAfterOtherWord(place.Start) && place.IsAlone && !NumberEdges.TouchLetter(place.Text, place.Start, place.End));
        }

        return Landlines.IsLocal(digits) && groups is [3 or 4, 4] && place.Gap <= SplitGap.Mark && (source is null || (source.IsAfterPhoneWord(place.Start) && place.IsAlone));
    }

    private static bool IsIdentityCard(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, SplitPlace place, NumberText? source, out int end)
    {
        var last = digits.Length == 17 ? SplitGaps.EndWithX(place.Text, place.End) : -1;
        end = last > 0 ? last : place.End;
        var isNamed = source is null || source.IsAfterIdentityWord(place.Start);
        var isNew = (digits.Length == 18 || last > 0) && IdentityCards.HasDate(digits)
            && (isNamed || (place.Gap < SplitGap.Words && IdentityCards.HasRegion(digits) && IdentityCards.HasCheckCharacter(digits[..17], last > 0 ? 'X' : digits[17]) && !source!.IsAfterCreditWord(place.Start)));
        return isNew || (digits.Length == 15 && IdentityCards.IsOldCard(digits)
            && (isNamed || (place.Gap <= SplitGap.Mark && groups is [6, 6, 3] && !source!.IsAfterOtherWord(place.Start))));
    }

    private static bool IsBankCard(ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, SplitPlace place, NumberText? source) =>
        digits.Length is >= 16 and <= 19 && place.Gap < SplitGap.Words && BankCards.IsIssued(digits) && Luhn.Passes(digits)
        && (BankCards.IsInFours(groups) || source is null || source.IsAfterAccountWord(place.Start));
}

/// <summary>Where a number that is split stands.</summary>
/// <param name="Gap">The loosest of what stands between its groups.</param>
internal readonly record struct SplitPlace(string Text, int Start, int End, SplitGap Gap)
{
    /// <summary>Whether no other figures stand beside it in the same list.</summary>
    public bool IsAlone => !IsListed(Start - 1, -1) && !IsListed(End, 1);

    /// <summary>Whether they are numbers of sections in a list: 1.5.4、1.5.4.1.</summary>
    public bool IsOfSections => Text.AsSpan(Start, End - Start) is var all && all.Contains('.') && all.ContainsAny('、', ',', ';');

    private bool IsListed(int at, int direction) =>
        at >= 0 && at < Text.Length && Text[at] is ',' or '/' or '、' or '|' or ';' or '.' or ':' or '-' or '~'
        && at + direction >= 0 && at + direction < Text.Length && char.IsAsciiDigit(Text[at + direction]);
}

/// <summary>What stands between two groups of digits, from the tightest to the loosest.</summary>
internal enum SplitGap
{
    None,

    /// <summary>Spaces, hyphens, dots.</summary>
    Plain,

    /// <summary>Other punctuation, or a footnote.</summary>
    Mark,

    /// <summary>Words for the parts of a number and for signs: 中间, 后四位, 空格.</summary>
    Bridge,

    /// <summary>A few other words, or a letter or two: 154x0000x0001.</summary>
    Words,
}

/// <summary>Reads what stands between two groups of digits of a number that somebody has split.</summary>
internal static class SplitGaps
{
    private const int Longest = 12;
    private const int MostMarks = 4;
    private const int MostHan = 8;
    private const int MostLetters = 2;

    /// <summary>Characters that stand between two digits at most, with a footnote or a word for a part of the number begun at the last place.</summary>
    public const int LongestOfAll = Longest + 8;

    private const string Stops = "!！%‰％°×÷±≥≤≈¥￥$€℃℉№";

    /// <summary>Characters that, directly after digits, make them figures of something else.</summary>
    private const string Figures = "年月日号时分秒点刻条款项章节路弄室层楼栋幢单座届线区类级型组元角万亿千百人次起个件处家名台辆艘只种份册";

    private static readonly string[] Bridges =
    [
        "中间四位", "中间4位", "中间是", "中间", "后四位", "后4位", "后六位", "后八位", "后面是", "后面", "末四位", "尾号是", "尾号", "最后四位", "最后是", "最后", "前三位", "前面", "然后是", "然后", "接着是", "接着", "再加上", "再加", "加上", "再是", "再",
        "空格", "空一格", "空", "横杠", "横线", "短横", "斜杠", "下划线", "逗号", "顿号", "杠", "横", "加", "减", "接", "和", "跟", "转", "是", "出生", "生日", "后",
    ];

    private const string AllDigits = "0123456789０１２３４５６７８９〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖貳參陸";

    private const int DigitBits = 15;
    private const int FirstOfBridge = 16;

    /// <summary>By character: 1 to 10 for the digits 0 to 9, else 0; and whether a bridge begins with it.</summary>
    private static readonly byte[] Values = Index();

    /// <summary>Digits that a text may be searched for; others lie outside the basic plane or are too rare for a quick look.</summary>
    public static QuickCharacters Digits { get; } = new(AllDigits);

    /// <returns>0 to 9, or -1. A text that is folded has ASCII digits alone.</returns>
    public static int DigitAt(string text, int at) => (Values[text[at]] & DigitBits) - 1;

    /// <param name="at">The index after a digit; moved to the next digit if there is one.</param>
    /// <returns>What stands before the next digit; none where that is too far or belongs to something else.</returns>
    public static SplitGap Read(string text, ref int at)
    {
        if (at < text.Length && (Figures.Contains(text[at]) || UnitSuffixes.OrCountsFollow(text, at)))
        {
            return SplitGap.None;
        }

        var (gap, marks, han, letters, hasEnded) = (SplitGap.Plain, 0, 0, 0, false);
        for (var i = at; i < text.Length && i - at <= Longest;)
        {
            if (Note(text, i) is var note and > 0)
            {
                (gap, i, marks) = (gap > SplitGap.Mark ? gap : SplitGap.Mark, note, marks + 1);
                continue;
            }

            if (DigitAt(text, i) >= 0)
            {
                at = i;
                return gap;
            }

            var bridge = (Values[text[i]] & FirstOfBridge) != 0 ? Han.LongestAt(text, i, Bridges) : 0;
            var kind = bridge > 0 ? SplitGap.Bridge : KindOf(text[i]);
            marks += kind == SplitGap.Mark ? 1 : 0;
            letters += char.IsAsciiLetter(text[i]) ? 1 : 0;
            han += kind >= SplitGap.Bridge ? Math.Max(1, bridge) : 0;
            hasEnded |= text[i] == '。';
            if (kind == SplitGap.None || marks > MostMarks || han > MostHan || letters > MostLetters || (hasEnded && han > 0))
            {
                return SplitGap.None;
            }

            gap = kind > gap ? kind : gap;
            i += Math.Max(1, bridge);
        }

        return SplitGap.None;
    }

    /// <returns>The index after an X that ends an identity number, across a few signs; -1 where there is none.</returns>
    public static int EndWithX(string text, int at)
    {
        for (var i = at; i < text.Length && i - at <= MostMarks; i++)
        {
            if (text[i] is 'X' or 'x' or 'Ｘ' or 'ｘ')
            {
                return i + 1 < text.Length && text[i + 1] is ')' or '）' ? i + 2 : i + 1;
            }

            if (KindOf(text[i]) is not (SplitGap.Plain or SplitGap.Mark))
            {
                return -1;
            }
        }

        return -1;
    }

    private static byte[] Index()
    {
        var values = new byte[char.MaxValue + 1];
        foreach (var digit in AllDigits)
        {
            values[digit] = (byte)(FoldTable.FoldNumeral(digit) - '0' + 1);
        }

        foreach (var bridge in Bridges)
        {
            values[bridge[0]] |= FirstOfBridge;
        }

        return values;
    }

    private static SplitGap KindOf(char c) =>
        c is ' ' or '-' or '_' or '.' or '·' or '—' or '~' or '\n' or '\r' or '\t' or '\u3000' or FoldTable.Invisible ? SplitGap.Plain
        : Stops.Contains(c) || c is >= '\u3300' and <= '\u33FF' ? SplitGap.None
        : Han.IsFolded(c) || char.IsAsciiLetter(c) ? SplitGap.Words
        : char.IsPunctuation(c) || char.IsSymbol(c) ? SplitGap.Mark
        : CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.SpaceSeparator => SplitGap.Plain,
            UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => SplitGap.Plain,
            UnicodeCategory.OtherNumber => SplitGap.Mark,
            _ => SplitGap.None,
        };

    /// <returns>The index after a footnote such as [1], [^1], (注1) or 注1, behind which the number goes on; -1 where there is none.</returns>
    private static int Note(string text, int at)
    {
        if (text[at] == '注' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && !char.IsAsciiDigit(text[at + 2]))
        {
            return at + 2;
        }

        if (text[at] is not ('[' or '(' or '（' or '［' or '〔' or '【'))
        {
            return -1;
        }

        var end = at + 1;
        while (end < text.Length && end - at < 5 && text[end] is '^' or '注' or '*' or (>= '0' and <= '9'))
        {
            end++;
        }

        return end > at + 1 && end - at <= 4 && end + 1 < text.Length && text[end] is ']' or ')' or '）' or '］' or '〕' or '】' && IsNumberOfANote(text.AsSpan(at + 1, end - at - 1)) ? end + 1 : -1;
    }

    private static bool IsNumberOfANote(ReadOnlySpan<char> inside) => inside.TrimStart("^注*") is { Length: <= 2 } number && number.IndexOfAnyExceptInRange('0', '9') < 0;
}
