using System.Buffers;
using Site.Model.Privacy;

namespace Site.Checking.Leaks;

/// <summary>What each character may be the beginning of. A site uses a few thousand of the 65,536, so each is worked out when it first comes.</summary>
/// <remarks>May be used from several threads: each works out the same.</remarks>
internal sealed class CharacterKinds
{
    /// <summary>A private value may begin with it.</summary>
    public const int First = 1;

    /// <summary>It may be the second of a private value, or stand between its first and second.</summary>
    public const int Second = 2;

    /// <summary>A digit that is not ASCII: full-width, in a circle, Chinese.</summary>
    public const int OddDigit = 4;

    /// <summary>It may stand between the digits of one number.</summary>
    public const int Between = 8;

    private const int Known = 128;
    private readonly byte[] kinds = new byte[0x10000];
    private readonly byte[] ascii = new byte[128];
    private readonly PrivateValues values;

    public CharacterKinds(PrivateValues values)
    {
        this.values = values;
        for (var c = 0; c < ascii.Length; c++)
        {
            ascii[c] = (byte)(values.MayBegin((char)c) ? First : 0);
        }

        Letters = SearchValues.Create([.. Enumerable.Range(0, ascii.Length).Where(c => ascii[c] == First && !char.IsAsciiDigit((char)c)).Select(c => (byte)c)]);
        HasLetters = ascii.Where((kind, c) => kind == First && !char.IsAsciiDigit((char)c)).Any();
    }

    /// <summary><see cref="First"/> or 0 for each ASCII character.</summary>
    public ReadOnlySpan<byte> Ascii => ascii;

    /// <summary>ASCII characters but digits with which a private value may begin.</summary>
    public SearchValues<byte> Letters { get; }

    /// <summary>Whether there are any.</summary>
    public bool HasLetters { get; }

    public int this[int character] => kinds[character] is var kind and not 0 ? kind : Learn(character);

    /// <summary>Says quickly whether a number may go on at the place; in doubt yes.</summary>
    public bool MayGoOnAsNumber(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && (bytes[at] < 0x80
            ? bytes[at] is (>= (byte)'0' and <= (byte)'9') or (byte)' ' or (byte)'-' or (byte)'.' or (byte)')' or (byte)'<'
            : !IsThreeBytes(bytes, at) || (this[Character(bytes, at)] & (OddDigit | Between)) != 0);

    /// <summary>Says quickly whether the next character may be the second of a value; in doubt yes.</summary>
    public bool MayGoOnAsValue(ReadOnlySpan<byte> bytes, int at) =>
        at < bytes.Length && (IsThreeBytes(bytes, at) ? (this[Character(bytes, at)] & Second) != 0
            : !char.IsAsciiLetterOrDigit((char)bytes[at]) || values.MayGoOn((char)bytes[at]));

    private static bool IsThreeBytes(ReadOnlySpan<byte> bytes, int at) => bytes[at] is >= 0xE1 and <= 0xEF && at + 2 < bytes.Length;

    private static int Character(ReadOnlySpan<byte> bytes, int at) => ((bytes[at] & 0xF) << 12) | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F);

    private byte Learn(int character)
    {
        var c = (char)character;
        var folded = FoldTable.NumeralOf(c);
        return kinds[character] = (byte)(Known
            | (values.MayBegin(c) ? First : 0)
            | (values.MayGoOn(c) ? Second : 0)
            | (folded is >= '0' and <= '9' ? OddDigit : 0)
            | (folded is ' ' or '-' or '.' or ')' or '—' or '·' or FoldTable.Invisible ? Between : 0));
    }
}
