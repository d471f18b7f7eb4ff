using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Site.Rendering.Pictures.Sharing;

namespace Site.Rendering.Pdf;

/// <summary>
/// Draws SVG on a page of PDF: shapes, outlines and text with plain colors, moved, turned and scaled. What it does not know (gradients, styles, filters, pictures of pixels …) is no hole
/// in the page: <see cref="Obstacle"/> names it, and who draws leaves the drawing out.
/// </summary>
internal sealed class PdfDrawing
{
    /// <summary>Of a drawing inside a drawing, whatever the depth.</summary>
    private const int MostNested = 64;

    // Of a curve that is nearest to a quarter of a circle, how far its handles reach, in radii.
    private const double Quarter = 0.5522847498307936;

    /// <summary>Elements without anything to draw.</summary>
    private static readonly FrozenSet<string> Silent = FrozenSet.Create(StringComparer.Ordinal, "title", "desc", "metadata");

    /// <summary>Attributes that change nothing of how it is drawn, and those of shapes, which each shape reads.</summary>
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        StringComparer.Ordinal, "id", "role", "focusable", "lang", "version", "viewBox", "width", "height", "x", "y", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2", "d", "points", "textLength", "lengthAdjust", "font-family");

    private readonly PdfFile file;
    private readonly PdfType bold, regular;
    private readonly SortedDictionary<string, int> forms = new(StringComparer.Ordinal);
    private readonly SortedSet<int> opacities = [];
    private readonly int resources;
    private StringBuilder page = new();
    private Inks? inks;
    private int depth;

    /// <param name="resources">Number that is reserved for the page's resources.</param>
    public PdfDrawing(PdfFile file, int resources, PdfType bold, PdfType regular) => (this.file, this.resources, this.bold, this.regular) = (file, resources, bold, regular);

    /// <summary>The first thing of the drawing that cannot be drawn: an element, or an attribute with its value; null where all can.</summary>
    public string? Obstacle { get; private set; }

    /// <summary>What was drawn, as operators of a page (ISO 32000-1, annex A).</summary>
    public string Operators => page.ToString();

    /// <summary>Asked before each element is drawn and, with false, behind it: may mark what the element is.</summary>
    public Action<XElement, bool>? Mark { get; set; }

    /// <summary>Draws an element with all that it holds.</summary>
    public void Draw(XElement root) => Draw(root, new());

    /// <summary>Adds operators as they are.</summary>
    public void Append(string operators) => page.Append(operators);

    /// <returns>Whether all of a drawing can be drawn.</returns>
    public static bool Knows(XElement drawing)
    {
        var trial = new PdfDrawing(new(), 0, new(ShareType.Bold, ""), new(ShareType.Regular, ""));
        trial.Draw(drawing);
        return trial.Obstacle is null;
    }

