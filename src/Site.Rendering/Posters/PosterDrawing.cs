using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Site.Content.Guides;
using Site.Content.Markdown;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Html;

namespace Site.Rendering.Posters;

/// <summary>Draws what a guide says as SVG: a poster (A4, which is A3 as well), and a picture of 9 : 16 for phones and screens of lifts.</summary>
internal static class PosterDrawing
{
    private const int MostSteps = 5;
    private const int MostStepsOnPhones = 4;

    /// <summary>Of the sizes that a poster is drawn in, where 1 is a title of 17 mm on A4: 3.2 mm for the words of its steps.</summary>
    private const double Smallest = 0.44;

    private const string Calls = "火警 119　急救 120";

    // Where the two lines to fill in stand, in units of an A4 poster; Assets/css/take.css lays typed text over them.
    private const double FirstLine = 264;
    private const double SecondLine = 276;

    /// <summary>Of a drawing's root, those that its parts take over (SVG 2, chapter 6.6).</summary>
    private static readonly FrozenSet<string> Inherited = new[]
    {
        "fill", "fill-rule", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "color",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="isWanted">Which of the guide's drawings stand in it; null for all.</param>
    /// <returns>A poster of 210 × 297 units, with two empty lines for telephones of the place.</returns>
    public static string Poster(Website website, GuidePage guide, Func<XElement, bool>? isWanted = null) =>
        Poster(CarrierTexts.Of(guide), PosterPictures.Of(website, guide, isWanted ?? (_ => true)), SiteAddress.Absolute(website.Settings, guide.Address), website.Settings.Title);

    /// <returns>A picture of 1080 × 1920 units.</returns>
    public static string Tall(Website website, GuidePage guide) =>
        Tall(CarrierTexts.Of(guide), PosterPictures.Of(website, guide, _ => true), SiteAddress.Absolute(website.Settings, guide.Address), website.Settings.Title);

    /// <param name="address">Absolute address of the guide.</param>
    private static string Poster(CarrierTexts texts, PosterPictures pictures, string address, string site)
    {
        var page = Fitted(texts, new(210, 297, 14, 243, 17, MostSteps), pictures);
        Tagged(page, "P", () => Text(page, 14, 255, 9, Calls, "#9B2423", weight: 700));
        Tagged(page, "P", () => Line(page, 14, FirstLine, 138, "本地燃气公司抢修电话"));
        Tagged(page, "P", () => Line(page, 14, SecondLine, 138, "社区（物业）电话"));
        Code(page, 158, 250, 38, address);
        Tagged(page, "P", () => Text(page, 14, 288, 4.2, $"{site}　扫码看全文：{Short(address)}", "#4A524D", 140));
        return Whole(page, 210, 297, texts);
    }

    private static string Tall(CarrierTexts texts, PosterPictures pictures, string address, string site)
    {
        var page = Fitted(texts, new(1080, 1920, 70, 1600, 104, MostStepsOnPhones), pictures);
        Text(page, 70, 1720, 78, Calls, "#9B2423", weight: 700);
        Text(page, 70, 1840, 34, $"{site}　{Short(address)}", "#4A524D", 720);
        Code(page, 830, 1640, 200, address);
        return Whole(page, 1080, 1920, texts);
    }

    // The largest drawing whose foot is not below its bottom; of texts that are too long for any, the parts that matter most.
    private static StringBuilder Fitted(CarrierTexts texts, Sheet sheet, PosterPictures pictures)
    {
        XElement?[] steps = [.. pictures.Steps.Take(sheet.MostSteps)];
        var words = PosterWords.Of(texts, sheet.MostSteps);
        var scale = Scale(words);
        if (scale < Smallest)
        {
            words = words.Shortened();
            scale = Math.Max(Scale(words), Smallest);
        }

        var page = new StringBuilder();
        Body(page, words, sheet, pictures.Top, steps, scale, isDrawn: true);
        return page;

        double Scale(PosterWords tried)
        {
            var size = 1.6;
            while (size >= Smallest && Body(new(), tried, sheet, pictures.Top, steps, size, isDrawn: false) > sheet.Bottom)
            {
                size -= 0.04;
            }

            return size;
        }
    }

    /// <returns>Where the foot of it is.</returns>
    /// <param name="isDrawn">Whether pictures are drawn; else only their room is kept.</param>
    private static double Body(StringBuilder page, PosterWords texts, Sheet sheet, XElement? top, XElement?[] steps, double scale, bool isDrawn)
    {
        var (left, inner) = (sheet.Margin, sheet.Width - (2 * sheet.Margin));
        var (title, sub, words) = (sheet.TitleSize * scale, sheet.TitleSize * 0.52 * scale, sheet.TitleSize * 0.42 * scale);
        var titleLines = Wrap(texts.Title, inner / title);
        var band = (title * 0.5) + (titleLines.Length * title * 1.15);
        page.Append(CultureInfo.InvariantCulture, $"<path fill=\"#F9A800\" d=\"M0 0h{sheet.Width}v{band:0.##}H0z\"/>");
        Lines(page, "H1", titleLines, left, title * 1.15, title, title * 1.15, "#1F2421", 700);
        var y = band + (sub * 1.3);
        if (texts.Sub.Length > 0)
        {
            var lines = Wrap(texts.Sub, inner / sub);
            Lines(page, "P", lines, left, y, sub, sub * 1.3, "#1F2421", 600);
            y += lines.Length * sub * 1.3;
        }

        y -= sub * 0.5;
        if (top is not null && ViewBox(top) is { } box)
        {
            var height = Math.Min(sheet.Height * 0.2 * scale, inner * box.Height / box.Width);
            var width = height * box.Width / box.Height;
            if (isDrawn)
            {
                Picture(page, top, "top", left + ((inner - width) / 2), y, width, height);
            }

            y += height + (words * 0.6);
        }

        foreach (var (step, at) in texts.Steps.Select((step, at) => (step, at)))
        {
            var radius = words * 0.95;
            page.Append("<g data-tag=\"LI\">");
            Tagged(page, "Lbl", () =>
            {
                page.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{left + radius:0.##}\" cy=\"{y + radius:0.##}\" r=\"{radius:0.##}\" fill=\"#005387\"/>");
                page.Append(CultureInfo.InvariantCulture,
                    $"<text x=\"{left + radius:0.##}\" y=\"{y + radius + (words * 0.38):0.##}\" font-size=\"{words * 1.1:0.##}\" font-weight=\"700\" fill=\"#FFFFFF\" text-anchor=\"middle\">{at + 1}</text>");
            });
            var drawing = at < steps.Length ? steps[at] : null;
            var (pictureWidth, pictureHeight) = (0.0, 0.0);
            if (drawing is not null && ViewBox(drawing) is { } size)
            {
                pictureHeight = words * 3.8;
                pictureWidth = Math.Min(pictureHeight * size.Width / size.Height, inner * 0.4);
            }

            var lines = Wrap(step, (inner - (radius * 2.8) - (pictureWidth > 0 ? pictureWidth + (words * 0.5) : 0)) / words);
            Lines(page, "LBody", lines, left + (radius * 2.8), y + radius + (words * 0.36), words, words * 1.38, "#1F2421", 500);
            if (isDrawn && pictureWidth > 0)
            {
                Picture(page, drawing!, $"step{at + 1}", left + inner - pictureWidth, y, pictureWidth, pictureHeight);
            }

            page.Append("</g>");
            y += Math.Max(Math.Max(radius * 2, pictureHeight), lines.Length * words * 1.38) + (words * 0.55);
        }

        if (texts.More.Length > 0)
        {
            Lines(page, "P", [texts.More], left, y + words, words, 0, "#1F2421", 600);
            y += words * 1.6;
        }

        if (texts.Never is { } never)
        {
            y += words * 0.3;
            var lines = Wrap(never, (inner - (words * 1.4)) / words);
            var height = (lines.Length * words * 1.38) + (words * 0.7);
            page.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left}\" y=\"{y:0.##}\" width=\"{inner}\" height=\"{height:0.##}\" fill=\"#9B2423\"/>");
            Lines(page, "P", lines, left + (words * 0.7), y + (words * 1.25), words, words * 1.38, "#FFFFFF", 600);
            y += height;
        }

        return y;
    }

