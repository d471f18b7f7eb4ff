using System.Collections.Immutable;
using Site.Content.StructuredData;
using Site.Content.Websites;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Exposures;

/// <summary>Routes of exposure entries: their lists, a page each, and what is left of withdrawn ones. Nothing where there has never been one.</summary>
internal static class ExposureRoutes
{
    private const int MostOnWall = 12;

    public static IEnumerable<Route> Of(RenderContext context)
    {
        var release = context.Input;
        if (release.Exposures.IsEmpty && release.PastExposures.IsEmpty && release.WithdrawnExposures.IsEmpty)
        {
            return [];
        }

        ImmutableArray<ExposureList> sisters = [ExposureLists.All(release), .. ExposureLists.Kinds(release), ExposureLists.Rectified(release)];
        ImmutableArray<PageLink> others = [.. sisters.Select(list => new PageLink(list.Address == ExposureAddresses.Home ? "全部" : list.Title, list.Address))];
        return
        [
            .. sisters.SelectMany(list => Paged(context, list, others)),
            .. ExposureLists.Narrower(release).SelectMany(group => group.Lists).SelectMany(list => Paged(context, list, others)),
            .. release.Exposures.Select(entry => Page(context, entry, isListed: true)),
            .. release.PastExposures.Select(entry => Page(context, entry, isListed: false)),
            .. release.WithdrawnExposures.Select(id => Withdrawn(context, id)),
        ];
    }

    private static IEnumerable<Route> Paged(RenderContext context, ExposureList list, ImmutableArray<PageLink> others) =>
        Enumerable.Range(1, list.PageCount).Select(number =>
            new Route(SiteUrls.PageOf(list.Address, number), null, true, () => View(context, list, number, others))
            {
                Search = number == 1 && list.Address == ExposureAddresses.Home ? () => Found(list) : null,
            });

    private static ExposuresView View(RenderContext context, ExposureList list, int number, ImmutableArray<PageLink> others)
    {
        var isHome = list.Address == ExposureAddresses.Home;
        return new()
        {
            Address = SiteUrls.PageOf(list.Address, number),
            Title = number == 1 ? list.Title : $"{list.Title}（第{number}页）",
            Description = $"{list.Lead}共{list.Items.Length}条。",
            Section = ExposureAddresses.Home,
            Crumbs = [PageLink.Home, .. Parents(list, number, isHome)],
            Lead = list.Lead,
            Items = [.. list.Items.Skip((number - 1) * ExposureList.PageSize).Take(ExposureList.PageSize)],
            Total = list.Items.Length,
            Number = number,
            Count = list.PageCount,
            AddressOf = page => SiteUrls.PageOf(list.Address, page),
            Filters = isHome ? ExposureFilters.Of(context.Input) : [],
            Narrower = isHome ? Narrower(context.Input) : [],
            Others = others,
            Wall = list.Address == ExposureAddresses.Rectified && number == 1 ? [.. list.Items.Where(entry => entry is { Picture: not null, PictureAfter: not null }).Take(MostOnWall)] : [],
            HazardTypes = isHome && number == 1 ? HazardTypes(list.Items) : [],
            Progress = list.Address == ExposureAddresses.Rectified ? [.. context.Input.Progress().Select(kind => new Tally(kind.Label, kind.Rectified, kind.All))] : [],
        };
    }

    private static IEnumerable<PageLink> Parents(ExposureList list, int number, bool isHome) =>
        isHome && number == 1 ? []
        : isHome || number == 1 ? [new("曝光台", ExposureAddresses.Home)]
        : [new("曝光台", ExposureAddresses.Home), new(list.Title, list.Address)];

    private static Route Page(RenderContext context, SafeExposure entry, bool isListed) => new(
        ExposureAddresses.Of(entry.Id), Changed(entry), isListed, () => new ExposureView
        {
            Address = ExposureAddresses.Of(entry.Id),
            Title = entry.Subject,
            IsSample = entry.IsSample,
            Description = entry.Kind is ExposureVocabularies.RedList or ExposureVocabularies.BlackList
                ? $"{ExposureVocabularies.StatusLabel(entry.Kind, entry.Status)}：{entry.Hazard}"
                : $"{ExposureVocabularies.StatusLabel(entry.Kind, entry.Status)}。{ExposureVocabularies.Kinds.Label(entry.Kind)}：{entry.Hazard}",
            Section = ExposureAddresses.Home,
            Crumbs = [PageLink.Home, new("曝光台", ExposureAddresses.Home)],
            Entry = entry,
            IsListed = isListed,
        })
    {
        Search = isListed ? () => Found(entry) : null,
    };

    private static SearchDocument Found(ExposureList list) => SearchDocument.OfList(
        list.Address, list.Title, list.Lead, [.. ExposureVocabularies.Kinds.Select(kind => kind.Label), "曝光", "黑名单", "红名单", "公示", "处罚"]);

