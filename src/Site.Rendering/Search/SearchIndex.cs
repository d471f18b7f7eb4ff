using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Site.Rendering.Views;

namespace Site.Rendering.Search;

/// <summary>
/// Which pages have which terms. Pages are numbered by how much they help (guides before quizzes before news, current before past), so that the first entries of a list are the best ones.
/// </summary>
/// <remarks>
/// Made in one pass, a batch of pages at a time: what a page says is cut into terms on all processors, then each processor appends to lists of its own. Only the lists stay,
/// a byte or two an entry. Two runs give the same bytes.
/// </remarks>
internal sealed class SearchIndex
{
    private const int PagesOfBatch = 512;

    /// <summary>Lists of terms are merged in so many parts at once.</summary>
    private const int PartsOfLists = 8;
    private const int BytesOfShard = 4 * 1024;
    private const int MostShards = 4096;
    private const int LengthOfPair = 2;

    private SearchIndex(ImmutableArray<SearchDocument> documents, ImmutableArray<IEnumerable<(string Text, TermPages Pages)>> shards) => (Documents, Shards) = (documents, shards);

    /// <summary>By how much they help: the place of each is its number in the lists.</summary>
    public ImmutableArray<SearchDocument> Documents { get; }

    /// <summary>
    /// Terms by the file that they stand in (<see cref="ShardOf"/>), each by text (ordinal); as many as a power of two. Texts are made and sorted each time a shard is asked for its terms, so
    /// that those of a large site do not lie in memory all at once.
    /// </summary>
    public ImmutableArray<IEnumerable<(string Text, TermPages Pages)>> Shards { get; }

    /// <param name="documents">In any order; no two with one address.</param>
    /// <param name="synonyms">Words that mean the same: where a title, a tag or another word for a page has one of them, it is found by the others.</param>
    public static SearchIndex Of(IEnumerable<SearchDocument> documents, ImmutableArray<ImmutableArray<string>> synonyms)
    {
        var sorted = Sort(documents);
        var names = new TermNames();
        var lists = Lists(sorted, names, new(synonyms));
        var textOf = names.Texts();
        var shards = ShardsOf(lists.Sum(part => part.Values.Sum(pages => WeightOf(pages.HeadLength))));
        var room = lists.Sum(part => part.Count) / shards * 9 / 8;
        var byShard = new List<(ulong Term, TermPages Pages)>[shards];
        for (var shard = 0; shard < shards; shard++)
        {
            byShard[shard] = new(room);
        }

        for (var part = 0; part < lists.Length; part++)
        {
            foreach (var (term, pages) in lists[part])
            {
                byShard[ShardOf(textOf(term), shards)].Add((term, pages));
            }

            // A part is let go as soon as its terms stand elsewhere.
            lists[part] = [];
        }

        return new(sorted, [.. byShard.Select(terms => terms.Select(term => (Text: textOf(term.Term), term.Pages)).OrderBy(term => term.Text, StringComparer.Ordinal))]);
    }

    /// <returns>The documents in the order of their numbers. What stands before what follows from the two alone, so that other documents may come and go between them.</returns>
    public static ImmutableArray<SearchDocument> Sort(IEnumerable<SearchDocument> documents)
    {
        var sorted = documents.ToArray();
        Array.Sort(sorted, Compare);
        return ImmutableCollectionsMarshal.AsImmutableArray(sorted);
    }

    private static int Compare(SearchDocument one, SearchDocument other) =>
        one.Weight != other.Weight ? other.Weight.CompareTo(one.Weight)
        : string.CompareOrdinal(one.Kind, other.Kind) is var byKind and not 0 ? byKind
        : one.IsPast != other.IsPast ? one.IsPast.CompareTo(other.IsPast)
        : (other.Day ?? DateOnly.MinValue).CompareTo(one.Day ?? DateOnly.MinValue) is var byDay and not 0 ? byDay
        : string.CompareOrdinal(one.Address, other.Address);

    /// <returns>About how many bytes of a shard a term takes.</returns>
    /// <param name="headLength">As in <see cref="TermPages.HeadLength"/>.</param>
    public static long WeightOf(int headLength) => headLength + 8;

    /// <returns>How many shards there are for terms of this weight in all (<see cref="WeightOf"/>).</returns>
    public static int ShardsOf(long weight)
    {
        var shards = 1;
        while (shards < MostShards && shards * (long)BytesOfShard < weight)
        {
            shards *= 2;
        }

        return shards;
    }

