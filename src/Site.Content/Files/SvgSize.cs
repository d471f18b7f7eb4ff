using System.Globalization;
using System.Text;
using System.Xml;

namespace Site.Content.Files;

/// <summary>Reads how large a drawing is.</summary>
public static class SvgSize
{
    /// <summary>Sides beyond this are a mistake, in pixels.</summary>
    public const int Largest = 16_384;

    /// <summary>Pixels in a unit (CSS Values 4, section 6.2: 96 pixels are an inch).</summary>
    private static readonly (string Unit, double Pixels)[] Units =
        [("px", 1), ("mm", 96 / 25.4), ("cm", 96 / 2.54), ("in", 96), ("pt", 96 / 72.0), ("pc", 16), ("", 1)];

    /// <summary>Takes <c>width</c> and <c>height</c> of the root, or what is missing of them from <c>viewBox</c>.</summary>
    /// <param name="bytes">All bytes of an SVG file.</param>
    /// <returns>Pixels, rounded, 1 to 16,384 each; null where the file does not say, or is no SVG.</returns>
    public static (int Width, int Height)? Of(byte[] bytes)
    {
        try
        {
            using var reader = SvgSource.Open(bytes);
            return reader.MoveToContent() == XmlNodeType.Element && reader is { LocalName: "svg", NamespaceURI: SvgSource.Namespace }
                ? Of(reader.GetAttribute("width"), reader.GetAttribute("height"), reader.GetAttribute("viewBox"))
                : null;
        }
        catch (Exception exception) when (exception is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    /// <param name="width">The attribute, or null; likewise the others.</param>
    internal static (int Width, int Height)? Of(string? width, string? height, string? viewBox)
    {
        var box = Box(viewBox);
        var (wide, high) = (Pixels(width), Pixels(height));
        return (wide, high, box) switch
        {
            (double w, double h, _) => Rounded(w, h),
            (double w, null, var (across, down)) => Rounded(w, w * down / across),
            (null, double h, var (across, down)) => Rounded(h * across / down, h),
            (null, null, var (across, down)) => Rounded(across, down),
            _ => null,
        };
    }

    private static (int Width, int Height)? Rounded(double width, double height)
    {
        var (wide, high) = (Math.Round(width), Math.Round(height));
        return wide is >= 1 and <= Largest && high is >= 1 and <= Largest ? ((int)wide, (int)high) : null;
    }

    /// <returns>Pixels, more than 0; null for what is relative (100%) or no length.</returns>
    private static double? Pixels(string? length)
    {
        var text = length?.Trim() ?? "";
        var (unit, pixels) = Units.First(known => text.EndsWith(known.Unit, StringComparison.OrdinalIgnoreCase));
        return Number(text[..^unit.Length]) is { } number and > 0 ? number * pixels : null;
    }

    private static (double Width, double Height)? Box(string? viewBox)
    {
        var numbers = (viewBox ?? "").Split([' ', ',', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray();
        return numbers is [not null, not null, { } width and > 0, { } height and > 0] ? (width, height) : null;
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>Opens drawings as a browser would, but without anything that could lead a reader astray: no DTD, no entities, no other encoding.</summary>
internal static class SvgSource
{
    /// <summary>The namespace of SVG elements (SVG 2, section 5.1.2).</summary>
    public const string Namespace = "http://www.w3.org/2000/svg";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = false,
    };

    /// <param name="bytes">All bytes of the file, UTF-8 with or without a byte order mark.</param>
    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    /// <returns>A reader before the first node; it throws <see cref="XmlException"/> where the text is not well-formed or has a DTD.</returns>
    public static XmlReader Open(byte[] bytes)
    {
        var text = Strict.GetString(bytes);
        return XmlReader.Create(new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text), Settings);
    }
}
