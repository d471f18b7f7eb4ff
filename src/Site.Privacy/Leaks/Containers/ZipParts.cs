using System.IO.Compression;
using System.Text;
using System.Text.Unicode;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Files compressed with deflate: gzip, zip, and the formats based on zip (docx, xlsx, pptx, odt).</summary>
internal static class ZipParts
{
    /// <summary>The index after the mark of gzip (RFC 1952, 2.3).</summary>
    private const int HeaderStart = 2;

    /// <summary>How many bytes of what follows are read with it at least.</summary>
    private const int ShortestHeader = 1024;

    private const int MostEntries = 10_000;

    /// <param name="name">Of the file: what is packed is called the same without .gz, a drawing .svg in place of .svgz.</param>
    public static IEnumerable<FilePart> Gzip(string name, byte[] bytes, Inflation inflation)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return [inflation.Read(NameWithout(name), stream, bytes.Length), new("", bytes[HeaderStart..Math.Clamp(Math.Max(EndOfHeader(bytes), ShortestHeader), HeaderStart, bytes.Length)])];
    }

    private static string NameWithout(string name)
    {
        var last = name[(name.LastIndexOf('/') + 1)..].Trim();
        return last.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? last[..^".gz".Length]
            : last.EndsWith(".svgz", StringComparison.OrdinalIgnoreCase) ? last[..^"z".Length]
            : "";
    }

    /// <returns>The index after the extra field, the name and the comment (RFC 1952, 2.3.1).</returns>
    private static int EndOfHeader(ReadOnlySpan<byte> bytes)
    {
        const int Fixed = 10;
        if (bytes.Length < Fixed + 2)
        {
            return bytes.Length;
        }

        var at = Fixed + ((bytes[3] & 4) == 0 ? 0 : 2 + bytes[Fixed] + (bytes[Fixed + 1] << 8));
        foreach (var text in (ReadOnlySpan<int>)[8, 16])
        {
            at = (bytes[3] & text) == 0 || at >= bytes.Length ? at : bytes[at..].IndexOf((byte)0) is var end and >= 0 ? at + end + 1 : bytes.Length;
        }

        return at;
    }

    public static IEnumerable<FilePart> Zip(byte[] bytes, Inflation inflation)
    {
        ZipArchive archive;
        try
        {
            archive = new(new MemoryStream(bytes), ZipArchiveMode.Read, leaveOpen: false, Encoding.Latin1);
            return archive.Entries.Count > MostEntries
                ? [FilePart.Unreadable("", $"压缩包里有 {MostEntries} 个以上的文件。")]
                : [.. archive.Entries.Select(entry => Entry(entry, inflation)), new("", Names(archive))];
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return [FilePart.Unreadable("", "压缩包已损坏。")];
        }
    }

    private static byte[] Names(ZipArchive archive) =>
        Encoding.UTF8.GetBytes(string.Join('\n', Readings(archive.Comment)) + "\n" + string.Join('\n', archive.Entries.SelectMany(entry => Readings(entry.FullName).Concat(Readings(entry.Comment)))));

    /// <summary>A name that comes with letters of Europe alone may be marked as UTF-8 and mean them.</summary>
    private static IEnumerable<string> Readings(string name) => new[] { Written(name), name }.Distinct(StringComparer.Ordinal);

    /// <summary>A name that is not marked as UTF-8 comes with a character for each byte. Windows in Chinese writes such names in GB 18030, other systems in UTF-8 all the same.</summary>
    private static string Written(string name)
    {
        if (Ascii.IsValid(name) || name.AsSpan().ContainsAnyExceptInRange('\0', '\u00FF'))
        {
            return name;
        }

        var bytes = Encoding.Latin1.GetBytes(name);
        return (Utf8.IsValid(bytes) ? Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!).GetString(bytes);
    }

    private static FilePart Entry(ZipArchiveEntry entry, Inflation inflation)
    {
        var name = Written(entry.FullName);
        if (entry.IsEncrypted)
        {
            return FilePart.Unreadable(name, "有密码。");
        }

        try
        {
            using var stream = entry.Open();
            return inflation.Read(name, stream, entry.CompressedLength);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return FilePart.Unreadable(name, "压缩方式不认识。");
        }
    }
}