    /// <returns>The shard of a term: FNV-1a over its UTF-16 units, modulo how many there are (a power of two). The theme's <c>js/search/index.js</c> counts the same.</returns>
    public static int ShardOf(string term, int shards)
    {
        var hash = 0x811C9DC5;
        foreach (var unit in term)
        {
            hash = (hash ^ unit) * 0x01000193;
        }

        return (int)((hash ^ (hash >> 15)) & (uint)(shards - 1));
    }

    private static Dictionary<ulong, TermPages>[] Lists(ImmutableArray<SearchDocument> documents, TermNames names, SynonymGroups synonyms)
    {
        var parts = new Dictionary<ulong, TermPages>[PartsOfLists];
        for (var part = 0; part < parts.Length; part++)
        {
            parts[part] = [];
        }

        var batch = new PartedTerms[PagesOfBatch];
        for (var at = 0; at < batch.Length; at++)
        {
            batch[at] = new();
        }

        for (var start = 0; start < documents.Length; start += PagesOfBatch)
        {
            var count = Math.Min(PagesOfBatch, documents.Length - start);
            Parallel.For(0, count, () => new TermCollector(names), (at, _, collector) =>
            {
                Collect(documents[start + at], collector, synonyms);
                batch[at].Take(collector);
                return collector;
            }, _ => { });
            Parallel.For(0, parts.Length, part =>
            {
                for (var at = 0; at < count; at++)
                {
                    foreach (var (term, place) in batch[at].Of(part))
                    {
                        ref var pages = ref CollectionsMarshal.GetValueRefOrAddDefault(parts[part], term, out _);
                        (pages ??= new()).Add(start + at, place);
                    }
                }
            });
        }

        return parts;
    }

    /// <returns>The terms of a document, each with its best place; in no particular order.</returns>
    public static (ulong Term, TermPlace Place)[] TermsOf(SearchDocument document, TermCollector collector, SynonymGroups synonyms)
    {
        Collect(document, collector, synonyms);
        return collector.Take().ToArray();
    }

    private static void Collect(SearchDocument document, TermCollector collector, SynonymGroups synonyms)
    {
        collector.Add(document.Title, TermPlace.Title);
        string[] keywords = [.. document.Tags, .. document.SearchFor, .. document.PinnedFor];
        foreach (var text in keywords.Concat(synonyms.Of(keywords.Prepend(document.Title))))
        {
            collector.Add(text, text.Length == LengthOfPair ? TermPlace.Title : TermPlace.Keyword);
        }

        foreach (var text in document.Headings.Prepend(document.Summary))
        {
            collector.Add(text, TermPlace.Stressed);
        }

        foreach (var text in document.Texts)
        {
            collector.Add(text, TermPlace.Body);
        }

        foreach (var fragment in document.Fragments)
        {
            collector.Add(fragment);
        }
    }

    /// <summary>The terms of one page after another, by the part of the lists that they go to, so that whoever fills a part need not look at all of them.</summary>
    private sealed class PartedTerms
    {
        private readonly int[] ends = new int[PartsOfLists];
        private (ulong Term, TermPlace Place)[] parted = [];

        public void Take(TermCollector collector)
        {
            var taken = collector.Take();
            if (parted.Length < taken.Length)
            {
                parted = new (ulong, TermPlace)[Math.Max(taken.Length, 2 * parted.Length)];
            }

            Span<int> next = stackalloc int[PartsOfLists];
            next.Clear();
            foreach (var (term, _) in taken)
            {
                next[PartOf(term)]++;
            }

            for (var (part, end) = (0, 0); part < PartsOfLists; part++)
            {
                (next[part], end) = (end, end + next[part]);
                ends[part] = end;
            }

            foreach (var term in taken)
            {
                parted[next[PartOf(term.Term)]++] = term;
            }
        }

        public ReadOnlySpan<(ulong Term, TermPlace Place)> Of(int part) => parted.AsSpan((part == 0 ? 0 : ends[part - 1])..ends[part]);

        private static int PartOf(ulong term) => (int)((term ^ (term >> 32)) % PartsOfLists);
    }
}

/// <summary>Says texts with other words for the same.</summary>
internal sealed class SynonymGroups(ImmutableArray<ImmutableArray<string>> groups)
{
    private readonly SearchValues<string> any = SearchValues.Create([.. groups.SelectMany(group => group)], StringComparison.OrdinalIgnoreCase);

