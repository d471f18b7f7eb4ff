using System.Text;

namespace Site.Privacy.Leaks.Decoding;

/// <summary>Reads bytes as UTF-16, both byte orders and from both the first and the second byte.</summary>
internal static class Utf16Texts
{
    private const int ShortestGuess = 3;

    /// <returns>Whether the bytes may hold UTF-16: a mark of byte order, or a zero byte, which no other text has.</returns>
    public static bool MayBeIn(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.IndexOf((byte)0) >= 0;

    /// <returns>The texts in UTF-8, and how many symbols a value must have to count in each: chance makes short ones.</returns>
    public static IEnumerable<(byte[] Utf8, int Shortest)> Read(byte[] bytes)
    {
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            for (var start = 0; start < 2 && start < bytes.Length; start++)
            {
                var isMarked = start == 0 && bytes.AsSpan().StartsWith(encoding.Preamble);
                var text = encoding.GetString(bytes, start, bytes.Length - start);
                yield return (Encoding.UTF8.GetBytes(text), isMarked ? 0 : ShortestGuess);
            }
        }
    }
}
