using System.Buffers.Binary;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// Finds pictures that move for ever, which nobody can stop: what moves by itself for more than five seconds needs a way to pause it
/// (WCAG 2.2, success criterion 2.2.2). Sources of the formats: GIF89a with Netscape's loop block, APNG (PNG, third edition), WebP container.
/// </summary>
internal static class EndlessMotion
{
    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        if (IsEndlessGif(bytes) || IsEndlessPng(bytes) || IsEndlessWebP(bytes))
        {
            yield return Diagnostic.Warning("picture/endless-motion", new(Quoted.Printable(path)), "这张动图一直重复播放，读者停不下来，会分心，也可能引起不适（WCAG 2.2.2）。",
                "换成静止的图片；要看动作的，做成视频（.mp4），或者导出时把重复次数改成有限的几次，总共不超过 5 秒。");
        }
    }

    /// <returns>Whether a GIF has several frames and a loop block that says 0, which is for ever.</returns>
    private static bool IsEndlessGif(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("GIF8"u8) || bytes.Length < 13)
        {
            return false;
        }

        var (at, frames, isEndless) = (13 + ColorsLength(bytes[10]), 0, false);
        while (at < bytes.Length)
        {
            if (bytes[at] == 0x21 && at + 2 < bytes.Length)
            {
                var block = bytes[(at + 2)..];
                isEndless |= bytes[at + 1] == 0xFF && block.Length >= 16 && block[0] == 11
                    && (block[1..].StartsWith("NETSCAPE2.0"u8) || block[1..].StartsWith("ANIMEXTS1.0"u8)) && block[12] == 3 && block[13] == 1 && block[14] == 0 && block[15] == 0;
                at = AfterBlocks(bytes, at + 2);
            }
            else if (bytes[at] == 0x2C && at + 9 < bytes.Length)
            {
                frames++;
                at = AfterBlocks(bytes, at + 11 + ColorsLength(bytes[at + 9]));
            }
            else
            {
                break;
            }
        }

        return isEndless && frames > 1;
    }

    /// <returns>Bytes of the table of colors that a packed byte announces.</returns>
    private static int ColorsLength(byte packed) => (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);

    /// <returns>Where a row of blocks, each with its length before it, is over.</returns>
    private static int AfterBlocks(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] != 0)
        {
            at += 1 + bytes[at];
        }

        return at + 1;
    }

    /// <returns>Whether a PNG has a chunk acTL with several frames that are played 0 times, which is for ever.</returns>
    private static bool IsEndlessPng(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]))
        {
            return false;
        }

        for (long at = 8; at + 16 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..].StartsWith("acTL"u8))
            {
                return BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]) > 1 && BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]) == 0;
            }

            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return false;
    }

    /// <returns>Whether a WebP has several frames and a chunk ANIM that says 0, which is for ever.</returns>
    private static bool IsEndlessWebP(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("RIFF"u8) || bytes.Length < 12 || !bytes[8..].StartsWith("WEBP"u8))
        {
            return false;
        }

        var (frames, isEndless) = (0, false);
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            frames += chunk.StartsWith("ANMF"u8) ? 1 : 0;
            isEndless |= chunk.StartsWith("ANIM"u8) && chunk.Length >= 14 && chunk[12] == 0 && chunk[13] == 0;
            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8L + length + (length & 1);
        }

        return isEndless && frames > 1;
    }
}
