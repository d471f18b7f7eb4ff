using System.Collections.Immutable;
using Site.Content.Guides;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Rendering.Themes;
using Site.Rendering.Views;

namespace Site.Rendering.Guides;

/// <summary>Guides in plain language, each at an address below its guide.</summary>
public static class EasyGuides
{
    /// <returns>Where a guide's plain version lies, decoded, from the site's root.</returns>
    public static string AddressOf(GuidePage guide) => guide.Address + "easy/";

    /// <returns>A route for each guide that has one.</returns>
    internal static IEnumerable<Route> Routes(RenderContext context) =>
        from guide in context.Website.Of<GuidePage>()
        where !guide.Easy.IsEmpty
        select new Route(AddressOf(guide), guide.Updated ?? guide.Date, true, () => View(guide)) { Key = context.Website.Digests?.Of(guide) ?? default };

    private static EasyGuideView View(GuidePage guide)
    {
        var pictures = GuideSteps.PicturesOf(guide.Body);
        return new()
        {
            Address = AddressOf(guide),
            Title = $"{guide.Title}（简明版）",
            Description = guide.Summary,
            Section = GuidePage.Definition.ListAddress,
            Crumbs = [PageLink.Home, new(GuidePage.Definition.ListTitle, GuidePage.Definition.ListAddress), new(PageTitles.Short(guide.Title), guide.Address)],
            Guide = guide,
            Steps = [.. Groups(guide.Easy).Select(group => (group.Select(step => step.Say).ToImmutableArray(), group[0].Step is { } number ? pictures[number - 1] : null))],
        };
    }

    /// <returns>The same in their order; neighbors that stand for one step of the guide are together.</returns>
    private static IEnumerable<List<EasyStep>> Groups(ImmutableArray<EasyStep> steps)
    {
        var group = new List<EasyStep>();
        foreach (var step in steps)
        {
            if (group.Count > 0 && (step.Step is null || step.Step != group[0].Step))
            {
                yield return group;
                group = [];
            }

            group.Add(step);
        }

        yield return group;
    }
}

/// <summary>A guide in plain language.</summary>
public sealed record EasyGuideView : View
{
    public required GuidePage Guide { get; init; }

    /// <summary>What to do, one thing a text, with the drawing of the guide's step that they stand for.</summary>
    public required ImmutableArray<(ImmutableArray<string> Says, Picture? Picture)> Steps { get; init; }
}
