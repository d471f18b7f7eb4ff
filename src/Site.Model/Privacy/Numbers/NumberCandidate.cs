namespace Site.Model.Privacy;

/// <summary>A few groups of digits that stand beside one another and may be one number.</summary>
internal readonly ref struct NumberCandidate(
    NumberText source, int start, int end, ReadOnlySpan<char> digits, ReadOnlySpan<int> groups, Separators between)
{
    /// <summary>The text it stands in, with its words.</summary>
    public NumberText Source { get; } = source;

    /// <summary>The whole folded text.</summary>
    public string Text => Source.Text;

    /// <summary>The first digit; no digit stands before it.</summary>
    public int Start { get; } = start;

    /// <summary>Behind the last digit; no digit stands there.</summary>
    public int End { get; } = end;

    /// <summary>The digits alone, 1 to 21.</summary>
    public ReadOnlySpan<char> Digits { get; } = digits;

    /// <summary>How many digits a reader sees in each group, 1 or more numbers.</summary>
    public ReadOnlySpan<int> Groups { get; } = groups;

    /// <summary>Everything that stands between the groups.</summary>
    public Separators Between { get; } = between;

    public bool InMarkup => Source.Surroundings == Surroundings.Markup;

    /// <summary>Whether a reader sees one unbroken row of digits.</summary>
    public bool IsUnbroken => Groups.Length == 1;

    /// <summary>Whether each digit stands by itself.</summary>
    public bool IsSpelled => Groups.Length == Digits.Length;

    /// <summary>Whether no other group of digits stands beside this one.</summary>
    public bool IsAlone => !SeparatorScan.DigitBefore(Text, Start) && !SeparatorScan.DigitAfter(Text, End);

    /// <summary>Whether the groups are parted by nothing but the given characters and invisible ones.</summary>
    public bool PartedOnlyBy(Separators allowed) => (Between & ~(allowed | Separators.Invisible)) == Separators.None;
}