    private static void Lines(StringBuilder page, string tag, ImmutableArray<string> lines, double x, double y, double size, double leading, string color, int weight) => Tagged(page, tag, () =>
    {
        foreach (var line in lines)
        {
            Text(page, x, y, size, line, color, weight: weight);
            y += leading;
        }
    });

    /// <summary>Draws a part that has a name in PDF (<see cref="PosterPaper"/>).</summary>
    private static void Tagged(StringBuilder page, string tag, Action draw)
    {
        page.Append("<g data-tag=\"").Append(tag).Append("\">");
        draw();
        page.Append("</g>");
    }

    private static void Code(StringBuilder page, int x, int y, double size, string address) => page.Append(
        CultureInfo.InvariantCulture, $"<g data-tag=\"Figure\" aria-label=\"二维码：{SecurityEscaped(address)}\" transform=\"translate({x} {y}) scale({size / QrCode.Size(address):0.####})\">{QrCode.Modules(address)}</g>");

    /// <param name="name">Begins the ids of its parts, so that two drawings have none in common.</param>
    private static void Picture(StringBuilder page, XElement picture, string name, double x, double y, double width, double height)
    {
        var box = ViewBox(picture)!.Value;
        var alt = picture.Elements().FirstOrDefault(child => child.Name.LocalName == "title")?.Value.Trim() ?? "";
        page.Append(CultureInfo.InvariantCulture,
            $"<svg data-tag=\"Figure\" aria-label=\"{SecurityEscaped(alt)}\" x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" viewBox=\"{box.X} {box.Y} {box.Width} {box.Height}\"");
        foreach (var attribute in picture.Attributes().Where(attribute => Inherited.Contains(attribute.Name.LocalName)))
        {
            page.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(SecurityEscaped(attribute.Value)).Append('"');
        }

        page.Append('>');
        foreach (var child in picture.Elements().Where(child => child.Name.LocalName is not ("title" or "desc" or "metadata")).Select(child => new XElement(child)))
        {
            // What is a part of the poster a drawing does not say.
            child.DescendantsAndSelf().Attributes("data-tag").Remove();
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

    /// <returns>Lines of at most so many characters: a number or word stays in one line, no line begins with a mark that closes or ends with one that opens.</returns>
    private static ImmutableArray<string> Wrap(string text, double most)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (line, width) = ("", 0.0);
        foreach (var (unit, own) in Units(text, most))
        {
            if (line.Length > 0 && width + own > most)
            {
                lines.Add(line);
                (line, width) = ("", 0);
            }

            (line, width) = (line + unit, width + own);
        }

        return line.Length > 0 ? [.. lines, line] : lines.ToImmutable();
    }

    // What is not cut in two, unless it is wider than a line.
    private static List<(string Text, double Width)> Units(string text, double most)
    {
        var units = new List<(string Text, double Width)>();
        Rune? last = null;
        foreach (var rune in text.EnumerateRunes())
        {
            var own = WidthOf(rune);
            var isBound = last is { } before && ((IsWord(before) && IsWord(rune)) || IsClosing(rune) || IsOpening(before));
            if (isBound && units[^1].Width + own <= most)
            {
                units[^1] = (units[^1].Text + rune, units[^1].Width + own);
            }
            else
            {
                units.Add((rune.ToString(), own));
            }

            last = rune;
        }

        return units;
    }

    private static bool IsWord(Rune rune) => rune.IsAscii && Rune.IsLetterOrDigit(rune);

    private static bool IsClosing(Rune rune) => rune.Value is '，' or '。' or '、' or '；' or '：' or '）' or '”' or '》' or '！' or '？' or '%' or '…';

    private static bool IsOpening(Rune rune) => rune.Value is '（' or '“' or '《';

    private static double Width(string text) => text.EnumerateRunes().Sum(WidthOf);

    // No less than in the typefaces of phones and of the program, so that no line is longer than it is held to be.
    private static double WidthOf(Rune rune) => rune.Value switch
    {
        'M' or 'W' or 'm' or 'w' or '@' or '%' => 1,
        >= 'A' and <= 'Z' => 0.77,
        < 0x80 => 0.65,
        _ => 1,
    };

    private static string Short(string address) => Uri.UnescapeDataString(address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..]).TrimEnd('/');

