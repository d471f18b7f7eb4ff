using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Site.Content.Files;

/// <summary>
/// Takes out of documents that are offered for download who wrote, saved, annotated or revised them, and for whom. What cannot be taken out stays, and
/// <see cref="DocumentAuthors"/> tells of it: compressed properties of a PDF, documents that are signed or encrypted, or unpack to too much.
/// </summary>
/// <remarks>The same file gives the same bytes. ECMA-376 part 2, 11 (core properties), part 1, 22.2 and 22.3 (application and custom properties); ISO 32000-2, 14.3.</remarks>
public static partial class DocumentProperties
{
    /// <summary>As Word writes it where a person's name was removed.</summary>
    private const string Nobody = "作者";

    private const int MostParts = 2000;
    private const int LargestPart = 64 * 1024 * 1024;
    private const long LargestWhole = 256 * 1024 * 1024;

    /// <summary>The first date that a zip file can hold.</summary>
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>The document without them; any other file, and one in which nothing can be taken out, as it is.</returns>
    public static byte[] Without(byte[] bytes) =>
        bytes.AsSpan().StartsWith("PK\u0003\u0004"u8) && bytes.Length <= DocumentAuthors.LargestInBytes ? Package(bytes)
        : bytes.AsSpan().StartsWith("%PDF"u8) && bytes.Length <= DocumentAuthors.LargestInBytes ? Pdf(bytes)
        : bytes;

    private static byte[] Package(byte[] bytes)
    {
        try
        {
            using var read = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            if (read.Entries.Count > MostParts || !read.Entries.Any(entry => entry.FullName == "[Content_Types].xml")
                || read.Entries.Any(entry => entry.IsEncrypted || entry.FullName.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)))
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
                var cleaned = Part(entry.FullName, part);
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
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Never;
                using var part = entry.Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <returns>The same array where there is nothing to take out.</returns>
    private static byte[] Part(string name, byte[] bytes)
    {
        var path = name.Replace('\\', '/').TrimStart('/');
        if (!path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return bytes;
        }

        var text = Encoding.UTF8.GetString(bytes);
        var cleaned = path.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)
            ? Custom().Replace(Properties().Replace(text, "${open}${close}"), "${open}${close}")
            : Authors().Replace(text, $"${{open}}{Nobody}${{close}}");
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

        return cleaned;

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

    [GeneratedRegex("/(?:Author|Company|Manager)\\s*(?:\\((?<value>(?:[^()\\\\]|\\\\[\\s\\S]){1,400})\\)|<(?<value>[0-9A-Fa-f\\s]{1,800})>)", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Info();

    [GeneratedRegex("\\bstream\\r?\\n[\\s\\S]*?endstream", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Streams();

    [GeneratedRegex("<x:xmpmeta[\\s\\S]*?</x:xmpmeta>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Packets();

    [GeneratedRegex("<dc:creator[^>]*>(?:\\s*<rdf:(?:Seq|Bag|Alt)[^>]*>\\s*<rdf:li[^>]*>)?(?<value>[^<]{1,400})<", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Creators();
}
