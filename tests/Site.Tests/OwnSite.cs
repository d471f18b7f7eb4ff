using System.Collections.Immutable;
using Site.Content.Loading;
using Site.Content.Websites;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>The site of this repository with its drafts, on 10 June 2026 unless another day is asked for.</summary>
internal static class OwnSite
{
    public static Website Read(DateOnly? asOf = null)
    {
        var content = Path.Combine(Repository.Root, "content");
        var files = Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => new SourceFile("content/" + Path.GetRelativePath(content, path), new FileInfo(path).Length, () => File.ReadAllBytes(path))).ToImmutableArray();
        return WebsiteReader.Read(SampleSite.File("site.yaml", File.ReadAllText(Path.Combine(Repository.Root, "site.yaml"))), files, asOf ?? new(2026, 6, 10), true).Value;
    }
}
