namespace Site.Model.Privacy;

/// <summary>A private value in a text: what it is and where it stands, never the value itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character, in UTF-16 units of the original text, from 0.</param>
/// <param name="Length">Characters, in UTF-16 units, 1 or more.</param>
public readonly record struct PrivateFind(PrivateKind Kind, int Start, int Length)
{
    /// <summary>The first character behind the value.</summary>
    public int End => Start + Length;
}
