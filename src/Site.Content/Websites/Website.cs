using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Privacy.Recognition;

namespace Site.Content.Websites;

/// <summary>The whole site as read from <c>content/</c> and <c>site.yaml</c>, with only the pages that are out on the day of the build.</summary>
public sealed record Website
{
    public required SiteSettings Settings { get; init; }

    /// <summary>The day of the build; nothing else knows what day it is.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>All pages, by kind, then newest first where the kind has dates, then by order, then by address (ordinal).</summary>
    public required ImmutableArray<Page> Pages { get; init; }

    /// <summary>Pictures, sounds and other files beside the pages, by path (ordinal).</summary>
    public required ImmutableArray<ContentFile> Files { get; init; }

    /// <summary>Pages by <see cref="Page.Id"/>, ordinal.</summary>
    public required IReadOnlyDictionary<string, Page> ById { get; init; }

    /// <summary>Pages by <see cref="Page.Path"/>, ordinal.</summary>
    public required IReadOnlyDictionary<string, Page> ByPath { get; init; }

    /// <summary>Pages by <see cref="Page.Address"/>, ordinal.</summary>
    public IReadOnlyDictionary<string, Page> ByAddress => byAddress ??= ByAddresses();

    /// <summary>Paths, addresses and ids of pages that are written but not out on this day: drafts, and those before their
    /// <c>publish</c> day or from their <c>expire</c> day on. Paths begin with <c>content/</c>, addresses with <c>/</c>.</summary>
    public FrozenSet<string> Unpublished { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What looks private in the sources of pages, by place, but for what its own page declares as public.</summary>
    public ImmutableArray<Suspicion> Suspicions { get; init; } = [];

    /// <summary>Addresses of the pages and files that come from <c>input/</c>, as <c>InputAddresses</c> gives them.</summary>
    public FrozenSet<string> InputAddresses { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The campaign that the home page shows, or null where there is none.</summary>
    public CampaignPage? Campaign { get; init; }

    private Dictionary<string, Page>? byAddress;
    private Dictionary<string, ContentFile>? fileByPath;
    private HashSet<string>? listAddresses;

    /// <summary>Addresses of the lists and tools that the generator makes for this site, worked out once.</summary>
    internal HashSet<string> ListAddresses => listAddresses ??= SiteUrls.AddressesOf(this);

    /// <returns>The file at this path relative to the site folder, or null.</returns>
    public ContentFile? FileAt(string path) =>
        (fileByPath ??= Files.ToDictionary(file => file.Path, StringComparer.Ordinal)).GetValueOrDefault(path);

    /// <returns>Pages of one kind, in the order of <see cref="Pages"/>.</returns>
    public IEnumerable<T> Of<T>()
        where T : Page => Pages.OfType<T>();

    private Dictionary<string, Page> ByAddresses()
    {
        var pages = new Dictionary<string, Page>(Pages.Length, StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            pages.TryAdd(page.Address, page);
        }

        return pages;
    }
}
