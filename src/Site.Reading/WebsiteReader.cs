using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads the whole site.</summary>
public static class WebsiteReader
{
    /// <summary>Reads every page on its own, in parallel, then settles what they have to agree on: addresses, ids, campaigns, order.</summary>
    /// <param name="siteYaml"><c>site.yaml</c>, or null where there is none.</param>
    /// <param name="content">All files below <c>content/</c>, in any order. Each is loaded once, and its bytes are let go at once.</param>
    /// <param name="asOf">The day of the build. A page is on the site from its <c>publish</c> day on, to the day before its <c>expire</c> day.</param>
    /// <param name="drafts">Whether drafts are on the site.</param>
    /// <returns>A website in any case: what could not be read is left out or empty, and reported.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Checked<Website> Read(SourceFile? siteYaml, ImmutableArray<SourceFile> content, DateOnly asOf, bool drafts)
    {
        var problems = new List<Problem>();
        var (settings, campaignPlace) = SettingsReader.Read(siteYaml, problems);
        var (sources, files) = ContentFolder.Sort(content, problems);
        var read = ReadAll(sources, new(asOf, drafts, new()));
        problems.AddRange(read.SelectMany(page => page.Problems));

        var isOut = Enumerable.Range(0, read.Length).Where(i => read[i].Page is not null).ToArray();
        var pages = isOut.Select(i => read[i].Page!).ToArray();
        PageIds.Settle(pages, [.. isOut.Select(i => read[i].HasOwnId)], problems);
        PageAddresses.Find(pages, problems);
        PageTags.Find(pages, problems);
        var campaigns = pages.OfType<CampaignPage>().ToArray();
        PageCampaigns.Find(pages, campaigns, problems);
        var ofSite = PageCampaigns.OfSite(campaigns, settings, campaignPlace, asOf, problems);

        return new(new()
        {
            Settings = settings,
            AsOf = asOf,
            Pages = PageOrder.Sort(pages, [.. isOut.Select(i => sources[i].Kind)]),
            Files = [.. files],
            ById = pages.DistinctBy(page => page.Id).ToDictionary(page => page.Id, StringComparer.Ordinal),
            ByPath = pages.ToDictionary(page => page.Path, StringComparer.Ordinal),
            NotOut = read.Where(page => page.Page is null).SelectMany(page => new[] { page.Path, page.Address, page.Id })
                .ToFrozenSet(StringComparer.Ordinal),
            Suspicions = [.. read.SelectMany(page => page.Suspicions)],
            Campaign = ofSite,
        }, problems.Sorted());
    }

    private static ReadPage[] ReadAll(List<(SourceFile File, int Kind)> sources, PageReader reader)
    {
        var read = new ReadPage[sources.Count];
        try
        {
            Parallel.For(0, read.Length, i => read[i] = reader.Read(sources[i].File, ContentKinds.All[sources[i].Kind]));
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return read;
    }
}
