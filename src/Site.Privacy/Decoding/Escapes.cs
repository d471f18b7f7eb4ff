using System.Buffers;
using System.Globalization;
using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>
/// Decodes one layer of escapes of every kind at once: HTML entities, percent-encoding, escapes of JSON, scripts and styles,
/// octal escapes, quoted-printable and the folding of long lines.
/// </summary>
/// <remarks>Only the text around escapes is kept: text without escapes has already been scanned.</remarks>
internal static class Escapes
{
    /// <summary>Bytes kept on each side of an escape: more than the longest private value needs.</summary>
    private const int Around = 280;

    /// <summary>The most bytes that one run of percent escapes is decoded to at a time.</summary>
    private const int MostAtOnce = 96;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("&%\\"u8);
    private static readonly SearchValues<byte> SignsOfMail = SearchValues.Create("&%\\=\r\n"u8);

    /// <returns>The decoded text around escapes, or null if no escape could be part of a private value.</returns>
    /// <param name="bytes">Text of any kind.</param>
    /// <param name="isMail">Whether it is a calendar, a vCard or a mail, whose lines are folded; quoted-printable Chinese text (=E5) is decoded in any file.</param>
    public static DecodedBytes? Decode(ReadOnlySpan<byte> bytes, bool isMail)
    {
        DecodedBytes? decoded = null;
        var copied = 0;
        Span<byte> utf8 = stackalloc byte[MostAtOnce];
        var signs = isMail || bytes.IndexOf("=E"u8) >= 0 ? SignsOfMail : Signs;
        for (var at = 0; bytes[at..].IndexOfAny(signs) is var next and >= 0;)
        {
            at += next;
            var length = bytes[at] == '%' ? PercentRun(bytes[at..], utf8, out var written) : EscapeReader.Read(bytes[at..], utf8, out written);
            if (length == 0)
            {
                at++;
                continue;
            }

            decoded ??= new();
            if (at - copied > 2 * Around)
            {
                decoded.Copy(bytes, copied, copied == 0 && decoded.Length == 0 ? copied : copied + Around);
                decoded.AddSeparator(at - Around);
                copied = at - Around;
            }

            decoded.Copy(bytes, copied, at);
            decoded.Add(utf8[..written], at, written > 0 ? length / written : 1);
            at += length;
            copied = at;
        }

        decoded?.Copy(bytes, copied, Math.Min(bytes.Length, copied + Around));
        return decoded;
    }

    /// <summary>Decodes consecutive percent escapes, as in %E5%AE%89%E5%85%A8.</summary>
    /// <returns>Their total length.</returns>
    private static int PercentRun(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        written = 0;
        var at = 0;
        while (at < bytes.Length && bytes[at] == '%' && written < utf8.Length
            && EscapeReader.Read(bytes[at..], utf8[written..], out var one) is var length and > 0)
        {
            written += one;
            at += length;
        }

        return at;
    }
}

/// <summary>Decodes a single escape.</summary>
internal static class EscapeReader
{
    private static readonly string[] Blanks = ["nbsp", "ensp", "emsp", "thinsp", "hairsp", "numsp", "Tab", "NewLine"];
    private static readonly string[] Invisible = ["shy", "zwj", "zwnj", "lrm", "rlm", "ZeroWidthSpace", "NoBreak"];
    private static readonly string[] Hyphens = ["hyphen", "dash", "ndash", "mdash", "minus", "middot"];
    private static readonly string[] Signs = ["commat@", "period.", "lowbar_", "plus+", "equals=", "sol/", "percnt%", "bsol\\"];

    /// <param name="bytes">Begins with &amp;, %, \, = or the end of a line.</param>
    /// <param name="utf8">Takes up to 4 bytes.</param>
    /// <param name="written">How many of them were written.</param>
    /// <returns>The length of the escape; 0 if there is none, or if its character cannot occur in a private value.</returns>
    public static int Read(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        written = 0;
        return bytes[0] switch
        {
            (byte)'&' => Entity(bytes, utf8, out written),
            (byte)'%' => ByteOf(bytes, utf8, out written, least: 0x20),
            (byte)'=' => bytes.StartsWith("=\r\n"u8) ? 3 : bytes.StartsWith("=\n"u8) ? 2 : ByteOf(bytes, utf8, out written, least: 0x80),
            (byte)'\\' => Backslash(bytes, utf8, out written),
            _ => FoldedLine(bytes),
        };
    }

