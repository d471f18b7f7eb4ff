using System.Collections.Immutable;
using System.Net;
using System.Text;
using Site.Model;

namespace Site.Reading;

/// <summary>The body of a page as paragraphs of plain text.</summary>
internal sealed record PageBody(
    HtmlFragment Html, ImmutableArray<Heading> Headings, string FirstParagraph, int Characters, ImmutableArray<Problem> Problems)
{
    public static PageBody Read(string path, string text, int startLine)
    {
        var paragraphs = text.Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var html = string.Concat(paragraphs.Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>\n"));
        return new(new(Encoding.UTF8.GetBytes(html), []), [], paragraphs.FirstOrDefault() ?? "", text.Length, []);
    }
}
