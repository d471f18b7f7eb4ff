using System.Buffers;
using System.Buffers.Binary;
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
    /// <summary>Of what is hashed at once: twice as much as it holds, so that it need not grow.</summary>
    private const int BytesOfPiece = 16 * 1024;

    private readonly Dictionary<string, KnownPage> pages;

    /// <param name="pages">Each at most once by path.</param>
    public PageMemory(IEnumerable<KnownPage> pages)
        : this(pages.ToDictionary(page => page.Path, StringComparer.Ordinal))
    {
    }

    /// <param name="pages">By path (ordinal); it is not changed from now on.</param>
    public PageMemory(Dictionary<string, KnownPage> pages) => this.pages = pages;

    /// <summary>Nothing is known.</summary>
    public static PageMemory None { get; } = new(new Dictionary<string, KnownPage>(StringComparer.Ordinal));

    /// <summary>Pages that may be kept beyond this run, in no particular order: those without errors in which nothing looks private.</summary>
    public IEnumerable<KnownPage> Kept => pages.Values.Where(page => page.IsClean);

    /// <returns>What can be told of the pages without reading them; null where nothing is known.</returns>
    /// <param name="joined">Paths of pages that hold what was written on others: questions that a quiz borrows.</param>
    /// <param name="before">What was remembered before this reading.</param>
    internal PageDigests? Digests(HashSet<string> joined, PageMemory before)
    {
        if (pages.Count == 0)
        {
            return null;
        }

        var byPath = ByPath();
        var outward = Of(byPath, page => page.Outward);

        // The pool alone: whoever asks later must not hold all that is remembered.
        var pool = Reader?.Pool ?? new();
        return new(outward, Of(byPath, page => page.Skeleton), Digest.Of(outward, Of(byPath, page => page.Fragments)), byPath.ToDictionary(
            page => page.Path, page => joined.Contains(page.Path) ? Digest.Of(page.Outward, page.Inward, outward) : Digest.Of(page.Outward, page.Inward), StringComparer.Ordinal))
        {
            Paths = [.. byPath.Select(page => page.Path)],
            Earlier = path => !joined.Contains(path) && before.Find(path) is { IsClean: true } known && known.Read(pool).Page is { } page ? (page, Digest.Of(known.Outward, known.Inward)) : null,
        };
    }

    /// <summary>Piece by piece: all at once they would take a megabyte, three times.</summary>
    private static Digest Of(KnownPage[] pages, Func<KnownPage, Digest> digest)
    {
        using var hash = Sha256.Start();
        var piece = new ArrayBufferWriter<byte>(BytesOfPiece);
        foreach (var page in pages)
        {
            Encoding.UTF8.GetBytes(page.Path, piece);
            piece.Write("\n"u8);
            digest(page).CopyTo(piece.GetSpan(Digest.Length));
            piece.Advance(Digest.Length);
            if (piece.WrittenCount > BytesOfPiece / 2)
            {
                hash.AppendData(piece.WrittenSpan);
                piece.ResetWrittenCount();
            }
        }

        hash.AppendData(piece.WrittenSpan);
        return new(hash.GetHashAndReset());
    }

    /// <returns>The pages by path (ordinal), in which order most often they came.</returns>
    private KnownPage[] ByPath()
    {
        var all = pages.Values.ToArray();
        for (var at = 1; at < all.Length; at++)
        {
            if (string.CompareOrdinal(all[at - 1].Path, all[at].Path) > 0)
            {
                Array.Sort(all, (a, b) => string.CompareOrdinal(a.Path, b.Path));
                break;
            }
        }

        return all;
    }

    /// <summary>What read them; null where that is over.</summary>
    internal PageReader? Reader { get; init; }

    /// <returns>The website with the text that a page's file has now; null where anything but the text has changed since this reading, and where anything is wrong with it that was not before, or looks private.</returns>
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
        return loaded.Page is { } now && KnownPage.Of(file, default, loaded) is { IsClean: true } read && read.Outward == known.Outward
            && !loaded.Diagnostics.Select(one => one.Code).Except(known.Read(Reader.Pool).Diagnostics.Select(one => one.Code), StringComparer.Ordinal).Any()
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
/// <param name="Inside">What the body holds beside its text, and what the reading warned of, as bytes; likewise.</param>
/// <param name="Text">The text of the body, which most builds do without; likewise.</param>
public sealed record KnownPage(string Path, FileStamp? Stamp, Digest Source, ReadOnlyMemory<byte> Page, ReadOnlyMemory<byte> Inside, LateBytes Text)
{
    /// <summary>Hash of what it was read by beside the program and the day: the list of terms.</summary>
    public Digest Reader { get; init; }

    /// <summary>Hash of the page without its body: what other pages may show of it.</summary>
    public Digest Outward { get; init; }

