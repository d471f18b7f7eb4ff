using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Objects of a PDF that say how its streams are written, where a dictionary names them in place of saying it (ISO 32000-2, 7.3.10). They are looked for when one is first asked for.</summary>
/// <param name="bytes">The whole file.</param>
/// <param name="inflation">What its parts may have together.</param>
internal sealed partial class PdfObjects(byte[] bytes, Inflation inflation)
{
    /// <summary>In bytes: how far before a stream its dictionary is looked for.</summary>
    public const int LongestDictionary = 4096;

    /// <summary>In bytes, of an object that is put in place of its number; and how often one may name another.</summary>
    private const int Longest = 1024;
    private const int Deepest = 3;
    private const int MostLists = 1_000;

    /// <summary>In bytes, of a dictionary in which objects have been put in place of their numbers.</summary>
    private const int LongestResolved = 65_536;

    /// <summary>How many bytes of dictionaries may be looked through for each byte of the file, with what they name.</summary>
    private const int MostReadAgain = 16;

    private Dictionary<int, Stretch>? all;
    private long left = ((long)MostReadAgain * bytes.Length) + LongestResolved;

    /// <param name="dictionary">Of a stream.</param>
    /// <returns>The same with the filters and what they need in place of the numbers of objects.</returns>
    public ReadOnlySpan<byte> Resolve(ReadOnlySpan<byte> dictionary)
    {
        if (!dictionary.Contains((byte)'R') || left <= 0)
        {
            return dictionary;
        }

        var text = Encoding.Latin1.GetString(dictionary);
        for (var depth = 0; depth < Deepest && text.Length <= LongestResolved && (left -= text.Length) > 0 && Reference().IsMatch(text); depth++)
        {
            text = Reference().Replace(text, match => (all ??= Read()).TryGetValue(NumberOf(match.ValueSpan), out var known) ? known.Text.Substring(known.Start, known.Length) : "null");
        }

        return Encoding.Latin1.GetBytes(text);
    }

    private Dictionary<int, Stretch> Read()
    {
        var (file, objects, lists) = (Encoding.Latin1.GetString(bytes), new Dictionary<int, Stretch>(), 0);
        foreach (var match in Object().EnumerateMatches(file))
        {
            var start = match.Index + match.Length;
            var text = file.AsSpan(start, Math.Min(LongestDictionary, file.Length - start));
            text = text[..(text.IndexOf("endobj", StringComparison.Ordinal) is var end and >= 0 ? end : text.Length)];
            var stream = text.IndexOf("stream", StringComparison.Ordinal);
            if (stream >= 0 && text[..stream].Contains("/ObjStm", StringComparison.Ordinal) && lists++ < MostLists)
            {
                ReadList(bytes.AsSpan(start, stream), bytes.AsSpan(start + stream + "stream".Length), objects);
            }

            objects[NumberOf(file.AsSpan(match.Index))] = new(file, start, Math.Min(Longest, stream >= 0 ? stream : text.Length));
        }

        return objects;
    }

    /// <summary>Reads the objects that lie together in a compressed stream: first their numbers and places, then they themselves (ISO 32000-2, 7.5.7).</summary>
    private void ReadList(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> stream, Dictionary<int, Stretch> objects)
    {
        var packed = stream[..(stream.IndexOf("endstream"u8) is var end and >= 0 ? end : stream.Length)].TrimStart("\r\n"u8).ToArray();
        var (rows, read) = (PdfWriting.Of(dictionary, null).Rows, Zlib.Begins(packed) ? Inflated(packed) : packed);
        var text = Encoding.Latin1.GetString(rows.Length > 0 ? PdfPredictors.Undo(read, rows) : read);
        var first = PdfWriting.Number(dictionary, "/First"u8, 0);
        if (first <= 0 || first > text.Length)
        {
            return;
        }

        foreach (var place in Pair().EnumerateMatches(text.AsSpan(0, first)))
        {
            var pair = text.AsSpan(place.Index, place.Length);
            var at = first + (long)NumberOf(pair[(pair.LastIndexOfAnyExceptInRange('0', '9') + 1)..]);
            if (at < text.Length)
            {
                objects[NumberOf(pair)] = new(text, (int)at, (int)Math.Min(Longest, text.Length - at));
            }
        }
    }

    private byte[] Inflated(byte[] packed)
    {
        using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
        return inflation.Read("PDF", stream, packed.Length).Bytes;
    }

    private static int NumberOf(ReadOnlySpan<char> text) => int.Parse(text[..(text.IndexOfAnyExceptInRange('0', '9') is var end and >= 0 ? end : text.Length)], CultureInfo.InvariantCulture);

    /// <summary>The number of an object that stands in place of a filter, of what it needs, or of one of these values.</summary>
    [GeneratedRegex(@"(?<=/(?:Filter|DecodeParms|Predictor|Columns|Colors|BitsPerComponent|EarlyChange)\s{0,9}(?:\[[^\]/]{0,99})?)(?<![0-9])[0-9]{1,9}\s{1,9}[0-9]{1,5}\s{1,9}R(?![A-Za-z])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,9}\s{1,9}[0-9]{1,5}\s{1,9}obj", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Object();

    [GeneratedRegex(@"(?<![0-9])[0-9]{1,9}\s{1,9}[0-9]{1,9}(?![0-9])", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Pair();

    /// <summary>An object, and perhaps what stands behind it.</summary>
    private readonly record struct Stretch(string Text, int Start, int Length);
}
