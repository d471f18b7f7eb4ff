using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Site.Core.Sources;

namespace Site.Rendering.Pdf;

/// <summary>A PDF (ISO 32000-1, version 1.7) object by object: no day, no name of a program, and an identifier that follows from its bytes, so that the same content gives the same file.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <returns>The number of an object that is set later.</returns>
    public int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    /// <summary>Sets an object that was reserved.</summary>
    public void Set(int number, string value) => objects[number - 1] = Encoding.Latin1.GetBytes(value);

    /// <returns>The number of the object.</returns>
    public int Add(string value)
    {
        var number = Reserve();
        Set(number, value);
        return number;
    }

    /// <param name="entries">Of its dictionary, without length and filter.</param>
    /// <param name="isPacked">Whether it is compressed.</param>
    /// <returns>The number of the stream.</returns>
    public int AddStream(string entries, ReadOnlySpan<byte> bytes, bool isPacked = true)
    {
        var number = Reserve();
        SetStream(number, entries, bytes, isPacked);
        return number;
    }

    /// <summary>Sets a stream whose number was reserved.</summary>
    public void SetStream(int number, string entries, ReadOnlySpan<byte> bytes, bool isPacked = true)
    {
        var data = isPacked ? Packed(bytes) : bytes.ToArray();
        objects[number - 1] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}{(isPacked ? "/Filter/FlateDecode" : "")}>>\nstream\n")),
            .. data, .. "\nendstream"u8,
        ];
    }

    /// <param name="root">Number of the catalog.</param>
    /// <param name="info">Number of the document's information.</param>
    public byte[] ToBytes(int root, int info)
    {
        var output = new ArrayBufferWriter<byte>(64 * 1024);
        Text("%PDF-1.7\n%\u00E2\u00E3\u00CF\u00D3\n");
        var places = new List<int>(objects.Count);
        foreach (var (value, at) in objects.Select((value, at) => (value, at)))
        {
            places.Add(output.WrittenCount);
            Text($"{at + 1} 0 obj\n");
            output.Write(value.AsSpan());
            Text("\nendobj\n");
        }

        var table = output.WrittenCount;
        Text($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}");
        Text($"trailer\n<</Size {objects.Count + 1}/Root {root} 0 R/Info {info} 0 R/ID[<{new string('0', 32)}><{new string('0', 32)}>]>>\nstartxref\n{table}\n%%EOF\n");
        var bytes = output.WrittenSpan.ToArray();
        Identify(bytes);
        return bytes;

        void Text(string text) => output.Write(Encoding.Latin1.GetBytes(text).AsSpan());
    }

    /// <summary>Writes into a file of ours the identifier that follows from all that stands before it.</summary>
    public static void Identify(Span<byte> file)
    {
        var at = file.LastIndexOf("/ID[<"u8) + "/ID[<".Length;
        var identifier = Encoding.ASCII.GetBytes(Convert.ToHexString(Sha256.HashData(file[..at]))[..32]);
        identifier.CopyTo(file[at..]);
        identifier.CopyTo(file[(at + identifier.Length + "><".Length)..]);
    }

    /// <returns>A text string in hexadecimal digits: UTF-16, which any text can be written in.</returns>
    public static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
