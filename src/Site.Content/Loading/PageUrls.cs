using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Content.Loading;

/// <summary>Addresses that the program keeps for itself.</summary>
internal static class PageUrls
{
    /// <summary>Reports, as <c>address/reserved</c>, an address that the program itself fills.</summary>
    public static void FindReserved(Page page, List<Diagnostic> diagnostics)
    {
        var segments = page.Address.Trim('/').Split('/');
        if (segments.FirstOrDefault(name => FileNames.IsDevice(name)) is { } device)
        {
            diagnostics.Add(Diagnostic.Error("file/name", new(page.Path),
                $"这一页的地址会是 {page.Address}，其中的 “{device}” 是 Windows 保留的设备名，在 Windows 上建不出这个文件夹。", "给文件换一个名称。"));
        }

        var isReserved = Array.IndexOf(segments, "page") >= 0
            || segments.Any(HasEnding)
            || (page.Type.Addressing == PageAddressing.AtRoot && (ReservedFirst.Contains(segments[0]) || segments[0][0] == '_'));
        if (isReserved)
        {
            diagnostics.Add(Diagnostic.Error("address/reserved", new(page.Path),
                $"这一页的地址会是 {page.Address}，这个地址本站另有用处。", "换一个文件名或文件夹名。"));
        }
    }

    /// <returns>Whether the program itself fills an old address, or one below it, whatever the pages; capitals do not count.</returns>
    public static bool IsGenerated(string address)
    {
        var segments = address.ToLowerInvariant().Trim('/').Split('/');
        return segments[0] is "" || segments[0].StartsWith('_') || (segments is [var only] && ReservedFirst.Contains(only)) || SiteUrls.IsGeneratedFile(address);
    }

    /// <summary>First names of addresses that are lists, tools or folders of files.</summary>
    private static readonly HashSet<string> ReservedFirst =
    [
        .. ContentTypes.All.Where(type => type.Addressing != PageAddressing.AtRoot).Select(type => type.Folder),
        "search", "topics", "tags", "sectors", "audiences", "assets", "data", "exposures", "statistics", "media", "share", "index", "404",
    ];

    /// <returns>Whether a name ends as a file does (<c>feed.xml</c>); a number after the dot (<c>2.0</c>) is no such ending.</returns>
    private static bool HasEnding(string name) =>
        name.LastIndexOf('.') is var dot and >= 0 && name.AsSpan(dot + 1).ContainsAnyInRange('a', 'z');
}
