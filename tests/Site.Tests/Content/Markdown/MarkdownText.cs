using System.Text;
using Site.Content.Markdown;
using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Reads Markdown as <c>a.md</c>, and shows a fragment with its holes as <c>{target}</c> and <c>{picture|alt|caption}</c>.</summary>
internal static class MarkdownText
{
    public static MarkdownBody Read(string text) => MarkdownReader.Read("a.md", text, 1);

    public static string Html(string text)
    {
        var body = Read(text);
        Assert.Empty(body.Diagnostics);
        return Show(body.Html);
    }

    public static string Diagnostics(string text) => string.Join('\n', Read(text).Diagnostics.Sorted());

    public static string Show(HtmlFragment fragment) => Fill(
        fragment,
        address => $"{{{address.Link.Target}}}",
        image => $"{{{image.Picture.Target}|{image.Picture.Alt}|{image.Picture.Title}}}");

    public static string Fill(HtmlFragment fragment, Func<Placeholder.Address, string> address, Func<Placeholder.Image, string> image)
    {
        var shown = new StringBuilder();
        var from = 0;
        foreach (var hole in fragment.Placeholders)
        {
            shown.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[from..hole.Offset]));
            shown.Append(hole switch
            {
                Placeholder.Image picture => image(picture),
                Placeholder.Call call => $"{{call {call.Length}}}",
                Placeholder.Web => "",
                _ => address((Placeholder.Address)hole),
            });
            from = hole.Offset;
        }

        return shown.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[from..])).ToString();
    }
}
