using System.Buffers;

namespace Site.Checking.Leaks.Decoding;

/// <summary>
/// Takes away one layer of escapes of every kind at once: HTML entities, percent-encoding, escapes of JSON, scripts and styles,
/// octal escapes, quoted-printable and the folding of long lines.
/// </summary>
/// <remarks>Only the surroundings of escapes are kept: what holds none has been looked at already.</remarks>
internal static class Escapes
{
    /// <summary>Bytes kept on each side of an escape: more than the longest private value takes.</summary>
    private const int Around = 280;

    /// <summary>Bytes that a row of percent-escapes may stand for, to be read in one go.</summary>
    private const int MostAtOnce = 96;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("&%\\"u8);
    private static readonly SearchValues<byte> SignsOfMail = SearchValues.Create("&%\\=\r\n"u8);

    /// <returns>The decoded surroundings, or null where nothing is escaped that could be part of a private value.</returns>
    /// <param name="bytes">Text of any kind.</param>
    /// <param name="isMail">Whether it is a calendar, a card or a letter, whose lines are folded; quoted-printable Chinese text (=E5) is seen anywhere.</param>
    public static Decoded? Take(ReadOnlySpan<byte> bytes, bool isMail)
    {
        Decoded? decoded = null;
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
                decoded.Cut(at - Around);
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

    /// <summary>Reads escapes that follow one another, as in %E5%AE%89%E5%85%A8.</summary>
    /// <returns>How long they are together.</returns>
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
