using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Site.Content.Pages;
using Site.Content.Search;
using Site.Content.Settings;
using Site.Core.Json;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Rendering.Traditional;
using Site.Rendering.Views;

namespace Site.Rendering.Search;

/// <summary>The files of the search index below <c>search/index/</c>. A browser loads those that a query needs; all are text but the two lists of terms.</summary>
/// <remarks>
/// <c>start.json</c> says how many files there are. <c>terms/N.bin</c> begins with <see cref="SearchTermsFile.Mark"/>, then for each term its text and its first pages, each with its length before
/// it (<see cref="TermPages.WriteHead"/>); <c>more/N.bin</c>, where there is one, likewise the other pages of terms that many pages have. <c>pages/N.json</c> holds titles and summaries of
/// <see cref="PagesOfFile"/> pages, <c>phrases.json</c> what a mistyped query may have meant, <c>traditional.json</c> traditional characters with their simplified ones. All but the first
/// are asked for with the version behind the address, so that no file of another build is taken.
/// </remarks>
internal static class SearchFiles
{
    /// <summary>Where they lie.</summary>
    public const string Folder = "search/index/";

    /// <summary>Where that lies which readers of traditional characters are shown.</summary>
    private static readonly string TraditionalFolder = TraditionalPages.Home[1..] + Folder;

    /// <summary>How many pages share a file of titles and summaries.</summary>
    public const int PagesOfFile = 8;

    private const int LongestSummary = 120;

    /// <param name="documents">Every page that the search finds.</param>
    /// <param name="words">What residents say.</param>
    /// <param name="settings">Of the site.</param>
    /// <param name="isKept">Whether the next build may go on from this index.</param>
    /// <param name="before">The index as it was published on the same ground, or null.</param>
    public static (ImmutableArray<OutputFile> Files, IndexNumbers? Numbers) Of(IEnumerable<SearchDocument> documents, SearchWords words, SiteSettings settings, bool isKept, PublishedIndex? before)
    {
        var sorted = SearchIndex.Sort(documents);
        ImmutableArray<Digest> digests = isKept ? [.. sorted.Select(document => document.Digest())] : [];
        var terms = (before is null ? null : SearchUpdate.Of(sorted, digests, new(words.Synonyms), before)) ?? SearchTerms.Of(SearchIndex.Of(sorted, words.Synonyms));
        var files = ImmutableArray.CreateBuilder<OutputFile>();
        var numbers = new ShardNumbers[terms.Shards.Length];
        files.AddRange(TermsFiles(terms, before, numbers));
        for (var at = 0; at < sorted.Length; at += PagesOfFile)
        {
            var (first, end) = (at, Math.Min(at + PagesOfFile, sorted.Length));
            files.Add(new($"{Folder}pages/{at / PagesOfFile}.json", output => WritePages(output, sorted[first..end], settings)) { Key = isKept ? Digest.Of(digests.AsSpan()[first..end]) : default });
        }

        var phrases = SearchPhrases.Of(sorted, words);
        files.Add(new(Folder + "phrases.json", output => JsonText.WriteLine(output, phrases, SearchContext.Default.SearchPhrases)));
        files.Add(new(Folder + "traditional.json", output => JsonText.WriteLine(output, Traditional([.. numbers.SelectMany(shard => shard.Characters)]), SearchContext.Default.String)));
        files.AddRange(settings.HasTraditional ? InTraditional(sorted, phrases, settings) : []);
        var start = Start(sorted, terms.Shards.Length, Version(files, before));
        files.Add(new(Folder + "start.json", output => JsonText.WriteLine(output, start, SearchContext.Default.SearchStart)));
        if (settings.HasTraditional)
        {
            files.Add(new(TraditionalFolder + "start.json", output => JsonText.WriteLine(
                output, start with { Ranges = [.. start.Ranges.Select(range => range with { Kind = TraditionalText.Of(range.Kind) })] }, SearchContext.Default.SearchStart)));
        }

        return (files.DrainToImmutable(), isKept ? new(digests, [.. numbers]) : null);
    }

    /// <returns>Path of a file of terms with their first pages.</returns>
    public static string TermsPath(int shard) => string.Create(CultureInfo.InvariantCulture, $"{Folder}terms/{shard}.bin");

    /// <returns>Path of the file with the other pages of its terms, which is there where there are any.</returns>
    public static string MorePath(int shard) => string.Create(CultureInfo.InvariantCulture, $"{Folder}more/{shard}.bin");

