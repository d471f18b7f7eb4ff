using System.Buffers;
using System.Runtime.InteropServices;
using Site.Rendering.Pictures.Sources;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Formats.Webp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Quantization;

namespace Site.Rendering.Pictures;

/// <summary>Writes pictures. Qualities are those at which similarity (SSIM) equals what was published before; src/README.md has the figures.</summary>
internal static class PictureEncoding
{
    private const int WebpQuality = 80, JpegQuality = 75;

    private const int MostPaletteColors = 256;

    private static readonly WebpEncoder WebpEncoder = new() { FileFormat = WebpFileFormatType.Lossy, Quality = WebpQuality, Method = WebpEncodingMethod.Level4 };

    private static readonly JpegEncoder JpegEncoder = new() { Quality = JpegQuality, ColorType = JpegColorType.YCbCrRatio420 };

    private static readonly QuantizerOptions Plain = new() { Dither = null };

    /// <returns>A WebP file; of an animation, every frame holds what differs from the one before.</returns>
    public static byte[] Webp(DecodedPicture picture)
    {
        var frames = picture.Frames;
        if (frames.Length == 1)
        {
            return Encode(frames[0].Pixels, WebpEncoder);
        }

        var chunks = new ArrayBufferWriter<byte>();
        WebpFile.WriteChunk(chunks, "VP8X"u8, WebpFrame.Canvas(picture.Width, picture.Height, 0x12));
        WebpFile.WriteChunk(chunks, "ANIM"u8, [0, 0, 0, 0, (byte)picture.Repeats, (byte)(picture.Repeats >> 8)]);
        for (var at = 0; at < frames.Length; at++)
        {
            var place = at == 0 ? frames[0].Pixels.Bounds() : Changed(frames[at - 1].Pixels, frames[at].Pixels);
            using var part = frames[at].Pixels.Clone(context => context.Crop(place));
            WebpFile.WriteChunk(chunks, "ANMF"u8, Frame(place, frames[at].Milliseconds, Encode(part, WebpEncoder)));
        }

        return WebpFile.File(chunks.WrittenSpan);
    }

    /// <returns>A file of a format that every browser knows.</returns>
    public static byte[] Of(PictureFormat format, DecodedPicture picture) => format switch
    {
        PictureFormat.Jpeg => Encode(picture.Frames[0].Pixels, JpegEncoder),
        PictureFormat.Png => Png(picture.Frames[0].Pixels),
        PictureFormat.Gif => Gif(picture),
        _ => Webp(picture),
    };

    /// <returns>Whether nothing of the first frame shines through.</returns>
    public static bool IsOpaque(DecodedPicture picture) => Colors(picture.Frames[0].Pixels.Frames.RootFrame).AreOpaque;

    /// <summary>A palette where there are few enough colors; gray, or no alpha, where that says the same.</summary>
    public static byte[] Png(Image<Rgba32> pixels)
    {
        var (hasPalette, isGray, isOpaque) = Colors(pixels.Frames.RootFrame);
        return Encode(pixels, new PngEncoder
        {
            BitDepth = PngBitDepth.Bit8,
            ColorType = hasPalette ? PngColorType.Palette
                : isGray ? (isOpaque ? PngColorType.Grayscale : PngColorType.GrayscaleWithAlpha)
                : isOpaque ? PngColorType.Rgb : PngColorType.RgbWithAlpha,
            CompressionLevel = PngCompressionLevel.Level6,
            FilterMethod = hasPalette ? PngFilterMethod.None : PngFilterMethod.Adaptive,
            Quantizer = hasPalette ? new ExactQuantizer() : null,
            ChunkFilter = PngChunkFilter.ExcludeAll,
        });
    }

    private static (bool AreFew, bool AreGray, bool AreOpaque) Colors(ImageFrame<Rgba32> pixels)
    {
        var (isGray, isOpaque) = (true, true);
        var colors = new HashSet<Rgba32>();
        pixels.ProcessPixelRows(rows =>
        {
            for (var row = 0; row < rows.Height; row++)
            {
                var left = MemoryMarshal.Cast<Rgba32, uint>(rows.GetRowSpan(row));
                while (!left.IsEmpty)
                {
                    var pixel = new Rgba32(left[0]);
                    isGray &= pixel.R == pixel.G && pixel.G == pixel.B;
                    isOpaque &= pixel.A == 255;
                    if (colors.Count <= MostPaletteColors)
                    {
                        colors.Add(pixel);
                    }

                    var run = left.IndexOfAnyExcept(left[0]);
                    left = run < 0 ? [] : left[run..];
                }
            }
        });
        return (colors.Count <= MostPaletteColors, isGray, isOpaque);
    }

