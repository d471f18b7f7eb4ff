using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Rendering.Search;

/// <summary>Where in a page a term stands. The higher counts.</summary>
internal enum TermPlace : byte
{
    Body,

    /// <summary>The summary or a heading; or the body, three times and more.</summary>
    Stressed,

    /// <summary>A part of a tag or of another word for the thing.</summary>
    Keyword,

    /// <summary>The title, or the whole of a tag.</summary>
    Title,
}

/// <summary>
/// Collects the terms of one page after another. A text is folded and cut into units: a Chinese character, a run of letters, or a number (1.5 is one).
/// Each unit is a term, and so is each pair of neighbors: 燃气, gb2894, 4s, s店; of a long number with a dot, the part before it, too: gb13495 of GB 13495.1.
/// </summary>
/// <remarks>
/// Two units are neighbors where nothing is between them; letters and numbers also with one space, hyphen, dash, dot, slash, colon, low line or middle dot between
/// (GB 2894, GB/T 29639-2020). The theme's <c>js/search/words.js</c> cuts queries in the same way.
/// </remarks>
internal sealed class TermCollector(TermNames names)
{
    private const int MostLettersOfUnit = 32;
    private const int BodyTimesThatStress = 3;
    private readonly Dictionary<ulong, (TermPlace Place, int InBody)> found = [];
    private readonly List<int> folded = [];
    private readonly ArrayBufferWriter<char> html = new();
    private readonly ArrayBufferWriter<char> plain = new();
    private char[] letters = new char[2 * MostLettersOfUnit];
    private (ulong Term, TermPlace Place)[] taken = [];

    /// <summary>Adds the terms of a plain text.</summary>
    public void Add(ReadOnlySpan<char> text, TermPlace place)
    {
        folded.Clear();
        SearchFolding.Fold(text, folded);
        Cut(CollectionsMarshal.AsSpan(folded), place);
    }

    /// <summary>Adds the terms of the body.</summary>
    public void Add(HtmlFragment fragment)
    {
        html.ResetWrittenCount();
        plain.ResetWrittenCount();
        Encoding.UTF8.GetChars(fragment.Utf8.Span, html);
        for (var rest = html.WrittenSpan; !rest.IsEmpty;)
        {
            var tag = rest.IndexOf('<');
            plain.Write(tag < 0 ? rest : rest[..tag]);
            if (tag < 0)
            {
                break;
            }

            rest = rest[(tag + 1)..];
            plain.Write((IsInline(rest) ? "" : "\n\n").AsSpan());
            rest = rest.IndexOf('>') is var end and >= 0 ? rest[(end + 1)..] : default;
        }

        Add(plain.WrittenSpan.Contains('&') ? WebUtility.HtmlDecode(plain.WrittenSpan.ToString()) : plain.WrittenSpan, TermPlace.Body);
    }

    /// <returns>All terms since the last time, each with its best place; in no particular order. Valid until the next time.</returns>
    public ReadOnlySpan<(ulong Term, TermPlace Place)> Take()
    {
        if (taken.Length < found.Count)
        {
            taken = new (ulong, TermPlace)[Math.Max(found.Count, 2 * taken.Length)];
        }

        var at = 0;
        foreach (var (term, (place, inBody)) in found)
        {
            taken[at++] = (term, place == TermPlace.Body && inBody >= BodyTimesThatStress ? TermPlace.Stressed : place);
        }

        found.Clear();
        return taken.AsSpan(0, at);
    }

    private void Cut(ReadOnlySpan<int> points, TermPlace place)
    {
        var (previous, gap, between) = (0, 0, 0);
        for (var at = 0; at < points.Length;)
        {
            var point = points[at];
            var end = SearchUnits.EndOf(points, at);
            if (end == at)
            {
                (gap, between, at) = (gap + 1, point, at + 1);
                continue;
            }

            var unit = SearchUnits.IsHan(point) ? point : names.Unit(Letters(points[at..Math.Min(end, at + MostLettersOfUnit)]));
            var joins = previous > 0 && (gap == 0 || (gap == 1 && SearchUnits.Joins(between) && (TermNames.IsWord(unit) || TermNames.IsWord(previous))));
            Note(unit, place, joins ? previous : 0);
            if (SearchUnits.WholeOf(points, at, end) is var whole && whole < end)
            {
                Note(names.Unit(Letters(points[at..whole])), place, joins ? previous : 0);
            }

            (previous, gap, at) = (unit, 0, end);
        }
    }

    private ReadOnlySpan<char> Letters(ReadOnlySpan<int> points)
    {
        if (letters.Length < 2 * points.Length)
        {
            letters = new char[2 * points.Length];
        }

        var length = 0;
        foreach (var point in points)
        {
            length += new Rune(point).EncodeToUtf16(letters.AsSpan(length));
        }

        return letters.AsSpan(0, length);
    }

