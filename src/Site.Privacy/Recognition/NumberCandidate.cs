namespace Site.Privacy.Recognition;

/// <summary>Adjacent groups of digits that may be one number.</summary>
internal readonly ref struct NumberCandidate(
    NumberText source, int start, int end, ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, Separators between)
{
    /// <summary>The text that contains it.</summary>
    public NumberText Source { get; } = source;

    /// <summary>The whole folded text.</summary>
    public string Text => Source.Text;

    /// <summary>The first digit; no digit stands before it.</summary>
    public int Start { get; } = start;

    /// <summary>The index after the last digit; no digit stands there.</summary>
    public int End { get; } = end;

    /// <summary>The digits alone, 1 to 21.</summary>
    public ReadOnlySpan<char> Digits { get; } = digits;

    /// <summary>The number of visible digits of each group; 1 or more groups.</summary>
    public ReadOnlySpan<int> Groups { get; } = groups;

    /// <summary>All kinds of separators between the groups.</summary>
    public Separators Between { get; } = between;

    public bool InMarkup => Source.Context != TextContext.Prose;

    /// <summary>Whether a reader sees one unbroken run of digits.</summary>
    public bool IsUnbroken => Groups.Length == 1;

    /// <summary>Whether each digit stands by itself.</summary>
    public bool IsSpelled => Groups.Length == Digits.Length;

    /// <summary>Whether no other group of digits is adjacent.</summary>
    public bool IsAlone => !SeparatorReader.DigitBefore(Text, Start) && !SeparatorReader.DigitAfter(Text, End);

    /// <summary>Whether only the given separators and invisible characters stand between the groups.</summary>
    public bool SeparatedOnlyBy(Separators allowed) => (Between & ~(allowed | Separators.Invisible)) == Separators.None;
}

/// <summary>A text that is searched for numbers, with the words before each number.</summary>
/// <param name="text">Folded text.</param>
/// <param name="context">What kind of text this is.</param>
internal sealed class NumberText(string text, TextContext context)
{
    private readonly PrecedingWords identity = new(text, NumberWords.Identity);
    private readonly PrecedingWords phone = new(text, NumberWords.Phone);
    private readonly PrecedingWords account = new(text, NumberWords.Account);
    private readonly PrecedingWords credit = new(text, NumberWords.Credit);
    private readonly PrecedingWords other = new(text, NumberWords.Other);

    public string Text => text;

    public TextContext Context => context;

    public bool IsAfterIdentityWord(int start) => identity.IsBefore(start);

    public bool IsAfterPhoneWord(int start) => phone.IsBefore(start);

    public bool IsAfterAccountWord(int start) => account.IsBefore(start);

    public bool IsAfterCreditWord(int start) => credit.IsBefore(start);

    public bool IsAfterOtherWord(int start) => other.IsBefore(start);
}

/// <summary>Distinguishes a telephone from digits of a hash, an id, an address or a decimal, by the adjacent characters.</summary>
internal static class MarkupEdges
{
    private const int MostLetters = 4;

    /// <returns>Whether the number may be a telephone here; always true in prose.</returns>
    public static bool Allow(in NumberCandidate number) =>
        !number.InMarkup
        || (!IsDecimal(number.Text, number.Start) && !IsInAddress(number.Text, number.Start, number.End) && !IsInToken(number));

    private static bool IsDecimal(string text, int start) =>
        NumberEdges.Before(text, start) is var dot and > 0 && text[dot] == '.' && NumberEdges.Before(text, dot) is var digit and >= 0 && char.IsAsciiDigit(text[digit]);

    private static bool IsInAddress(string text, int start, int end) =>
        NumberEdges.Before(text, start) is var before and >= 0 && text[before] == '/' && NumberEdges.Behind(text, end) is var behind && behind < text.Length && text[behind] is '.' or '/';

    private static bool IsInToken(in NumberCandidate number)
    {
        var extra = 0;
        for (var at = NumberEdges.Before(number.Text, number.Start); at >= 0 && extra <= MostLetters && IsOfToken(number.Text[at]); at = NumberEdges.Before(number.Text, at))
        {
            extra++;
        }

        for (var at = NumberEdges.Behind(number.Text, number.End); at < number.Text.Length && extra <= MostLetters && IsOfToken(number.Text[at]); at = NumberEdges.Behind(number.Text, at + 1))
        {
            extra++;
        }

        return extra > (number.IsUnbroken ? MostLetters : 0) || IsOfHash(number.Text, number.Start - 1) || IsOfHash(number.Text, number.End);
    }

    private static bool IsOfHash(string text, int at) => at >= 0 && at < text.Length && text[at] is >= 'a' and <= 'f';

    private static bool IsOfToken(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';
}
