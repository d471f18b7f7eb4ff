using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Core.Text;

namespace Site.Content.Guides;

/// <summary>What the body of a guide says first: its steps, and what never to do.</summary>
public static partial class GuideSteps
{
    private const string Never = "sign-prohibition\"";

    /// <returns>The items of the first numbered list as plain texts; empty where there is none.</returns>
    public static ImmutableArray<string> Of(HtmlFragment body)
    {
        var html = Encoding.UTF8.GetString(body.Utf8.Span);
        var start = html.IndexOf("<ol", StringComparison.Ordinal);
        var end = start < 0 ? -1 : html.IndexOf("</ol>", start, StringComparison.Ordinal);
        return end < 0 ? [] : [.. html[start..end].Split("<li>").Skip(1).Select(Plain).Where(step => step.Length > 0)];
    }

    /// <returns>The first red box as plain text, without its label; null where there is none.</returns>
    public static string? NeverOf(HtmlFragment body)
    {
        var html = Encoding.UTF8.GetString(body.Utf8.Span);
        var start = html.IndexOf(Never, StringComparison.Ordinal);
        var label = start < 0 ? -1 : html.IndexOf("</p>", start, StringComparison.Ordinal);
        var end = label < 0 ? -1 : html.IndexOf("</aside>", label, StringComparison.Ordinal);
        return end < 0 ? null : Plain(html[(label + "</p>".Length)..end]) is { Length: > 0 } text ? text : null;
    }

    /// <returns>The picture of each step, null for one without; as many as <see cref="Of"/> gives where no step is empty.</returns>
    public static ImmutableArray<Picture?> PicturesOf(HtmlFragment body)
    {
        var html = body.Utf8.Span;
        var start = html.IndexOf("<ol"u8);
        var end = start < 0 ? -1 : start + html[start..].IndexOf("</ol>"u8);
        var pictures = ImmutableArray.CreateBuilder<Picture?>();
        for (var at = start; end > start && html[at..end].IndexOf("<li>"u8) is >= 0 and var next;)
        {
            at += next + "<li>".Length;
            var until = html[at..end].IndexOf("<li>"u8) is >= 0 and var length ? at + length : end;
            var from = at;
            pictures.Add(body.Placeholders.OfType<Placeholder.Image>().FirstOrDefault(image => image.Offset >= from && image.Offset < until)?.Picture);
        }

        return pictures.ToImmutable();
    }

    /// <returns>The first picture of the body, or null.</returns>
    public static Picture? PictureOf(HtmlFragment body) => body.Placeholders.OfType<Placeholder.Image>().FirstOrDefault()?.Picture;

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, "")).ReplaceLineEndings("").Trim();

    [GeneratedRegex("<[^>]*>", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Tag();
}
