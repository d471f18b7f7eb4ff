using System.Collections.Immutable;
using System.Text;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Rendering.Views;

namespace Site.Rendering.Search;

/// <summary>What a build has to know of an index beside its files, to go on from it.</summary>
/// <param name="Documents">The digest of each document (<see cref="SearchDocument.Digest"/>) by its number.</param>
/// <param name="Shards">How many files of terms there are.</param>
public sealed record IndexNumbers(ImmutableArray<Digest> Documents, int Shards);

/// <summary>The index of the site as it was published last, on the same ground.</summary>
/// <param name="Numbers">Of its documents.</param>
/// <param name="Find">What is known of a file by its path in the output folder; null where there is none, or it is not as it was published.</param>
public sealed record PublishedIndex(IndexNumbers Numbers, Func<string, PublishedFile?> Find);

/// <summary>A file as it was published.</summary>
/// <param name="Path">In the output folder.</param>
/// <param name="Key">As in <see cref="OutputFile.Key"/>.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Load">Gives its bytes, which have this hash; null where they are not there any more.</param>
public sealed record PublishedFile(string Path, Digest Key, Digest Hash, Func<byte[]?> Load);

/// <summary>The terms of an index.</summary>
/// <param name="Shards">As in <see cref="SearchIndex.Shards"/>; null where a shard is as it was published. Who has written one down may let it go.</param>
/// <param name="Characters">The Chinese characters among the terms, in order of their code.</param>
internal sealed record SearchTerms((string Text, TermPages Pages)[]?[] Shards, ImmutableArray<char> Characters)
{
    public static SearchTerms Of(SearchIndex index) => new(
        [.. index.Shards], [.. index.Shards.SelectMany(shard => shard).Where(term => IsCharacter(term.Text)).Select(term => term.Text[0]).Order()]);

    public static bool IsCharacter(ReadOnlySpan<char> term) => term.Length == 1 && Rune.TryCreate(term[0], out var rune) && Han.Is(rune);
}

/// <summary>
/// Brings a published index to what the site says now, without reading pages that have not changed: their numbers are moved in the lists, pages that have changed or gone are taken out,
/// and what new and changed pages say is put in. The result has the same bytes as an index of the whole.
/// </summary>
internal static class SearchUpdate
{
    /// <summary>Where more than one page in so many is new or changed, an index of the whole is as fast.</summary>
    private const int DocumentsToOneFresh = 3;

    /// <param name="documents">In the order of their numbers.</param>
    /// <param name="digests">Of each.</param>
    /// <returns>The terms; null where much has changed, where the index needs another number of shards, and where a file is not as it was published.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static SearchTerms? Of(ImmutableArray<SearchDocument> documents, ImmutableArray<Digest> digests, SynonymGroups synonyms, PublishedIndex before)
    {
        if (Numbers.Of(digests, before.Numbers.Documents) is not { } numbers || numbers.Fresh.Length * DocumentsToOneFresh > documents.Length)
        {
            return null;
        }

        var fresh = TermsOf(documents, numbers.Fresh, synonyms, before.Numbers.Shards);
        var read = new Shard?[before.Numbers.Shards];
        Parallel.For(0, read.Length, at => read[at] = Read(at, numbers, fresh[at], before));
        return Array.TrueForAll(read, shard => shard is not null) && SearchIndex.ShardsOf(read.Sum(shard => shard!.Weight)) == read.Length
            ? new([.. read.Select(shard => shard!.Terms)], [.. read.SelectMany(shard => shard!.Characters).Order()])
            : null;
    }

    /// <returns>By shard and term: the numbers of the fresh documents that have it, rising, each with its place there.</returns>
    private static Dictionary<string, List<(int Page, TermPlace Place)>>?[] TermsOf(ImmutableArray<SearchDocument> documents, ImmutableArray<int> fresh, SynonymGroups synonyms, int shards)
    {
        var names = new TermNames();
        var terms = new (ulong Term, TermPlace Place)[fresh.Length][];
        Parallel.For(0, fresh.Length, () => new TermCollector(names), (at, _, collector) =>
        {
            terms[at] = SearchIndex.TermsOf(documents[fresh[at]], collector, synonyms);
            return collector;
        }, _ => { });
        var textOf = names.Texts();
        var byShard = new Dictionary<string, List<(int, TermPlace)>>?[shards];
        for (var at = 0; at < terms.Length; at++)
        {
            foreach (var (term, place) in terms[at])
            {
                var text = textOf(term);
                var byText = byShard[SearchIndex.ShardOf(text, shards)] ??= new(StringComparer.Ordinal);
                if (!byText.TryGetValue(text, out var pages))
                {
                    byText.Add(text, pages = []);
                }

                pages.Add((fresh[at], place));
            }
        }

        return byShard;
    }

