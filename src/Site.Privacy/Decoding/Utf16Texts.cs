using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>Reads bytes as UTF-16, in both byte orders and from both an even and an odd offset.</summary>
internal static class Utf16Texts
{
    private const int ShortestGuess = 3;

    /// <returns>Whether the bytes may contain UTF-16: they have a byte order mark, or a zero byte, which does not occur in other text.</returns>
    public static bool MayBeIn(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.IndexOf((byte)0) >= 0;

    /// <returns>The texts in UTF-8, and for each the least number of symbols a match must have: short ones occur by chance.</returns>
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
