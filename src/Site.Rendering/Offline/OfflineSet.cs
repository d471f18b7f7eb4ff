using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Settings;
using Site.Content.Trees;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Sources;
using Site.Rendering.Guides;
using Site.Rendering.Pictures;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Offline;

/// <summary>
/// What devices keep for use without network: styles and scripts, home, the numbers to call, guides with their drawings, decisions and quizzes. A file's rank is its place in that order;
/// what is too much is left out from the end (<see cref="OfflineList"/>).
/// </summary>
internal static class OfflineSet
{
    /// <summary>The page that is shown in place of one that was not kept, and that tells what was.</summary>
    public const string Address = "/offline/";

    /// <summary>What the theme calls the service worker; a theme may have none.</summary>
    public const string Worker = "offline.js";

    /// <summary>Kinds of pages that help in the moment, in the order in which they are kept.</summary>
    private static readonly ImmutableArray<ContentType> Kinds = [GuidePage.Definition, DecisionPage.Definition, QuizPage.Definition];

    /// <returns>The same files, each with its rank; the worker beside them, in the folder that it serves. None has a rank where the theme has no worker.</returns>
    /// <remarks>Browsers know a worker by its address, so no hash is in its name.</remarks>
    public static IEnumerable<OutputFile> Ranked(IEnumerable<OutputFile> files, RenderContext context, IReadOnlyDictionary<string, ResponsivePicture> pictures)
    {
        if (context.Assets.Files.FirstOrDefault(asset => asset.Name == Worker) is not { } worker)
        {
            return files;
        }

        var ranks = Paths(context, pictures).Distinct(StringComparer.Ordinal).Select((path, rank) => (path, rank)).ToFrozenDictionary(pair => pair.path, pair => pair.rank, StringComparer.Ordinal);
        return files.Select(file => ranks.TryGetValue(file.Path, out var rank) ? file with { OfflineRank = rank } : file).Append(new(Worker, output => output.Write(worker.Bytes.Span)));
    }

    /// <returns>The page that tells what is kept.</returns>
    public static IEnumerable<Route> Routes(RenderContext context)
    {
        yield return new(Address, null, false, () => new OfflineView
        {
            Address = Address,
            Title = "断网也能看",
            Crumbs = [PageLink.Home],
            Groups = [.. Kinds.Select(kind => (kind.ListTitle, PagesOf(context.Website, kind).ToImmutableArray())).Where(group => !group.Item2.IsEmpty)],
        });
    }

    private static IEnumerable<Page> PagesOf(Website website, ContentType kind) =>
        website.Of(kind).OrderBy(page => page.Order).ThenBy(page => page.Address, StringComparer.Ordinal);

    /// <returns>Paths in the output folder, the most needed first; some may not be there, some stand twice.</returns>
    private static IEnumerable<string> Paths(RenderContext context, IReadOnlyDictionary<string, ResponsivePicture> pictures)
    {
        foreach (var asset in context.Assets.Files.Where(asset => asset.Name != Worker))
        {
            yield return "assets/" + asset.FileName;
        }

        if (context.Logo is { } logo)
        {
            yield return PublishedPictures.Path(logo.Fallback);
        }

        foreach (var address in (string[])[Address, "/", "/report/"])
        {
            yield return SiteAddress.FilePath(address);
        }

        foreach (var kind in Kinds)
        {
            yield return SiteAddress.FilePath(kind.ListAddress);
            foreach (var page in PagesOf(context.Website, kind))
            {
                yield return SiteAddress.FilePath(page.Address);
                if (page is GuidePage { Easy.IsEmpty: false } guide)
                {
                    yield return SiteAddress.FilePath(EasyGuides.AddressOf(guide));
                }

                foreach (var drawing in DrawingsOf(page, pictures))
                {
                    yield return drawing;
                }
            }
        }
    }

    /// <remarks>Of photographs the browser chooses a size by the window, so that none of them could be relied on.</remarks>
    private static IEnumerable<string> DrawingsOf(Page page, IReadOnlyDictionary<string, ResponsivePicture> pictures) =>
        from picture in page.Body.Placeholders.OfType<Placeholder.Image>().Select(image => image.Picture).Concat(page.Image is { } own ? [own] : [])
        let path = LinkTargets.Join(page.Path, picture.Target)
        where path is not null && pictures.TryGetValue(path, out var made) && made.Smaller.IsEmpty
        select PublishedPictures.Path(pictures[path].Fallback);
}

/// <summary>The page that tells what is kept for use without network.</summary>
public sealed record OfflineView : View
{
    /// <summary>What is kept, by kind, none empty.</summary>
    public required ImmutableArray<(string Title, ImmutableArray<Page> Pages)> Groups { get; init; }

    public override bool IsIndexed => false;
}
