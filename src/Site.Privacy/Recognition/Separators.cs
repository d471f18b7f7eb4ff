using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>What stands between the groups of digits of one number.</summary>
[Flags]
internal enum Separators
{
    None = 0,

    /// <summary>Invisible characters; a reader sees one group.</summary>
    Invisible = 1,

    /// <summary>Spaces or tabs.</summary>
    Space = 2,

    /// <summary>A hyphen or an underscore.</summary>
    Hyphen = 4,

    /// <summary>A full stop or a middle dot.</summary>
    Dot = 8,

    /// <summary>The end of a line.</summary>
    Line = 16,

    /// <summary>A dash or tilde, which more often means "to".</summary>
    Range = 32,
}

/// <summary>Reads what stands between two groups of digits.</summary>
internal static class SeparatorReader
{
    private const int MostVisible = 3;
    private const int MostAtAll = 12;

    /// <summary>Reads separators from an index on.</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="at">The index after a digit; moved to the next digit if there is one.</param>
    /// <returns>The separators; None if no digit follows within 3 visible characters (12 if one of them is a line end).</returns>
    public static Separators Read(string text, ref int at)
    {
        var seen = Separators.None;
        var visible = 0;
        for (var i = at; i < text.Length && i - at <= MostAtAll; i++)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                at = i;
                return seen;
            }

            var kind = Of(text[i]);
            visible += kind is Separators.Invisible ? 0 : 1;
            seen |= kind;
            if (kind is Separators.None || (visible > MostVisible && !seen.HasFlag(Separators.Line)))
            {
                return Separators.None;
            }
        }

        return Separators.None;
    }

    /// <returns>Whether a group of digits stands before the index, separated by spaces, hyphens or dots on the same line.</returns>
    public static bool DigitBefore(string text, int at)
    {
        for (var i = at - 1; i >= 0 && at - i <= MostVisible + 1; i--)
        {
            if (char.IsAsciiDigit(text[i]))
            {
                return true;
            }

            if (Of(text[i]) is Separators.None or Separators.Line)
            {
                return false;
            }
        }

        return false;
    }

    /// <returns>Whether a group of digits stands after the index, separated by spaces, hyphens or dots on the same line.</returns>
    public static bool DigitAfter(string text, int at) =>
        Read(text, ref at) is var kind && kind != Separators.None && !kind.HasFlag(Separators.Line);

    private static Separators Of(char c) => c switch
    {
        ' ' or '\t' => Separators.Space,
        '-' or '_' => Separators.Hyphen,
        '.' or '·' => Separators.Dot,
        '\n' or '\r' => Separators.Line,
        '—' or '~' => Separators.Range,
        FoldTable.Invisible => Separators.Invisible,
        _ => Separators.None,
    };
}