    private static SearchDocument Found(SafeExposure entry) => new()
    {
        Address = ExposureAddresses.Of(entry.Id),
        Title = entry.MarkedSubject(),
        Summary = entry.Hazard,
        Kind = "曝光",
        Weight = 45,
        IsPast = entry.Status == ExposureVocabularies.Rectified,
        Texts =
        [
            entry.Decision, entry.Area, entry.Place, ExposureVocabularies.Kinds.Label(entry.Kind), ExposureVocabularies.StatusLabel(entry.Kind, entry.Status),
            .. entry.LegalBases.Select(basis => basis.Text), .. entry.Reasons.Select(reason => ExposureVocabularies.Reasons.Label(reason)),
        ],
    };

    private static Route Withdrawn(RenderContext context, string id) => new(ExposureAddresses.Of(id), null, false, () => new WithdrawnView
    {
        Address = ExposureAddresses.Of(id),
        Title = "这条信息已撤下",
        Section = ExposureAddresses.Home,
        Crumbs = [PageLink.Home, new("曝光台", ExposureAddresses.Home)],
    });

    /// <summary>Nothing where days are coarse: the map of the site must tell no more than the page.</summary>
    private static DateOnly? Changed(SafeExposure entry) =>
        entry.Published.Precision == DayPrecision.Day ? entry.StatusOn?.First ?? entry.Published.First : null;

    private static ImmutableArray<BrowseGroup> Narrower(PublicInput release) =>
    [
        .. ExposureLists.Narrower(release).Select(group => new BrowseGroup(
            group.Label, [.. group.Lists.Select(list => new BrowseList(new(list.Title.Split('：')[^1], list.Address), list.Items.Length, "条"))])),
    ];

    private static ImmutableArray<Tally> HazardTypes(ImmutableArray<SafeExposure> entries)
    {
        var types = entries.Where(entry => entry.HazardType is not null).ToList();
        return
        [
            .. ExposureVocabularies.HazardTypes.Select(term => new Tally(term.Label, types.Count(entry => entry.HazardType == term.Id), types.Count))
                .Where(tally => tally.Count > 0).OrderByDescending(tally => tally.Count),
        ];
    }
}

/// <summary>The page of an exposure entry.</summary>
public sealed record ExposureView : View
{
    public required SafeExposure Entry { get; init; }

    /// <summary>Whether it stands on the lists; an entry put right long ago does not, and search engines are asked to forget it.</summary>
    public required bool IsListed { get; init; }

    public override bool IsIndexed => IsListed;

    public override SchemaThing Describe(SchemaContext context) => new SchemaPage { Type = "WebPage" };
}

/// <summary>One of the pages of a list of exposure entries: all, of one kind, or those put right.</summary>
public sealed record ExposuresView : View
{
    /// <summary>What the list holds, in a sentence.</summary>
    public required string Lead { get; init; }

    /// <summary>Up to 100 entries.</summary>
    public required ImmutableArray<SafeExposure> Items { get; init; }

    /// <summary>How many entries the whole list has, 0 or more.</summary>
    public required int Total { get; init; }

    /// <summary>Which of its pages this is, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How many pages the list is spread over, 1 or more.</summary>
    public required int Count { get; init; }

    /// <summary>Addresses of the list's pages; <see cref="Count"/> of them.</summary>
    public required Func<int, string> AddressOf { get; init; }

    /// <summary>The groups <c>district</c>, <c>sector</c>, <c>kind</c> and <c>status</c>, as for halls; empty where the list has no filter.</summary>
    public ImmutableArray<FilterGroup> Filters { get; init; } = [];

    /// <summary>Where the list has more than one page: lists narrowed by one thing each, which reach over all its pages.</summary>
    public ImmutableArray<BrowseGroup> Narrower { get; init; } = [];

    /// <summary>Sister lists: all, each kind, those put right; the one shown is among them.</summary>
    public required ImmutableArray<PageLink> Others { get; init; }

    /// <summary>For the list of those put right: the newest that show how it was and how it is, 12 at most.</summary>
    public ImmutableArray<SafeExposure> Wall { get; init; } = [];

    /// <summary>Entries of each type of hazard, the most frequent first; empty where the list does not show them.</summary>
    public ImmutableArray<Tally> HazardTypes { get; init; } = [];

    /// <summary>For the list of those put right: how many of each kind have been, also those that have left the lists.</summary>
    public ImmutableArray<Tally> Progress { get; init; } = [];
}

/// <summary>How many there are of something.</summary>
/// <param name="Label">Of what, in simplified Chinese.</param>
/// <param name="Count">How many, 0 or more.</param>
/// <param name="Of">Of how many in all, no less than <paramref name="Count"/>.</param>
public sealed record Tally(string Label, int Count, int Of);

/// <summary>What is left of a withdrawn exposure entry: that it was withdrawn.</summary>
public sealed record WithdrawnView : View
{
    public override bool IsIndexed => false;
}
