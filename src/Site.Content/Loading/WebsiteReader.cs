using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;
using Site.Content.Campaigns;
using Site.Content.Packs;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Samples;
using Site.Content.Search;
using Site.Content.Settings;
using Site.Content.Terms;
using Site.Content.Themes;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Content.Loading;

/// <summary>Reads the whole site.</summary>
public static class WebsiteReader
{
    /// <summary>From so many pages on, a build is sparing of memory at the expense of time: the bodies of pages are kept packed.</summary>
    public const int ManyPages = 20_000;

    /// <summary>Reads every page on its own, in parallel, then settles what they have to agree on: addresses, ids, campaigns, order.</summary>
    /// <param name="siteYaml"><c>site.yaml</c>, or null where there is none.</param>
    /// <param name="content">All files below <c>content/</c>, in any order. Each is loaded once, and its bytes are let go at once.</param>
    /// <param name="asOf">The day of the build. A page is on the site from its <c>publish</c> day on, to the day before its <c>expire</c> day.</param>
    /// <param name="drafts">Whether drafts are on the site.</param>
    /// <param name="shared">Gives packs and themes by their names; without it there are none.</param>
    /// <returns>A website in any case: what could not be read is left out or empty, and reported.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<Website> Read(SourceFile? siteYaml, ImmutableArray<SourceFile> content, DateOnly asOf, bool drafts, SharedSources? shared = null) =>
        Read(siteYaml, content, asOf, drafts, shared, null).Read;

    /// <summary>The same; pages whose files have not changed are taken as an earlier reading remembers them.</summary>
    /// <param name="memory">Of a reading by the same program, of the same day, with drafts or without as this one; null where nothing is to be remembered.</param>
    /// <returns>The website, which knows the digests of its pages unless nothing is to be remembered; and what the next reading may go on from.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static (Result<Website> Read, PageMemory Memory) Read(
        SourceFile? siteYaml, ImmutableArray<SourceFile> content, DateOnly asOf, bool drafts, SharedSources? shared, PageMemory? memory)
    {
        var diagnostics = new List<Diagnostic>();
        var (settings, campaignPlace) = SettingsReader.Read(siteYaml, diagnostics);
        var packs = shared is null ? PackLayers.None : PackLayers.Of(settings, shared.Pack, content, diagnostics);
        var (sources, files, refused) = ContentFolder.Sort(content.Concat(packs.Sources), diagnostics);
        var termsFile = content.FirstOrDefault(file => file.Path == TermList.Path) ?? packs.Files.GetValueOrDefault(TermList.Path)?.File;
        var terms = TermList.Read(termsFile, diagnostics);
        var by = memory is null ? default : Digest.Of(
            termsFile is { Length: <= SourceText.LargestPage } ? Digest.Of(termsFile.Load()) : default,
            Digest.Of(Encoding.UTF8.GetBytes($"{settings.IsSample}\n{string.Join('\n', packs.Files.Keys.Order(StringComparer.Ordinal))}")));
        var known = memory is null ? null : new KnownPage?[sources.Count];
        var reader = new PageReader(asOf, drafts, new(), terms, path => !settings.IsSample && !packs.Has(path), PacksBodies: sources.Count >= ManyPages);
        var read = ReadAll(sources, reader, memory, known, by, page => Reviewers.Of(settings, packs, page.Path, page.Reviewer));
        diagnostics.AddRange(read.SelectMany(page => page.Diagnostics));
        diagnostics.AddRange(DraftRemains.InFiles(read.Where(page => !page.IsDraft).Select(page => page.Page).OfType<Page>(), files));

        var isOut = Enumerable.Range(0, read.Length).Where(i => read[i].Page is not null).ToArray();
        var pages = WithKnownCampaigns([.. isOut.Select(i => read[i].Page!)], packs);
        PageIds.Settle(pages, [.. isOut.Select(i => read[i].HasOwnId)], diagnostics);
        PageAddresses.Find(pages, diagnostics);
        PageTags.Find(pages, diagnostics);
        BorrowedQuestions.Settle(pages, packs.Has, diagnostics);
        var campaigns = pages.OfType<CampaignPage>().ToArray();
        PageCampaigns.Find(pages, campaigns, diagnostics);
        var ofSite = PageCampaigns.OfSite(campaigns, settings, campaignPlace, asOf, diagnostics);

        var joined = isOut.Where((from, to) => !ReferenceEquals(read[from].Page, pages[to])).Select(from => read[from].Path).ToHashSet(StringComparer.Ordinal);
        var remembered = known is null ? PageMemory.None : new(known.OfType<KnownPage>()) { Reader = reader };
        diagnostics.AddRange(settings.IsSample ? [] : SampleRemains.OfReviewers(
            [.. pages.Where(page => !page.IsSample && Reviewers.IsMadeUp(page.Reviewer)).Select(page => page.Path).Order(StringComparer.Ordinal)], settings.Locations["reviewer"]));

        var website = new Website(settings, asOf, PageOrder.Sort(pages), [.. files])
        {
            Unpublished = read.Where(page => page.Page is null).SelectMany(page => new[] { page.Path, page.Address, page.Id })
                .ToFrozenSet(StringComparer.Ordinal),
            Refused = RefusedFiles.Of(refused),
            Suspicions = [.. read.SelectMany(page => page.Suspicions)],
            Campaign = ofSite,
            SearchWords = SearchWords.Read(
                content.FirstOrDefault(file => file.Path == SearchWords.Path) ?? packs.Files.GetValueOrDefault(SearchWords.Path)?.File,
                [.. sources.Select(source => source.File.Path)], packs.SwitchedOff, diagnostics),
            HardWords = terms.Hard,
            Packs = packs,
            Theme = shared is null ? null : ThemeReader.Read(settings.Theme, shared.Theme(settings.Theme), diagnostics),
            Editor = shared?.File is { } find ? HostedEditors.Find(settings, find, diagnostics) : null,
            Digests = remembered.Digests(joined, memory ?? PageMemory.None),
        };
        return (new(website, diagnostics.Sorted()), remembered);
    }

    /// <summary>
    /// Reads a page of its own and forgets it. What reading needs the first time (patterns, tables, the parser) is made by it, so that a program can have it made on one processor while
    /// another reads the command line and lists the files. From any thread.
    /// </summary>
    public static void WarmUp()
    {
        var page = """
            ---
            title: 标题
            date: 2000-01-01
            summary: 摘要。
            tags: [消防]
            sectors: [fire]
            source: 单位
            reviewer: 审核人
            ---

            ## 1. 小标题

            **正文**里有[链接](https://example.org/1)，共12人参加。

            - 一

            | 单位 | 场次 |
            | --- | ---: |
            | 甲 | 1 |

            > 引用
            """u8.ToArray();
        _ = Read(null, [new("content/news/2000/page.md", page.Length, () => page)], new(2000, 1, 1), drafts: true, null, PageMemory.None);
    }

    /// <returns>The same pages; those of packs without the campaign that the site has switched off.</returns>
    private static Page[] WithKnownCampaigns(Page[] pages, PackLayers packs)
    {
        var known = packs.Files.Count == 0 ? [] : pages.OfType<CampaignPage>().Select(page => page.Id).ToHashSet(StringComparer.Ordinal);
        return packs.Files.Count == 0 ? pages
            : Array.ConvertAll(pages, page => page.Campaign is { } campaign && packs.Has(page.Path) && !known.Contains(campaign) ? page with { Header = page.Header with { Campaign = null } } : page);
    }

    /// <param name="by">As in <see cref="KnownPage.Reader"/>.</param>
    /// <param name="known">Takes what is to be remembered of each; null where nothing is.</param>
    /// <param name="reviewer">Gives the office that answers for a page, or null where the page's own stands.</param>
    private static LoadedPage[] ReadAll(
        List<(SourceFile File, ContentType Type)> sources, PageReader reader, PageMemory? memory, KnownPage?[]? known, Digest by, Func<Page, string?> reviewer)
    {
        var read = new LoadedPage[sources.Count];
        try
        {
            Parallel.For(0, read.Length, i =>
            {
                var (file, type) = sources[i];
                if (memory is null || known is null)
                {
                    read[i] = reader.Read(file, type);
                }
                else
                {
                    (read[i], known[i]) = reader.Read(file, type, memory, by);
                }

                if (read[i].Page is { } page && reviewer(page) is { } office)
                {
                    read[i] = read[i] with { Page = page with { Header = page.Header with { Reviewer = office } } };
                }
            });
        }
        catch (AggregateException exception)
        {
            ExceptionDispatchInfo.Throw(exception.InnerExceptions[0]);
        }

        return read;
    }
}