    /// <returns>The files of terms by shard. They are made at once, and the lists let go: so an index of a large site takes its own length in memory and no more.</returns>
    /// <param name="numbers">Takes the numbers of each shard.</param>
    private static IEnumerable<OutputFile> TermsFiles(SearchTerms terms, PublishedIndex? before, ShardNumbers[] numbers)
    {
        var made = new OutputFile[terms.Shards.Length][];
        Parallel.For(0, made.Length, () => new TermsWriter(), (shard, _, writer) =>
        {
            if (terms.Shards[shard]?.ToArray() is not { } changed)
            {
                numbers[shard] = terms.Published[shard]!;
                made[shard] = [.. new[] { before!.Find(TermsPath(shard)), before.Find(MorePath(shard)) }.OfType<PublishedFile>().Select(AsPublished)];
                return writer;
            }

            var many = changed.Where(term => term.Pages.HasTail).ToArray();
            var first = Made(TermsPath(shard), writer.Write(changed, (pages, to) => pages.WriteHead(to)));
            made[shard] = many.Length == 0 ? [first] : [first, Made(MorePath(shard), writer.Write(many, (pages, to) => pages.WriteTail(to)))];
            numbers[shard] = ShardNumbers.Of(changed);
            terms.Shards[shard] = null;
            return writer;
        }, _ => { });
        return made.SelectMany(some => some);
    }

    private static OutputFile Made(string path, byte[] bytes) => new(path, output => output.Write(bytes)) { Hash = Digest.Of(bytes) };

    private static OutputFile AsPublished(PublishedFile file) => new(file.Path, output => output.Write(file.Load() ?? throw new IOException($"刚发布的文件变了：{file.Path}"))) { Hash = file.Hash };

    private static SearchStart Start(ImmutableArray<SearchDocument> documents, int shards, string version)
    {
        var ranges = ImmutableArray.CreateBuilder<SearchRange>();
        for (var at = 0; at < documents.Length; at++)
        {
            var document = documents[at];
            if (at == 0 || documents[at - 1] is var before && (before.Kind, before.Weight, before.IsPast) != (document.Kind, document.Weight, document.IsPast))
            {
                ranges.Add(new(at, document.Kind, document.IsPast ? document.Weight * 4 / 5 : document.Weight));
            }
        }

        return new(version, documents.Length, shards, TermPages.MostInHead, PagesOfFile, ranges.DrainToImmutable());
    }

    private static void WritePages(IBufferWriter<byte> output, IEnumerable<SearchDocument> documents, SiteSettings settings) =>
        WriteRows(output, documents.Select<SearchDocument, string[]>(document =>
            [SiteAddress.Href(settings, document.Address), document.Title, Short(document.Summary), string.Join('、', document.SearchFor)]));

