using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Released;

namespace Site.Cli.Build;

/// <summary>The first half of the line: from the site folder to a website and what may be shown beside it, and all that is wrong with them.</summary>
internal static class SiteLoader
{
    /// <summary>Reads and checks everything that writers wrote.</summary>
    /// <param name="request">Where the site lies, and as of which day.</param>
    /// <param name="disclose">Gives what may be shown of <c>input/</c>; links lead there too.</param>
    /// <param name="more">Files that are to be read as if they lay there too.</param>
    /// <returns>The website with the diagnostics of both, and the release.</returns>
    public static (Result<Website> Website, PublicInput Release) Read(
        BuildRequest request, Func<Website, Result<PublicInput>> disclose, params ImmutableArray<SourceFile> more)
    {
        var content = SourceFolder.List(request.Site, "content");
        var files = content.Value.AddRange(more);
        var links = SourceFolder.FindLink(request.Site, "site.yaml");
        var read = WebsiteReader.Read(SourceFolder.Find(request.Site, "site.yaml"), files, request.AsOf, request.WithDrafts);
        var settled = request.Url is null ? read.Value : read.Value with { Settings = read.Value.Settings with { Url = request.Url } };
        var release = disclose(settled);
        var website = settled with { InputAddresses = InputAddresses.Of(release.Value) };
        var found = Checks.FindInContent(website).Concat(Checks.FindInFiles(files, website)).Concat(ThemeRegistry.Find(website));
        var diagnostics = content.Diagnostics.Concat(links).Concat(read.Diagnostics).Concat(release.Diagnostics)
            .Concat(request.IsStrict ? Checks.Strictly(found) : found).Sorted();
        return (new(website, diagnostics), release.Value);
    }

    /// <summary>Reads and checks what lies in <c>content/</c> alone.</summary>
    public static Result<Website> ReadContent(BuildRequest request, params ImmutableArray<SourceFile> more) =>
        Read(request, _ => new(PublicInput.Empty, []), more).Website;
}