    /// <summary>A folded line: it continues after a line end and one space (RFC 5545, 3.1), directly followed by text; an indented line of a page is none.</summary>
    private static int FoldedLine(ReadOnlySpan<byte> bytes) => bytes[0] == '\r'
        ? bytes.Length > 1 && bytes[1] == '\n' && FoldedLine(bytes[1..]) is var fold and > 0 ? fold + 1 : 0
        : bytes.Length > 2 && bytes[1] is (byte)' ' or (byte)'\t' && bytes[2] is not ((byte)' ' or (byte)'\t' or (byte)'<' or (byte)'\n' or (byte)'\r' or (byte)'"') ? 2 : 0;

    private static int ByteOf(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written, int least)
    {
        var value = Hex(bytes, 1, 2);
        var matters = value >= least && value != '"' && value != '<' && value != '>' && value != 0x7F;
        written = matters ? 1 : 0;
        utf8[0] = matters ? (byte)value : (byte)0;
        return matters ? 3 : 0;
    }

    private static int Entity(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        written = 0;
        var end = bytes[..Math.Min(bytes.Length, 20)].IndexOf((byte)';');
        if (bytes.Length < 4 || (end < 0 && bytes[1] != '#'))
        {
            return 0;
        }

        if (bytes[1] == '#')
        {
            return Numeric(bytes, utf8, out written);
        }

        if (bytes.StartsWith("&amp;"u8))
        {
            written = bytes.Length > 5 && (bytes[5] == '#' || char.IsAsciiLetter((char)bytes[5])) ? 1 : 0;
            utf8[0] = (byte)'&';
            return written * 5;
        }

        return Named(Encoding.ASCII.GetString(bytes[1..end])) is var character and > 0 ? Write(character, utf8, out written) * (end + 1) : 0;
    }

    private static int Named(string name) =>
        Blanks.Contains(name) ? ' '
        : Invisible.Contains(name) ? 0x200B
        : Hyphens.Contains(name) ? '-'
        : Signs.FirstOrDefault(sign => sign.AsSpan(0, sign.Length - 1).SequenceEqual(name)) is { } sign ? sign[^1]
        : 0;

