using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Content.Loading;

/// <summary>
/// What the pages of a site were read as, so that the next reading of the same site (same program, same day, drafts or not) parses only files that have changed. It is a value: a reading
/// takes one and gives the next.
/// </summary>
public sealed class PageMemory
{
    private readonly Dictionary<string, KnownPage> pages;

    /// <param name="pages">Each at most once by path.</param>
    public PageMemory(IEnumerable<KnownPage> pages) => this.pages = pages.ToDictionary(page => page.Path, StringComparer.Ordinal);

    /// <summary>Nothing is known.</summary>
    public static PageMemory None { get; } = new([]);

    /// <summary>Pages that may be kept beyond this run, by path (ordinal): those without errors in which nothing looks private.</summary>
    public IEnumerable<KnownPage> Kept => pages.Values.Where(page => page.IsClean).OrderBy(page => page.Path, StringComparer.Ordinal);

    /// <returns>What can be told of the pages without reading them; null where nothing is known.</returns>
    /// <param name="joined">Paths of pages that hold what was written on others: questions that a quiz borrows.</param>
    internal PageDigests? Digests(HashSet<string> joined)
    {
        if (pages.Count == 0)
        {
            return null;
        }

        var all = new ArrayBufferWriter<byte>(pages.Count * 128);
        foreach (var page in pages.Values.OrderBy(page => page.Path, StringComparer.Ordinal))
        {
            Encoding.UTF8.GetBytes(page.Path + '\n', all);
            page.Outward.CopyTo(all.GetSpan(Digest.Length));
            all.Advance(Digest.Length);
        }

        var outward = Digest.Of(all.WrittenSpan);
        return new(outward, pages.Values.ToDictionary(
            page => page.Path, page => joined.Contains(page.Path) ? Digest.Of(page.Outward, page.Inward, outward) : Digest.Of(page.Outward, page.Inward), StringComparer.Ordinal));
    }

    /// <summary>What read them; null where that is over.</summary>
    internal PageReader? Reader { get; init; }

    /// <returns>The website with the text that a page's file has now; null where anything but the text has changed since this reading, and where anything is wrong with it or looks private.</returns>
    /// <param name="website">What this reading gave, perhaps with other texts.</param>
    /// <param name="file">A file of <c>content/</c>.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public Website? WithText(Website website, SourceFile file)
    {
        if (Reader is null || Find(file.Path) is not { IsClean: true } known || website.ByPath.GetValueOrDefault(file.Path) is not { } page || file.Length > SourceText.LargestPage)
        {
            return null;
        }

        var loaded = Reader.Read(file, page.Type);
        return loaded.Page is { } now && KnownPage.Of(file, default, loaded) is { IsClean: true } read && read.Outward == known.Outward && loaded.Diagnostics.IsEmpty
            ? website.With(page, page with { Header = page.Header with { Body = now.Body, Characters = now.Header.Characters } })
            : null;
    }

    /// <returns>What is known of the file at this path, or null.</returns>
    public KnownPage? Find(string path) => pages.GetValueOrDefault(path);
}

/// <summary>What one file was read as.</summary>
/// <param name="Path">Of the file, from the site folder.</param>
/// <param name="Stamp">Of the file when it was read, or null.</param>
/// <param name="Source">Hash of its bytes.</param>
/// <param name="Page">The page without its body, as bytes; none of a page that is not kept.</param>
/// <param name="Body">The body and what the reading warned of, as bytes; likewise.</param>
public sealed record KnownPage(string Path, FileStamp? Stamp, Digest Source, ReadOnlyMemory<byte> Page, ReadOnlyMemory<byte> Body)
{
    /// <summary>Hash of what it was read by beside the program and the day: the list of terms.</summary>
    public Digest Reader { get; init; }

    /// <summary>Hash of the page without its body: what other pages may show of it.</summary>
    public Digest Outward { get; init; }

    /// <summary>Hash of the body.</summary>
    public Digest Inward { get; init; }

    /// <summary>The page itself, where this process has read it already.</summary>
    internal LoadedPage? Loaded { get; init; }

    /// <summary>Whether there is no error in it, and nothing in it looks private.</summary>
    internal bool IsClean { get; init; } = true;

    /// <returns>What is known of a file that has just been read.</returns>
    internal static KnownPage Of(SourceFile file, Digest source, LoadedPage loaded)
    {
        var page = PageCodec.Write(new OutwardPage(
            loaded.Page is { } whole ? whole with { Header = whole.Header with { Body = HtmlFragment.Empty, Characters = 0 } } : null, loaded.Address, loaded.Id, loaded.HasOwnId, loaded.IsDraft));
        var body = PageCodec.Write(new PageInside(loaded.Page?.Body ?? HtmlFragment.Empty, loaded.Page?.Characters ?? 0, loaded.Diagnostics));
        var isClean = !loaded.Diagnostics.HasErrors() && loaded.Suspicions.IsEmpty;
        return new(file.Path, file.Stamp, source, isClean ? page : default, isClean ? body : default) { Outward = Digest.Of(page), Inward = Digest.Of(body), IsClean = isClean };
    }

    /// <returns>The page that this was made of, its body being a part of <see cref="Body"/>: so the memory of a large site holds it once.</returns>
    internal LoadedPage WithSharedBody(LoadedPage loaded) =>
        loaded.Page is { } page ? loaded with { Page = page with { Header = page.Header with { Body = page.Body.In(Body) } } } : loaded;

    /// <returns>The page as it was read; at most warnings were said of it.</returns>
    internal LoadedPage Read(TextPool pool)
    {
        if (Loaded is { } loaded)
        {
            return loaded;
        }

        var (page, address, id, hasOwnId, isDraft) = PageCodec.Read<OutwardPage>(Page, pool);
        var (body, characters, diagnostics) = PageCodec.Read<PageInside>(Body, pool);
        if (page is not null)
        {
            page = page with { Header = page.Header with { Body = body, Characters = characters, Headings = pool.Keep(page.Headings) } };
        }

        return new(page, Path, address, id, hasOwnId, diagnostics, []) { IsDraft = isDraft };
    }
}

/// <summary>A page without its body.</summary>
internal sealed record OutwardPage(Page? Page, string Address, string Id, bool HasOwnId, bool IsDraft);

/// <summary>What no other page shows of a page, and what the reading warned of.</summary>
internal sealed record PageInside(HtmlFragment Body, int Characters, ImmutableArray<Diagnostic> Diagnostics);
