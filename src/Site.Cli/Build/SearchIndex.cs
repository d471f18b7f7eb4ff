using System.Text.Json.Nodes;
using Site.Cli.Infrastructure;

namespace Site.Cli.Build;

/// <summary>Makes the search index of a finished site, through Node.js.</summary>
internal static class SearchIndex
{
    /// <summary>Folder of the index in the site.</summary>
    public const string Folder = "pagefind";

    /// <summary>Indexes all pages of a folder into its own folder <c>pagefind</c>.</summary>
    /// <param name="site">The folder of HTML, absolute.</param>
    /// <exception cref="EnvironmentException">The index could not be made.</exception>
    public static async Task MakeAsync(string site, NodeWorker worker)
    {
        var reply = await worker.RunAsync(new JsonObject
        {
            ["job"] = "search",
            ["site"] = site,
            ["output"] = Path.Combine(site, Folder),
        });
        if (reply.TryGetProperty("error", out var error))
        {
            throw new EnvironmentException($"生成搜索索引失败：{error.GetProperty("message").GetString()}");
        }
    }
}
