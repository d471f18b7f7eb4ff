using System.Buffers;

namespace Site.Privacy.Leaks.Numbers;

/// <summary>
/// Knows the coordinates of drawings, <c>&lt;path d="M10 2C-13-9-5-14 2-13"</c> (SVG 2, 9.3): thousands of short runs of digits with signs between, which in pieces look
/// like telephones and which nobody reads.
/// </summary>
/// <param name="bytes">Text in UTF-8, read from its beginning to its end.</param>
internal ref struct PathData(ReadOnlySpan<byte> bytes)
{
    /// <summary>How many bytes of a tag may stand before its coordinates.</summary>
    private const int LongestTag = 1000;

    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789 \t\r\n,.+-eEMmZzLlHhVvCcSsQqTtAa"u8);

    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int start;
    private int end;

    /// <param name="at">No less than when this was last asked.</param>
    /// <returns>Whether the byte is one of the coordinates of a path.</returns>
    public bool Covers(int at)
    {
        while (at >= end && end < bytes.Length)
        {
            var next = bytes[end..].IndexOf(" d=\""u8);
            start = next < 0 ? bytes.Length : end + next + " d=\""u8.Length;
            var length = IsInPath(start) ? bytes[start..].IndexOfAnyExcept(Characters) : 0;
            end = length >= 0 ? start + length : bytes.Length;
        }

        return at >= start && at < end;
    }

    private readonly bool IsInPath(int at)
    {
        var before = bytes[Math.Max(0, at - LongestTag)..at];
        return before.LastIndexOf((byte)'<') is var tag and >= 0 && before[tag..].StartsWith("<path "u8) && before[tag..].IndexOf((byte)'>') < 0;
    }
}
