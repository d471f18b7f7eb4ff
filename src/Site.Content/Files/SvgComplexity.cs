using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// Refuses drawings that a browser would draw for minutes: a few lines in which each part is used ten times by the next make millions of shapes, and a step of a
/// filter goes over all pixels, however few shapes there are.
/// Circles are no diagnostic, for browsers skip them (SVG 2, section 5.6 "The use element").
/// </summary>
internal static partial class SvgComplexity
{
    /// <summary>The most shapes that a drawing may come to, with every part counted as often as it is used.</summary>
    private const int MostShapes = 100_000;

    /// <summary>How many shapes a step of a filter takes as long as.</summary>
    private const int ShapesOfStep = 500;

    /// <summary>How many parts may use one another in a row.</summary>
    private const int LongestChain = 50;

    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        try
        {
            using var reader = SvgSource.Open(bytes);
            return Shapes(Parts(reader)) <= MostShapes ? [] :
            [
                Diagnostic.Error("svg/too-complex", new(path),
                    $"图画太复杂：里面的部分互相引用，或者滤镜太多、太大，画起来相当于超过 {MostShapes / 10_000} 万个图形。", "在绘图软件里简化图画，或者另存为 PNG。"),
            ];
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            return [];
        }
    }

    /// <returns>For each element with an id, and for the drawing as "": its elements that are in no inner part, and the parts in it or used by it.</returns>
    private static Dictionary<string, (int Elements, List<string> Uses)> Parts(XmlReader reader)
    {
        var parts = new Dictionary<string, (int Elements, List<string> Uses)>(StringComparer.Ordinal) { [""] = (0, []) };
        var open = new Stack<(int Depth, string Id)>([(-1, "")]);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                var styled = parts[""];
                parts[""] = (Math.Min(styled.Elements + FiltersIn(reader.Value), MostShapes + 1), styled.Uses);
                continue;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            while (open.Peek().Depth >= reader.Depth)
            {
                open.Pop();
            }

            if (reader.GetAttribute("id") is { Length: > 0 } id && parts.TryAdd(id, (0, [])))
            {
                parts[open.Peek().Id].Uses.Add(id);
                open.Push((reader.Depth, id));
            }

            var (elements, uses) = parts[open.Peek().Id];
            var shapes = elements + ShapesOf(reader);
            while (reader.MoveToNextAttribute())
            {
                uses.AddRange(Reference(reader.LocalName, reader.Value));
                shapes = Math.Min(shapes + FiltersIn(reader.Value), MostShapes + 1);
            }

            parts[open.Peek().Id] = (Math.Min(shapes, MostShapes + 1), uses);
        }

        return parts;
    }

    /// <returns>What an element takes: one, and for a step of a filter as many as it has work to do on each pixel (Filter Effects Module Level 1, section 9).</returns>
    private static int ShapesOf(XmlReader reader) => reader.LocalName switch
    {
        "feTurbulence" => Steps(reader, "numOctaves", 1),
        "feConvolveMatrix" => (int)Math.Min(MostShapes, (long)Steps(reader, "order", 1) * Steps(reader, "order", 1) / ShapesOfStep),
        "feMorphology" => Steps(reader, "radius", 10),
        "feGaussianBlur" or "feDropShadow" => Steps(reader, "stdDeviation", 50),
        "feBlend" or "feColorMatrix" or "feComponentTransfer" or "feComposite" or "feDiffuseLighting" or "feDisplacementMap" or "feFlood" or "feMerge"
            or "feOffset" or "feSpecularLighting" or "feTile" => ShapesOfStep,
        _ => 1,
    };

    /// <returns>A step, or as many as a number of the element makes of it; the limit itself where it is no number.</returns>
    private static int Steps(XmlReader reader, string attribute, double size)
    {
        var numbers = (reader.GetAttribute(attribute) ?? "1").Split([' ', ',', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? Math.Abs(number) : MostShapes);
        return (int)Math.Min(MostShapes, ShapesOfStep * Math.Max(1, numbers.DefaultIfEmpty(1).Max() / size));
    }

    /// <returns>What the filters take that a style or an attribute names without a filter element: a step each, and more for a wide blur.</returns>
    private static int FiltersIn(string style)
    {
        var shapes = 0;
        foreach (Match filter in FilterFunctions().Matches(style))
        {
            var size = filter.Groups["size"].Value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
                .Select(text => double.TryParse(text.TrimEnd("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ%".ToCharArray()), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Math.Abs(number) : 0)
                .DefaultIfEmpty(0).Max();
            shapes = (int)Math.Min(MostShapes + 1, shapes + (ShapesOfStep * Math.Max(1, size / 50)));
        }

        return shapes;
    }

    /// <summary>Filters that styles and attributes name without a filter element; the size is that of a blur.</summary>
    [GeneratedRegex(@"\b(?:(?:blur|drop-shadow)\((?<size>[^)]{0,100})|(?:brightness|contrast|grayscale|hue-rotate|invert|opacity|saturate|sepia)\()", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex FilterFunctions();

    /// <returns>The id that an attribute refers to: <c>href="#a"</c> or <c>fill="url(#a)"</c>.</returns>
    private static string[] Reference(string name, string value)
    {
        var start = name == "href" ? value.IndexOf('#', StringComparison.Ordinal) : value.IndexOf("(#", StringComparison.Ordinal) is var at and >= 0 ? at + 1 : -1;
        if (start < 0)
        {
            return [];
        }

        var end = value.IndexOf(')', start);
        return [value[(start + 1)..(name == "href" || end < 0 ? value.Length : end)]];
    }

    private static long Shapes(Dictionary<string, (int Elements, List<string> Uses)> parts)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        return Count("", 0);

        long Count(string id, int chain)
        {
            if (!parts.TryGetValue(id, out var part))
            {
                return 0;
            }

            if (known.TryGetValue(id, out var shapes))
            {
                return shapes;
            }

            if (chain > LongestChain)
            {
                return MostShapes + 1;
            }

            known[id] = 0;
            shapes = part.Elements;
            foreach (var used in part.Uses)
            {
                shapes = Math.Min(shapes + Count(used, chain + 1), MostShapes + 1);
            }

            return known[id] = shapes;
        }
    }
}
