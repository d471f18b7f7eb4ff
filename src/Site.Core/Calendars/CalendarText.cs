using System.Buffers;
using System.Text;

namespace Site.Core.Calendars;

/// <summary>Writes lines of iCalendar.</summary>
/// <remarks>RFC 5545: folding in section 3.1, text in section 3.3.11.</remarks>
public static class CalendarText
{
    /// <summary>The longest line in octets, its CRLF not counted.</summary>
    public const int MostOctets = 75;

    /// <summary>Writes one line, folded, with CRLF.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="line">Name, parameters and value, without line breaks; half of a surrogate pair becomes U+FFFD.</param>
    /// <remarks>A fold is CRLF and a space, which counts; it never lies inside a character, since not all readers join octets before they decode.</remarks>
    public static void WriteLine(IBufferWriter<byte> output, string line)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(line);
        var room = MostOctets;
        while (rest.Length > room)
        {
            var end = room;
            while ((rest[end] & 0xC0) == 0x80)
            {
                end--;
            }

            output.Write(rest[..end]);
            output.Write("\r\n "u8);
            rest = rest[end..];
            room = MostOctets - 1;
        }

        output.Write(rest);
        output.Write("\r\n"u8);
    }

    /// <returns>Plain text as a value: <c>\ ; ,</c> escaped, every sort of line break as <c>\n</c>, other control characters left out.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            _ = unit switch
            {
                '\\' or ';' or ',' => escaped.Append('\\').Append(unit),
                '\r' when at + 1 < text.Length && text[at + 1] == '\n' => escaped,
                '\n' or '\r' or '\u0085' or '\u2028' or '\u2029' => escaped.Append("\\n"),
                '\t' => escaped.Append(' '),
                _ when char.IsControl(unit) => escaped,
                _ => escaped.Append(unit),
            };
        }

        return escaped.ToString();
    }
}