/// <summary>What a site can name beside its own content.</summary>
/// <param name="Pack">A content pack by its name, or null where there is none.</param>
/// <param name="Theme">The files of a folder of <c>themes/</c>, by path from the site folder; none where there is no such folder or the program has a theme of this name.</param>
/// <param name="File">A file of the site folder by its path, or null; without it there is no editor beside the site.</param>
public sealed record SharedSources(Func<string, ContentPack?> Pack, Func<string, ImmutableArray<SourceFile>> Theme, Func<string, SourceFile?>? File = null);

/// <summary>The order of a website's pages.</summary>
internal static class PageOrder
{
    /// <returns>By type, then newest first where the type has days (pages without one last), then by order, then by address (ordinal), then by path.</returns>
    public static ImmutableArray<Page> Sort(Page[] pages)
    {
        var places = ContentTypes.All.Select((type, place) => (type, place)).ToDictionary(pair => pair.type, pair => pair.place);
        var keys = Array.ConvertAll(pages, page => new Key(places[page.Type], -(page.Type.DayOf(page)?.DayNumber ?? -1), page.Order, page.Address, page.Path));
        var sorted = pages.ToArray();
        Array.Sort(keys, sorted);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private sealed record Key(int Type, int Day, int Order, string Address, string Path) : IComparable<Key>
    {
        public int CompareTo(Key? other) =>
            other is null ? 1
            : Type != other.Type ? Type.CompareTo(other.Type)
            : Day != other.Day ? Day.CompareTo(other.Day)
            : Order != other.Order ? Order.CompareTo(other.Order)
            : string.CompareOrdinal(Address, other.Address) is var byAddress and not 0 ? byAddress
            : string.CompareOrdinal(Path, other.Path);
    }
}
