using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Site.Content.Files;

/// <summary>
/// Takes out of documents that are offered for download who wrote, saved, annotated or revised them, and for whom, and out of the pictures in them what
/// <see cref="PictureMetadata"/> takes out of a picture. What cannot be taken out stays, and <see cref="DocumentAuthors"/> tells of it: what is compressed in a
/// PDF, documents that are signed or encrypted, or unpack to too much.
/// </summary>
/// <remarks>
/// The same file gives the same bytes. ECMA-376 part 2, 11 (core properties), part 1, 22.2 and 22.3 (application and custom properties); OpenDocument 1.3 part 3, 4.3 (metadata)
/// and 14.1 to 14.3 (annotations); ISO 32000-2, 7.4.8 (pictures) and 14.3.
/// </remarks>
public static partial class DocumentProperties
{
    /// <summary>As Word writes it where a person's name was removed.</summary>
    private const string Nobody = "作者";

    /// <summary>The part that says what an OpenDocument file is: the first one, and not compressed.</summary>
    private const string OpenDocumentType = "mimetype";

    private const int MostParts = 2000;
    private const int DeepestPackage = 2;
    private const int LargestPart = 64 * 1024 * 1024;
    private const long LargestWhole = 256 * 1024 * 1024;

    /// <summary>The first date that a zip file can hold.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The document without them; any other file, and one in which nothing can be taken out, as it is.</returns>
    public static byte[] Without(byte[] bytes) => Without(bytes, 0);