    private static void WriteRows(IBufferWriter<byte> output, IEnumerable<string[]> rows)
    {
        using var json = JsonText.LineWriter(output);
        json.WriteStartArray();
        foreach (var row in rows)
        {
            json.WriteStartArray();
            foreach (var text in row)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <returns>What readers of traditional characters are shown: rows with the addresses of their pages and with title and summary once more as they read them, phrases likewise.</returns>
    private static IEnumerable<OutputFile> InTraditional(ImmutableArray<SearchDocument> documents, SearchPhrases phrases, SiteSettings settings) =>
        documents.Chunk(PagesOfFile).Select((part, number) => new OutputFile($"{TraditionalFolder}pages/{number}.json", output => WriteRows(output, part.Select<SearchDocument, string[]>(document =>
            [
                SiteAddress.Href(settings, TraditionalPages.AddressOf(document.Address)), document.Title, Short(document.Summary), string.Join('、', document.SearchFor),
                TraditionalText.Of(document.Title), TraditionalText.Of(Short(document.Summary)),
            ]))))
            .Append(new(TraditionalFolder + "phrases.json", output => JsonText.WriteLine(output, phrases with { Shown = [.. phrases.Phrases.Select(TraditionalText.Of)] }, SearchContext.Default.SearchPhrases)));

    private static string Short(string summary) =>
        summary.Length <= LongestSummary ? summary : summary[..(char.IsHighSurrogate(summary[LongestSummary - 2]) ? LongestSummary - 2 : LongestSummary - 1)] + "…";

    /// <returns>Traditional characters whose simplified one the site has, each with it.</returns>
    private static string Traditional(HashSet<char> known)
    {
        var pairs = new StringBuilder();
        for (var at = 0; at < TraditionalCharacters.Pairs.Length; at += 2)
        {
            if (known.Contains(TraditionalCharacters.Pairs[at + 1]))
            {
                pairs.Append(TraditionalCharacters.Pairs, at, 2);
            }
        }

        return pairs.ToString();
    }

    /// <returns>Eight digits that another index would not have.</returns>
    private static string Version(ImmutableArray<OutputFile>.Builder files, PublishedIndex? before)
    {
        var hashes = new byte[files.Count * Digest.Length];
        Parallel.For(0, files.Count, () => new ArrayBufferWriter<byte>(), (at, _, buffer) =>
        {
            HashOf(files[at], before, buffer).CopyTo(hashes.AsSpan(at * Digest.Length));
            return buffer;
        }, _ => { });
        return Convert.ToHexStringLower(Sha256.HashData(hashes).AsSpan(0, 4));
    }

    private static Digest HashOf(OutputFile file, PublishedIndex? before, ArrayBufferWriter<byte> buffer)
    {
        if (file.Hash != default)
        {
            return file.Hash;
        }

        if (file.Key != default && before?.Find(file.Path) is { } same && same.Key == file.Key)
        {
            return same.Hash;
        }

        buffer.ResetWrittenCount();
        file.Write(buffer);
        return Digest.Of(buffer.WrittenSpan);
    }
}

/// <summary>What the client reads first.</summary>
/// <param name="Version">Stands behind the addresses of the other files.</param>
/// <param name="Pages">How many pages there are.</param>
/// <param name="Shards">How many files of terms there are, a power of two.</param>
/// <param name="Most">As in <see cref="TermPages.MostInHead"/>.</param>
/// <param name="PagesOfFile">As in <see cref="SearchFiles.PagesOfFile"/>.</param>
/// <param name="Ranges">By the first page of each.</param>
internal sealed record SearchStart(string Version, int Pages, int Shards, int Most, int PagesOfFile, ImmutableArray<SearchRange> Ranges);

/// <summary>Pages of one kind, from the first on to that of the next range.</summary>
/// <param name="First">Number of its first page.</param>
/// <param name="Kind">What readers filter by.</param>
/// <param name="Weight">How much its pages help, 1 to 100.</param>
internal sealed record SearchRange(int First, string Kind, int Weight);

/// <summary>What a query may have meant that finds nothing.</summary>
/// <param name="Phrases">Titles, tags and ways to say it, the most helpful first.</param>
/// <param name="Sounds">Each a reading without tones and, after a space, the characters that are read so.</param>
/// <param name="Shown">The phrases as they are shown, where that is in other characters; else null.</param>
internal sealed record SearchPhrases(ImmutableArray<string> Phrases, ImmutableArray<string> Sounds, ImmutableArray<string>? Shown = null)
{
    private const int Most = 3000;
    private const int Shortest = 2;
    private const int Longest = 12;
    private const int LeastWeightOfTitles = 50;

    public static SearchPhrases Of(ImmutableArray<SearchDocument> documents, SearchWords words)
    {
        var named = documents.Where(document => document is { IsPast: false, Weight: >= LeastWeightOfTitles });
        var found = words.Answers.SelectMany(answer => answer.Phrases).Concat(words.Synonyms.SelectMany(group => group))
            .Concat(named.SelectMany(document => document.SearchFor.Concat(document.Tags).Prepend(PageTitles.Short(document.Title)))
                .Concat(documents.SelectMany(document => document.Tags)).Where(phrase => phrase.Length is >= Shortest and <= Longest && phrase.EnumerateRunes().Any(Han.Is)).Take(Most))
            .Distinct(StringComparer.Ordinal).ToImmutableArray();
        // Also of characters that no page has: whoever takes the wrong one of those that sound alike is likely to have taken such a one.
        var sounds = Pinyin.Characters.Order().GroupBy(character => Pinyin.Of(character)!, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {string.Concat(group)}");
        return new(found, [.. sounds]);
    }
}

/// <summary>A file of terms.</summary>
internal static class SearchTermsFile
{
    /// <summary>With what it begins.</summary>
    public static ReadOnlySpan<byte> Mark => "terms1\n"u8;
}

/// <summary>Writes one file of terms after another in the same room: files of many pages are large, and would leave as much behind as they take.</summary>
internal sealed class TermsWriter
{
    private readonly ArrayBufferWriter<byte> file = new();
    private readonly ArrayBufferWriter<byte> entry = new();

    /// <returns>The bytes of a file.</returns>
    /// <param name="write">Writes the pages of a term.</param>
    public byte[] Write(IReadOnlyList<(string Text, TermPages Pages)> terms, Action<TermPages, IBufferWriter<byte>> write)
    {
        file.ResetWrittenCount();
        file.Write(SearchTermsFile.Mark);
        foreach (var (text, pages) in terms)
        {
            entry.ResetWrittenCount();
            write(pages, entry);
            Packed.Write(file, text);
            Packed.Write(file, entry.WrittenCount);
            file.Write(entry.WrittenSpan);
        }

        return file.WrittenSpan.ToArray();
    }
}

[JsonSerializable(typeof(SearchStart)), JsonSerializable(typeof(SearchPhrases)), JsonSerializable(typeof(string))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class SearchContext : JsonSerializerContext;