    /// <summary>The same without what stands on lists alone (<see cref="ContentType.IsOnListsAlone"/>).</summary>
    public Digest Skeleton { get; init; }

    /// <summary>Hash of the body and of what the reading warned of (<see cref="InwardOf"/>).</summary>
    public Digest Inward { get; init; }

    /// <summary>Hash of the fragments within the body, to which links may lead (<see cref="BodyIds.DigestOf"/>).</summary>
    public Digest Fragments { get; init; }

    /// <summary>The page itself, where this process has read it already.</summary>
    internal LoadedPage? Loaded { get; init; }

    /// <summary>Whether there is no error in it, and nothing in it looks private.</summary>
    internal bool IsClean { get; init; } = true;

    /// <returns>What is known of a file that has just been read.</returns>
    internal static KnownPage Of(SourceFile file, Digest source, LoadedPage loaded)
    {
        var page = PageCodec.Write(new OutwardPage(
            loaded.Page is { } whole ? whole with { Header = whole.Header.WithoutBody() } : null, loaded.Address, loaded.Id, loaded.HasOwnId, loaded.IsDraft), file.Path, out var listed);
        var body = loaded.Page?.Body ?? HtmlFragment.Empty;
        var inside = InsideOf(new(body.WithoutBytes(), loaded.Page?.Characters ?? 0), loaded.Diagnostics, file.Path);
        var isClean = !loaded.Diagnostics.HasErrors() && loaded.Suspicions.IsEmpty;
        var outward = Digest.Of(page);
        return new(file.Path, file.Stamp, source, isClean ? page : default, isClean ? inside : default, LateBytes.Of(isClean ? body.Bytes : default))
        {
            Outward = outward,
            Skeleton = loaded.Page?.Type.IsOnListsAlone == true ? Digest.Of(Without(page, listed)) : outward,
            Inward = InwardOf(inside, body.Bytes.Span),
            Fragments = BodyIds.DigestOf(body),
            IsClean = isClean,
        };
    }

    /// <param name="ranges">In their order, none within another.</param>
    private static byte[] Without(byte[] bytes, IReadOnlyList<Range> ranges)
    {
        var left = new MemoryStream(bytes.Length);
        var at = 0;
        foreach (var range in ranges)
        {
            left.Write(bytes.AsSpan(at..range.Start.Value));
            at = range.End.Value;
        }

        left.Write(bytes.AsSpan(at));
        return left.ToArray();
    }

    /// <returns>The <see cref="Inward"/> of a page with this <see cref="Inside"/> and this <see cref="Text"/>.</returns>
    public static Digest InwardOf(ReadOnlyMemory<byte> inside, ReadOnlySpan<byte> text) => Digest.Of(Digest.Of(inside.Span), Digest.Of(text));

    /// <returns>The page as it was read; at most warnings were said of it.</returns>
    internal LoadedPage Read(TextPool pool)
    {
        if (Loaded is { } loaded)
        {
            return loaded;
        }

        var (page, address, id, hasOwnId, isDraft) = PageCodec.Read<OutwardPage>(Page, pool, Path);
        var said = Inside[sizeof(int)..][..BinaryPrimitives.ReadInt32LittleEndian(Inside.Span)];
        page?.Header.Fill(new KnownText(this, sizeof(int) + said.Length, pool));
        return new(page, Path, address, id, hasOwnId, said.IsEmpty ? [] : PageCodec.Read<ImmutableArray<Diagnostic>>(said, pool, Path), []) { IsDraft = isDraft };
    }

    /// <param name="start">Bytes of <see cref="Inside"/> before what the body holds.</param>
    private sealed class KnownText(KnownPage page, int start, TextPool pool) : Late<PageText>
    {
        protected override PageText Read()
        {
            var text = PageCodec.Read<PageText>(page.Inside[start..], pool, page.Path);
            return text with { Body = text.Body.WithBytes(page.Text) };
        }
    }

    /// <returns>What was said of a page, with its length in bytes before it, nothing where nothing was said; then what the body holds, which is read when somebody asks.</returns>
    private static byte[] InsideOf(PageText text, ImmutableArray<Diagnostic> diagnostics, string path)
    {
        var said = diagnostics.IsEmpty ? [] : PageCodec.Write(diagnostics, path);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, said.Length);
        return [.. length, .. said, .. PageCodec.Write(text, path)];
    }
}

/// <summary>A page without its body.</summary>
internal sealed record OutwardPage(Page? Page, string Address, string Id, bool HasOwnId, bool IsDraft);

/// <summary>The text of a page that was kept is not what it was, or not there any more: who went on from it has to begin anew without.</summary>
public sealed class KeptPageLostException : Exception
{
    /// <returns>Whether this is what went wrong, perhaps in one of several threads.</returns>
    public static bool IsCauseOf(Exception failure) => failure is KeptPageLostException || (failure is AggregateException several && several.Flatten().InnerExceptions.Any(IsCauseOf));
}
