using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>Everything by kind, sector, audience and tag, with how many pages each list has.</summary>
internal static class BrowseGroups
{
    private const int MostTags = 100;

    public static ImmutableArray<BrowseGroup> Of(Website website) =>
    [
        .. new BrowseGroup[]
        {
            new("栏目", Counted(Lists.Sections.Select(section =>
                new BrowseList(new PageLink(section.Label, section.Address), website.Pages.Count(page => page.GetType() == section.Kind))))),
            new("行业", Counted(Vocabularies.Sectors.Select(term =>
                new BrowseList(new PageLink(term.Label, Lists.OfSector(term.Id)), website.Pages.Count(page => page.Sectors.Contains(term.Id)))))),
            new("人群", Counted(Vocabularies.Audiences.Select(term =>
                new BrowseList(new PageLink(term.Label, Lists.OfAudience(term.Id)), website.Pages.Count(page => page.Audiences.Contains(term.Id)))))),
            new("标签", Counted(TagLists.Of(website).OrderByDescending(tag => tag.Pages.Count).Take(MostTags)
                .Select(tag => new BrowseList(new PageLink(tag.Label, tag.Address), tag.Pages.Count)))),
        }.Where(group => !group.Lists.IsEmpty),
    ];

    private static ImmutableArray<BrowseList> Counted(IEnumerable<BrowseList> lists) =>
        [.. lists.Where(list => list.Count > 0)];
}
