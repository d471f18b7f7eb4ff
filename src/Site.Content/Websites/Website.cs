using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Campaigns;
using Site.Content.Packs;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Search;
using Site.Content.Terms;
using Site.Content.Settings;
using Site.Content.Themes;
using Site.Core.Sources;
using Site.Privacy.Recognition;

namespace Site.Content.Websites;

/// <summary>
/// The whole site as read from <c>content/</c> and <c>site.yaml</c>, with only the pages that are out on the day of the build. It never changes;
/// what is looked up in it is put in order when it is made.
/// </summary>
public sealed class Website
{
    private readonly Dictionary<string, ContentFile> fileByPath;
    private readonly HashSet<string> lists;

    /// <summary>The first of each kind of pages, by its number: pages come by type.</summary>
    private readonly ImmutableArray<int> kinds;

    /// <param name="settings">What <c>site.yaml</c> says.</param>
    /// <param name="asOf">The day of the build.</param>
    /// <param name="pages">In the order of <see cref="Pages"/>.</param>
    /// <param name="files">In the order of <see cref="Files"/>; no two with one path.</param>
    public Website(SiteSettings settings, DateOnly asOf, ImmutableArray<Page> pages, ImmutableArray<ContentFile> files)
    {
        (Settings, AsOf, Pages, Files) = (settings, asOf, pages, files);
        ById = FirstBy(pages, page => page.Id);
        ByPath = FirstBy(pages, page => page.Path);
        ByAddress = FirstBy(pages, page => page.Address);
        Unproven = pages;
        fileByPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        lists = SiteUrls.ListsOf(pages);
        kinds = [.. Enumerable.Range(0, pages.Length).Where(at => at == 0 || pages[at].Type != pages[at - 1].Type || pages[at].GetType() != pages[at - 1].GetType())];
    }

    private Website(Website content, SiteSettings settings, FrozenSet<string> inputAddresses)
    {
        (Settings, AsOf, Pages, Files) = (settings, content.AsOf, content.Pages, content.Files);
        (ById, ByPath, ByAddress, fileByPath, lists, kinds) = (content.ById, content.ByPath, content.ByAddress, content.fileByPath, content.lists, content.kinds);
        (Unpublished, Refused, Suspicions, Campaign, SearchWords, HardWords, Packs, Theme, Editor, Digests) =
            (content.Unpublished, content.Refused, content.Suspicions, content.Campaign, content.SearchWords, content.HardWords, content.Packs, content.Theme, content.Editor, content.Digests);
        InputAddresses = inputAddresses;
        Unproven = Pages;
    }

    private Website(Website other, Page old, Page now)
        : this(other, other.Settings, other.InputAddresses)
    {
        Pages = [.. other.Pages.Select(Latest)];
        Unproven = Pages;
        (ById, ByPath, ByAddress) = (Copy(other.ById), Copy(other.ByPath), Copy(other.ByAddress));
        Campaign = other.Campaign is { } campaign ? (CampaignPage)Latest(campaign) : null;

        Page Latest(Page page) => ReferenceEquals(page, old) ? now : page;

        Dictionary<string, Page> Copy(IReadOnlyDictionary<string, Page> pages) => pages.ToDictionary(page => page.Key, page => Latest(page.Value), StringComparer.Ordinal);
    }

    public SiteSettings Settings { get; }

    /// <summary>The day of the build; nothing else knows what day it is.</summary>
    public DateOnly AsOf { get; }

    /// <summary>All pages, by type, then newest first where the type has days, then by order, then by address (ordinal).</summary>
    public ImmutableArray<Page> Pages { get; }

    /// <summary>Pictures, sounds and other files beside the pages, by path (ordinal).</summary>
    public ImmutableArray<ContentFile> Files { get; }

    /// <summary>Pages by <see cref="Page.Id"/>, ordinal; of two pages with one, the first.</summary>
    public IReadOnlyDictionary<string, Page> ById { get; }

    /// <summary>Pages by <see cref="Page.Path"/>, ordinal.</summary>
    public IReadOnlyDictionary<string, Page> ByPath { get; }

