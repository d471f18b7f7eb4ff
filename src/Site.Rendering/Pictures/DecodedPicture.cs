using System.Collections.Immutable;
using Site.Rendering.Pictures.Sources;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Gif;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace Site.Rendering.Pictures;

/// <summary>The pixels of a picture, upright; of an animation all frames, each whole.</summary>
internal sealed class DecodedPicture : IDisposable
{
    private DecodedPicture(ImmutableArray<DecodedFrame> frames, int repeats, ColorProfile? profile) => (Frames, Repeats, Profile) = (frames, repeats, profile);

    /// <summary>One or more, all of one size.</summary>
    public ImmutableArray<DecodedFrame> Frames { get; }

    /// <summary>How often an animation runs; 0 for without end.</summary>
    public int Repeats { get; }

    /// <summary>What brings its colors to sRGB; null where they are.</summary>
    public ColorProfile? Profile { get; }

    public int Width => Frames[0].Pixels.Width;

    public int Height => Frames[0].Pixels.Height;

    /// <summary>
    /// Pictures are made in parallel, so that each has one thread. What one may take is limited here a second time: 512 MB at once, and none is kept.
    /// </summary>
    private static Configuration Configuration { get; } = new(
        new SixLabors.ImageSharp.Formats.Png.PngConfigurationModule(), new SixLabors.ImageSharp.Formats.Jpeg.JpegConfigurationModule(),
        new GifConfigurationModule(), new SixLabors.ImageSharp.Formats.Webp.WebpConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,
        MemoryAllocator = MemoryAllocator.Create(new() { AllocationLimitMegabytes = 512, MaximumPoolSizeMegabytes = 32 }),
    };

    /// <exception cref="ImageFormatException">The decoder finds something wrong that its format's reader did not.</exception>
    public static DecodedPicture Decode(PictureSource source)
    {
        var profile = source.Profile is { } bytes ? ColorProfile.Read(bytes) : null;
        if (source.Format == PictureFormat.Webp && source.Shape.Frames > 1)
        {
            return Animation(source, profile);
        }

        var picture = source.Format == PictureFormat.Webp ? Still(source.Pixels) : Image.Load<Rgba32>(Configuration, source.Pixels);
        if (picture.Frames.Count > 1)
        {
            using (picture)
            {
                return new([.. FramesOf(picture)], picture.Metadata.GetGifMetadata().RepeatCount, profile);
            }
        }

        picture.Mutate(context => Turn(context, source.Orientation));
        return new([new(picture, 0)], 1, profile);
    }

    /// <returns>The same in another width, its colors those of sRGB.</returns>
    public DecodedPicture Resize(int width)
    {
        var height = Math.Max(1, (int)Math.Round(Height * (double)width / Width, MidpointRounding.AwayFromZero));
        return new([.. Frames.Select(frame => frame with { Pixels = Resized(frame.Pixels, width, height) })], Repeats, null);
    }

    public void Dispose()
    {
        foreach (var frame in Frames)
        {
            frame.Pixels.Dispose();
        }
    }

    private Image<Rgba32> Resized(Image<Rgba32> pixels, int width, int height)
    {
        var made = width == Width ? pixels.Clone() : pixels.Clone(context => context.Resize(width, height, KnownResamplers.Lanczos3));
        if (Profile is { } profile)
        {
            made.ProcessPixelRows(rows =>
            {
                for (var row = 0; row < rows.Height; row++)
                {
                    foreach (ref var pixel in rows.GetRowSpan(row))
                    {
                        profile.Convert(ref pixel.R, ref pixel.G, ref pixel.B);
                    }
                }
            });
        }

        return made;
    }

    private static List<DecodedFrame> FramesOf(Image<Rgba32> picture) =>
        Enumerable.Range(0, picture.Frames.Count)
            .Select(at => new DecodedFrame(picture.Frames.CloneFrame(at), picture.Frames[at].Metadata.GetGifMetadata().FrameDelay * 10)).ToList();

