using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using Site.Content.Guides;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.Posters;
using Site.Rendering.Themes;
using Site.Rendering.Traditional;

namespace Site.Rendering.Carriers;

/// <summary>Files made from each guide: the poster as a drawing and on paper, the picture of 9 : 16, and all of it with checksums and licence in one file.</summary>
internal static class CarrierFiles
{
    /// <summary>Two builds of one content are equal byte for byte, so no file bears the day of the build. The least day that the format can say.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <returns>All files made from guides; for a context of traditional characters drawings and posters alone, in these.</returns>
    public static IEnumerable<OutputFile> Of(RenderContext context) => context.Website.Of<GuidePage>().SelectMany(guide =>
    {
        // Their bytes follow from the guide alone, beside what the whole site follows from.
        var key = context.Website.Digests?.Pages.GetValueOrDefault(guide.Path) ?? default;
        return FilesOf(context, guide).Select(file => file with { Key = key });
    });

    /// <returns>The guide as HTML that keeps its shape wherever it is pasted: no class, style, script or picture.</returns>
    public static string Article(Website website, GuidePage guide)
    {
        var texts = CarrierTexts.Of(guide);
        var html = new StringBuilder();
        Append("p", guide.Summary);
        Append("h2", "怎么做");
        List("ol", GuideSteps.Of(guide.Body));
        if (texts.Never is { } never)
        {
            Append("h2", "千万不要");
            Append("p", never);
        }

        if (!guide.Checklist.IsEmpty)
        {
            Append("h2", "对照着查一查");
            List("ul", guide.Checklist);
        }

        Append("h2", "资料来源");
        List("ul", guide.Sources.Select(source => source.Text));
        Append("p", $"审核：{guide.Reviewer}。全文：{SiteAddress.Absolute(website.Settings, guide.Address)}");
        return html.ToString();

        void Append(string element, string text) => html.Append('<').Append(element).Append('>').Append(WebUtility.HtmlEncode(text)).Append("</").Append(element).Append(">\n");

        void List(string element, IEnumerable<string> items)
        {
            html.Append('<').Append(element).Append(">\n");
            foreach (var item in items)
            {
                Append("li", item);
            }

            html.Append("</").Append(element).Append(">\n");
        }
    }

    private static IEnumerable<OutputFile> FilesOf(RenderContext context, GuidePage guide)
    {
        var website = context.Website;
        OutputFile[] drawings = [Drawn(CarrierAddresses.PosterFile(guide), () => PosterDrawing.Poster(website, guide)), Drawn(CarrierAddresses.TallFile(guide), () => PosterDrawing.Tall(website, guide))];
        var papers = Enum.GetValues<PaperSize>().Select(paper => new OutputFile(CarrierAddresses.PaperFile(guide, paper)[1..], output => output.Write(context.Posters.Load(guide, paper, context.IsTraditional))));
        return context.IsTraditional
            ? [.. drawings.Select(drawing => TraditionalPages.Drawing(website.Settings, drawing)), .. papers.Select(TraditionalPages.Placed)]
            : [.. drawings, .. papers, new(CarrierAddresses.ZipFile(guide)[1..], output => output.Write(Zip(context, guide)))];
    }

    private static byte[] Zip(RenderContext context, GuidePage guide)
    {
        var (website, texts) = (context.Website, CarrierTexts.Of(guide));
        ImmutableArray<(string Name, byte[] Bytes)> files =
        [
            ("article.html", Bytes($"<!DOCTYPE html>\n<html lang=\"{website.Settings.Language}\">\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(guide.Title)}</title>\n<h1>{WebUtility.HtmlEncode(guide.Title)}</h1>\n{Article(website, guide)}</html>\n")),
            ("banner.txt", Lines(texts.Banners)),
            ("led.txt", Lines(texts.Leds.Select(line => $"{line.Most}字：{line.Text}"))),
            ("loudspeaker.txt", Lines(texts.Announcements.Select(text => $"{text.Most}秒（约{text.Seconds}秒）：{text.Text}"))),
            ("phone.svg", Bytes(PosterDrawing.Tall(website, guide))),
            .. Enum.GetValues<PaperSize>().Select(paper => (CarrierAddresses.PaperName(paper), context.Posters.Load(guide, paper, isTraditional: false))),
            ("poster.svg", Bytes(PosterDrawing.Poster(website, guide))),
            ("LICENCE.txt", Lines(
            [
                $"出自：{website.Settings.Title}《{guide.Title}》，{SiteAddress.Absolute(website.Settings, guide.Address)}",
                $"审核：{guide.Reviewer}",
                website.Settings.Licence is { } licence ? $"许可：{licence}。写明出处，按许可使用。步骤的先后和数字请不要改。" : $"版权归{website.Settings.Organiser}；没有写明许可，转载、改动前请先联系。",
            ])),
        ];
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                Add(archive, name, bytes);
            }

            Add(archive, "SHA256SUMS", Bytes(string.Concat(files.Select(file => $"{Convert.ToHexStringLower(Sha256.HashData(file.Bytes))}  {file.Name}\n"))));
        }

        return stream.ToArray();
    }

    private static byte[] Lines(IEnumerable<string> lines) => Bytes(string.Concat(lines.Select(line => line + "\r\n")));

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        // A PDF is compressed in itself.
        var entry = archive.CreateEntry(name, name.EndsWith(".pdf", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        entry.LastWriteTime = Day;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static OutputFile Drawn(string address, Func<string> drawing) => new(address[1..], output => output.Write(Bytes(drawing())));
}
