using Site.Tests;

namespace Site.BrowserTests;

/// <summary>Builds a site from one text, for tests that need other content than this repository's.</summary>
internal static class SmallSite
{
    /// <param name="text">Files, each after a line <c>-- path --</c>; <c>site.yaml</c> need not be among them.</param>
    public static async Task<BuiltSite> BuildAsync(string text, Uri? url = null)
    {
        using var site = new SiteFolder(text);
        return await BuiltSite.BuildAsync(site.Path, url);
    }
}
