using Site.Core.Calendars;
using System.Text;
using FsCheck.Fluent;

namespace Site.Tests;

public class CalendarTextTests
{
    [Fact]
    public void A_line_of_75_octets_stays_whole()
    {
        var line = "SUMMARY:" + new string('a', 67);

        var written = FormatSamples.Written(output => CalendarText.WriteLine(output, line));

        Assert.Equal(line + "\r\n", written);
    }

    [Fact]
    public void A_longer_line_is_folded_before_the_character_that_would_pass_75_octets()
    {
        // 8 octets of name, 22 ideographs of 3 octets: 74. The 23rd would end at 77.
        var line = "SUMMARY:" + new string('安', 30);

        var written = FormatSamples.Written(output => CalendarText.WriteLine(output, line));

        Assert.Equal($"SUMMARY:{new string('安', 22)}\r\n {new string('安', 8)}\r\n", written);
    }

    [Fact]
    public void Unfolding_gives_the_line_back_and_each_piece_is_whole_utf_8_of_at_most_75_octets() =>
        Prop.ForAll(FormatSamples.HostileText, FormatSamples.HostileText, (first, second) =>
        {
            var line = "DESCRIPTION:" + CalendarText.Escape(first + new string('安', 40) + second);

            var buffer = new System.Buffers.ArrayBufferWriter<byte>();
            CalendarText.WriteLine(buffer, line);

            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            var pieces = Split(buffer.WrittenSpan.ToArray());
            return pieces.All(piece => piece.Length <= 75)
                && pieces.Skip(1).All(piece => piece[0] == ' ')
                && string.Concat(pieces.Select((piece, at) => strict.GetString(piece)[(at == 0 ? 0 : 1)..])) == string.Concat(line.EnumerateRunes());
        }).AssertHolds();

    [Fact]
    public void Text_comes_back_from_its_escaped_form_but_for_control_characters() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var escaped = CalendarText.Escape(text);

            var plain = text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\u0085', '\n').Replace('\u2028', '\n').Replace('\u2029', '\n').Replace('\t', ' ');
            return Unescape(escaped) == string.Concat(plain.Where(unit => unit == '\n' || !char.IsControl(unit)))
                && !escaped.Any(char.IsControl);
        }).AssertHolds();

    [Theory]
    [InlineData("一，二", "一，二")]
    [InlineData("a,b;c\\d", "a\\,b\\;c\\\\d")]
    [InlineData("一\r\n二\n三\r四\u2028五", "一\\n二\\n三\\n四\\n五")]
    [InlineData("a\0b\u001bc\u007f\td", "abc d")]
    [InlineData("BEGIN:VEVENT\r\nEND:VEVENT", "BEGIN:VEVENT\\nEND:VEVENT")]
    public void Commas_semicolons_backslashes_and_line_breaks_are_escaped(string text, string expected) =>
        Assert.Equal(expected, CalendarText.Escape(text));

    private static List<byte[]> Split(byte[] octets)
    {
        var pieces = new List<byte[]>();
        var rest = octets.AsSpan();
        while (rest.IndexOf("\r\n"u8) is >= 0 and var end)
        {
            pieces.Add(rest[..end].ToArray());
            rest = rest[(end + 2)..];
        }

        Assert.True(rest.IsEmpty);
        return pieces;
    }

    private static string Unescape(string escaped)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < escaped.Length; at++)
        {
            plain.Append(escaped[at] != '\\' ? escaped[at] : escaped[++at] == 'n' ? '\n' : escaped[at]);
        }

        return plain.ToString();
    }
}