    private static string SecurityEscaped(string text) => System.Security.SecurityElement.Escape(text);

    private static (double X, double Y, double Width, double Height)? ViewBox(XElement picture)
    {
        var numbers = (picture.Attribute("viewBox")?.Value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) ? read : double.NaN).ToArray();
        return numbers is [var x, var y, > 0 and var width, > 0 and var height] ? (x, y, width, height) : null;
    }

    /// <summary>What a poster says above its foot.</summary>
    /// <param name="More">That there are more steps; empty where there are not.</param>
    private sealed record PosterWords(string Title, string Sub, ImmutableArray<string> Steps, string More, string? Never)
    {
        private const int LongestTitle = 60;
        private const int LongestNever = 80;

        public static PosterWords Of(CarrierTexts texts, int mostSteps) => new(
            texts.Title, texts.Sub, [.. texts.Steps.Take(mostSteps).Select(step => step.Text)],
            texts.Steps.Length > mostSteps ? $"一共{texts.Steps.Length}步，其余的扫码看。" : "", texts.Never);

        /// <returns>With all steps, of title and red box only so much that they fit.</returns>
        public PosterWords Shortened() => this with { Title = Cut(Title, LongestTitle), Sub = "", Never = Never is null ? null : Cut(Never, LongestNever) };

        private static string Cut(string text, int most)
        {
            if (text.Length <= most)
            {
                return text;
            }

            var end = text.AsSpan(0, most).LastIndexOfAny('。', '；', '，');
            return end > most / 3 ? text[..end] + "……" : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "……";
        }
    }

    /// <param name="Margin">Left and right.</param>
    /// <param name="Bottom">Where the foot begins.</param>
    private sealed record Sheet(int Width, int Height, int Margin, double Bottom, double TitleSize, int MostSteps);
}

/// <summary>Drawings that a poster shows.</summary>
/// <param name="Top">Above the steps, or null.</param>
/// <param name="Steps">Beside each step; null for one without.</param>
internal sealed record PosterPictures(XElement? Top, ImmutableArray<XElement?> Steps)
{
    private static readonly XName Root = XName.Get("svg", "http://www.w3.org/2000/svg");

    /// <param name="isWanted">Which of the guide's drawings.</param>
    public static PosterPictures Of(Website website, GuidePage guide, Func<XElement, bool> isWanted)
    {
        ImmutableArray<XElement?> steps = [.. GuideSteps.PicturesOf(guide.Body).Select(Wanted)];
        return new(steps.All(step => step is null) ? Wanted(GuideSteps.PictureOf(guide.Body)) : null, steps);

        XElement? Wanted(Picture? picture) => picture is not null && picture.Target.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
            && LinkTargets.Find(website, guide.Path, picture.Target) is LinkTarget.ToFile file && Read(file.File.Load()) is { } drawing && isWanted(drawing) ? drawing : null;
    }

    /// <returns>The root of a drawing, or null where the bytes are none; what may stand in one was checked when the site was read.</returns>
    private static XElement? Read(byte[] bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XElement.Load(reader) is var root && root.Name == Root ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