    /// <summary>Each frame of a WebP is a picture of its own, laid on what was there before.</summary>
    private static DecodedPicture Animation(PictureSource source, ColorProfile? profile)
    {
        var frames = ImmutableArray.CreateBuilder<DecodedFrame>();
        var repeats = 0;
        using var canvas = new Image<Rgba32>(Configuration, (int)source.Shape.Width, (int)source.Shape.Height);
        var reader = WebpFile.Chunks(source.Pixels);
        while (reader.Left > 0)
        {
            var (type, data) = WebpFile.Next(ref reader);
            if (type.SequenceEqual("ANIM"u8) && data.Length >= 6)
            {
                repeats = data[4] | (data[5] << 8);
            }
            else if (type.SequenceEqual("ANMF"u8))
            {
                var frame = WebpFrame.Read(data, source.Shape);
                using var picture = Still(frame.Picture);
                Lay(canvas, picture, frame);
                frames.Add(new(canvas.Clone(), frame.Milliseconds));
                if (frame.IsCleared)
                {
                    using var nothing = new Image<Rgba32>(Configuration, picture.Width, picture.Height);
                    Lay(canvas, nothing, frame with { IsBlended = false });
                }
            }
        }

        return new(frames.ToImmutable(), repeats, profile);
    }

    /// <summary>
    /// A lossy picture that is cut short is decoded all the same, what is missing taken for zeros. With ones behind its end it must look the same, or the decoder has read past it.
    /// </summary>
    /// <exception cref="InvalidDataException">It is cut short.</exception>
    private static Image<Rgba32> Still(byte[] file)
    {
        var picture = Image.Load<Rgba32>(Configuration, file);
        if (WebpFile.WithOnesBehind(file) is { } longer)
        {
            using var other = Image.Load<Rgba32>(Configuration, longer);
            if (!AreEqual(picture, other))
            {
                picture.Dispose();
                throw new InvalidDataException();
            }
        }

        return picture;
    }

    private static bool AreEqual(Image<Rgba32> one, Image<Rgba32> other)
    {
        var areEqual = true;
        one.ProcessPixelRows(other, (rows, others) =>
        {
            for (var row = 0; row < rows.Height && areEqual; row++)
            {
                areEqual = rows.GetRowSpan(row).SequenceEqual(others.GetRowSpan(row));
            }
        });
        return areEqual;
    }

    private static void Lay(Image<Rgba32> canvas, Image<Rgba32> picture, WebpFrame frame) =>
        canvas.ProcessPixelRows(picture, (below, above) =>
        {
            for (var row = 0; row < above.Height; row++)
            {
                var from = above.GetRowSpan(row);
                var to = below.GetRowSpan(row + frame.Top)[frame.Left..];
                for (var at = 0; at < from.Length; at++)
                {
                    to[at] = frame.IsBlended ? Over(from[at], to[at]) : from[at];
                }
            }
        });

    /// <returns>One color over another, neither premultiplied (WebP Container Specification, "Alpha-blending").</returns>
    private static Rgba32 Over(Rgba32 above, Rgba32 below)
    {
        if (above.A == 255 || below.A == 0)
        {
            return above;
        }

        var rest = below.A * (255 - above.A) / 255;
        var alpha = above.A + rest;
        return alpha == 0 ? default : new(Mix(above.R, below.R), Mix(above.G, below.G), Mix(above.B, below.B), (byte)alpha);

        byte Mix(byte one, byte other) => (byte)(((one * above.A) + (other * rest)) / alpha);
    }

    private static void Turn(IImageProcessingContext context, int orientation) => _ = orientation switch
    {
        2 => context.Flip(FlipMode.Horizontal),
        3 => context.Rotate(RotateMode.Rotate180),
        4 => context.Flip(FlipMode.Vertical),
        5 => context.RotateFlip(RotateMode.Rotate90, FlipMode.Horizontal),
        6 => context.Rotate(RotateMode.Rotate90),
        7 => context.RotateFlip(RotateMode.Rotate270, FlipMode.Horizontal),
        8 => context.Rotate(RotateMode.Rotate270),
        _ => context,
    };
}

/// <summary>A frame of a picture.</summary>
/// <param name="Pixels">All of it.</param>
/// <param name="Milliseconds">How long it stands; 0 for a still picture.</param>
internal readonly record struct DecodedFrame(Image<Rgba32> Pixels, int Milliseconds);