    /// <summary>Pages by <see cref="Page.Address"/>, ordinal; of two pages with one, the first.</summary>
    public IReadOnlyDictionary<string, Page> ByAddress { get; }

    /// <summary>Paths, addresses and ids of pages that are written but not out on this day: drafts, and those before their
    /// <c>publish</c> day or from their <c>expire</c> day on. Paths begin with <c>content/</c>, addresses with <c>/</c>.</summary>
    public FrozenSet<string> Unpublished { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Files that are there, but were left out for their names or folders.</summary>
    internal RefusedFiles Refused { get; init; } = RefusedFiles.Of([]);

    /// <summary>What looks private in the sources of pages, by place, but for what its own page declares as public.</summary>
    public ImmutableArray<Suspicion> Suspicions { get; init; } = [];

    /// <summary>The campaign that the home page shows, or null where there is none.</summary>
    public CampaignPage? Campaign { get; init; }

    /// <summary>What residents say and the site does not.</summary>
    public SearchWords SearchWords { get; init; } = SearchWords.None;

    /// <summary>Words that not everybody can read, with their readings, in the order in which they were written.</summary>
    public ImmutableArray<HardWord> HardWords { get; init; } = [];

    /// <summary>What of it comes from packs.</summary>
    public PackLayers Packs { get; init; } = PackLayers.None;

    /// <summary>What the site lays over a theme of the program, or null.</summary>
    public SiteTheme? Theme { get; init; }

    /// <summary>The editor beside the site, at <c>/admin/</c>, or null.</summary>
    public HostedEditor? Editor { get; init; }

    /// <summary>Path of the picture at the head of every page, from the site folder, or null for the program's: that of <c>site.yaml</c>, else the theme's.</summary>
    public string? Logo => Settings.Logo is { } own ? "content/" + own : Theme?.Logo?.Path;

    /// <summary>
    /// The pages of which it is not known that their links and pictures lead somewhere, in no particular order: all but those whose text stood on a site that was found to be without
    /// error, on the same ground, when all pages had the same outward parts and the same fragments as now.
    /// </summary>
    public ImmutableArray<Page> Unproven { get; private init; }

    /// <summary>Digests of the pages; null where nothing is remembered from build to build.</summary>
    public PageDigests? Digests { get; init; }

    /// <summary>Addresses of the pages and files that come from <c>input/</c>; none before the site is assembled.</summary>
    public FrozenSet<string> InputAddresses { get; } = FrozenSet<string>.Empty;

    /// <returns>The same site with what was read from <c>input/</c>.</returns>
    /// <param name="settings">Those of this site, perhaps with what the command line says otherwise.</param>
    /// <param name="inputAddresses">As in <see cref="InputAddresses"/>.</param>
    public Website Assemble(SiteSettings settings, FrozenSet<string> inputAddresses) => new(this, settings, inputAddresses);

    /// <returns>The same site, in which all pages but these are proven (<see cref="Unproven"/>).</returns>
    /// <param name="fresh">Paths of pages.</param>
    public Website Proven(IReadOnlySet<string> fresh) => new(this, Settings, InputAddresses) { Unproven = [.. fresh.Select(path => ByPath.GetValueOrDefault(path)).OfType<Page>()] };

    /// <returns>The same site with another text on one page.</returns>
    /// <param name="old">A page of it.</param>
    /// <param name="now">The same but for its body.</param>
    internal Website With(Page old, Page now) => new(this, old, now);

    /// <returns>Whether the generator makes a page (the first of a list) or a file of figures at this address.</returns>
    public bool HasList(string address) => lists.Contains(address) || InputAddresses.Contains(address);

    /// <returns>The file at this path relative to the site folder, or null.</returns>
    public ContentFile? FileAt(string path) => fileByPath.GetValueOrDefault(path);

    /// <returns>Pages of one type, in the order of <see cref="Pages"/>.</returns>
    public IEnumerable<T> Of<T>()
        where T : Page => OfKind(first => first is T).Cast<T>();

    /// <returns>The same.</returns>
    public IEnumerable<Page> Of(ContentType type) => OfKind(first => first.Type == type);

    /// <summary>Others than those that are wanted are not looked at: a site may have ten thousand pieces of news and a guide.</summary>
    private IEnumerable<Page> OfKind(Func<Page, bool> isWanted)
    {
        for (var kind = 0; kind < kinds.Length; kind++)
        {
            var (first, end) = (kinds[kind], kind + 1 < kinds.Length ? kinds[kind + 1] : Pages.Length);
            for (var at = isWanted(Pages[first]) ? first : end; at < end; at++)
            {
                yield return Pages[at];
            }
        }
    }

    private static Dictionary<string, Page> FirstBy(ImmutableArray<Page> pages, Func<Page, string> key)
    {
        var found = new Dictionary<string, Page>(pages.Length, StringComparer.Ordinal);
        foreach (var page in pages)
        {
            found.TryAdd(key(page), page);
        }

        return found;
    }
}

/// <summary>What can be told of pages without reading them.</summary>
/// <param name="Outward">Of all that a page of the site may show of other pages, those that are not out yet included: of everything but the bodies.</param>
/// <param name="Skeleton">Of outward parts without titles and summaries of pages that stand on lists alone (<see cref="ContentType.IsOnListsAlone"/>).</param>
/// <param name="Firm">Of all that a link from another page may lead to: of the outward parts and of the fragments within bodies (<see cref="BodyIds.DigestOf"/>).</param>
/// <param name="Pages">Of each page with its body and with what it has taken from other pages, by the path of its file.</param>
public sealed record PageDigests(Digest Outward, Digest Skeleton, Digest Firm, IReadOnlyDictionary<string, Digest> Pages)
{
    /// <summary>So many need no array: most lists have no more to a page.</summary>
    private const int Few = 32;

