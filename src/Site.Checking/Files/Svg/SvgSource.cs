using System.Text;
using System.Xml;

namespace Site.Checking.Files;

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
