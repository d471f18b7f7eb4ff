using System.IO.Compression;
using System.Text;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Files compressed with deflate: gzip, zip, and the formats based on zip (docx, xlsx, pptx, odt).</summary>
internal static class ZipParts
{
    /// <summary>The index after the mark of gzip (RFC 1952, 2.3).</summary>
    private const int HeaderStart = 2;

    /// <summary>How many bytes of what follows are read with it at least.</summary>
    private const int ShortestHeader = 1024;

    private const int MostEntries = 10_000;

    public static IEnumerable<FilePart> Gzip(byte[] bytes, Inflation inflation)
    {
        using var stream = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return [inflation.Read("", stream, bytes.Length), new("", bytes[HeaderStart..Math.Clamp(Math.Max(EndOfHeader(bytes), ShortestHeader), HeaderStart, bytes.Length)])];
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
            archive = new(new MemoryStream(bytes), ZipArchiveMode.Read);
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
        Encoding.UTF8.GetBytes(archive.Comment + "\n" + string.Join('\n', archive.Entries.Select(entry => entry.FullName + "\n" + entry.Comment)));

    private static FilePart Entry(ZipArchiveEntry entry, Inflation inflation)
    {
        if (entry.IsEncrypted)
        {
            return FilePart.Unreadable(entry.FullName, "有密码。");
        }

        try
        {
            using var stream = entry.Open();
            return inflation.Read(entry.FullName, stream, entry.CompressedLength);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException)
        {
            return FilePart.Unreadable(entry.FullName, "压缩方式不认识。");
        }
    }
}
