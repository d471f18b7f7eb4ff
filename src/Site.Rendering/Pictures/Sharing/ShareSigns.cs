using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.Themes;
using Site.Core.Text;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Rendering.Pictures.Sharing;

/// <summary>The colors of a share picture; those of the signs are a meaning (ISO 3864-1).</summary>
internal static class ShareColors
{
    public static readonly Rgba32 Paper = new(0xFC, 0xFC, 0xFA), Ink = new(0x1F, 0x24, 0x21), Red = new(0x9B, 0x24, 0x23),
        Yellow = new(0xF9, 0xA8, 0x00), Blue = new(0x00, 0x53, 0x87), Green = new(0x23, 0x7F, 0x52);
}

/// <summary>Which sign a share picture shows.</summary>
/// <param name="Color">Of the sign, the plate and the tape.</param>
/// <param name="On">Of what is written on that color.</param>
/// <param name="Layers">Shapes in a box of 200 by 200, each with its color, from below.</param>
internal sealed record ShareSign(Rgba32 Color, Rgba32 On, (ShareShape Shape, Rgba32 Color)[] Layers);

/// <summary>The signs by name. They are drawn with one width of pen; shape and color as ISO 3864-1 gives them a meaning.</summary>
public static class ShareSigns
{
    /// <summary>Width and height of the box in which signs are drawn.</summary>
    internal const double Size = 200;

    private const double Pen = 13;

    private static readonly FrozenDictionary<string, ShareSign> All = new Dictionary<string, ShareSign>
    {
        ["guide"] = Guide,
        ["quiz"] = Guiding(
            Drawn("M66 74C66.07 57.67 77.75 43.69 93.82 40.72C109.88 37.75 125.78 46.62 131.69 61.85C137.61 77.07 131.86 94.35 118 103C106 111 100 118 100 130", 17),
            Dot(100, 160, 11)),
        ["hall"] = Guiding(Drawn("M52 164L52 40L114 40L114 62M114 138L114 164M40 164L128 164M88 100L164 100M140 76L165 100L140 124", Pen)),
        ["event"] = Guiding(Drawn("M42 56L158 56L158 160L42 160ZM42 86L158 86M70 40L70 70M130 40L130 70M76 122L94 140L126 106", Pen)),
        ["lecture"] = Guiding(Drawn("M40 46L160 46L160 130L96 130L66 160L66 130L40 130ZM68 76L132 76M68 100L108 100", Pen)),
        ["data"] = Guiding(Drawn("M36 162L164 162", Pen), Drawn("M62 136L62 110M100 136L100 52M138 136L138 82", 20)),
        ["news"] = Guiding(Drawn("M52 36L148 36L148 164L52 164ZM76 70L124 70M76 100L124 100M76 130L104 130", Pen)),
        ["work"] = Guiding(Drawn("M38 48L162 48L162 140L38 140ZM100 140L100 166M70 166L130 166", Pen), Path("M86 74L86 114L120 94Z")),
        ["warning"] = new(ShareColors.Yellow, ShareColors.Ink, Triangle),
        ["law"] = new(ShareColors.Blue, ShareColors.Paper, Mandatory(
            Drawn("M100 66C86 55 66 51 44 53L44 137C66 135 86 139 100 150C114 139 134 135 156 137L156 53C134 51 114 55 100 66ZM100 66L100 150", Pen))),
        ["exposure"] = new(ShareColors.Red, ShareColors.Paper, Prohibition),
        ["campaign"] = new(ShareColors.Green, ShareColors.Paper, AllFour),
        ["page"] = new(ShareColors.Green, ShareColors.Paper, AllFour),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a content type can name.</summary>
    public static IEnumerable<string> Names => All.Keys;

    private static ShareSign Guide => Guiding(Drawn("M46 106L84 144L156 62", 18));

    private static (ShareShape, Rgba32)[] Triangle =>
    [
        (Path("M100 20L188 172L12 172Z"), ShareColors.Yellow), (Drawn("M100 20L188 172L12 172Z", 16), ShareColors.Ink),
        (Joined(Path("M89 74C89 67.92 93.92 63 100 63C106.08 63 111 67.92 111 74L107 118C107 121.87 103.87 125 100 125C96.13 125 93 121.87 93 118Z"), Dot(100, 145, 11.5)), ShareColors.Ink),
    ];

    private static (ShareShape, Rgba32)[] Prohibition =>
        [(Dot(100, 100, 100), ShareColors.Red), (Dot(100, 100, 78), ShareColors.Paper), (Drawn("M38 38L162 162", 20), ShareColors.Red)];

    /// <summary>For what belongs to no single sign.</summary>
    private static (ShareShape, Rgba32)[] AllFour =>
    [
        .. Quarter(Prohibition, 0, 0), .. Quarter(Triangle, 106, 0),
        .. Quarter(Mandatory(Joined(Path("M84 48C84 39.16 91.16 32 100 32C108.84 32 116 39.16 116 48L110 110C110 115.52 105.52 120 100 120C94.48 120 90 115.52 90 110Z"), Dot(100, 149, 16))), 0, 106),
        .. Quarter(Guide.Layers, 106, 106),
    ];

    /// <exception cref="KeyNotFoundException">There is no sign of that name.</exception>
    /// <param name="accent">The site's own color, which takes the place of green where green is no sign, or null.</param>
    internal static ShareSign Named(string name, Color? accent = null) =>
        accent is { } color && name is ("campaign" or "page") ? All[name] with { Color = new(color.Red, color.Green, color.Blue) } : All[name];

    private static ShareSign Guiding(params ShareShape[] symbol)
    {
        var square = new ShareShape();
        square.Box(0, 0, 200, 200, 10);
        return new(ShareColors.Green, ShareColors.Paper, [(square, ShareColors.Green), (Joined(symbol), ShareColors.Paper)]);
    }

    private static (ShareShape, Rgba32)[] Mandatory(ShareShape symbol) => [(Dot(100, 100, 100), ShareColors.Blue), (symbol, ShareColors.Paper)];

    private static IEnumerable<(ShareShape, Rgba32)> Quarter((ShareShape Shape, Rgba32 Color)[] layers, double dx, double dy) =>
        layers.Select(layer => (layer.Shape.Placed(0.47, dx, dy), layer.Color));

    private static ShareShape Dot(double x, double y, double radius)
    {
        var dot = new ShareShape();
        dot.Circle(x, y, radius);
        return dot;
    }

    private static ShareShape Drawn(string path, double pen) => Path(path).Stroked(pen);

    private static ShareShape Joined(params ShareShape[] shapes)
    {
        var joined = new ShareShape();
        foreach (var shape in shapes)
        {
            joined.Add(shape);
        }

        return joined;
    }

    /// <param name="path">Path data of SVG with M, L, C and Z alone, each with its letter.</param>
    private static ShareShape Path(string path)
    {
        var shape = new ShareShape();
        foreach (var part in Regex.Matches(path, "[MLCZ][^MLCZ]*", RegexOptions.None, TimeSpan.FromMilliseconds(MatchTime.Milliseconds)).Select(match => match.Value))
        {
            var n = part[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
            switch (part[0])
            {
                case 'M':
                    shape.Move(n[0], n[1]);
                    break;
                case 'L':
                    shape.Line(n[0], n[1]);
                    break;
                case 'C':
                    shape.Curve(n[0], n[1], n[2], n[3], n[4], n[5]);
                    break;
                default:
                    shape.Close();
                    break;
            }
        }

        return shape;
    }
}
