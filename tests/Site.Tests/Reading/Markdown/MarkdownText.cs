using System.Text;
using Site.Model;
using Site.Reading;

namespace Site.Tests;

/// <summary>Reads Markdown as <c>a.md</c>, and shows a fragment with its holes as <c>{target}</c> and <c>{picture|alt|caption}</c>.</summary>
internal static class MarkdownText
{
    public static MarkdownBody Read(string text) => MarkdownReader.Read("a.md", text, 1);

    public static string Html(string text)
    {
        var body = Read(text);
        Assert.Empty(body.Problems);
        return Show(body.Html);
    }

    public static string Problems(string text) => string.Join('\n', Read(text).Problems.Sorted());

    public static string Show(HtmlFragment fragment) => Fill(
        fragment,
        address => $"{{{address.Link.Target}}}",
        image => $"{{{image.Picture.Target}|{image.Picture.Alt}|{image.Picture.Title}}}");

    public static string Fill(HtmlFragment fragment, Func<Hole.Address, string> address, Func<Hole.Image, string> image)
    {
        var shown = new StringBuilder();
        var from = 0;
        foreach (var hole in fragment.Holes)
        {
            shown.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[from..hole.Offset]));
            shown.Append(hole is Hole.Image picture ? image(picture) : address((Hole.Address)hole));
            from = hole.Offset;
        }

        return shown.Append(Encoding.UTF8.GetString(fragment.Utf8.Span[from..])).ToString();
    }
}
