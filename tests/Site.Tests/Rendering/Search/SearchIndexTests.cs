using System.Buffers;
using System.Collections.Immutable;
using AngleSharp.Dom;
using Site.Rendering.Search;
using Site.Rendering.Views;

namespace Site.Tests;

public sealed class SearchIndexTests
{
    [Theory]
    [InlineData("燃气泄漏", "气泄 泄漏 燃 气 泄 漏 燃气")]
    [InlineData("家用220V电压", "220 220v v v电 家 家用 用 用220 电 电压 压")]
    [InlineData("4S店", "4 4s s s店 店")]
    [InlineData("PM2.5", "2.5 pm pm2.5")]
    [InlineData("GB 2894", "2894 gb gb2894")]
    [InlineData("GB2894", "2894 gb gb2894")]
    [InlineData("GB/T 29639—2020", "2020 29639 29639_2020 gb gb_t t t29639")]
    [InlineData("GB 13495.1—2015", "13495 13495.1 13495.1_2015 2015 gb gb13495 gb13495.1")]
    [InlineData("2.23米", "2.23 2.23米 米")]
    [InlineData("10kV、5G", "10 10kv 5 5g g kv")]
    [InlineData("CO₂", "2 co co2")]
    [InlineData("燃氣", "气 燃 燃气")]
    [InlineData("甲，乙 丙", "丙 乙 甲")]
    [InlineData("𠮷野", "野 𠮷 𠮷野")]
    [InlineData("hello world", "hello hello_world world")]
    [InlineData("第3.", "3 第 第3")]
    [InlineData("……", "")]
    public void A_text_is_cut_into_characters_words_numbers_and_their_neighbors(string title, string terms)
    {
        var index = SearchIndex.Of([Document("/a/", title)], []);

        Assert.Equal(
            terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(term => term.Replace('_', ' ')).Order(StringComparer.Ordinal),
            index.Shards.SelectMany(shard => shard).Select(term => term.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_a_long_number_a_term_has_the_first_signs_and_another_all_before_its_dot()
    {
        var index = SearchIndex.Of([Document("/a/", new string('1', 90) + ".5")], []);

        Assert.Equal([new('1', 32), new('1', 90)], index.Shards.SelectMany(shard => shard).Select(term => term.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Inline_marks_do_not_part_neighbors_and_blocks_do()
    {
        var site = SampleSite.Read(
            """
            -- content/guides/a.md --
            ---
            title: 题
            ---
            燃**气**泄`漏`&amp;关

            - 甲
            - 乙
            """);
        var page = site.Pages.Single();

        var index = SearchIndex.Of([Document("/a/", "题") with { Fragments = page.Fragments }], []);

        Assert.Equal([0], PagesOf(index, "气泄").Select(entry => entry.Page));
        Assert.Equal([0], PagesOf(index, "泄漏").Select(entry => entry.Page));
        Assert.Empty(PagesOf(index, "漏关"));
        Assert.Empty(PagesOf(index, "甲乙"));
    }

    [Fact]
    public void Pages_stand_by_how_much_they_help_and_each_says_where_it_has_the_term()
    {
        var index = SearchIndex.Of(
        [
            Document("/news/old/", "燃气") with { Weight = 30, IsPast = true },
            Document("/news/a/", "演练") with { Weight = 30, Day = new(2026, 6, 1), Summary = "燃气演练" },
            Document("/news/b/", "演练") with { Weight = 30, Day = new(2026, 6, 2), Texts = ["用燃气"] },
            Document("/guides/gas/", "燃气泄漏") with { Weight = 100 },
            Document("/quizzes/home/", "家") with { Weight = 60, Tags = ["燃气安全"], Texts = ["燃气"] },
            Document("/laws/a/", "法") with { Weight = 60, Kind = "A", Texts = ["燃气，燃气，燃气"] },
        ], []);

        Assert.Equal(["/guides/gas/", "/laws/a/", "/quizzes/home/", "/news/b/", "/news/a/", "/news/old/"], index.Documents.Select(document => document.Address));
        Assert.Equal([(0, 3), (2, 2), (5, 3), (1, 1), (3, 0), (4, 1)], PagesOf(index, "燃气"));
    }

    [Fact]
    public void A_page_is_found_by_other_words_for_what_its_title_or_tags_say_and_not_for_what_its_text_does()
    {
        ImmutableArray<ImmutableArray<string>> synonyms = [["燃气", "煤气"], ["CPR", "心肺复苏"]];

        var index = SearchIndex.Of(
            [Document("/a/", "燃气泄漏"), Document("/b/", "题") with { Tags = ["cpr怎么做"] }, Document("/c/", "题") with { SearchFor = ["燃气味"] }, Document("/d/", "题") with { Texts = ["燃气"] }], synonyms);

        Assert.Equal([(0, 2), (2, 2)], PagesOf(index, "煤气"));
        Assert.Equal([(1, 2)], PagesOf(index, "复苏"));
    }

    [Fact]
    public void Many_pages_of_one_term_are_kept_in_two_files_and_none_is_lost()
    {
        const int Count = TermPages.MostInHead * 2 + 7;

        var index = SearchIndex.Of(Enumerable.Range(0, Count).Select(at => Document($"/{at:D5}/", at % 2 == 0 ? "燃气" : "题") with { Texts = ["燃气"] }), []);

        Assert.Equal(Enumerable.Range(0, Count), PagesOf(index, "燃气").Select(entry => entry.Page).Order());
        Assert.Equal(Enumerable.Range(0, Count).Where(at => at % 2 == 0), PagesOf(index, "燃气").Where(entry => entry.Place == 3).Select(entry => entry.Page));
    }

    [Fact]
    public void Each_term_stands_in_its_own_shard_once()
    {
        var index = SearchIndex.Of(Enumerable.Range(0, 3000).Select(at => Document($"/{at}/", $"{(char)(0x4E00 + at)}{(char)(0x4E00 + at * 7)}")), []);

        Assert.True(index.Shards.Length > 4);
        Assert.All(index.Shards.Select((shard, at) => (shard, at)), pair => Assert.All(pair.shard, term => Assert.Equal(pair.at, SearchIndex.ShardOf(term.Text, index.Shards.Length))));
        var texts = index.Shards.SelectMany(shard => shard).Select(term => term.Text).ToList();
        Assert.Equal(texts.Count, texts.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Else a private value could hide in the index: the leak scan looks at pages as a whole, and at the index by its terms.</summary>
    [Fact]
    public void The_search_knows_nothing_that_a_page_does_not_show()
    {
        var website = OwnSite.Read();
        var site = RenderedSite.Of(website, hasSearch: true);
        var wrong = new List<string>();
        foreach (var page in website.Pages)
        {
            var shown = TermsOf(TextOf(site[page.Address[1..] + "index.html"]));
            var known = SearchIndex.Of([SearchDocument.Of(page, website.AsOf, []) with { SearchFor = [] }], []);
            wrong.AddRange(known.Shards.SelectMany(shard => shard).Where(term => !shown.Contains(term.Text)).Select(term => $"{page.Address}: {term.Text}"));
        }

        Assert.Equal([], wrong);
    }

    private static SearchDocument Document(string address, string title) => new() { Address = address, Title = title, Kind = "页面", Weight = 50 };

    /// <returns>Pages of a term and where they have it: 3 title, 2 keyword, 1 stressed, 0 body; as they stand in the files.</returns>
    private static List<(int Page, int Place)> PagesOf(SearchIndex index, string term)
    {
        var pages = index.Shards[SearchIndex.ShardOf(term, index.Shards.Length)].Where(entry => entry.Text == term).Select(entry => entry.Pages).SingleOrDefault();
        if (pages is null)
        {
            return [];
        }

        var (head, tail) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
        pages.WriteHead(head);
        pages.WriteTail(tail);
        var first = new Queue<byte>(head.WrittenSpan.ToArray());
        var rest = new Queue<byte>(tail.WrittenSpan.ToArray());
        int[] counts = [Take(first), Take(first)];
        var lists = counts.Select((count, list) => Entries(first, Math.Min(count, TermPages.MostInHead), list, -1)).ToArray();
        var all = lists.Select((entries, list) => entries.Concat(Entries(rest, counts[list] - entries.Count, list, entries.Count == 0 ? -1 : entries[^1].Page))).SelectMany(entries => entries).ToList();
        Assert.Empty(first);
        Assert.Empty(rest);
        return all;
    }

    private static List<(int Page, int Place)> Entries(Queue<byte> bytes, int count, int list, int last)
    {
        var entries = new List<(int, int)>();
        while (entries.Count < count)
        {
            var value = Take(bytes);
            entries.Add((last += value >> 1, (list == 0 ? 2 : 0) + (value & 1)));
        }

        return entries;
    }

    private static int Take(Queue<byte> bytes)
    {
        for (var (value, shift) = (0, 0); ; shift += 7)
        {
            var one = bytes.Dequeue();
            value |= (one & 0x7F) << shift;
            if (one < 0x80)
            {
                return value;
            }
        }
    }

    private static HashSet<string> TermsOf(string text) =>
        [.. SearchIndex.Of([Document("/", text)], []).Shards.SelectMany(shard => shard).Select(term => term.Text)];

    /// <returns>All text of a finished page, its title and description included; once as a whole, since inline elements part no words, and once element by element, since others do.</returns>
    private static string TextOf(string html)
    {
        using var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        var apart = string.Join("\n\n", document.Descendants<IText>().Select(text => text.Data));
        return $"{document.DocumentElement.TextContent}\n\n{apart}\n\n{document.QuerySelector("meta[name=description]")?.GetAttribute("content")}";
    }
}
