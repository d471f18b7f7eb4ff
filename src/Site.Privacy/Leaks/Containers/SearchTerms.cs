using System.Buffers;
using System.Text;

namespace Site.Privacy.Leaks.Containers;

/// <summary>Reads a file of the site's own search index: <c>search/index/terms/0.bin</c>.</summary>
internal static class SearchTerms
{
    // Stands between two terms, so that they do not make a name together.
    private static readonly byte[] Between = Encoding.UTF8.GetBytes("\nx\n");

    private static ReadOnlySpan<byte> Mark => "terms1\n"u8;

    /// <returns>All terms of the file as one text, without the numbers of their pages, which hold no text and would give false matches; null for any other file.</returns>
    /// <remarks>
    /// After the mark, each term has its length, its text, the length of its pages and these. Lengths are numbers of 7 bits a byte, the lowest first, the highest bit set in all
    /// but the last. A file that does not keep to this is scanned as it is.
    /// </remarks>
    public static byte[]? Read(string path, ReadOnlySpan<byte> bytes)
    {
        if (!path.StartsWith("search/index/", StringComparison.Ordinal) || !bytes.StartsWith(Mark))
        {
            return null;
        }

        var terms = new ArrayBufferWriter<byte>(bytes.Length);
        var left = bytes[Mark.Length..];
        while (!left.IsEmpty)
        {
            if (!TryTake(ref left, out var term) || !TryTake(ref left, out _))
            {
                return null;
            }

            terms.Write(term);
            terms.Write(Between);
        }

        return terms.WrittenSpan.ToArray();
    }

    private static bool TryTake(ref ReadOnlySpan<byte> left, out ReadOnlySpan<byte> taken)
    {
        taken = [];
        var (length, shift) = (0L, 0);
        while (true)
        {
            if (left.IsEmpty || shift > 28)
            {
                return false;
            }

            var value = left[0];
            left = left[1..];
            length |= (long)(value & 0x7F) << shift;
            shift += 7;
            if (value < 0x80)
            {
                break;
            }
        }

        if (length > left.Length)
        {
            return false;
        }

        taken = left[..(int)length];
        left = left[(int)length..];
        return true;
    }
}