    public IEnumerable<string> Of(IEnumerable<string> texts) =>
        from text in texts
        where text.AsSpan().ContainsAny(any)
        from @group in groups
        from word in @group
        where text.Contains(word, StringComparison.OrdinalIgnoreCase)
        from other in @group
        where !text.Contains(other, StringComparison.OrdinalIgnoreCase)
        select text.Replace(word, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The pages of one term: two lists of numbers that rise, each packed.</summary>
/// <remarks>
/// First the pages that have it in their title (bit 1) or among their keywords (bit 0), then those that have it in their text, stressed (1) or not (0). An entry is
/// the distance from the number before it (from -1 for the first) times two, plus the bit, as a number of 7 bits a byte, the lowest first, the highest bit set in all but the last byte.
/// </remarks>
internal sealed class TermPages
{
    /// <summary>How many entries of each list stand beside the term; the others stand in a second file, which few queries need.</summary>
    public const int MostInHead = 2000;

    private const int None = -1;

    /// <summary>Most terms of a large site stand in one page: its number times four, plus the place; <see cref="None"/> where there is no page, or there are <see cref="lists"/>.</summary>
    private int only = None;
    private Lists? lists;

    /// <returns>The pages as they were written.</returns>
    /// <param name="head">What <see cref="WriteHead"/> wrote.</param>
    /// <param name="tail">What <see cref="WriteTail"/> wrote.</param>
    public static TermPages Of(ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> tail)
    {
        var (countOfNamed, countOfTold) = (Packed.Take(ref head), Packed.Take(ref head));
        var (namedHead, namedTail) = (Packed.TakeMany(ref head, Math.Min(countOfNamed, MostInHead)), Packed.TakeMany(ref tail, Math.Max(countOfNamed - MostInHead, 0)));
        return new() { lists = new() { Named = new(countOfNamed, namedHead, namedTail), Told = new(countOfTold, head, tail) } };
    }

    /// <summary>Bytes of what stands beside the term, without the counts.</summary>
    public int HeadLength => lists is not null ? lists.Named.HeadLength + lists.Told.HeadLength : only == None ? 0 : Packed.LengthOf(OnlyEntry);

    /// <summary>Whether there are entries beside those of the head.</summary>
    public bool HasTail => lists is not null && (lists.Named.Count > MostInHead || lists.Told.Count > MostInHead);

    /// <summary>Whether no page has the term.</summary>
    public bool IsEmpty => only == None && (lists is null || lists.Named.Count + lists.Told.Count == 0);

    /// <returns><see cref="HeadLength"/> of the pages that <see cref="WriteHead"/> wrote.</returns>
    public static int HeadLengthOf(ReadOnlySpan<byte> head)
    {
        Packed.Take(head, out var length);
        Packed.Take(head[length..], out var second);
        return head.Length - length - second;
    }

    /// <returns><see cref="HasTail"/> of the pages that <see cref="WriteHead"/> wrote.</returns>
    public static bool HasTailBehind(ReadOnlySpan<byte> head) => Packed.Take(head, out var length) > MostInHead | Packed.Take(head[length..], out _) > MostInHead;

    /// <param name="page">Higher than that of the last call.</param>
    public void Add(int page, TermPlace place)
    {
        if (lists is null && only == None)
        {
            only = (page << 2) | (int)place;
            return;
        }

        if (lists is null)
        {
            lists = new();
            lists.Add(only >> 2, OnlyPlace);
            only = None;
        }

        lists.Add(page, place);
    }

    /// <summary>Writes how many entries each list has in all, then the first <see cref="MostInHead"/> of each.</summary>
    public void WriteHead(IBufferWriter<byte> output)
    {
        if (lists is null)
        {
            Packed.Write(output, only != None && OnlyPlace >= TermPlace.Keyword ? 1 : 0);
            Packed.Write(output, only != None && OnlyPlace < TermPlace.Keyword ? 1 : 0);
            if (only != None)
            {
                Packed.Write(output, OnlyEntry);
            }

            return;
        }

        Packed.Write(output, lists.Named.Count);
        Packed.Write(output, lists.Told.Count);
        lists.Named.WriteHead(output);
        lists.Told.WriteHead(output);
    }

    /// <summary>Writes what <see cref="WriteHead"/> leaves, of each list.</summary>
    public void WriteTail(IBufferWriter<byte> output)
    {
        lists?.Named.WriteTail(output);
        lists?.Told.WriteTail(output);
    }

    private TermPlace OnlyPlace => (TermPlace)(only & 3);

    /// <summary>The one entry of the one list.</summary>
    private int OnlyEntry => PackedList.Entry((only >> 2) + 1, HasBit(OnlyPlace));

    private static bool HasBit(TermPlace place) => place is TermPlace.Title or TermPlace.Stressed;

    private sealed class Lists
    {
        public PackedList Named;
        public PackedList Told;

        public void Add(int page, TermPlace place)
        {
            ref var list = ref place >= TermPlace.Keyword ? ref Named : ref Told;
            list.Add(page, HasBit(place));
        }
    }

    private struct PackedList
    {
        private const int LargestPiece = 8 * 1024;
        private List<ReadOnlyMemory<byte>>? full;
        private byte[]? piece;
        private int used;
        private int before;
        private int last;
        private int headLength;

        /// <summary>A list as it was written; nothing can be added to it.</summary>
        public PackedList(int count, ReadOnlyMemory<byte> head, ReadOnlyMemory<byte> tail) => (Count, full, before, headLength) = (count, [head, tail], head.Length + tail.Length, head.Length);

        public static int Entry(int distance, bool bit) => (distance << 1) | (bit ? 1 : 0);

        public int Count { get; private set; }

        public readonly int HeadLength => Count > MostInHead ? headLength : before + used;

        public void Add(int page, bool bit)
        {
            if (Count == MostInHead)
            {
                headLength = before + used;
            }

            var value = (uint)Entry(page - (Count == 0 ? -1 : last), bit);
            for (; value >= 0x80; value >>= 7)
            {
                Put((byte)(value | 0x80));
            }

            Put((byte)value);
            (last, Count) = (page, Count + 1);
        }

        public readonly void WriteHead(IBufferWriter<byte> output) => Write(output, 0, HeadLength);

        public readonly void WriteTail(IBufferWriter<byte> output) => Write(output, HeadLength, before + used);

        private void Put(byte value)
        {
            if (piece is null || used == piece.Length)
            {
                if (piece is not null)
                {
                    (full ??= []).Add(piece);
                    before += used;
                }

                (piece, used) = (new byte[piece is null ? 4 : Math.Min(LargestPiece, piece.Length * 2)], 0);
            }

            piece[used++] = value;
        }

        private readonly void Write(IBufferWriter<byte> output, int from, int to)
        {
            var at = 0;
            foreach (var bytes in (full ?? []).Append(piece.AsMemory(0, used)))
            {
                var (start, end) = (Math.Max(from - at, 0), Math.Min(to - at, bytes.Length));
                if (start < end)
                {
                    output.Write(bytes.Span[start..end]);
                }

                at += bytes.Length;
            }
        }
    }
}

/// <summary>Numbers of 7 bits a byte, the lowest first, the highest bit set in all but the last byte.</summary>
internal static class Packed
{
    public static void Write(IBufferWriter<byte> output, int number)
    {
        var span = output.GetSpan(5);
        var length = 0;
        var value = (uint)number;
        for (; value >= 0x80; value >>= 7)
        {
            span[length++] = (byte)(value | 0x80);
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <returns>How many bytes a number takes.</returns>
    public static int LengthOf(int number)
    {
        var length = 1;
        for (var value = (uint)number; value >= 0x80; value >>= 7)
        {
            length++;
        }

        return length;
    }

    /// <returns>The number with which the bytes begin; they go on behind it.</returns>
    public static int Take(ref ReadOnlyMemory<byte> bytes)
    {
        var span = bytes.Span;
        var number = Take(span, out var length);
        bytes = bytes[length..];
        return number;
    }

    /// <returns>The number with which the bytes begin.</returns>
    /// <param name="length">How many of them it takes.</param>
    public static int Take(ReadOnlySpan<byte> bytes, out int length)
    {
        uint value = bytes[0];
        length = 1;
        if (value >= 0x80)
        {
            value &= 0x7F;
            for (var shift = 7; ; shift += 7)
            {
                var part = bytes[length++];
                value |= (uint)(part & 0x7F) << shift;
                if (part < 0x80)
                {
                    break;
                }
            }
        }

        return (int)value;
    }

    /// <returns>The bytes of so many numbers with which the bytes begin; they go on behind them.</returns>
    public static ReadOnlyMemory<byte> TakeMany(ref ReadOnlyMemory<byte> bytes, int count)
    {
        var span = bytes.Span;
        var at = 0;
        for (; count > 0; at++)
        {
            count -= span[at] < 0x80 ? 1 : 0;
        }

        var taken = bytes[..at];
        bytes = bytes[at..];
        return taken;
    }

    /// <summary>Writes a text as UTF-8, its length in bytes before it.</summary>
    public static void Write(IBufferWriter<byte> output, string text)
    {
        Write(output, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, output);
    }
}
