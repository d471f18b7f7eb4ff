using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Pdf;
using Site.Rendering.Traditional;

namespace Site.Rendering.Posters;

/// <summary>The posters of a site as PDF. Each is made when it or its size is first asked for, once a build.</summary>
/// <param name="website">The site.</param>
/// <param name="kept">As in <see cref="BuildAssets.KeptPoster"/>.</param>
public sealed class PosterPapers(Website website, Func<byte[], Func<byte[]>, byte[]> kept)
{
    /// <summary>To be raised when the same drawing comes out with other bytes.</summary>
    public const int Version = 1;

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
        var headline = CarrierTexts.Of(guide).Headline;
        var title = isTraditional ? TraditionalText.Of(headline) : headline;
        return Paper(PosterDrawing.Poster(website, guide)) ?? Paper(PosterDrawing.Poster(website, guide, PdfDrawing.Knows))
            ?? throw new InvalidOperationException("What a poster is drawn of can be drawn in PDF.");

        byte[]? Paper(string poster)
        {
            var drawing = isTraditional ? TraditionalPages.Convert(website.Settings, poster) : poster;

            // The runtime is what packs it. No bytes stand for what cannot be drawn.
            var told = Encoding.UTF8.GetBytes($"{drawing}\n{title}\n{language}\n{RuntimeInformation.FrameworkDescription}");
            return kept(told, () => PosterPaper.Of(drawing, title, language) ?? []) is { Length: > 0 } paper ? paper : null;
        }
    }
}