    /// <summary>Notes a unit, and the pair with the one before it, where they are neighbors (0 if not).</summary>
    private void Note(int unit, TermPlace place, int neighbor)
    {
        Note((ulong)unit, place);
        if (neighbor > 0)
        {
            Note(TermNames.Pair(neighbor, unit), place);
        }
    }

    private void Note(ulong term, TermPlace place)
    {
        ref var hit = ref CollectionsMarshal.GetValueRefOrAddDefault(found, term, out _);
        hit = (place > hit.Place ? place : hit.Place, hit.InBody + (place == TermPlace.Body ? 1 : 0));
    }

    private static bool IsInline(ReadOnlySpan<char> tag)
    {
        tag = tag.TrimStart('/');
        var end = 0;
        while (end < tag.Length && char.IsAsciiLetterLower(tag[end]))
        {
            end++;
        }

        return tag[..end] is "a" or "abbr" or "b" or "bdi" or "code" or "del" or "em" or "i" or "ins" or "kbd" or "mark" or "q" or "s" or "small" or "span"
            or "strong" or "sub" or "sup" or "u" or "var" or "wbr";
    }
}

/// <summary>How folded text is cut into units.</summary>
internal static class SearchUnits
{
    private const int RepetitionMark = '々';
    private const int DigitsOfStandard = 4;

    /// <returns>Whether the code point is a Chinese character, rare ones beyond the basic plane and 々 included.</returns>
    public static bool IsHan(int point) => point == RepetitionMark || Han.Is(new Rune(point));

    /// <returns>Whether letters and numbers on its two sides may be neighbors.</returns>
    public static bool Joins(int point) => point is ' ' or '-' or '.' or '/' or ':' or '_' or '·' or '–' or '—';

    /// <returns>The end of the unit that begins at the index; the index itself where none does.</returns>
    public static int EndOf(ReadOnlySpan<int> points, int at)
    {
        if (IsHan(points[at]))
        {
            return at + 1;
        }

        var end = at;
        if (IsDigit(points[at]))
        {
            while (end < points.Length && (IsDigit(points[end]) || (points[end] == '.' && end + 1 < points.Length && IsDigit(points[end + 1]))))
            {
                end++;
            }

            return end;
        }

        while (end < points.Length && IsLetter(points[end]))
        {
            end++;
        }

        return end;
    }

    /// <returns>Where the part of a long number before its first dot ends (GB 13495.1 is found by GB 13495, too); the end of the unit where it has none.</returns>
    public static int WholeOf(ReadOnlySpan<int> points, int at, int end)
    {
        var dot = IsDigit(points[at]) ? points[at..end].IndexOf('.') : -1;
        return dot >= DigitsOfStandard ? at + dot : end;
    }

    private static bool IsDigit(int point) => point is >= '0' and <= '9';

    private static bool IsLetter(int point) => point < 0x80
        ? point is >= 'a' and <= 'z'
        : !IsHan(point) && Rune.GetUnicodeCategory(new(point)) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}

/// <summary>Numbers for terms while an index is made, and their texts in it; safe to use from several threads.</summary>
internal sealed class TermNames
{
    private const int FirstWord = 0x40000000;
    private readonly ConcurrentDictionary<string, int> words;
    private readonly ConcurrentDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> known;
    private int count;

    public TermNames()
    {
        words = new(StringComparer.Ordinal);
        known = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>Whether a unit is letters or a number, and no Chinese character.</returns>
    public static bool IsWord(int unit) => unit >= FirstWord;

    /// <returns>The number of a run of letters or digits; another in each run of the program.</returns>
    public int Unit(ReadOnlySpan<char> word) => known.TryGetValue(word, out var unit) ? unit : words.GetOrAdd(word.ToString(), _ => FirstWord + Interlocked.Increment(ref count));

    public static ulong Pair(int first, int second) => ((ulong)first << 32) | (uint)second;

    /// <returns>Makes the texts of terms; a pair of two words or of two numbers has a space between them. No two terms have one text.</returns>
    public Func<ulong, string> Texts()
    {
        var byUnit = words.ToDictionary(word => word.Value, word => word.Key);
        return term =>
        {
            var (first, second) = ((int)(term >> 32), (int)(uint)term);
            var last = Text(second);
            return first == 0 ? last : Text(first) is var start && IsWord(first) && IsWord(second) && char.IsAsciiDigit(start[0]) == char.IsAsciiDigit(last[0]) ? $"{start} {last}" : start + last;
        };

        string Text(int unit) => IsWord(unit) ? byUnit[unit] : new Rune(unit).ToString();
    }
}
