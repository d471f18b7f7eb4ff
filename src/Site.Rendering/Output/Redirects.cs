using System.Buffers;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Rendering.Html;

namespace Site.Rendering.Output;

/// <summary>
/// Leads from old addresses to the pages that took their place: a page each that works on every host, and <c>_redirects</c> for
/// hosts that read it.
/// </summary>
internal static class Redirects
{
    public static IEnumerable<OutputFile> Render(Website website, PublicInput input)
    {
        var moves = website.Pages.SelectMany(page => page.RedirectFrom.Select(from => (From: from.Target, To: page)))
            .OrderBy(move => move.From, StringComparer.Ordinal).ToList();
        return moves.Count == 0
            ? []
            : moves.Select(move => new OutputFile(SiteAddress.FilePath(move.From), output => WritePage(output, website.Settings, move.To)))
                .Append(new("_redirects", output => WriteList(output, website.Settings, moves)));
    }

    private static void WritePage(IBufferWriter<byte> output, SiteSettings settings, Page to)
    {
        var href = SiteAddress.Href(settings, to.Address);
        output.Write("<!DOCTYPE html>\n<html lang=\""u8);
        output.WriteText(settings.Language);
        output.Write("\">\n<head>\n<meta charset=\"utf-8\">\n"u8);
        output.WriteMarkup($"<meta http-equiv=\"refresh\" content=\"0; url={href}\">\n");
        output.Write("<meta name=\"robots\" content=\"noindex\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"u8);
        output.WriteMarkup($"<link rel=\"canonical\" href=\"{SiteAddress.Absolute(settings, to.Address)}\">\n<title>");
        output.WriteText(to.Title);
        output.WriteMarkup($"</title>\n</head>\n<body>\n<p>本页已移到<a href=\"{href}\">");
        output.WriteText(to.Title);
        output.Write("</a>。</p>\n</body>\n</html>\n"u8);
    }

    private static void WriteList(IBufferWriter<byte> output, SiteSettings settings, List<(string From, Page To)> moves)
    {
        foreach (var (from, to) in moves)
        {
            output.WriteMarkup($"{SiteAddress.Href(settings, from)} {SiteAddress.Href(settings, to.Address)} 301\n");
        }
    }
}
