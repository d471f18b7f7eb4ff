using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Routes of exposure entries: their lists, a page each, and what is left of withdrawn ones. Nothing where there has never been one.</summary>
internal static class ExposureRoutes
{
    public static IEnumerable<Route> Of(Stage stage)
    {
        var release = stage.Release;
        if (release.Exposures.IsEmpty && release.PastExposures.IsEmpty && release.WithdrawnExposures.IsEmpty)
        {
            return [];
        }

        ImmutableArray<ExposureList> sisters = [ExposureLists.All(release), .. ExposureLists.Kinds(release), ExposureLists.Rectified(release)];
        ImmutableArray<PageLink> others = [.. sisters.Select(list => new PageLink(list.Address == ExposureAddresses.Home ? "全部" : list.Title, list.Address))];
        return
        [
            .. sisters.SelectMany(list => Paged(stage, list, others)),
            .. ExposureLists.Narrower(release).SelectMany(group => group.Lists).SelectMany(list => Paged(stage, list, others)),
            .. release.Exposures.Select(entry => Page(stage, entry, isListed: true)),
            .. release.PastExposures.Select(entry => Page(stage, entry, isListed: false)),
            .. release.WithdrawnExposures.Select(id => Withdrawn(stage, id)),
        ];
    }

    private static IEnumerable<Route> Paged(Stage stage, ExposureList list, ImmutableArray<PageLink> others) =>
        Enumerable.Range(1, list.PageCount).Select(number =>
            new Route(Lists.PageOf(list.Address, number), null, true, () => View(stage, list, number, others)));

    private static ExposuresView View(Stage stage, ExposureList list, int number, ImmutableArray<PageLink> others)
    {
        var isHome = list.Address == ExposureAddresses.Home;
        return new()
        {
            Website = stage.Website,
            Address = Lists.PageOf(list.Address, number),
            Title = number == 1 ? list.Title : $"{list.Title}（第{number}页）",
            Description = $"{list.Lead}共{list.Items.Length}条。",
            Section = ExposureAddresses.Home,
            Crumbs = [Stage.Home, .. Parents(list, number, isHome)],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Lead = list.Lead,
            Items = [.. list.Items.Skip((number - 1) * ExposureList.PageSize).Take(ExposureList.PageSize)],
            Total = list.Items.Length,
            Number = number,
            Count = list.PageCount,
            AddressOf = page => Lists.PageOf(list.Address, page),
            Filters = isHome ? stage.ExposureFilters : [],
            FilterStyles = stage.FilterStyles,
            Narrower = isHome ? Narrower(stage.Release) : [],
            Others = others,
            HazardTypes = isHome && number == 1 ? HazardTypes(list.Items) : [],
            Progress = list.Address == ExposureAddresses.Rectified ? Progress(stage.Release) : [],
        };
    }

    private static IEnumerable<PageLink> Parents(ExposureList list, int number, bool isHome) =>
        isHome && number == 1 ? []
        : isHome || number == 1 ? [new("曝光台", ExposureAddresses.Home)]
        : [new("曝光台", ExposureAddresses.Home), new(list.Title, list.Address)];

    private static Route Page(Stage stage, SafeExposure entry, bool isListed) => new(
        ExposureAddresses.Of(entry.Id), Changed(entry), isListed, () => new ExposureView
        {
            Website = stage.Website,
            Address = ExposureAddresses.Of(entry.Id),
            Title = entry.Subject,
            IsSample = entry.IsSample,
            Description = $"{ExposureVocabularies.StatusLabel(entry.Kind, entry.Status)}。{ExposureVocabularies.Kinds.Label(entry.Kind)}：{entry.Hazard}",
            Section = ExposureAddresses.Home,
            Crumbs = [Stage.Home, new("曝光台", ExposureAddresses.Home)],
            Resolve = stage.Resolve,
            Assets = stage.Assets,
            Entry = entry,
            IsListed = isListed,
        });

    private static Route Withdrawn(Stage stage, string id) => new(ExposureAddresses.Of(id), null, false, () => new WithdrawnView
    {
        Website = stage.Website,
        Address = ExposureAddresses.Of(id),
        Title = "这条信息已撤下",
        Section = ExposureAddresses.Home,
        Crumbs = [Stage.Home, new("曝光台", ExposureAddresses.Home)],
        Resolve = stage.Resolve,
        Assets = stage.Assets,
    });

    /// <summary>Nothing where days are coarse: the map of the site must tell no more than the page.</summary>
    private static DateOnly? Changed(SafeExposure entry) =>
        entry.Published.Precision == DayPrecision.Day ? entry.StatusOn?.First ?? entry.Published.First : null;

    private static ImmutableArray<BrowseGroup> Narrower(Release release) =>
    [
        .. ExposureLists.Narrower(release).Select(group => new BrowseGroup(
            group.Label, [.. group.Lists.Select(list => new BrowseList(new(list.Title.Split('：')[^1], list.Address), list.Items.Length))])),
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

    private static ImmutableArray<Tally> Progress(Release release)
    {
        var all = release.Exposures.Concat(release.PastExposures).ToList();
        return
        [
            .. ExposureVocabularies.Kinds.Where(kind => kind.Id != ExposureVocabularies.RedList)
                .Select(kind => (kind.Label, Entries: all.Where(entry => entry.Kind == kind.Id).ToList()))
                .Where(kind => kind.Entries.Count > 0)
                .Select(kind => new Tally(kind.Label, kind.Entries.Count(entry => entry.Status == ExposureVocabularies.Rectified), kind.Entries.Count)),
        ];
    }
}