    private static int Numeric(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        var isHex = bytes[2] is (byte)'x' or (byte)'X';
        var start = isHex ? 3 : 2;
        var end = start;
        while (end < bytes.Length && end - start < 8 && (isHex ? char.IsAsciiHexDigit((char)bytes[end]) : char.IsAsciiDigit((char)bytes[end])))
        {
            end++;
        }

        written = 0;
        return end > start && int.TryParse(bytes[start..end], isHex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value is not ('"' or '\'' or '<' or '>')
            ? Write(value, utf8, out written) * (end + (end < bytes.Length && bytes[end] == ';' ? 1 : 0))
            : 0;
    }

    private static int Backslash(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        written = 0;
        if (bytes.Length < 3)
        {
            return 0;
        }

        return (char)bytes[1] switch
        {
            'u' or 'U' when bytes[2] == '{' => bytes[..Math.Min(bytes.Length, 12)].IndexOf((byte)'}') is var end and > 3
                ? Write(Hex(bytes, 3, end - 3), utf8, out written) * (end + 1) : 0,
            'u' => Utf16Unit(bytes, utf8, out written),
            'x' when Hex(bytes, 2, 2) is var value and >= 0x20 => Write(value, utf8, out written, isByte: value >= 0x80) * 4,
            >= '2' and <= '3' when IsOctal(bytes) => Octal(bytes, utf8, out written),
            var c when char.IsAsciiHexDigit(c) => Css(bytes, utf8, out written),
            _ => 0,
        };
    }

    private static int Utf16Unit(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        var high = Hex(bytes, 2, 4);
        var low = high is >= 0xD800 and < 0xDC00 && bytes.Length > 11 && bytes[6] == '\\' && bytes[7] == 'u' ? Hex(bytes, 8, 4) : 0;
        return low is >= 0xDC00 and < 0xE000
            ? Write(char.ConvertToUtf32((char)high, (char)low), utf8, out written) * 12
            : Write(high, utf8, out written) * 6;
    }

    private static bool IsOctal(ReadOnlySpan<byte> bytes) =>
        bytes.Length > 4 && bytes[2] is >= (byte)'0' and <= (byte)'7' && bytes[3] is >= (byte)'0' and <= (byte)'7' && (bytes[4] == '\\' || bytes[3..].Length > 1);

    private static int Octal(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        utf8[0] = (byte)(((bytes[1] - '0') << 6) | ((bytes[2] - '0') << 3) | (bytes[3] - '0'));
        written = 1;
        return 4;
    }

    /// <summary>One to six hexadecimal digits and an optional space (CSS Syntax Level 3, 4.3.7).</summary>
    private static int Css(ReadOnlySpan<byte> bytes, Span<byte> utf8, out int written)
    {
        var end = 1;
        while (end < bytes.Length && end < 7 && char.IsAsciiHexDigit((char)bytes[end]))
        {
            end++;
        }

        return end > 2 ? Write(Hex(bytes, 1, end - 1), utf8, out written) * (end + (end < bytes.Length && bytes[end] == ' ' ? 1 : 0)) : Write(-1, utf8, out written);
    }

    /// <returns>1 if the character was written, 0 if it is invalid.</returns>
    private static int Write(int character, Span<byte> utf8, out int written, bool isByte = false)
    {
        written = 0;
        if (isByte)
        {
            utf8[0] = (byte)character;
            written = 1;
        }
        else if (character >= 0x20 && Rune.IsValid(character))
        {
            written = new Rune(character).EncodeToUtf8(utf8);
        }

        return written > 0 ? 1 : 0;
    }

    private static int Hex(ReadOnlySpan<byte> bytes, int start, int length)
    {
        var value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (i >= bytes.Length || !char.IsAsciiHexDigit((char)bytes[i]))
            {
                return -1;
            }

            value = (value << 4) | (bytes[i] <= '9' ? bytes[i] - '0' : (bytes[i] & 0x5F) - 'A' + 10);
        }

        return value;
    }
}

/// <summary>Decoded bytes, with a mapping back to the offsets in the source. Most files have some, so their memory is used again when they are disposed of.</summary>
internal sealed class DecodedBytes : IDisposable
{
    private const int UsualBytes = 4096;
    private const int UsualPlaces = 128;
    private byte[] written = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private (int Here, int There, int Step)[] places = ArrayPool<(int, int, int)>.Shared.Rent(UsualPlaces);
    private int count;

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Bytes => written.AsSpan(0, Length);

    /// <summary>Copies bytes unchanged.</summary>
    public void Copy(ReadOnlySpan<byte> from, int start, int end)
    {
        if (end > start)
        {
            Add(from[start..end], start);
        }
    }

    /// <summary>Adds the bytes that an escape represents.</summary>
    /// <param name="at">Offset of the escape in the source.</param>
    /// <param name="step">How many bytes of the source each of them takes.</param>
    public void Add(ReadOnlySpan<byte> bytes, int at, int step = 1)
    {
        places = WithRoom(places, count, 1);
        written = WithRoom(written, Length, bytes.Length);
        places[count++] = (Length, at, step);
        bytes.CopyTo(written.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Separates two stretches of text that are not adjacent in the source.</summary>
    public void AddSeparator(int at) => Add("\0\u0001\0"u8, at);

    /// <returns>The offset in the source of a byte, or one near it.</returns>
    public int Origin(int at)
    {
        var index = Array.BinarySearch(places, 0, count, (at, int.MaxValue, 0));
        var (here, there, step) = places[Math.Max(0, (index < 0 ? ~index : index) - 1)];
        return there + ((at - here) * step);
    }

    /// <summary>Gives the memory back; what <see cref="Bytes"/> returned must not be used after it.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(written);
        ArrayPool<(int, int, int)>.Shared.Return(places);
        (written, places, count, Length) = ([], [], 0, 0);
    }

    private static T[] WithRoom<T>(T[] array, int used, int more)
    {
        if (array.Length - used >= more)
        {
            return array;
        }

        var larger = ArrayPool<T>.Shared.Rent(Math.Max(array.Length * 2, used + more));
        array.AsSpan(0, used).CopyTo(larger);
        ArrayPool<T>.Shared.Return(array);
        return larger;
    }
}
