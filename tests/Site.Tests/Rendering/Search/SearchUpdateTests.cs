using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using FsCheck.Fluent;
using Site.Content.Search;
using Site.Content.Settings;
using Site.Core.Sources;
using Site.Rendering.Search;
using Site.Rendering.Views;

namespace Site.Tests;

/// <summary>An index that goes on from a published one has the same bytes as one of the whole.</summary>
public sealed class SearchUpdateTests
{
    private const string Texts = "燃气泄漏关阀门消防通道有限空间一氧化碳𠮷野GB2894";
    private static readonly SiteSettings Settings = new() { Title = "示例", Url = new("https://example.org/"), Organiser = "示例单位" };
    private static readonly SearchWords Words = SearchWords.None with { Synonyms = [["煤气", "燃气"]] };

    [Fact]
    public void Whatever_changes_an_index_that_goes_on_from_the_last_one_equals_one_of_the_whole()
    {
        var edit = Gen.Choose(0, 5).SelectMany(_ => Gen.Choose(0, 39), (what, number) => (what, number)).SelectMany(_ => Gen.Choose(0, 1000), (edit, seed) => (What: edit.what, Number: edit.number, Seed: seed));
        Prop.ForAll(edit.NonEmptyListOf().Select(edits => edits.Take(8).ToArray()).ToArbitrary(), edits =>
        {
            var documents = Enumerable.Range(0, 40).Select(Document).ToList();
            var (files, numbers) = Index(documents, null);
            foreach (var (what, number, seed) in edits)
            {
                var earlier = documents.ToDictionary(document => document.Address, StringComparer.Ordinal);
                Edit(documents, what, number, seed);
                var published = Published(files, numbers!);
                documents = seed % 2 == 0 ? [.. documents.Select(document => document with { Earlier = () => earlier.GetValueOrDefault(document.Address) })] : documents;
                (files, numbers) = Index(documents, published);
                AssertSame(Index(documents, null), (files, numbers), $"{what} {number} {seed}");
            }
        }).AssertHolds(runs: 60, endSize: 8);
    }

