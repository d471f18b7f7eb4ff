using System.Collections.Immutable;
using Site.Checking;
using Site.Cli.Edges;
using Site.Model;
using Site.Reading;

namespace Site.Cli;

/// <summary>The first half of the line: from the site folder to a website and what may be shown beside it, and all that is wrong with them.</summary>
internal static class ReadingLine
{
    /// <summary>Reads and checks everything that writers wrote.</summary>
    /// <param name="request">Where the site lies, and as of which day.</param>
    /// <param name="disclose">Gives what may be shown of <c>input/</c>; links lead there too.</param>
    /// <param name="more">Files that are to be read as if they lay there too.</param>
    /// <returns>The website with the problems of both, and the release.</returns>
    public static (Checked<Website> Website, Release Release) Read(
        BuildRequest request, Func<Website, Checked<Release>> disclose, params ImmutableArray<SourceFile> more)
    {
        var content = SourceFolder.List(request.Site, "content");
        var files = content.Value.AddRange(more);
        var links = SourceFolder.FindLink(request.Site, "site.yaml");
        var read = WebsiteReader.Read(SourceFolder.Find(request.Site, "site.yaml"), files, request.AsOf, request.WithDrafts);
        var settled = request.Url is null ? read.Value : read.Value with { Settings = read.Value.Settings with { Url = request.Url } };
        var release = disclose(settled);
        var website = settled with { Released = ReleaseAddresses.Of(release.Value) };
        var found = Checks.FindInContent(website).Concat(Checks.FindInFiles(files, website)).Concat(Themes.Find(website));
        var problems = content.Problems.Concat(links).Concat(read.Problems).Concat(release.Problems)
            .Concat(request.IsStrict ? Checks.Strictly(found) : found).Sorted();
        return (new(website, problems), release.Value);
    }

    /// <summary>Reads and checks what lies in <c>content/</c> alone.</summary>
    public static Checked<Website> ReadContent(BuildRequest request, params ImmutableArray<SourceFile> more) =>
        Read(request, _ => new(Release.Empty, []), more).Website;
}