    /// <param name="depth">In how many packages it lies: a table may stand in a text that stands in a lecture.</param>
    private static byte[] Without(byte[] bytes, int depth) =>
        bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) && bytes.Length <= DocumentAuthors.LargestInBytes ? Package(bytes, depth)
        : bytes.AsSpan().StartsWith("%PDF"u8) && bytes.Length <= DocumentAuthors.LargestInBytes ? Pdf(bytes)
        : bytes;

    private static byte[] Package(byte[] bytes, int depth)
    {
        try
        {
            using var read = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (read.Entries.Count > MostParts || !read.Entries.Any(entry => entry.FullName is "[Content_Types].xml" or OpenDocumentType)
                || read.Entries.Any(entry => entry.IsEncrypted || entry.FullName.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)
                    || entry.FullName is "META-INF/documentsignatures.xml" or "META-INF/macrosignatures.xml"))
            {
                return bytes;
            }

            var (parts, left, changed) = (new List<(string Name, byte[] Bytes)>(), LargestWhole, false);
            foreach (var entry in read.Entries)
            {
                var part = Unpack(entry, Math.Min(LargestPart, left));
                if (part is null)
                {
                    return bytes;
                }

                left -= part.Length;
                var cleaned = Part(entry.FullName, part, depth);
                changed |= !ReferenceEquals(part, cleaned);
                parts.Add((entry.FullName, cleaned));
            }

            return changed ? Pack(parts) : bytes;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or RegexMatchTimeoutException)
        {
            return bytes;
        }
    }

    /// <returns>The bytes of a part; null where there are more than that.</returns>
    private static byte[]? Unpack(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            if (unpacked.Length > most)
            {
                return null;
            }
        }

        return unpacked.ToArray();
    }

    private static byte[] Pack(List<(string Name, byte[] Bytes)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                var entry = zip.CreateEntry(name, name == OpenDocumentType ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
                entry.LastWriteTime = Never;
                using var part = entry.Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <returns>The same array where there is nothing to take out.</returns>
    private static byte[] Part(string name, byte[] bytes, int depth)
    {
        if (PictureMetadata.Without(bytes) is var picture && !ReferenceEquals(picture, bytes))
        {
            return picture;
        }

        if (depth < DeepestPackage && bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
        {
            return Without(bytes, depth + 1);
        }

        var path = name.Replace('\\', '/').TrimStart('/');
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return bytes;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var cleaned = path.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)
            ? Custom().Replace(Properties().Replace(text, "${open}${close}"), "${open}${close}")
            : OpenDocument().Replace(Authors().Replace(text, $"${{open}}{Nobody}${{close}}"), "${open}${close}");
        return cleaned == text ? bytes : Encoding.UTF8.GetBytes(cleaned);
    }

    /// <summary>Blanks in place, so that all offsets stay: what stands plainly in Info and in XMP.</summary>
    private static byte[] Pdf(byte[] bytes)
    {
        // One character for each byte.
        var text = Encoding.Latin1.GetString(bytes);
        if (text.Contains("/ByteRange", StringComparison.Ordinal) || text.Contains("/Encrypt", StringComparison.Ordinal))
        {
            return bytes;
        }

        var cleaned = (byte[])bytes.Clone();
        try
        {
            foreach (var picture in PdfPictures.In(bytes))
            {
                PictureMetadata.Blank(cleaned.AsSpan(picture));
            }

            foreach (Match name in Info().Matches(Streams().Replace(text, stream => new string('\0', stream.Length))))
            {
                Blank(name, 0);
            }

            foreach (Match packet in Packets().Matches(text))
            {
                foreach (Match name in Creators().Matches(packet.Value))
                {
                    Blank(name, packet.Index);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            return bytes;
        }

        return cleaned.AsSpan().SequenceEqual(bytes) ? bytes : cleaned;

        void Blank(Match name, int from) => cleaned.AsSpan(from + name.Groups["value"].Index, name.Groups["value"].Length).Fill((byte)' ');
    }

    [GeneratedRegex("(?<open><(?<name>dc:creator|cp:lastModifiedBy|Manager|Company|HyperlinkBase)(?:\\s[^>]*)?(?<!/)>)[^<]*(?<close></\\k<name>\\s*>)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Properties();

    /// <summary>Texts of custom properties; numbers and days say nothing of persons.</summary>
    [GeneratedRegex("(?<open><vt:(?<name>lpw?str|bstr)>)[^<]*(?<close></vt:\\k<name>>)", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Custom();

    [GeneratedRegex(
        "(?<open>\\b(?:w:author|w15:author|w:initials|userName|lastModifiedBy)=\"|<p:cmAuthor [^>]*?\\bname=\"|<p188:author [^>]*?\\bname=\"|<person [^>]*?\\bdisplayName=\")[^\"]+(?<close>\")|(?<open><author>)[^<]+(?<close></author>)",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Authors();

    /// <summary>Who wrote, printed or annotated an OpenDocument file, and texts of its own fields.</summary>
    [GeneratedRegex(
        "(?<open><(?<name>dc:creator|meta:initial-creator|meta:printed-by|meta:creator-initials)(?:\\s[^>]*)?(?<!/)>)[^<]*(?<close></\\k<name>\\s*>)"
        + "|(?<open><meta:user-defined(?![^>]*meta:value-type=\"(?:float|date|time|boolean)\")[^>]*(?<!/)>)[^<]*(?<close></meta:user-defined\\s*>)",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex OpenDocument();

    [GeneratedRegex("/(?:Author|Company|Manager)\\s*(?:\\((?<value>(?:[^()\\\\]|\\\\[\\s\\S]){1,400})\\)|<(?<value>[0-9A-Fa-f\\s]{1,800})>)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Info();

    [GeneratedRegex("\\bstream\\r?\\n[\\s\\S]*?endstream", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Streams();

    [GeneratedRegex("<x:xmpmeta[\\s\\S]*?</x:xmpmeta>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Packets();

    [GeneratedRegex("<dc:creator[^>]*>(?:\\s*<rdf:(?:Seq|Bag|Alt)[^>]*>\\s*<rdf:li[^>]*>)?(?<value>[^<]{1,400})<", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Creators();
}

/// <summary>Finds photographs that lie in a PDF as they are.</summary>
/// <remarks>ISO 32000-2, 7.3.8 (streams) and 7.4.8 (DCTDecode).</remarks>
internal static class PdfPictures
{
    /// <returns>Where each JPEG begins and its stream ends.</returns>
    public static IEnumerable<Range> In(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length && bytes.AsSpan(at).IndexOf("stream"u8) is var next and >= 0;)
        {
            var start = at + next + 6;
            start += start < bytes.Length && bytes[start] == '\r' ? 1 : 0;
            start += start < bytes.Length && bytes[start] == '\n' ? 1 : 0;
            var end = bytes.AsSpan(start).IndexOf("endstream"u8) is var length and >= 0 ? start + length : bytes.Length;
            if (bytes.AsSpan(start).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            {
                yield return start..end;
            }

            at = Math.Min(bytes.Length, end + 9);
        }
    }
}
