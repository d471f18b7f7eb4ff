namespace Site.Cli;

/// <summary>What a build is asked to do.</summary>
/// <param name="Site">Folder with site.yaml and content/, absolute.</param>
/// <param name="Output">Folder to replace, absolute.</param>
/// <param name="Url">Address to use in place of the one in site.yaml, or null.</param>
/// <param name="AsOf">The day it is.</param>
/// <param name="WithDrafts">Whether drafts are pages too.</param>
/// <param name="WithSearch">Whether to make a search index.</param>
/// <param name="IsStrict">Whether missing footer entries are errors.</param>
internal sealed record BuildRequest(
    string Site, string Output, Uri? Url, DateOnly AsOf, bool WithDrafts, bool WithSearch, bool IsStrict)
{
    /// <summary>Whether the published site's search index will do, where there is one: a preview need not find its newest words.</summary>
    public bool KeepsSearchIndex { get; init; }
}
