using System.Collections.Immutable;
using Site.Checking;
using Site.Cli.Edges;
using Site.Model;
using Site.Reading;

namespace Site.Cli;

/// <summary>The first half of the line: from the site folder to a website, and all that is wrong with it.</summary>
internal static class ReadingLine
{
    /// <summary>Reads and checks everything that writers wrote.</summary>
    /// <param name="request">Where the site lies, and as of which day.</param>
    /// <param name="more">Files that are to be read as if they lay there too.</param>
    public static Checked<Website> Read(BuildRequest request, params ImmutableArray<SourceFile> more)
    {
        var content = SourceFolder.List(request.Site, "content");
        var files = content.Value.AddRange(more);
        var links = SourceFolder.FindLink(request.Site, "site.yaml");
        var read = WebsiteReader.Read(SourceFolder.Find(request.Site, "site.yaml"), files, request.AsOf, request.WithDrafts);
        var website = request.Url is null ? read.Value : read.Value with { Settings = read.Value.Settings with { Url = request.Url } };
        var found = Checks.FindInContent(website).Concat(Checks.FindInFiles(files, website)).Concat(Themes.Find(website));
        return new(website, content.Problems.Concat(links).Concat(read.Problems).Concat(request.IsStrict ? Checks.Strictly(found) : found).Sorted());
    }
}
