using Site.Cli.Edges;
using Site.Model;
using Site.Rendering;

namespace Site.Cli;

/// <summary>Gathers what rendering needs and cannot make itself.</summary>
internal static class Workshop
{
    /// <summary>Adds bundles, share pictures and charts to the pictures; Node.js is started only for what the caches lack.</summary>
    /// <param name="request">Whether there will be a search index.</param>
    public static async Task<Materials> MakeAsync(
        BuildRequest request, Website website, Release release, IReadOnlyDictionary<string, MadePicture> pictures, NodeWorker worker) => new()
        {
            Assets = ThemeBundle.Load(website.Settings.Theme),
            Pictures = pictures,
            SharePictures = await SharePictureWorkshop.MakeAsync(SharePictureOrders.Of(website, release), worker),
            Charts = await ChartWorkshop.MakeAsync(ChartOrders.Of(release), worker),
            HasSearch = request.WithSearch,
        };
}
