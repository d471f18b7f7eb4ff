using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// Refuses drawings that a browser would draw for minutes: a few lines in which each part is used ten times by the next make millions of shapes, and a step of a
/// filter goes over all pixels, however few shapes there are; a marker is drawn at every corner of every line, and each rule of a style sheet is tried on each element.
/// Circles are no diagnostic, for browsers skip them (SVG 2, section 5.6 "The use element").
/// </summary>
internal static partial class SvgComplexity
{
    /// <summary>The most shapes that a drawing may come to, with every part counted as often as it is used.</summary>
    private const int MostShapes = 100_000;

    /// <summary>How many shapes a step of a filter takes as long as.</summary>
    private const int ShapesOfStep = 500;

    /// <summary>How many rules of a style sheet are tried in the time that a shape takes.</summary>
    private const int RulesOfShape = 1_000;

    /// <summary>How deep rules of a style sheet may lie in one another.</summary>
    private const int DeepestRule = 16;

    /// <summary>How many parts may use one another in a row.</summary>
    private const int LongestChain = 50;

    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        try
        {
            using var reader = SvgSource.Open(bytes);
            var parts = Parts(reader, out var markers, out var rules);
            return Shapes(parts, markers, rules) <= MostShapes ? [] :
            [
                Diagnostic.Error("svg/too-complex", new(path),
                    $"图画太复杂：里面的部分互相引用，或者滤镜、线上的箭头（marker）、样式太多、太大，画起来相当于超过 {MostShapes / 10_000} 万个图形。", "在绘图软件里简化图画，或者另存为 PNG。"),
            ];
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            return [];
        }
    }

    /// <param name="markers">Ids of the markers, where anything asks for one at every corner.</param>
    /// <param name="rules">How many rules the style sheets have.</param>
    /// <returns>For each element with an id, and for the drawing as "": its elements that are in no inner part, the corners of their lines, and the parts in it or used by it.</returns>
    private static Dictionary<string, Part> Parts(XmlReader reader, out List<string> markers, out int rules)
    {
        var parts = new Dictionary<string, Part>(StringComparer.Ordinal) { [""] = new(0, 0, []) };
        (markers, rules, var isMarked) = ([], 0, false);
        var open = new Stack<(int Depth, string Id)>([(-1, "")]);
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA)
            {
                var styled = parts[""];
                var isDeep = DepthOfRules(reader.Value) > DeepestRule;
                rules += reader.Value.Count('{');
                isMarked |= reader.Value.Contains("marker", StringComparison.OrdinalIgnoreCase);
                parts[""] = styled with { Elements = Math.Min(styled.Elements + FiltersIn(reader.Value) + (isDeep ? MostShapes + 1 : 0), MostShapes + 1) };
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

            if (reader.GetAttribute("id") is { Length: > 0 } id && parts.TryAdd(id, new(0, 0, [])))
            {
                parts[open.Peek().Id].Uses.Add(id);
                open.Push((reader.Depth, id));
            }

            if (reader.LocalName == "marker" && reader.GetAttribute("id") is { } marker)
            {
                markers.Add(marker);
            }

            var (elements, corners, uses) = parts[open.Peek().Id];
            var shapes = elements + ShapesOf(reader);
            corners = Math.Min(corners + CornersIn(reader.GetAttribute("d")) + CornersIn(reader.GetAttribute("points")), MostShapes + 1);
            while (reader.MoveToNextAttribute())
            {
                uses.AddRange(Reference(reader.LocalName, reader.Value));
                shapes = Math.Min(shapes + FiltersIn(reader.Value), MostShapes + 1);
                isMarked |= reader.LocalName is "marker-mid" or "marker" || (reader.LocalName == "style" && AtCorners().IsMatch(reader.Value));
            }

            parts[open.Peek().Id] = new(Math.Min(shapes, MostShapes + 1), corners, uses);
        }

        markers = isMarked ? markers : [];
        return parts;
    }

    /// <summary>Asks for a marker at every corner; those at the ends of a line count as its other references do.</summary>
    [GeneratedRegex(@"marker(-mid)?\s*:", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex AtCorners();

    /// <returns>Two numbers or more make a corner; a letter may make one too.</returns>
    private static int CornersIn(string? line)
    {
        if (line is null)
        {
            return 0;
        }

        var (letters, numbers) = (0, 0);
        for (var at = 0; at < line.Length; at++)
        {
            letters += char.IsAsciiLetter(line[at]) ? 1 : 0;
            numbers += char.IsAsciiDigit(line[at]) && (at == 0 || !char.IsAsciiDigit(line[at - 1])) ? 1 : 0;
        }

        return Math.Min(letters + (numbers / 2), MostShapes + 1);
    }

    private static int DepthOfRules(string sheet)
    {
        var (depth, deepest) = (0, 0);
        foreach (var unit in sheet)
        {
            depth += unit == '{' ? 1 : unit == '}' && depth > 0 ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
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

    private static long Shapes(Dictionary<string, Part> parts, List<string> markers, int rules)
    {
        var shapes = Sum(parts, "", part => part.Elements);
        var marked = markers.Count == 0 ? 0 : markers.Max(marker => Sum(parts, marker, part => part.Elements)) * Sum(parts, "", part => part.Corners);
        return shapes + marked + (rules * shapes / RulesOfShape);
    }

    /// <returns>The sum over a part and all in it or used by it, each as often as it is used; at most one more than may be.</returns>
    private static long Sum(Dictionary<string, Part> parts, string whole, Func<Part, int> count)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        return Count(whole, 0);

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
            shapes = count(part);
            foreach (var used in part.Uses)
            {
                shapes = Math.Min(shapes + Count(used, chain + 1), MostShapes + 1);
            }

            return known[id] = shapes;
        }
    }

    /// <summary>A part of a drawing, without the parts in it.</summary>
    /// <param name="Elements">Shapes, and what takes as long.</param>
    /// <param name="Corners">Of all its lines.</param>
    /// <param name="Uses">Ids of parts in it or used by it.</param>
    private sealed record Part(int Elements, int Corners, List<string> Uses);
}
