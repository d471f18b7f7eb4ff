using System.Buffers.Binary;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// Finds pictures that move for ever or for long, which nobody can stop: what moves by itself for more than five seconds needs a way to pause it
/// (WCAG 2.2, success criterion 2.2.2). Sources of the formats: GIF89a with Netscape's loop block, APNG (PNG, third edition), WebP container.
/// </summary>
internal static class EndlessMotion
{
    private const long MostInMs = 5_000;

    /// <summary>What browsers show a frame for whose delay is 10 ms or less.</summary>
    private const long LeastDelayInMs = 100;

    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        if ((OfGif(bytes) ?? OfPng(bytes) ?? OfWebP(bytes)) is { } movie && (movie.IsEndless || movie.MovesInMs > MostInMs))
        {
            var what = movie.IsEndless ? "一直重复播放" : $"自己要动大约{Spoken(movie.MovesInMs)}，超过 5 秒";
            yield return Diagnostic.Warning("picture/endless-motion", new(Quoted.Printable(path)), $"这张动图{what}，读者停不下来，会分心，也可能引起不适（WCAG 2.2.2）。",
                "换成静止的图片；要看动作的，做成视频（.mp4），或者导出时把重复次数改成有限的几次，总共不超过 5 秒。");
        }
    }

    private static string Spoken(long ms) => ms switch
    {
        < 120_000 => $" {(ms + 999) / 1_000} 秒",
        < 7_200_000 => $" {ms / 60_000} 分钟",
        _ => $" {ms / 3_600_000} 小时",
    };

    /// <returns>Null where it is no GIF.</returns>
    private static Movie? OfGif(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("GIF8"u8) || bytes.Length < 13)
        {
            return null;
        }

        // A loop block says how often it is played again, 0 for ever; the delay of a frame stands before it, in hundredths of a second.
        var movie = new Movie { Plays = 1 };
        var (at, delay) = (13 + ColorsLength(bytes[10]), 0);
        while (at < bytes.Length)
        {
            if (bytes[at] == 0x21 && at + 2 < bytes.Length)
            {
                var block = bytes[(at + 2)..];
                if (bytes[at + 1] == 0xFF && block.Length >= 16 && block[0] == 11 && (block[1..].StartsWith("NETSCAPE2.0"u8) || block[1..].StartsWith("ANIMEXTS1.0"u8)) && block[12] == 3 && block[13] == 1)
                {
                    var again = BinaryPrimitives.ReadUInt16LittleEndian(block[14..]);
                    movie = movie with { Plays = again == 0 ? 0 : again + 1 };
                }
                else if (bytes[at + 1] == 0xF9 && block.Length >= 5 && block[0] == 4)
                {
                    delay = BinaryPrimitives.ReadUInt16LittleEndian(block[2..]);
                }

                at = AfterBlocks(bytes, at + 2);
            }
            else if (bytes[at] == 0x2C && at + 9 < bytes.Length)
            {
                movie = movie.With(delay * 10L);
                delay = 0;
                at = AfterBlocks(bytes, at + 11 + ColorsLength(bytes[at + 9]));
            }
            else
            {
                break;
            }
        }

        return movie;
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

    /// <returns>Null where it is no PNG.</returns>
    private static Movie? OfPng(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0x89, .. "PNG"u8]))
        {
            return null;
        }

        // acTL says how many frames there are and how often they are played, 0 for ever; each fcTL a delay as a fraction of a second.
        var (movie, announced) = (new Movie(), 0u);
        for (long at = 8; at + 16 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk[4..].StartsWith("acTL"u8))
            {
                (announced, movie) = (BinaryPrimitives.ReadUInt32BigEndian(chunk[8..]), movie with { Plays = BinaryPrimitives.ReadUInt32BigEndian(chunk[12..]) });
            }
            else if (announced > 1 && chunk.Length >= 34 && chunk[4..].StartsWith("fcTL"u8))
            {
                var parts = BinaryPrimitives.ReadUInt16BigEndian(chunk[30..]);
                movie = movie.With(1_000L * BinaryPrimitives.ReadUInt16BigEndian(chunk[28..]) / (parts == 0 ? 100 : parts));
            }

            at += 12L + BinaryPrimitives.ReadUInt32BigEndian(chunk);
        }

        return announced > 1 ? movie with { Frames = Math.Max(movie.Frames, (int)Math.Min(announced, int.MaxValue)) } : new();
    }

    /// <returns>Null where it is no WebP.</returns>
    private static Movie? OfWebP(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("RIFF"u8) || bytes.Length < 12 || !bytes[8..].StartsWith("WEBP"u8))
        {
            return null;
        }

        // ANIM says how often it is played, 0 for ever; each ANMF a delay in milliseconds.
        var movie = new Movie { Plays = 1 };
        for (long at = 12; at + 8 <= bytes.Length;)
        {
            var chunk = bytes[(int)at..];
            if (chunk.StartsWith("ANIM"u8) && chunk.Length >= 14)
            {
                movie = movie with { Plays = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]) };
            }
            else if (chunk.StartsWith("ANMF"u8))
            {
                movie = movie.With(chunk.Length < 24 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(chunk[20..]) & 0xFFFFFF);
            }

            var length = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            at += 8L + length + (length & 1);
        }

        return movie;
    }

    /// <param name="Plays">How often all frames are shown; 0 is for ever.</param>
    /// <param name="Frames">How many there are; a picture of one does not move.</param>
    /// <param name="OnceInMs">How long all are shown once.</param>
    /// <param name="LastInMs">How long the last of them is shown.</param>
    private readonly record struct Movie(long Plays, int Frames, long OnceInMs, long LastInMs)
    {
        public bool IsEndless => Frames > 1 && Plays == 0;

        /// <summary>From the beginning to the last change, in ms; after it the last frame stands still.</summary>
        public long MovesInMs => Frames > 1 ? (Plays * OnceInMs) - LastInMs : 0;

        /// <returns>One with a frame more. Beyond 24 days it is no longer: 2³² times as long is still a number.</returns>
        public Movie With(long delayInMs)
        {
            var shown = delayInMs <= 10 ? LeastDelayInMs : delayInMs;
            return this with { Frames = Frames + 1, OnceInMs = Math.Min(OnceInMs + shown, int.MaxValue), LastInMs = shown };
        }
    }
}
