using System.Text;

namespace Site.Content.Editing;

/// <summary>
/// The text of a file as an editor holds it, which has LF alone at the end of lines, and the way back to bytes: what nobody touched
/// keeps its line ends, the byte order mark stays where there was one.
/// </summary>
public static class EditedText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static EditedText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <returns>The text, or null where the bytes are no UTF-8.</returns>
    public static string? Read(ReadOnlySpan<byte> bytes) => Decode(bytes) is { } text ? Normalized(text) : null;

    /// <returns>The text with LF alone at the end of each line, as a form of HTML holds it.</returns>
    public static string Normalized(string text) =>
        text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n') : text;

    /// <param name="before">The bytes of the file; empty for a new one.</param>
    /// <param name="text">What the editor holds.</param>
    /// <returns>The bytes after: lines that are in both keep their ends, new ones end as most of the old ones do.</returns>
    public static byte[] Write(ReadOnlySpan<byte> before, string text)
    {
        text = Normalized(text);
        var old = Decode(before) ?? "";
        var hasMark = before.StartsWith(Encoding.UTF8.Preamble);
        if (old.Contains('\r', StringComparison.Ordinal))
        {
            text = WithLineEndsOf(old, text);
        }

        var bytes = Strict.GetBytes(text);
        return hasMark ? [.. Encoding.UTF8.Preamble, .. bytes] : bytes;
    }

    /// <summary>Reads a file of an older Chinese system: GB 18030, which GBK and GB 2312 are parts of, or UTF-16 with its mark.</summary>
    /// <returns>The text, or null where the bytes are neither.</returns>
    public static string? ReadOlder(ReadOnlySpan<byte> bytes)
    {
        var encoding = bytes.StartsWith(Encoding.Unicode.Preamble) ? Encoding.Unicode : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.BigEndianUnicode
            : Encoding.GetEncoding("GB18030");
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        try
        {
            return Normalized(strict.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string WithLineEndsOf(string old, string text)
    {
        var (before, after) = (TextLines.Of(old), TextLines.Of(text));
        var usual = before.Select(EndOf).Where(end => end.Length > 0).GroupBy(end => end).MaxBy(group => group.Count())!.Key;
        var kept = TextLines.Align([.. before.Select(Normalized)], after);
        var keptOnes = kept.ToHashSet();
        var lines = new StringBuilder(text.Length + after.Length);
        for (int i = 0, next = 0; i < after.Length; i++)
        {
            // A changed line ends as the one in whose place it stands.
            var end = next < before.Length && !keptOnes.Contains(next) && EndOf(before[next]).Length > 0 ? EndOf(before[next]) : usual;
            lines.Append(kept[i] >= 0 ? before[kept[i]] : after[i].EndsWith('\n') ? after[i][..^1] + end : after[i]);
            next = kept[i] >= 0 ? kept[i] + 1 : next + 1;
        }

        return lines.ToString();

        static string EndOf(string line) => line.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : line is [.., '\n' or '\r'] ? line[^1..] : "";
    }
}