    /// <returns>What becomes of a shard; null where its files are not as they were published.</returns>
    private static Shard? Read(int at, Numbers numbers, Dictionary<string, List<(int Page, TermPlace Place)>>? fresh, PublishedIndex before)
    {
        if (before.Find(SearchFiles.TermsPath(at))?.Load() is not { } terms)
        {
            return null;
        }

        var more = before.Find(SearchFiles.MorePath(at))?.Load() is { } others ? others.AsMemory(SearchTermsFile.Mark.Length..) : default;
        return Entries(terms.AsMemory(SearchTermsFile.Mark.Length..), more) is not { } published ? null
            : fresh is null && !numbers.IsMoved && !published.Exists(entry => HasGone(entry, numbers)) ? Unchanged(published)
            : Changed(published, numbers, fresh);
    }

    /// <returns>The terms of a shard; null where its second file is not as it was published.</returns>
    private static List<Entry>? Entries(ReadOnlyMemory<byte> rest, ReadOnlyMemory<byte> more)
    {
        var entries = new List<Entry>();
        while (!rest.IsEmpty)
        {
            var text = Piece(ref rest);
            var head = Piece(ref rest);
            var hasTail = TermPages.HasTailBehind(head.Span);
            if (hasTail && (more.IsEmpty || !Piece(ref more).Span.SequenceEqual(text.Span)))
            {
                return null;
            }

            entries.Add(new(text, head, hasTail ? Piece(ref more) : default));
        }

        return more.IsEmpty ? entries : null;
    }

    private static Shard Unchanged(List<Entry> published)
    {
        var characters = new List<char>();
        var weight = 0L;
        Span<char> text = stackalloc char[LongestText];
        foreach (var entry in published)
        {
            weight += SearchIndex.WeightOf(TermPages.HeadLengthOf(entry.Head.Span));
            if (entry.Text.Length <= LongestCharacter && text[..Encoding.UTF8.GetChars(entry.Text.Span, text)] is var chars && SearchTerms.IsCharacter(chars))
            {
                characters.Add(chars[0]);
            }
        }

        return new(null, weight, characters);
    }

    private static Shard Changed(List<Entry> published, Numbers numbers, Dictionary<string, List<(int Page, TermPlace Place)>>? fresh)
    {
        var terms = new List<(string Text, TermPages Pages)>(published.Count);
        foreach (var entry in published)
        {
            var text = Encoding.UTF8.GetString(entry.Text.Span);
            List<(int Page, TermPlace Place)>? added = null;
            var isFresh = fresh?.Remove(text, out added) == true;
            var pages = isFresh || numbers.IsMoved || HasGone(entry, numbers) ? Merge(entry.Pages(), numbers, added ?? []) : entry.Pages();
            if (!pages.IsEmpty)
            {
                terms.Add((text, pages));
            }
        }

        foreach (var (text, added) in fresh ?? [])
        {
            terms.Add((text, Merge(new(), numbers, added)));
        }

        terms.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        return new([.. terms], terms.Sum(term => SearchIndex.WeightOf(term.Pages.HeadLength)), [.. terms.Where(term => SearchTerms.IsCharacter(term.Text)).Select(term => term.Text[0])]);
    }

