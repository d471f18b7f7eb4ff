using System.Buffers.Binary;

namespace Site.Rendering.Pictures.Sources;

/// <summary>
/// Brings the colors of a camera or a screen to sRGB, since the profile that explains them is left out of what is published.
/// </summary>
/// <remarks>
/// ICC.1:2022, sections 8.3 and 8.4 (monochrome profiles, and those of matrix and curves), 10.6 and 10.18. Profiles of another kind, those of printers, leave colors as they are.
/// Integers and doubles alone, one pixel after another: the same on every machine.
/// </remarks>
internal sealed class ColorProfile
{
    private const int HeaderLength = 128, MostTags = 100, Steps = 4_096;

    /// <summary>From the connection space to linear sRGB: the inverse of the matrix of sRGB's own profile, adapted to D50 (IEC 61966-2-1, Bradford).</summary>
    private static readonly double[] ToSrgb =
    [
        3.1341359, -1.6173863, -0.4906619,
        -0.9787955, 1.9162544, 0.0334427,
        0.0719553, -0.2289768, 1.4053860,
    ];

    private static readonly byte[] Encoded = [.. Enumerable.Range(0, Steps + 1).Select(step => (byte)Math.Round(255 * Gamma(step / (double)Steps)))];

    private readonly double[][] curves;
    private readonly double[] matrix;

    private ColorProfile(double[][] curves, double[] matrix) => (this.curves, this.matrix) = (curves, matrix);

    /// <returns>The conversion, or null where colors stay as they are.</returns>
    public static ColorProfile? Read(ReadOnlySpan<byte> profile)
    {
        try
        {
            if (profile.Length < HeaderLength + 4)
            {
                return null;
            }

            if (profile[16..].StartsWith("GRAYXYZ "u8))
            {
                var gray = Curve(Tag(profile, "kTRC"u8));
                return Unless([gray, gray, gray], [1, 0, 0, 0, 1, 0, 0, 0, 1]);
            }

            if (!profile[16..].StartsWith("RGB XYZ "u8))
            {
                return null;
            }

            double[][] bends = [Curve(Tag(profile, "rTRC"u8)), Curve(Tag(profile, "gTRC"u8)), Curve(Tag(profile, "bTRC"u8))];
            double[][] columns = [Column(Tag(profile, "rXYZ"u8)), Column(Tag(profile, "gXYZ"u8)), Column(Tag(profile, "bXYZ"u8))];
            var mixing = new double[9];
            for (var at = 0; at < 9; at++)
            {
                mixing[at] = Enumerable.Range(0, 3).Sum(k => ToSrgb[(at / 3 * 3) + k] * columns[at % 3][k]);
            }

            return Unless(bends, mixing);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <returns>The conversion, unless it changes nothing.</returns>
    private static ColorProfile? Unless(double[][] curves, double[] matrix) => new ColorProfile(curves, matrix) is var made && made.IsSrgb() ? null : made;

    /// <summary>Converts a color in place.</summary>
    public void Convert(ref byte red, ref byte green, ref byte blue)
    {
        var (r, g, b) = (curves[0][red], curves[1][green], curves[2][blue]);
        red = Encode((matrix[0] * r) + (matrix[1] * g) + (matrix[2] * b));
        green = Encode((matrix[3] * r) + (matrix[4] * g) + (matrix[5] * b));
        blue = Encode((matrix[6] * r) + (matrix[7] * g) + (matrix[8] * b));
    }

    private static byte Encode(double linear) => Encoded[(int)(Math.Clamp(linear, 0, 1) * Steps + 0.5)];

    private static double Gamma(double linear) => linear <= 0.0031308 ? 12.92 * linear : (1.055 * Math.Pow(linear, 1 / 2.4)) - 0.055;

    /// <summary>Most profiles are those of sRGB itself, and its colors must not move by rounding.</summary>
    private bool IsSrgb()
    {
        for (var level = 0; level < 256; level += 15)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                byte[] color = [0, 0, 0];
                color[channel] = (byte)level;
                var before = color.ToArray();
                Convert(ref color[0], ref color[1], ref color[2]);
                if (color.Zip(before).Any(pair => Math.Abs(pair.First - pair.Second) > 4))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static ReadOnlySpan<byte> Tag(ReadOnlySpan<byte> profile, ReadOnlySpan<byte> name)
    {
        var reader = new PictureBytes(profile);
        reader.Take(HeaderLength);
        var count = reader.BigEndian32();
        for (var at = 0; at < count && at < MostTags; at++)
        {
            var isIt = reader.Take(4).SequenceEqual(name);
            var (offset, length) = (reader.BigEndian32(), reader.BigEndian32());
            if (isIt)
            {
                var tag = new PictureBytes(profile);
                tag.Take(offset);
                return tag.Take(length);
            }
        }

        throw new InvalidDataException();
    }

    private static double[] Column(ReadOnlySpan<byte> tag)
    {
        var reader = new PictureBytes(tag);
        reader.Take(8);
        return [Fixed(ref reader), Fixed(ref reader), Fixed(ref reader)];
    }

    /// <returns>Light for each of the 256 levels, 0 to 1.</returns>
    private static double[] Curve(ReadOnlySpan<byte> tag)
    {
        var reader = new PictureBytes(tag);
        var type = reader.Take(4);
        reader.Take(4);
        return type.SequenceEqual("para"u8) ? Parametric(ref reader) : type.SequenceEqual("curv"u8) ? Sampled(ref reader) : throw new InvalidDataException();
    }

    private static double[] Sampled(ref PictureBytes reader)
    {
        var count = reader.BigEndian32();
        if (count == 0)
        {
            return Levels(level => level);
        }

        if (count == 1)
        {
            var power = reader.BigEndian16() / 256.0;
            return Levels(level => Math.Pow(level, power));
        }

        var points = reader.Take(2L * count);
        var samples = new double[count];
        for (var at = 0; at < count; at++)
        {
            samples[at] = BinaryPrimitives.ReadUInt16BigEndian(points[(2 * at)..]) / 65_535.0;
        }

        return Levels(level =>
        {
            var place = level * (count - 1);
            var left = (int)Math.Min(count - 2, Math.Floor(place));
            return samples[left] + ((samples[left + 1] - samples[left]) * (place - left));
        });
    }

    private static double[] Parametric(ref PictureBytes reader)
    {
        var kind = reader.BigEndian16();
        reader.Take(2);
        Span<double> p = stackalloc double[7];
        for (var at = 0; at < (kind switch { 0 => 1, 1 => 3, 2 => 4, 3 => 5, 4 => 7, _ => throw new InvalidDataException() }); at++)
        {
            p[at] = Fixed(ref reader);
        }

        var (g, a, b, c, d, e, f) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6]);
        return kind switch
        {
            0 => Levels(level => Math.Pow(level, g)),
            1 => Levels(level => level >= -b / a ? Math.Pow((a * level) + b, g) : 0),
            2 => Levels(level => level >= -b / a ? Math.Pow((a * level) + b, g) + c : c),
            3 => Levels(level => level >= d ? Math.Pow((a * level) + b, g) : c * level),
            _ => Levels(level => level >= d ? Math.Pow((a * level) + b, g) + e : (c * level) + f),
        };
    }

    private static double Fixed(ref PictureBytes reader) => (int)reader.BigEndian32() / 65_536.0;

    private static double[] Levels(Func<double, double> light) =>
        [.. Enumerable.Range(0, 256).Select(level => light(level / 255.0)).Select(value => double.IsFinite(value) ? Math.Clamp(value, 0, 1) : 0)];
}
