using System.Collections.Frozen;

namespace Site.Cli.Local;

/// <summary>The media type of a file of the site, by its name.</summary>
internal static class MediaTypes
{
    /// <summary>For the terms of the search and every ending that is not in the table.</summary>
    private const string Bytes = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByEnding = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8",
        [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/plain; charset=utf-8",
        [".csv"] = "text/csv; charset=utf-8",
        [".ics"] = "text/calendar; charset=utf-8",
        [".vtt"] = "text/vtt; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".jsonld"] = "application/ld+json; charset=utf-8",
        [".webmanifest"] = "application/manifest+json; charset=utf-8",
        [".xml"] = "application/xml; charset=utf-8",
        [".svg"] = "image/svg+xml; charset=utf-8",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".webp"] = "image/webp",
        [".gif"] = "image/gif",
        [".ico"] = "image/x-icon",
        [".mp3"] = "audio/mpeg",
        [".m4a"] = "audio/mp4",
        [".ogg"] = "audio/ogg",
        [".mp4"] = "video/mp4",
        [".webm"] = "video/webm",
        [".pdf"] = "application/pdf",
        [".woff2"] = "font/woff2",
        [".zip"] = "application/zip",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="path">With forward slashes: <c>news/feed.xml</c>.</param>
    public static string Of(string path) =>
        path[(path.LastIndexOf('/') + 1)..] switch
        {
            "feed.xml" => "application/atom+xml; charset=utf-8",
            "feed.json" => "application/feed+json; charset=utf-8",
            "_headers" => "text/plain; charset=utf-8",
            var name => ByEnding.GetValueOrDefault(Path.GetExtension(name), Bytes),
        };
}
