using System.Collections.Immutable;
using System.Text;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Rendering.Views;

namespace Site.Rendering.Search;

/// <summary>What a build has to know of an index beside its files, to go on from it.</summary>
/// <param name="Documents">The digest of each document (<see cref="SearchDocument.Digest"/>) by its number.</param>
/// <param name="Shards">What is known of each file of terms.</param>
public sealed record IndexNumbers(ImmutableArray<Digest> Documents, ImmutableArray<ShardNumbers> Shards);

/// <summary>What can be told of a file of terms without reading it.</summary>
/// <param name="Weight">As in <see cref="SearchIndex.WeightOf"/>, of all its terms.</param>
/// <param name="HasMore">Whether there is a second file beside it (<see cref="SearchFiles.MorePath"/>).</param>
/// <param name="Characters">The Chinese characters among its terms, in order of their code.</param>
public sealed record ShardNumbers(long Weight, bool HasMore, string Characters)
{
    internal static ShardNumbers Of(IReadOnlyCollection<(string Text, TermPages Pages)> terms) => new(
        terms.Sum(term => SearchIndex.WeightOf(term.Pages.HeadLength)), terms.Any(term => term.Pages.HasTail),
        string.Concat(terms.Where(term => SearchTerms.IsCharacter(term.Text)).Select(term => term.Text)));
}

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
/// <param name="Published">The numbers of shards that are as they were published; null of the others.</param>
internal sealed record SearchTerms(IEnumerable<(string Text, TermPages Pages)>?[] Shards, ImmutableArray<ShardNumbers?> Published)
{
    public static SearchTerms Of(SearchIndex index) => new([.. index.Shards], [.. new ShardNumbers?[index.Shards.Length]]);

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