    /// <summary>What stays the same from one frame to the next is left clear, which takes next to no bytes.</summary>
    private static byte[] Gif(DecodedPicture picture)
    {
        using var made = new Image<Rgba32>(picture.Width, picture.Height);
        var isOpaque = picture.Frames.All(frame => Colors(frame.Pixels.Frames.RootFrame).AreOpaque);
        for (var at = 0; at < picture.Frames.Length; at++)
        {
            using var pixels = picture.Frames[at].Pixels.Clone();
            if (at > 0 && isOpaque)
            {
                ClearEqual(picture.Frames[at - 1].Pixels, pixels);
            }

            var frame = made.Frames.AddFrame(pixels.Frames.RootFrame);
            var metadata = frame.Metadata.GetGifMetadata();
            metadata.FrameDelay = picture.Frames[at].Milliseconds / 10;
            metadata.DisposalMethod = isOpaque ? GifDisposalMethod.NotDispose : GifDisposalMethod.RestoreToBackground;
        }

        made.Frames.RemoveFrame(0);
        made.Metadata.GetGifMetadata().RepeatCount = (ushort)picture.Repeats;
        var isExact = made.Frames.Cast<ImageFrame<Rgba32>>().All(frame => Colors(frame).AreFew);
        return Encode(made, new GifEncoder { ColorTableMode = GifColorTableMode.Local, Quantizer = isExact ? new ExactQuantizer() : new WuQuantizer(Plain) });
    }

    private static void ClearEqual(Image<Rgba32> before, Image<Rgba32> now) => now.ProcessPixelRows(before, (to, from) =>
    {
        for (var row = 0; row < to.Height; row++)
        {
            var pixels = to.GetRowSpan(row);
            var old = from.GetRowSpan(row);
            for (var at = 0; at < pixels.Length; at++)
            {
                if (pixels[at] == old[at])
                {
                    pixels[at] = default;
                }
            }
        }
    });

    /// <returns>The smallest rectangle that holds all that changed, beginning at even places as the format asks; one pixel where nothing did.</returns>
    private static Rectangle Changed(Image<Rgba32> before, Image<Rgba32> now)
    {
        var (left, top, right, bottom) = (now.Width, now.Height, -1, -1);
        now.ProcessPixelRows(before, (to, from) =>
        {
            for (var row = 0; row < to.Height; row++)
            {
                var pixels = to.GetRowSpan(row);
                var old = from.GetRowSpan(row);
                var same = pixels.CommonPrefixLength(old);
                if (same == pixels.Length)
                {
                    continue;
                }

                var last = pixels.Length - 1;
                while (pixels[last] == old[last])
                {
                    last--;
                }

                (left, right) = (Math.Min(left, same), Math.Max(right, last));
                (top, bottom) = (Math.Min(top, row), row);
            }
        });
        return right < 0 ? new(0, 0, 1, 1) : Rectangle.FromLTRB(left & ~1, top & ~1, right + 1, bottom + 1);
    }

    /// <returns>The content of a frame: its place, its time, no blending, and the chunks of its picture.</returns>
    private static byte[] Frame(Rectangle place, int milliseconds, byte[] file)
    {
        var frame = new ArrayBufferWriter<byte>(file.Length);
        foreach (var value in (ReadOnlySpan<int>)[place.X / 2, place.Y / 2, place.Width - 1, place.Height - 1, milliseconds])
        {
            frame.Write([(byte)value, (byte)(value >> 8), (byte)(value >> 16)]);
        }

        frame.Write([(byte)2]);
        var reader = WebpFile.Chunks(file);
        while (reader.Left > 0)
        {
            var (type, data) = WebpFile.Next(ref reader);
            if (type.SequenceEqual("ALPH"u8) || WebpFile.IsPicture(type))
            {
                WebpFile.WriteChunk(frame, type, data);
            }
        }

        return frame.WrittenSpan.ToArray();
    }

    private static byte[] Encode(Image pixels, IImageEncoder encoder)
    {
        using var output = new MemoryStream();
        pixels.Save(output, encoder);
        return output.ToArray();
    }
}
