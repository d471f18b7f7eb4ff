using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Websites;

namespace Site.Rendering.Pages;

/// <summary>Finds pages of other types about the same things. A type may stand aside: news ages, and there is too much of it.</summary>
internal sealed class RelatedPages
{
    private const int Most = 6;
    private const int MostCandidates = 200;
    private readonly Dictionary<string, List<Page>> byTerm = new(StringComparer.Ordinal);

    public RelatedPages(Website website)
    {
        foreach (var page in website.Pages.Where(page => page.Type.IsRelated))
        {
            foreach (var (term, _) in Terms(page))
            {
                if (!byTerm.TryGetValue(term, out var pages))
                {
                    byTerm.Add(term, pages = []);
                }

                if (pages.Count < MostCandidates)
                {
                    pages.Add(page);
                }
            }
        }
    }

    /// <returns>Up to six pages of other types, by what they share: a tag counts 3, a sector 2, an audience 1; then by address.</returns>
    public ImmutableArray<Page> Of(Page page)
    {
        if (byTerm.Count == 0)
        {
            return [];
        }

        var scores = new Dictionary<Page, int>(ReferenceEqualityComparer.Instance);
        foreach (var (term, weight) in Terms(page))
        {
            foreach (var other in byTerm.GetValueOrDefault(term) ?? [])
            {
                if (other.Type != page.Type)
                {
                    scores[other] = scores.GetValueOrDefault(other) + weight;
                }
            }
        }

        return [.. scores.Where(pair => pair.Value > 1).OrderByDescending(pair => pair.Value)
            .ThenBy(pair => pair.Key.Address, StringComparer.Ordinal).Take(Most).Select(pair => pair.Key)];
    }

    private static IEnumerable<(string Term, int Weight)> Terms(Page page) =>
        page.Tags.Select(tag => ("tag " + tag, 3))
            .Concat(page.Sectors.Select(sector => ("sector " + sector, 2)))
            .Concat(page.Audiences.Select(audience => ("audience " + audience, 1)));
}
