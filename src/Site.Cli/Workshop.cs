using Site.Cli.Edges;
using Site.Model;
using Site.Rendering;

namespace Site.Cli;

/// <summary>Gathers what rendering needs and cannot make itself: bundles, pictures, share pictures.</summary>
internal static class Workshop
{
    /// <summary>Makes everything, as far as the caches lack it; Node.js is started only when something is to be made.</summary>
    /// <param name="request">Where the site lies, and whether there will be a search index.</param>
    public static async Task<Checked<Materials>> MakeAsync(BuildRequest request, Website website, NodeWorker worker)
    {
        var pictures = await PictureWorkshop.MakeAsync(request.Site, ShownPictures.Of(website), worker);
        return new(
            new()
            {
                Assets = ThemeBundle.Load(website.Settings.Theme),
                Pictures = pictures.Value,
                SharePictures = await SharePictureWorkshop.MakeAsync(SharePictureOrders.Of(website), worker),
                HasSearch = request.WithSearch,
            },
            pictures.Problems);
    }
}
