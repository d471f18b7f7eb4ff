using System.Buffers;
using System.Text;

namespace Site.Privacy.Decoding;

/// <summary>Reads bytes as UTF-16, in both byte orders and from both an even and an odd offset.</summary>
internal static class Utf16Texts
{
    private const int ShortestGuess = 3;

    /// <returns>Whether the bytes may contain UTF-16: they have a byte order mark, or a zero byte, which does not occur in other text.</returns>
    public static bool MayBeIn(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.IndexOf((byte)0) >= 0;

    /// <returns>The texts in UTF-8, each to be read before the next is asked for, and the least number of symbols a match in it must have: short ones occur by chance.</returns>
    public static IEnumerable<(ReadOnlyMemory<byte> Utf8, int Shortest)> Read(byte[] bytes)
    {
        var characters = ArrayPool<char>.Shared.Rent((bytes.Length / 2) + 2);
        var utf8 = ArrayPool<byte>.Shared.Rent((characters.Length + 1) * 3);
        foreach (var encoding in (Encoding[])[Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            for (var start = 0; start < 2 && start < bytes.Length; start++)
            {
                var isMarked = start == 0 && bytes.AsSpan().StartsWith(encoding.Preamble);
                var read = encoding.GetChars(bytes, start, bytes.Length - start, characters, 0);
                yield return (utf8.AsMemory(0, Encoding.UTF8.GetBytes(characters, 0, read, utf8, 0)), isMarked ? 0 : ShortestGuess);
            }
        }

        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<byte>.Shared.Return(utf8);
    }
}
