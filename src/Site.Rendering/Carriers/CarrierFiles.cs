using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Net;
using System.Text;
using Site.Content.Guides;
using Site.Content.Markdown;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Exposures.Released;

namespace Site.Rendering.Carriers;

/// <summary>Files made from each guide: the poster, the picture of 9 : 16, and all of it with checksums and licence in one file.</summary>
internal static class CarrierFiles
{
    /// <summary>Two builds of one content are equal byte for byte, so no file bears the day of the build. The least day that the format can say.</summary>
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IEnumerable<OutputFile> Render(Website website, PublicInput input) => website.Of<GuidePage>().SelectMany(guide => new OutputFile[]
    {
        Text(CarrierAddresses.PosterFile(guide), () => Poster(website, guide)),
        Text(CarrierAddresses.TallFile(guide), () => Tall(website, guide)),
        new(CarrierAddresses.ZipFile(guide)[1..], output => output.Write(Zip(website, guide))),
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

    private static string Poster(Website website, GuidePage guide) =>
        PosterDrawing.Poster(CarrierTexts.Of(guide), Pictures(website, guide), SiteAddress.Absolute(website.Settings, guide.Address), website.Settings.Title);

    private static string Tall(Website website, GuidePage guide) =>
        PosterDrawing.Tall(CarrierTexts.Of(guide), Pictures(website, guide), SiteAddress.Absolute(website.Settings, guide.Address), website.Settings.Title);

    private static PosterPictures Pictures(Website website, GuidePage guide)
    {
        ImmutableArray<byte[]?> steps = [.. GuideSteps.PicturesOf(guide.Body).Select(picture => Load(website, guide, picture))];
        return new(steps.All(step => step is null) ? Load(website, guide, GuideSteps.PictureOf(guide.Body)) : null, steps);
    }

    private static byte[]? Load(Website website, GuidePage guide, Picture? picture) =>
        picture is not null && picture.Target.EndsWith(".svg", StringComparison.OrdinalIgnoreCase)
        && LinkTargets.Find(website, guide.Path, picture.Target) is LinkTarget.ToFile file ? file.File.Load() : null;

    private static byte[] Zip(Website website, GuidePage guide)
    {
        var texts = CarrierTexts.Of(guide);
        ImmutableArray<(string Name, string Text)> files =
        [
            ("article.html", $"<!DOCTYPE html>\n<html lang=\"{website.Settings.Language}\">\n<meta charset=\"utf-8\">\n<title>{WebUtility.HtmlEncode(guide.Title)}</title>\n<h1>{WebUtility.HtmlEncode(guide.Title)}</h1>\n{Article(website, guide)}</html>\n"),
            ("banner.txt", Lines(texts.Banners)),
            ("led.txt", Lines(texts.Leds.Select(line => $"{line.Most}字：{line.Text}"))),
            ("loudspeaker.txt", Lines(texts.Announcements.Select(text => $"{text.Most}秒（约{text.Seconds}秒）：{text.Text}"))),
            ("phone.svg", Tall(website, guide)),
            ("poster.svg", Poster(website, guide)),
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
            foreach (var (name, text) in files)
            {
                Add(archive, name, text);
            }

            Add(archive, "SHA256SUMS", string.Concat(files.Select(file => $"{Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(file.Text)))}  {file.Name}\n")));
        }

        return stream.ToArray();
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\r\n"));

    private static void Add(ZipArchive archive, string name, string text)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Day;
        using var stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static OutputFile Text(string address, Func<string> text) => new(address[1..], output => output.Write(Encoding.UTF8.GetBytes(text())));
}