    /// <returns>Entries of the page's resources: its forms, and states of opacity.</returns>
    public string Resources() =>
        (forms.Count > 0 ? $"/XObject<<{string.Concat(forms.Select(form => $"/{form.Key} {form.Value} 0 R"))}>>" : "")
        + (opacities.Count > 0 ? $"/ExtGState<<{string.Concat(opacities.Select(share => string.Create(CultureInfo.InvariantCulture, $"/G{share}<</ca {share / 1000.0:0.###}/CA {share / 1000.0:0.###}>>")))}>>" : "");

    private void Draw(XElement element, Inks outer)
    {
        var name = element.Name.LocalName;
        if (Obstacle is not null || Silent.Contains(name))
        {
            return;
        }

        if (++depth > MostNested)
        {
            Obstacle = "太深的嵌套";
            return;
        }

        Mark?.Invoke(element, true);
        if (outer.With(element, out var opacity, Fail) is { } own)
        {
            if (opacity < 1 && name is "g" or "svg")
            {
                DrawThrough(element, own, opacity);
            }
            else
            {
                DrawPlainly(element, own with { Share = own.Share * opacity });
            }
        }

        Mark?.Invoke(element, false);
        depth--;
    }

    private void DrawPlainly(XElement element, Inks own)
    {
        var isMoved = element.Attribute("transform") is not null;
        var kept = inks;
        if (isMoved)
        {
            page.Append("q ");
            Transform(element.Attribute("transform")!.Value);
        }

        switch (element.Name.LocalName)
        {
            case "svg":
                Viewport(element, own);
                break;
            case "g":
                Children(element, own);
                break;
            case "path" when element.Attribute("d") is { } data:
                Paint(own, pen => new PathReader(data.Value).Draw(pen), element);
                break;
            case "rect":
                Paint(own, pen => Rectangle(pen, element), element);
                break;
            case "circle":
                Paint(own, pen => Ellipse(pen, Number(element, "cx"), Number(element, "cy"), Number(element, "r"), Number(element, "r")), element);
                break;
            case "ellipse":
                Paint(own, pen => Ellipse(pen, Number(element, "cx"), Number(element, "cy"), Number(element, "rx"), Number(element, "ry")), element);
                break;
            case "line":
                Paint(own, pen => Lines(pen, $"{element.Attribute("x1")?.Value ?? "0"} {element.Attribute("y1")?.Value ?? "0"} {element.Attribute("x2")?.Value ?? "0"} {element.Attribute("y2")?.Value ?? "0"}", false), element);
                break;
            case "polyline" or "polygon":
                Paint(own, pen => Lines(pen, element.Attribute("points")?.Value ?? "", element.Name.LocalName == "polygon"), element);
                break;
            case "text" when !element.HasElements:
                Text(element, own);
                break;
            default:
                Fail($"<{element.Name.LocalName}>");
                break;
        }

        if (isMoved)
        {
            page.Append("Q ");
            inks = kept;
        }
    }

    // A whole group that is seen through is drawn as one picture (11.6.6).
    private void DrawThrough(XElement element, Inks own, double opacity)
    {
        var (outer, kept) = (page, inks);
        (page, inks) = (new(), null);
        DrawPlainly(element, own);
        var form = $"X{forms.Count}";
        forms.Add(form, 0);
        forms[form] = file.AddStream($"/Type/XObject/Subtype/Form/BBox[-4000 -4000 4000 4000]/Group<</S/Transparency/CS/DeviceRGB>>/Resources {resources} 0 R", Encoding.ASCII.GetBytes(page.ToString()));
        (page, inks) = (outer, kept);
        page.Append(CultureInfo.InvariantCulture, $"q /G{Share(opacity)} gs /{form} Do Q ");
    }

    private int Share(double opacity)
    {
        var share = (int)Math.Round(opacity * 1000);
        opacities.Add(share);
        return share;
    }

    private void Children(XElement element, Inks own)
    {
        foreach (var child in element.Elements())
        {
            Draw(child, own);
        }
    }

    private void Viewport(XElement element, Inks own)
    {
        if (element.Parent is null)
        {
            Children(element, own);
            return;
        }

        if (Numbers(element.Attribute("viewBox")?.Value ?? "") is not [var left, var top, > 0 and var across, > 0 and var down])
        {
            Fail("viewBox");
            return;
        }

        var (x, y, width, height) = (Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));
        var scale = Math.Min(width / across, height / down);
        var (kept, dx, dy) = (inks, x + ((width - (across * scale)) / 2), y + ((height - (down * scale)) / 2));
        page.Append($"q {F(x)} {F(y)} {F(width)} {F(height)} re W n {F(scale)} 0 0 {F(scale)} {F(dx - (left * scale))} {F(dy - (top * scale))} cm ");
        Children(element, own);
        page.Append("Q ");
        inks = kept;
    }

    private void Transform(string value)
    {
        var rest = value.AsSpan();
        while (!(rest = rest.Trim([' ', ',', '\t', '\n', '\r'])).IsEmpty)
        {
            var (open, close) = (rest.IndexOf('('), rest.IndexOf(')'));
            if (open < 0 || close < open)
            {
                Fail($"transform=“{value}”");
                return;
            }

            switch (rest[..open].Trim().ToString(), Numbers(rest[(open + 1)..close].ToString()))
            {
                case ("translate", [var x, .. var y]) when y.Length <= 1:
                    Matrix(1, 0, 0, 1, x, y.Length > 0 ? y[0] : 0);
                    break;
                case ("scale", [var x, .. var y]) when y.Length <= 1:
                    Matrix(x, 0, 0, y.Length > 0 ? y[0] : x, 0, 0);
                    break;
                case ("rotate", [var degrees]):
                    Turn(degrees);
                    break;
                case ("rotate", [var degrees, var x, var y]):
                    Matrix(1, 0, 0, 1, x, y);
                    Turn(degrees);
                    Matrix(1, 0, 0, 1, -x, -y);
                    break;
                case ("matrix", [var a, var b, var c, var d, var e, var f]):
                    Matrix(a, b, c, d, e, f);
                    break;
                default:
                    Fail($"transform=“{value}”");
                    return;
            }

            rest = rest[(close + 1)..];
        }

        void Turn(double degrees) => Matrix(Math.Cos(degrees * Math.PI / 180), Math.Sin(degrees * Math.PI / 180), -Math.Sin(degrees * Math.PI / 180), Math.Cos(degrees * Math.PI / 180), 0, 0);

        void Matrix(double a, double b, double c, double d, double e, double f) => page.Append($"{F(a, 5)} {F(b, 5)} {F(c, 5)} {F(d, 5)} {F(e)} {F(f)} cm ");
    }

    private void Paint(Inks own, Func<Pen, bool> draw, XElement element)
    {
        if (own is { Fill: null, HasStroke: false })
        {
            return;
        }

        var even = own.IsEvenOdd && own.Fill is not null ? "*" : "";
        Ink(own);
        if (!draw(new Pen(page)))
        {
            Fail($"<{element.Name.LocalName}> {element.Attribute("d")?.Value ?? element.Attribute("points")?.Value}");
        }

        page.Append(own switch { { Fill: null } => "S", { HasStroke: false } => "f" + even, _ => "B" + even }).Append('\n');
    }

    // Says what differs from what was said last.
    private void Ink(Inks own)
    {
        if (own.Fill is { } fill && fill != inks?.Fill)
        {
            page.Append(fill).Append(" rg ");
        }

        if (own.HasStroke)
        {
            page.Append(own.Stroke != inks?.Stroke ? own.Stroke + " RG " : "").Append(own.Width != inks?.Width ? F(own.Width) + " w " : "").Append(own.Cap != (inks?.Cap ?? 0) ? $"{own.Cap} J " : "")
                .Append(own.Join != (inks?.Join ?? 0) ? $"{own.Join} j " : "").Append(own.Miter != (inks?.Miter ?? 10) ? F(own.Miter) + " M " : "").Append(own.Dash != (inks?.Dash ?? "") ? $"[{own.Dash}] 0 d " : "");
        }

        if (own.Share != (inks?.Share ?? 1))
        {
            page.Append(CultureInfo.InvariantCulture, $"/G{Share(own.Share)} gs ");
        }

        // What was not said stands as it was.
        inks = own.HasStroke
            ? own with { Fill = own.Fill ?? inks?.Fill }
            : own with { Stroke = inks?.Stroke, Width = inks?.Width ?? 1, Cap = inks?.Cap ?? 0, Join = inks?.Join ?? 0, Miter = inks?.Miter ?? 10, Dash = inks?.Dash ?? "" };
    }

    private void Text(XElement element, Inks own)
    {
        if (own.Fill is null)
        {
            Fail("<text> fill=“none”");
            return;
        }

        var text = string.Join(' ', element.Value.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        var type = own.IsBold ? bold : regular;
        var width = type.Width(text) * own.Size;
        var most = element.Attribute("textLength") is null ? width : Number(element, "textLength");
        var shown = Math.Min(width, most);
        var x = Number(element, "x") - (own.Anchor switch { "middle" => shown / 2, "end" => shown, _ => 0 });
        Ink(own);
        page.Append($"BT /{(type == bold ? "B" : "R")} {F(own.Size)} Tf {(most < width ? F(100 * most / width) + " Tz " : "")}{(own.HasStroke ? "2 Tr " : "")}1 0 0 -1 {F(x)} {F(Number(element, "y"))} Tm {type.Write(text)} Tj{(own.HasStroke ? " 0 Tr" : "")}{(most < width ? " 100 Tz" : "")} ET\n");
    }

    private static bool Rectangle(Pen pen, XElement element)
    {
        var (x, y, width, height) = (Number(element, "x"), Number(element, "y"), Number(element, "width"), Number(element, "height"));
        var rx = element.Attribute("rx") is null ? Number(element, "ry") : Number(element, "rx");
        var ry = element.Attribute("ry") is null ? rx : Number(element, "ry");
        (rx, ry) = (Math.Min(rx, width / 2), Math.Min(ry, height / 2));
        if (rx <= 0 || ry <= 0)
        {
            pen.Box(x, y, width, height);
            return true;
        }

        var (right, bottom, restX, restY) = (x + width, y + height, rx * (1 - Quarter), ry * (1 - Quarter));
        pen.Move(x + rx, y);
        pen.Line(right - rx, y);
        pen.Curve(right - restX, y, right, y + restY, right, y + ry);
        pen.Line(right, bottom - ry);
        pen.Curve(right, bottom - restY, right - restX, bottom, right - rx, bottom);
        pen.Line(x + rx, bottom);
        pen.Curve(x + restX, bottom, x, bottom - restY, x, bottom - ry);
        pen.Line(x, y + ry);
        pen.Curve(x, y + restY, x + restX, y, x + rx, y);
        pen.Close();
        return true;
    }

    private static bool Ellipse(Pen pen, double x, double y, double rx, double ry)
    {
        var (handleX, handleY) = (rx * Quarter, ry * Quarter);
        pen.Move(x + rx, y);
        pen.Curve(x + rx, y + handleY, x + handleX, y + ry, x, y + ry);
        pen.Curve(x - handleX, y + ry, x - rx, y + handleY, x - rx, y);
        pen.Curve(x - rx, y - handleY, x - handleX, y - ry, x, y - ry);
        pen.Curve(x + handleX, y - ry, x + rx, y - handleY, x + rx, y);
        pen.Close();
        return true;
    }

    private static bool Lines(Pen pen, string points, bool isClosed)
    {
        var numbers = Numbers(points);
        for (var at = 0; at + 1 < numbers.Length; at += 2)
        {
            if (at == 0)
            {
                pen.Move(numbers[0], numbers[1]);
            }
            else
            {
                pen.Line(numbers[at], numbers[at + 1]);
            }
        }

        if (isClosed)
        {
            pen.Close();
        }

        return numbers.Length >= 4 && numbers.Length % 2 == 0;
    }

    private void Fail(string what) => Obstacle ??= what;

    /// <returns>0 where the element has no such attribute, or no number there.</returns>
    private static double Number(XElement element, string name) =>
        double.TryParse(element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= PathReader.Most ? number : 0;

    /// <returns>None where one of them is no number.</returns>
    private static ImmutableArray<double> Numbers(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text.Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !(Math.Abs(number) <= PathReader.Most))
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    // At most so many digits behind the point; no exponent, which PDF does not know.
    private static string F(double number, int digits = 3)
    {
        var text = Math.Round(number, digits).ToString("0.#####", CultureInfo.InvariantCulture);
        return text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text.StartsWith("-0.", StringComparison.Ordinal) ? "-" + text[2..] : text == "-0" ? "0" : text;
    }

    /// <summary>Writes outlines as operators.</summary>
    private sealed class Pen(StringBuilder page) : IOutlinePen
    {
        public void Move(double toX, double toY) => page.Append(F(toX)).Append(' ').Append(F(toY)).Append(" m ");

        public void Line(double toX, double toY) => page.Append(F(toX)).Append(' ').Append(F(toY)).Append(" l ");

        public void Curve(double x1, double y1, double x2, double y2, double toX, double toY) =>
            page.Append(F(x1)).Append(' ').Append(F(y1)).Append(' ').Append(F(x2)).Append(' ').Append(F(y2)).Append(' ').Append(F(toX)).Append(' ').Append(F(toY)).Append(" c ");

        public void Close() => page.Append("h ");

        public void Box(double x, double y, double width, double height) => page.Append($"{F(x)} {F(y)} {F(width)} {F(height)} re ");
    }

    /// <summary>What elements take over from those around them.</summary>
    private sealed record Inks
    {
        /// <summary>Three shares of red, green and blue from 0 to 1; null for none.</summary>
        public string? Fill { get; init; } = "0 0 0";

        public string? Stroke { get; init; }

        public double Width { get; init; } = 1;

        public int Cap { get; init; }

        public int Join { get; init; }

        public double Miter { get; init; } = 4;

        /// <summary>Lengths, or empty.</summary>
        public string Dash { get; init; } = "";

        public bool IsEvenOdd { get; init; }

        /// <summary>How much it hides of what is behind it, from 0 to 1.</summary>
        public double Share { get; init; } = 1;

        public double Size { get; init; } = 16;

        public bool IsBold { get; init; }

        public string Anchor { get; init; } = "start";

        public bool HasStroke => Stroke is not null && Width > 0;

        /// <summary>Reads what the element says itself.</summary>
        /// <param name="opacity">Of the element as a whole.</param>
        /// <param name="fail">Told of the first attribute that cannot be drawn.</param>
        /// <returns>Null where there is one.</returns>
        public Inks? With(XElement element, out double opacity, Action<string> fail)
        {
            var (own, isKnown) = (this, true);
            opacity = 1;
            foreach (var attribute in element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration))
            {
                var (name, value) = (attribute.Name.LocalName, attribute.Value.Trim());
                if (Harmless.Contains(name) || name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal) || name == "transform")
                {
                    continue;
                }

                var next = name switch
                {
                    "fill" when Color(value) is { } color => own with { Fill = color.Length > 0 ? color : null },
                    "stroke" when Color(value) is { } color => own with { Stroke = color.Length > 0 ? color : null },
                    "stroke-width" when Length(value) is { } width => own with { Width = width },
                    "stroke-linecap" when value is "butt" or "round" or "square" => own with { Cap = value switch { "butt" => 0, "round" => 1, _ => 2 } },
                    "stroke-linejoin" when value is "miter" or "round" or "bevel" => own with { Join = value switch { "miter" => 0, "round" => 1, _ => 2 } },
                    "stroke-miterlimit" when Length(value) is { } limit and >= 1 => own with { Miter = limit },
                    "stroke-dasharray" when value == "none" => own with { Dash = "" },
                    "stroke-dasharray" when Numbers(value) is { Length: > 0 } lengths && lengths.All(length => length >= 0) && lengths.Any(length => length > 0) => own with { Dash = string.Join(' ', lengths.Select(length => F(length))) },
                    "fill-rule" when value is "nonzero" or "evenodd" => own with { IsEvenOdd = value == "evenodd" },
                    "font-size" when Length(value) is { } size => own with { Size = size },
                    "font-weight" when value is "bold" or "normal" => own with { IsBold = value == "bold" },
                    "font-weight" when Length(value) is { } weight => own with { IsBold = weight >= 600 },
                    "text-anchor" when value is "start" or "middle" or "end" => own with { Anchor = value },
                    "opacity" when Length(value) is <= 1 => own,
                    _ => null,
                };
                if (next is null)
                {
                    fail($"{name}=“{value}”");
                    isKnown = false;
                    continue;
                }

                opacity = name == "opacity" ? Length(value)!.Value : opacity;
                own = next;
            }

            return isKnown ? own : null;
        }

        // Null for what is no length of 0 and more in units of the drawing.
        private static double? Length(string value) =>
            double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var length) && length <= PathReader.Most ? length : null;

        // Empty for none, null for what is not written in hexadecimal digits.
        private static string? Color(string value)
        {
            if (value == "none")
            {
                return "";
            }

            if (value.Length is not (4 or 7) || value[0] != '#' || !value.Skip(1).All(char.IsAsciiHexDigit))
            {
                return null;
            }

            var step = value.Length == 4 ? 1 : 2;
            return string.Join(' ', Enumerable.Range(0, 3).Select(part =>
            {
                var level = Convert.ToInt32(value.Substring(1 + (part * step), step), 16);
                return F((step == 1 ? level * 17 : level) / 255.0);
            }));
        }
    }
}
