using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Site.Tests;

/// <summary>Ways in which a value may stand in a file so that a plain search does not see it.</summary>
internal static class Encodings
{
    public static (string Name, Func<string, byte[]> Encode)[] All { get; } =
    [
        ("plain", Text),
        ("decimal entities", value => Text(Each(value, rune => $"&#{rune.Value};"))),
        ("hexadecimal entities", value => Text(Each(value, rune => $"&#x{rune.Value:X};"))),
        ("entities without an end", value => Text(Each(value, rune => $"&#{rune.Value:0000000}"))),
        ("entities escaped twice", value => Text(Each(value, rune => $"&amp;#{rune.Value};"))),
        ("percent", value => Text(string.Concat(Encoding.UTF8.GetBytes(value).Select(b => $"%{b:X2}")))),
        ("percent twice", value => Text(string.Concat(Encoding.UTF8.GetBytes(value).Select(b => $"%25{b:x2}")))),
        ("JSON escapes", value => Text(string.Concat(value.Select(c => $"\\u{(int)c:x4}")))),
        ("script escapes", value => Text(Each(value, rune => $"\\u{{{rune.Value:x}}}"))),
        ("script bytes", value => Text(string.Concat(Encoding.UTF8.GetBytes(value).Select(b => $"\\x{b:x2}")))),
        ("CSS escapes", value => Text(Each(value, rune => $"\\{rune.Value:X6}"))),
        ("CSS escapes with blanks", value => Text(Each(value, rune => $"\\{rune.Value:X} "))),
        ("quoted-printable", value => Text(string.Concat(Encoding.UTF8.GetBytes("是" + value).Select(b => b >= 0x80 ? $"={b:X2}" : $"{(char)b}")))),
        ("base64", value => Text(Convert.ToBase64String(Encoding.UTF8.GetBytes(value)))),
        ("base64 in a sentence", value => Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"联系人是{value}，请勿外传")))),
        ("base64 shifted by one", value => Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a {value}。")))),
        ("base64 shifted by two", value => Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"ab, {value}。")))),
        ("base64 for addresses", value => Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"联系人是{value}，请勿外传")).Replace('+', '-').Replace('/', '_').TrimEnd('='))),
        ("base64 in folded lines", value => Text(string.Join("\r\n", Convert.ToBase64String(Encoding.UTF8.GetBytes($"联系人是{value}，请勿外传，请勿外传，请勿外传")).Chunk(20).Select(line => new string(line))) + "\r\n")),
        ("a data address", value => Text("data:text/plain;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes($"<p>{value}</p>")))),
        ("base64 in base64", value => Text(Convert.ToBase64String(Text(Convert.ToBase64String(Encoding.UTF8.GetBytes($"联系人是{value}，请勿外传")))))),
        ("zero-width characters", value => Text(string.Join('\u200B', value.EnumerateRunes()))),
        ("soft hyphens", value => Text(string.Join("&shy;", value.EnumerateRunes()))),
        ("tags inside", value => Text(string.Join("<wbr>", value.EnumerateRunes()))),
        ("full-width", value => Text(string.Concat(value.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)))),
        ("UTF-16", value => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"<p>{value}</p>")]),
        ("UTF-16 from the big end", value => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes($"<p>{value}</p>")]),
        ("gzip in base64", value => Text(Convert.ToBase64String(Gzip(Text($"<p>{value}</p>"))))),
    ];

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    public static byte[] Png(string type, byte[] chunk)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, chunk.Length);
        return [0x89, .. "PNG\r\n\u001A\n"u8, .. length, .. Encoding.ASCII.GetBytes(type), .. chunk, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 0, 0, 0, 0];
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new GZipStream(compressed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    public static byte[] Zlib(byte[] bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var compressed = new MemoryStream();
        using (var archive = new ZipArchive(compressed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return compressed.ToArray();
    }

    private static string Each(string value, Func<Rune, string> encode) => string.Concat(value.EnumerateRunes().Select(encode));
}
