using System.Collections.Concurrent;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Pdf;
using Site.Rendering.Traditional;

namespace Site.Rendering.Posters;

/// <summary>The posters of a site as PDF. Each is made when it or its size is first asked for, once a build.</summary>
public sealed class PosterPapers(Website website)
{
    private readonly ConcurrentDictionary<(string Guide, bool IsTraditional), Lazy<byte[]>> made = new();

    /// <returns>How many bytes it has; as many on either paper.</returns>
    public int Length(GuidePage guide, bool isTraditional) => Made(guide, isTraditional).Length;

    /// <returns>A file of PDF.</returns>
    internal byte[] Load(GuidePage guide, PaperSize paper, bool isTraditional) => PosterPaper.On(paper, Made(guide, isTraditional));

    private byte[] Made(GuidePage guide, bool isTraditional) => made.GetOrAdd((guide.Path, isTraditional), _ => new(() => Draw(guide, isTraditional))).Value;

    // A picture that cannot be drawn in PDF is left out, and the poster laid out without it.
    private byte[] Draw(GuidePage guide, bool isTraditional)
    {
        var language = isTraditional ? TraditionalPages.Language : website.Settings.Language;
        var title = CarrierTexts.Of(guide).Headline;
        return PosterPaper.Of(Drawing(PosterDrawing.Poster(website, guide)), Shown(title), language)
            ?? PosterPaper.Of(Drawing(PosterDrawing.Poster(website, guide, PdfDrawing.Knows)), Shown(title), language)
            ?? throw new InvalidOperationException("What a poster is drawn of can be drawn in PDF.");

        string Shown(string text) => isTraditional ? TraditionalText.Of(text) : text;

        string Drawing(string poster) => isTraditional ? TraditionalPages.Convert(website.Settings, poster) : poster;
    }
}