    [Fact]
    public void Of_many_pages_one_changed_sentence_changes_the_shards_of_its_words_and_no_others()
    {
        var documents = Enumerable.Range(0, TermPages.MostInHead + 300).Select(at => Document(at) with { Title = $"燃气{(char)(0x4E00 + (at * 3))}", Texts = [$"{(char)(0x5E00 + (at * 7 % 9000))}泄漏{(char)(0x4E00 + (at * 11 % 9000))}"] }).ToList();
        var (before, numbers) = Index(documents, null);
        var earlier = documents[700];
        documents[700] = earlier with { Texts = ["泄漏了，关阀门。"] };

        var published = Published(before, numbers!);
        var after = Index(documents, published);

        AssertSame(Index(documents, null), after, "");
        var read = new HashSet<string>(StringComparer.Ordinal);
        documents[700] = documents[700] with { Earlier = () => earlier };
        AssertSame(after, Index(documents, published with { Find = path => published.Find(path) is { } file ? file with { Load = () => { lock (read) { read.Add(path); } return file.Load(); } } : null }), "with what it said before");
        Assert.InRange(read.Count, 1, 80);
        documents[700] = documents[700] with { Earlier = () => documents[701] };
        AssertSame(after, Index(documents, published), "with what another said");
        var terms = after.Files.Where(file => file.Path.StartsWith("search/index/terms/", StringComparison.Ordinal)).ToList();
        Assert.InRange(terms.Count(file => file.Hash != published.Find(file.Path)!.Hash), 1, 40);
        Assert.True(terms.Count > 60);
        Assert.Contains(after.Files, file => file.Path.StartsWith("search/index/more/", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_as_it_was_published_is_not_gone_on_from()
    {
        var documents = Enumerable.Range(0, 40).Select(Document).ToList();
        var (before, numbers) = Index(documents, null);
        var published = Published(before, numbers!);
        documents[3] = documents[3] with { Title = "另一个题目" };
        var whole = Index(documents, null);

        AssertSame(whole, Index(documents, published with { Find = path => path.EndsWith("terms/0.bin", StringComparison.Ordinal) ? null : published.Find(path) }), "not there");
        AssertSame(whole, Index(documents, published with { Find = path => published.Find(path) is { } file ? file with { Load = () => null } : null }), "changed");
    }

    [Fact]
    public void The_version_behind_the_addresses_of_an_index_counts_what_is_shown_in_traditional_characters()
    {
        var documents = Enumerable.Range(0, 4).Select(Document).ToList();
        var simplified = Index(documents, null).Files;
        var both = SearchFiles.Of(documents, Words, Settings with { HasTraditional = true }, true, null).Files;

        Assert.NotEqual(VersionIn(simplified, "search/index/start.json"), VersionIn(both, "search/index/start.json"));
        Assert.Equal(VersionIn(both, "search/index/start.json"), VersionIn(both, "zh-hant/search/index/start.json"));

        static string VersionIn(ImmutableArray<OutputFile> files, string path) =>
            JsonDocument.Parse(Bytes(files.Single(file => file.Path == path))).RootElement.GetProperty("version").GetString()!;
    }

    private static (ImmutableArray<OutputFile> Files, IndexNumbers? Numbers) Index(List<SearchDocument> documents, PublishedIndex? before) => SearchFiles.Of(documents, Words, Settings, true, before);

    private static PublishedIndex Published(ImmutableArray<OutputFile> files, IndexNumbers numbers)
    {
        var byPath = files.ToDictionary(file => file.Path, file => AsPublished(file, Bytes(file)), StringComparer.Ordinal);
        return new(numbers, byPath.GetValueOrDefault);

        static PublishedFile AsPublished(OutputFile file, byte[] bytes) => new(file.Path, file.Key, Digest.Of(bytes), () => bytes);
    }

    private static void AssertSame((ImmutableArray<OutputFile> Files, IndexNumbers? Numbers) whole, (ImmutableArray<OutputFile> Files, IndexNumbers? Numbers) gone, string what)
    {
        Assert.Equal(whole.Numbers!.Shards.AsEnumerable(), gone.Numbers!.Shards);
        Assert.Equal(whole.Numbers.Documents.AsEnumerable(), gone.Numbers.Documents);
        Assert.Equal((what, string.Join(' ', whole.Files.Select(file => file.Path))), (what, string.Join(' ', gone.Files.Select(file => file.Path))));
        foreach (var (expected, actual) in whole.Files.Zip(gone.Files))
        {
            var bytes = Bytes(actual);
            Assert.True(Bytes(expected).AsSpan().SequenceEqual(bytes), $"{what}: {actual.Path}");
            Assert.True(actual.Hash == default || actual.Hash == Digest.Of(bytes), $"{what}: {actual.Path}");
        }
    }

    private static void Edit(List<SearchDocument> documents, int what, int number, int seed)
    {
        var at = number % documents.Count;
        switch (what)
        {
            case 0:
                documents[at] = documents[at] with { Texts = [Text(seed)] };
                break;
            case 1:
                documents[at] = documents[at] with { Title = Text(seed), Day = new DateOnly(2026, 1, 1).AddDays(seed % 300) };
                break;
            case 2 when documents.Count > 10:
                documents.RemoveAt(at);
                break;
            case 3:
                documents.Add(Document(1000 + documents.Count + seed));
                break;
            case 4:
                documents[at] = documents[at] with { Weight = 40 + (seed % 20), IsPast = seed % 3 == 0, Tags = [Text(seed)[..2]] };
                break;
            default:
                documents[at] = documents[at] with { Texts = [], Headings = [Text(seed)], SearchFor = [Text(seed + 1)] };
                break;
        }

        var known = new HashSet<string>(StringComparer.Ordinal);
        documents.RemoveAll(document => !known.Add(document.Address));
    }

    private static SearchDocument Document(int number) => new()
    {
        Address = $"/{number:D5}/",
        Title = Text(number),
        Summary = Text(number * 3),
        Kind = number % 2 == 0 ? "页面" : "新闻",
        Weight = number % 2 == 0 ? 50 : 40,
        Texts = [Text(number * 5), Text(number * 7)],
        Day = number % 4 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(number % 300),
    };

    private static string Text(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => random.Next(6) == 0 ? random.Next(3000).ToString(CultureInfo.InvariantCulture) : Texts[random.Next(Texts.Length - 1)] is var one && !char.IsSurrogate(one) ? one.ToString() : "𠮷"));
    }

    private static byte[] Bytes(OutputFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
