using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Site.Privacy.Decoding;

/// <summary>Reads text files in another way, line by line, where what they say is not in their bytes as these stand.</summary>
internal static class LinedTexts
{
    /// <summary>What a line that only numbers a caption is made of.</summary>
    private static readonly SearchValues<byte> Numbering = SearchValues.Create(" \t\r0123456789"u8);

    private static readonly string[] Captions = [".vtt", ".srt"];

    private static readonly string[] Markup = [".xml", ".svg", ".htm", ".html", ".xhtml", ".fodt", ".fods", ".fodp"];

    /// <returns>What the ending of a file's name tells of its lines.</returns>
    public static LinedKind KindOf(string name) =>
        name.EndsWith(".html", StringComparison.Ordinal) ? LinedKind.Page
        : KindOfPart(name);

    /// <returns>The same of a part of an archive or a document, which is no page of the site.</returns>
    public static LinedKind KindOfPart(string name) =>
        Captions.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? LinedKind.Captions
        : Markup.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? LinedKind.Markup : LinedKind.Other;

    /// <param name="kind">What it is.</param>
    /// <param name="bytes">A text file.</param>
    /// <returns>A file in GB 18030, as Excel writes tables in Chinese, in UTF-8; captions without the times between them, across which a sentence goes on.</returns>
    public static IEnumerable<LinedText> Read(LinedKind kind, byte[] bytes)
    {
        if (!Utf8.IsValid(bytes) && CodePagesEncodingProvider.Instance.GetEncoding("GB18030") is { } chinese)
        {
            yield return Of(bytes, line => Encoding.UTF8.GetBytes(chinese.GetString(line)));
        }

        if (kind == LinedKind.Captions)
        {
            yield return Of(bytes, line => line.IndexOf("-->"u8) >= 0 || line.IndexOfAnyExcept(Numbering) < 0 ? [] : line.ToArray());
        }
    }

    private static LinedText Of(ReadOnlySpan<byte> bytes, LineReader read)
    {
        var (text, starts, origins) = (new MemoryStream(bytes.Length), new List<int>(), new List<int>());
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes[at..].IndexOf((byte)'\n') is var end and >= 0 ? end : bytes.Length - at;
            starts.Add((int)text.Length);
            origins.Add(at);
            text.Write(read(bytes.Slice(at, length)));
            text.WriteByte((byte)'\n');
            at += length + 1;
        }

        return new(text.ToArray(), [.. starts], [.. origins]);
    }

    private delegate byte[] LineReader(ReadOnlySpan<byte> line);
}

/// <summary>How the lines of a file are read.</summary>
internal enum LinedKind
{
    /// <summary>In another encoding where they are not in UTF-8.</summary>
    Other,

    /// <summary>A page, which is always in UTF-8.</summary>
    Page,

    /// <summary>Captions, whose sentences go on across times and numbers.</summary>
    Captions,

    /// <summary>XML, or HTML that is no page of the site, whose words go on across tags.</summary>
    Markup,
}

/// <summary>A text file as it is read.</summary>
/// <param name="Bytes">In UTF-8, as many lines as the file has.</param>
/// <param name="Starts">Where its lines begin.</param>
/// <param name="Origins">Where they begin in the file.</param>
internal sealed record LinedText(byte[] Bytes, int[] Starts, int[] Origins)
{
    /// <returns>Where in the file the line begins that a byte of the text is in.</returns>
    public int Origin(int at)
    {
        var line = Array.BinarySearch(Starts, at);
        return Origins[line >= 0 ? line : ~line - 1];
    }
}