    /// <summary>The paths of <see cref="Pages"/>, in order (ordinal).</summary>
    public ImmutableArray<string> Paths { get; init; } = [.. Pages.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Gives a page by the path of its file as an earlier reading knows it, with its digest then; null where none does, and where the page takes anything from others.</summary>
    public Func<string, (Page Page, Digest Digest)?> Earlier { get; init; } = _ => null;

    /// <returns>Of what shows these pages with their bodies, and of others neither the bodies nor what stands on lists alone; the default digest where one of them is not known.</returns>
    /// <param name="pages">Null where there is none.</param>
    public Digest Of(params IReadOnlyCollection<Page?> pages)
    {
        Span<Digest> digests = pages.Count <= Few ? stackalloc Digest[Few] : new Digest[pages.Count];
        var count = 0;
        foreach (var page in pages)
        {
            if (page is not null)
            {
                digests[count++] = Pages.GetValueOrDefault(page.Path);
            }
        }

        return Of(digests[..count]);
    }

    /// <returns>The same.</returns>
    /// <param name="pages">The digests of <see cref="Pages"/>.</param>
    public Digest Of(ReadOnlySpan<Digest> pages)
    {
        Span<Digest> parts = pages.Length <= Few ? stackalloc Digest[Few + 1] : new Digest[pages.Length + 1];
        parts[0] = Skeleton;
        pages.CopyTo(parts[1..]);
        return pages.Contains(default) ? default : Digest.Of(parts[..(pages.Length + 1)]);
    }
}

/// <summary>Files of <c>content/</c> that were left out for their names or folders. That is one mistake: what refers to them is no other.</summary>
internal sealed class RefusedFiles
{
    private readonly FrozenSet<string> paths;

    private RefusedFiles(FrozenSet<string> paths) => this.paths = paths;

    /// <param name="paths">As on disk, from the site folder.</param>
    public static RefusedFiles Of(IEnumerable<string> paths) => new(paths.SelectMany(Spellings).ToFrozenSet(StringComparer.OrdinalIgnoreCase));

    /// <returns>Whether a path that is no file leads to one of them: as it is called now, in capitals or not, or as a message advised to call it.</returns>
    public bool Has(string path) => paths.Contains(path);

    private static IEnumerable<string> Spellings(string path) =>
        [path, string.Join('/', path.Split('/').Select(name => FileNames.Better(name) ?? name))];
}
