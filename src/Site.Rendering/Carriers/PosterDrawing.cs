using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Site.Rendering.Html;

namespace Site.Rendering.Carriers;

/// <summary>Draws what a guide says as SVG: a poster (A4, which is A3 as well), and a picture of 9 : 16 for phones and screens of lifts.</summary>
internal static class PosterDrawing
{
    private const int MostSteps = 5;
    private const int MostStepsOnPhones = 4;

    // Where the two lines to fill in stand, in units of an A4 poster; Assets/css/take.css lays typed text over them.
    private const double FirstLine = 264;
    private const double SecondLine = 276;

    /// <summary>Of a drawing's root, those that its parts take over (SVG 2, chapter 6.6).</summary>
    private static readonly FrozenSet<string> Inherited = new[]
    {
        "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "color",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="address">Absolute address of the guide.</param>
    /// <returns>A poster of 210 × 297 units, with two empty lines for telephones of the place.</returns>
    public static string Poster(CarrierTexts texts, PosterPictures pictures, string address, string site)
    {
        var page = Fitted(texts, new(210, 297, 14, 243, 17, MostSteps), pictures);
        Call(page, 14, 255, 9, "火警 119　急救 120");
        Line(page, 14, FirstLine, 138, "本地燃气公司抢修电话");
        Line(page, 14, SecondLine, 138, "社区（物业）电话");
        page.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(158 250) scale({38.0 / QrCode.Size(address):0.####})\">{QrCode.Modules(address)}</g>");
        Text(page, 14, 288, 4.2, $"{site}　扫码看全文：{Short(address)}", "#4A524D", 140);
        return Whole(page, 210, 297, texts);
    }

    /// <returns>A picture of 1080 × 1920 units.</returns>
    public static string Tall(CarrierTexts texts, PosterPictures pictures, string address, string site)
    {
        var page = Fitted(texts, new(1080, 1920, 70, 1600, 104, MostStepsOnPhones), pictures);
        Call(page, 70, 1720, 78, "火警 119　急救 120");
        Text(page, 70, 1840, 34, $"{site}　{Short(address)}", "#4A524D", 720);
        page.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate(830 1640) scale({200.0 / QrCode.Size(address):0.####})\">{QrCode.Modules(address)}</g>");
        return Whole(page, 1080, 1920, texts);
    }

    // The largest drawing whose foot is not below its bottom.
    private static StringBuilder Fitted(CarrierTexts texts, Sheet sheet, PosterPictures pictures)
    {
        var top = PictureOf(pictures.Top);
        XElement?[] steps = [.. pictures.Steps.Take(sheet.MostSteps).Select(PictureOf)];
        for (var scale = 1.6; ; scale -= 0.04)
        {
            var page = new StringBuilder();
            if (Body(page, texts, sheet, top, steps, scale) <= sheet.Bottom || scale < 0.4)
            {
                return page;
            }
        }
    }

    /// <returns>Where the foot of it is.</returns>
    private static double Body(StringBuilder page, CarrierTexts texts, Sheet sheet, XElement? top, XElement?[] steps, double scale)
    {
        var (left, inner) = (sheet.Margin, sheet.Width - (2 * sheet.Margin));
        var (title, sub, words) = (sheet.TitleSize * scale, sheet.TitleSize * 0.52 * scale, sheet.TitleSize * 0.42 * scale);
        var titleLines = Wrap(texts.Title, inner / title);
        var band = (title * 0.5) + (titleLines.Length * title * 1.15);
        page.Append(CultureInfo.InvariantCulture, $"<path fill=\"#F9A800\" d=\"M0 0h{sheet.Width}v{band:0.##}H0z\"/>");
        var y = title * 1.15;
        foreach (var line in titleLines)
        {
            Text(page, left, y, title, line, "#1F2421", weight: 700);
            y += title * 1.15;
        }

        y = band + (sub * 1.3);
        foreach (var line in Wrap(texts.Sub, inner / sub))
        {
            Text(page, left, y, sub, line, "#1F2421", weight: 600);
            y += sub * 1.3;
        }

        y -= sub * 0.5;
        if (top is not null && ViewBox(top) is { } box)
        {
            var height = Math.Min(sheet.Height * 0.2 * scale, inner * box.Height / box.Width);
            var width = height * box.Width / box.Height;
            Picture(page, top, "top", left + ((inner - width) / 2), y, width, height);
            y += height + (words * 0.6);
        }

        foreach (var (step, number) in texts.Steps.Take(sheet.MostSteps).Select((step, at) => (step, at + 1)))
        {
            var radius = words * 0.95;
            page.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{left + radius:0.##}\" cy=\"{y + radius:0.##}\" r=\"{radius:0.##}\" fill=\"#005387\"/>");
            page.Append(CultureInfo.InvariantCulture,
                $"<text x=\"{left + radius:0.##}\" y=\"{y + radius + (words * 0.38):0.##}\" font-size=\"{words * 1.1:0.##}\" font-weight=\"700\" fill=\"#FFFFFF\" text-anchor=\"middle\">{number}</text>");
            var (pictureWidth, pictureHeight) = (0.0, 0.0);
            if (number <= steps.Length && steps[number - 1] is { } drawing && ViewBox(drawing) is { } size)
            {
                pictureHeight = words * 3.8;
                pictureWidth = Math.Min(pictureHeight * size.Width / size.Height, inner * 0.4);
                Picture(page, drawing, $"step{number}", left + inner - pictureWidth, y, pictureWidth, pictureHeight);
                pictureWidth += words * 0.5;
            }

            var lines = Wrap(step.Text, (inner - (radius * 2.8) - pictureWidth) / words);
            var lineY = y + radius + (words * 0.36);
            foreach (var line in lines)
            {
                Text(page, left + (radius * 2.8), lineY, words, line, "#1F2421", weight: 500);
                lineY += words * 1.38;
            }

            y += Math.Max(Math.Max(radius * 2, pictureHeight), lines.Length * words * 1.38) + (words * 0.55);
        }

        if (texts.Steps.Length > sheet.MostSteps)
        {
            Text(page, left, y + words, words, $"一共{texts.Steps.Length}步，其余的扫码看。", "#1F2421", weight: 600);
            y += words * 1.6;
        }

        if (texts.Never is { } never)
        {
            y += words * 0.3;
            var lines = Wrap(never, (inner - (words * 1.4)) / words);
            var height = (lines.Length * words * 1.38) + (words * 0.7);
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{y:0.##}\" width=\"{inner}\" height=\"{height:0.##}\" fill=\"#9B2423\"/>");
            var lineY = y + (words * 1.25);
            foreach (var line in lines)
            {
                Text(page, left + (words * 0.7), lineY, words, line, "#FFFFFF", weight: 600);
                lineY += words * 1.38;
            }

            y += height;
        }

        return y;
    }

    /// <param name="name">Begins the ids of its parts, so that two drawings have none in common.</param>
    private static void Picture(StringBuilder page, XElement picture, string name, double x, double y, double width, double height)
    {
        var box = ViewBox(picture)!.Value;
        page.Append(CultureInfo.InvariantCulture,
            $"<svg x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"{box.X} {box.Y} {box.Width} {box.Height}\"");
        foreach (var attribute in picture.Attributes().Where(attribute => Inherited.Contains(attribute.Name.LocalName)))
        {
            page.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(SecurityEscaped(attribute.Value)).Append('"');
        }

        page.Append('>');
        foreach (var child in picture.Elements().Where(child => child.Name.LocalName is not ("title" or "desc" or "metadata")).Select(child => new XElement(child)))
        {
            foreach (var attribute in child.DescendantsAndSelf().Attributes())
            {
                attribute.Value = attribute.Name.LocalName switch
                {
                    "id" => $"{name}-{attribute.Value}",
                    "href" when attribute.Value.StartsWith('#') => $"#{name}-{attribute.Value[1..]}",
                    _ => attribute.Value.Replace("url(#", $"url(#{name}-", StringComparison.Ordinal),
                };
            }

            page.Append(child.ToString(SaveOptions.DisableFormatting));
        }

        page.Append("</svg>");
    }

    private static void Call(StringBuilder page, double x, double y, double size, string text) => Text(page, x, y, size, text, "#9B2423", weight: 700);

    private static void Line(StringBuilder page, double x, double y, double width, string label)
    {
        Text(page, x, y, 5.2, label + "：", "#1F2421", weight: 600);
        var start = x + (5.2 * (label.Length + 1));
        page.Append(CultureInfo.InvariantCulture, $"<path d=\"M{start:0.##} {y + 1:0.##}H{x + width:0.##}\" stroke=\"#1F2421\" stroke-width=\".5\"/>");
    }

    private static void Text(StringBuilder page, double x, double y, double size, string text, string color, double? longest = null, int weight = 400)
    {
        page.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\" font-size=\"{size:0.##}\" font-weight=\"{weight}\" fill=\"{color}\"");
        if (longest is { } most && Width(text) * size > most)
        {
            page.Append(CultureInfo.InvariantCulture, $" textLength=\"{most:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        }

        page.Append('>').Append(SecurityEscaped(text)).Append("</text>");
    }

    private static string Whole(StringBuilder page, int width, int height, CarrierTexts texts) =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{SecurityEscaped(texts.Headline)}" font-family="PingFang SC,HarmonyOS Sans SC,Noto Sans CJK SC,Source Han Sans SC,Microsoft YaHei,sans-serif"><path fill="#FFFFFF" d="M0 0h{width}v{height}H0z"/>{page}</svg>""" + "\n";

    /// <returns>Lines of at most so many characters; ASCII counts half, and no line begins with a mark that closes.</returns>
    private static ImmutableArray<string> Wrap(string text, double most)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            var own = WidthOf(rune);
            if (width + own > most && !(rune.Value is '，' or '。' or '、' or '；' or '：' or '）' or '”' or '》' or '！' or '？'))
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }

            line.Append(rune.ToString());
            width += own;
        }

        if (line.Length > 0)
        {
            lines.Add(line.ToString());
        }

        return lines.ToImmutable();
    }

    private static double Width(string text) => text.EnumerateRunes().Sum(WidthOf);

    private static double WidthOf(Rune rune) => rune.IsAscii ? 0.56 : 1;

    private static string Short(string address) => Uri.UnescapeDataString(address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..]).TrimEnd('/');

    private static string SecurityEscaped(string text) => System.Security.SecurityElement.Escape(text);

    /// <returns>The root of a drawing, or null where the bytes are none; what may stand in one was checked when the site was read.</returns>
    private static XElement? PictureOf(byte[]? bytes)
    {
        if (bytes is null)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader) is var root && root.Name == Svg + "svg" ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static (double X, double Y, double Width, double Height)? ViewBox(XElement picture)
    {
        var numbers = (picture.Attribute("viewBox")?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : double.NaN).ToArray();
        return numbers is [var x, var y, > 0 and var width, > 0 and var height] ? (x, y, width, height) : null;
    }

    /// <param name="Margin">Left and right.</param>
    /// <param name="Bottom">Where the foot begins.</param>
    private sealed record Sheet(int Width, int Height, int Margin, double Bottom, double TitleSize, int MostSteps);
}

/// <summary>SVG files that a poster shows.</summary>
/// <param name="Top">Above the steps, or null.</param>
/// <param name="Steps">Beside each step; null for one without.</param>
internal sealed record PosterPictures(byte[]? Top, ImmutableArray<byte[]?> Steps);