        var shards = before.Numbers.Shards;
        var fresh = TermsOf([.. numbers.Fresh.Select(number => (number, documents[number]))], synonyms, shards.Length);
        var gone = Gone(documents, numbers, before) is { } earlier ? TermsOf(earlier, synonyms, shards.Length) : null;
        var read = new Shard?[shards.Length];
        Parallel.For(0, read.Length, at => read[at] = gone is not null && IsSame(fresh[at], gone[at]) && IsThere(at, shards[at], before) ? new(null, shards[at]) : Read(at, numbers, fresh[at], before));
        return Array.TrueForAll(read, shard => shard is not null) && SearchIndex.ShardsOf(read.Sum(shard => shard!.Numbers.Weight)) == read.Length
            ? new([.. read.Select(shard => shard!.Terms)], [.. read.Select(shard => shard!.Terms is null ? shard.Numbers : null)])
            : null;
    }

    /// <returns>The published documents in whose places changed ones are now, where that is all that has changed, and they are known; else null.</returns>
    private static ImmutableArray<(int Number, SearchDocument Document)>? Gone(ImmutableArray<SearchDocument> documents, Numbers numbers, PublishedIndex before)
    {
        var gone = numbers.Gone;
        if (numbers.IsMoved || !gone.SequenceEqual(numbers.Fresh))
        {
            return null;
        }

        var earlier = ImmutableArray.CreateBuilder<(int, SearchDocument)>(gone.Length);
        foreach (var number in gone)
        {
            if (documents[number].Earlier?.Invoke() is not { } one || one.Digest() != before.Numbers.Documents[number])
            {
                return null;
            }

            earlier.Add((number, one));
        }

        return earlier.DrainToImmutable();
    }

    /// <returns>Whether the files of a shard are as they were published.</returns>
    private static bool IsThere(int at, ShardNumbers numbers, PublishedIndex before) =>
        before.Find(SearchFiles.TermsPath(at)) is not null && (!numbers.HasMore || before.Find(SearchFiles.MorePath(at)) is not null);

    /// <returns>Whether documents that have gone had the same terms of a shard in the same places as those that have come.</returns>
    private static bool IsSame(Dictionary<string, List<(int Page, TermPlace Place)>>? fresh, Dictionary<string, List<(int Page, TermPlace Place)>>? gone) =>
        fresh is null || gone is null ? fresh == gone : fresh.Count == gone.Count && fresh.All(term => gone.TryGetValue(term.Key, out var pages) && pages.SequenceEqual(term.Value));

    /// <returns>By shard and term: the numbers of the documents that have it, in their order, each with its place there.</returns>
    private static Dictionary<string, List<(int Page, TermPlace Place)>>?[] TermsOf(ImmutableArray<(int Number, SearchDocument Document)> documents, SynonymGroups synonyms, int shards)
    {
        var names = new TermNames();
        var terms = new (ulong Term, TermPlace Place)[documents.Length][];
        Parallel.For(0, terms.Length, () => new TermCollector(names), (at, _, collector) =>
        {
            terms[at] = SearchIndex.TermsOf(documents[at].Document, collector, synonyms);
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

                pages.Add((documents[at].Number, place));
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
            : IsSame(published, numbers, fresh) ? Unchanged(published, !more.IsEmpty)
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

    private static Shard Unchanged(List<Entry> published, bool hasMore)
    {
        var characters = new StringBuilder();
        var weight = 0L;
        Span<char> text = stackalloc char[LongestText];
        foreach (var entry in published)
        {
            weight += SearchIndex.WeightOf(TermPages.HeadLengthOf(entry.Head.Span));
            if (entry.Text.Length <= LongestCharacter && text[..Encoding.UTF8.GetChars(entry.Text.Span, text)] is var chars && SearchTerms.IsCharacter(chars))
            {
                characters.Append(chars);
            }
        }

        return new(null, new(weight, hasMore, characters.ToString()));
    }

    private static Shard Changed(List<Entry> published, Numbers numbers, Dictionary<string, List<(int Page, TermPlace Place)>>? fresh)
    {
        var terms = new List<(string Text, TermPages Pages)>(published.Count);
        foreach (var entry in published)
        {
            var text = Encoding.UTF8.GetString(entry.Text.Span);
            List<(int Page, TermPlace Place)>? added = null;
            fresh?.Remove(text, out added);
            var pages = IsSame(entry, numbers, added) ? entry.Pages() : Merge(entry, numbers, added ?? []);
            if (!pages.IsEmpty)
            {
                terms.Add((text, pages));
            }
        }

        foreach (var (text, added) in fresh ?? [])
        {
            terms.Add((text, Merge(null, numbers, added)));
        }

        terms.Sort((a, b) => string.CompareOrdinal(a.Text, b.Text));
        return new([.. terms], ShardNumbers.Of(terms));
    }

    /// <returns>Whether a shard comes out as it is.</returns>
    private static bool IsSame(List<Entry> published, Numbers numbers, Dictionary<string, List<(int Page, TermPlace Place)>>? fresh)
    {
        var found = 0;
        foreach (var entry in published)
        {
            List<(int Page, TermPlace Place)>? added = null;
            if (fresh?.TryGetValue(Encoding.UTF8.GetString(entry.Text.Span), out added) == true)
            {
                found++;
            }

            if (!IsSame(entry, numbers, added))
            {
                return false;
            }
        }

        return found == (fresh?.Count ?? 0);
    }

    /// <returns>Whether the pages of a term come out as they are: a changed page has it where it had it before.</returns>
    private static bool IsSame(Entry entry, Numbers numbers, List<(int Page, TermPlace Place)>? added)
    {
        if (numbers.IsMoved || (!numbers.HasGone && added is not null))
        {
            return false;
        }

        var found = 0;
        var pages = new EntryReader(entry);
        while (numbers.HasGone && pages.Read(out var number, out var place))
        {
            if (numbers.Of(number) is null)
            {
                if (added?.Contains((number, place)) != true)
                {
                    return false;
                }

                found++;
            }
        }

        return found == (added?.Count ?? 0);
    }

    private static TermPages Merge(Entry? published, Numbers numbers, List<(int Page, TermPlace Place)> added)
    {
        var merged = new TermPages();
        var (named, told) = (0, 0);
        if (published is { } entry)
        {
            var pages = new EntryReader(entry);
            while (pages.Read(out var number, out var place))
            {
                if (numbers.Of(number) is { } page)
                {
                    AddBefore(page, isNamed: place >= TermPlace.Keyword);
                    merged.Add(page, place);
                }
            }
        }

        AddBefore(int.MaxValue, isNamed: true);
        AddBefore(int.MaxValue, isNamed: false);
        return merged;

        void AddBefore(int page, bool isNamed)
        {
            ref var at = ref isNamed ? ref named : ref told;
            for (; at < added.Count && added[at].Page < page; at++)
            {
                if (added[at].Place >= TermPlace.Keyword == isNamed)
                {
                    merged.Add(added[at].Page, added[at].Place);
                }
            }
        }
    }

    /// <summary>Reads the pages of a term as they were published, those with it in their titles and keywords first; their numbers rise in both lists.</summary>
    private ref struct EntryReader
    {
        private readonly int namedCount;
        private readonly int count;
        private ReadOnlySpan<byte> head;
        private ReadOnlySpan<byte> tail;
        private int at;
        private int number;

        public EntryReader(Entry entry)
        {
            head = entry.Head.Span;
            tail = entry.Tail.Span;
            namedCount = Take(ref head);
            count = namedCount + Take(ref head);
        }

        public bool Read(out int page, out TermPlace place)
        {
            if (at == count)
            {
                (page, place) = (0, default);
                return false;
            }

            var isNamed = at < namedCount;
            var inList = isNamed ? at : at - namedCount;
            var value = inList < TermPages.MostInHead ? Take(ref head) : Take(ref tail);
            number = (inList == 0 ? -1 : number) + (value >> 1);
            at++;
            page = number;
            place = (isNamed, value & 1) switch { (true, 1) => TermPlace.Title, (true, _) => TermPlace.Keyword, (false, 1) => TermPlace.Stressed, _ => TermPlace.Body };
            return true;
        }

        private static int Take(ref ReadOnlySpan<byte> bytes)
        {
            var value = Packed.Take(bytes, out var length);
            bytes = bytes[length..];
            return value;
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
    private sealed record Shard((string Text, TermPages Pages)[]? Terms, ShardNumbers Numbers);

    /// <summary>The number that each published document has now.</summary>
    private sealed class Numbers
    {
        private const int None = -1;
        private readonly int[] now;

        private Numbers(int[] now, ImmutableArray<int> fresh)
        {
            (this.now, Fresh) = (now, fresh);
            var gone = ImmutableArray.CreateBuilder<int>();
            for (var at = 0; at < now.Length; at++)
            {
                if (now[at] == None)
                {
                    gone.Add(at);
                }
                else
                {
                    IsMoved |= now[at] != at;
                }
            }

            Gone = gone.DrainToImmutable();
        }

        /// <summary>Numbers of the documents that are new or have changed, rising.</summary>
        public ImmutableArray<int> Fresh { get; }

        /// <summary>Numbers that published documents had which have changed or gone, rising.</summary>
        public ImmutableArray<int> Gone { get; }

        /// <summary>Whether a document has changed or gone.</summary>
        public bool HasGone => !Gone.IsEmpty;

        /// <summary>Whether a document that has stayed has another number.</summary>
        public bool IsMoved { get; }

        /// <returns>The number that a published document has now; null where it has changed or gone.</returns>
        public int? Of(int published) => now[published] is var number and not None ? number : null;

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

            var numbers = new int[published.Length];
            Array.Fill(numbers, None);
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
                    (numbers[before], last) = (at, before);
                }
            }

            return new(numbers, fresh.DrainToImmutable());
        }
    }
}
