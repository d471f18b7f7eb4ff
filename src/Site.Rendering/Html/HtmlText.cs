using System.Buffers;
using System.Text;

namespace Site.Rendering.Html;

/// <summary>Writes text into HTML as UTF-8.</summary>
internal static class HtmlText
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"");

    /// <summary>Writes text so that it is text, in an element or between double quotes.</summary>
    public static void WriteEscaped(IBufferWriter<byte> output, ReadOnlySpan<char> text)
    {
        int special;
        while ((special = text.IndexOfAny(Special)) >= 0)
        {
            WriteRaw(output, text[..special]);
            output.Write(text[special] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&quot;"u8,
            });
            text = text[(special + 1)..];
        }

        WriteRaw(output, text);
    }

    /// <summary>Writes what is HTML already.</summary>
    public static void WriteRaw(IBufferWriter<byte> output, ReadOnlySpan<char> html)
    {
        if (html.IsEmpty)
        {
            return;
        }

        var written = Encoding.UTF8.GetBytes(html, output.GetSpan(html.Length * 3));
        output.Advance(written);
    }
}