    private static TermPages Merge(TermPages published, Numbers numbers, List<(int Page, TermPlace Place)> added)
    {
        var merged = new TermPages();
        foreach (var isNamed in new[] { true, false })
        {
            var fresh = 0;
            foreach (var (number, place) in published.All().Where(entry => entry.Place >= TermPlace.Keyword == isNamed))
            {
                if (numbers.Of(number) is not { } page)
                {
                    continue;
                }

                AddBefore(page);
                merged.Add(page, place);
            }

            AddBefore(int.MaxValue);

            void AddBefore(int page)
            {
                for (; fresh < added.Count && added[fresh].Page < page; fresh++)
                {
                    if (added[fresh].Place >= TermPlace.Keyword == isNamed)
                    {
                        merged.Add(added[fresh].Page, added[fresh].Place);
                    }
                }
            }
        }

        return merged;
    }

    /// <returns>Whether a page is in the lists that has changed or gone.</returns>
    private static bool HasGone(Entry entry, Numbers numbers)
    {
        if (!numbers.HasGone)
        {
            return false;
        }

        var head = entry.Head.Span;
        var tail = entry.Tail.Span;
        var named = Packed.Take(head, out var length);
        head = head[length..];
        var told = Packed.Take(head, out length);
        head = head[length..];
        return Has(named, ref head, ref tail) || Has(told, ref head, ref tail);

        bool Has(int count, ref ReadOnlySpan<byte> first, ref ReadOnlySpan<byte> others)
        {
            var number = -1;
            for (var at = 0; at < count; at++)
            {
                ref var bytes = ref at < TermPages.MostInHead ? ref first : ref others;
                number += Packed.Take(bytes, out var taken) >> 1;
                bytes = bytes[taken..];
                if (numbers.Of(number) is null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static ReadOnlyMemory<byte> Piece(ref ReadOnlyMemory<byte> bytes)
    {
        var length = Packed.Take(ref bytes);
        var piece = bytes[..length];
        bytes = bytes[length..];
        return piece;
    }

    /// <summary>Bytes of a character of the basic plane at most.</summary>
    private const int LongestCharacter = 3;

    private const int LongestText = 4;

    /// <summary>A term as it was published.</summary>
    private readonly record struct Entry(ReadOnlyMemory<byte> Text, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Tail)
    {
        public TermPages Pages() => TermPages.Of(Head, Tail);
    }

    /// <param name="Terms">Null where the shard is as it was.</param>
    /// <param name="Weight">As in <see cref="SearchIndex.WeightOf"/>, of all its terms.</param>
    /// <param name="Characters">Those among its terms.</param>
    private sealed record Shard((string Text, TermPages Pages)[]? Terms, long Weight, List<char> Characters);

    /// <summary>The number that each published document has now.</summary>
    private sealed class Numbers
    {
        private const int Gone = -1;
        private readonly int[] now;

        private Numbers(int[] now, ImmutableArray<int> fresh)
        {
            (this.now, Fresh) = (now, fresh);
            HasGone = now.Contains(Gone);
            IsMoved = now.Where((number, at) => number != Gone && number != at).Any();
        }

        /// <summary>Numbers of the documents that are new or have changed, rising.</summary>
        public ImmutableArray<int> Fresh { get; }

        /// <summary>Whether a document has changed or gone.</summary>
        public bool HasGone { get; }

        /// <summary>Whether a document that has stayed has another number.</summary>
        public bool IsMoved { get; }

        /// <returns>The number that a published document has now; null where it has changed or gone.</returns>
        public int? Of(int published) => now[published] is var number and not Gone ? number : null;

        /// <returns>Null where documents that have stayed have changed places, or are not to be told apart.</returns>
        public static Numbers? Of(ImmutableArray<Digest> digests, ImmutableArray<Digest> published)
        {
            var places = new Dictionary<Digest, int>(published.Length);
            for (var at = 0; at < published.Length; at++)
            {
                if (!places.TryAdd(published[at], at))
                {
                    return null;
                }
            }

            var now = new int[published.Length];
            Array.Fill(now, Gone);
            var fresh = ImmutableArray.CreateBuilder<int>();
            var last = -1;
            for (var at = 0; at < digests.Length; at++)
            {
                if (!places.TryGetValue(digests[at], out var before))
                {
                    fresh.Add(at);
                }
                else if (before <= last)
                {
                    return null;
                }
                else
                {
                    (now[before], last) = (at, before);
                }
            }

            return new(now, fresh.DrainToImmutable());
        }
    }
}
