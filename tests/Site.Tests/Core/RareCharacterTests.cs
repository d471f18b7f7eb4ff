using Site.Core.Calendars;
using System.Text.Json.Nodes;
using Site.Cli.New;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Ledgers;
using Site.Exposures.SignOffs;
using Site.Privacy.Leaks;
using Site.Privacy.Recognition;
using Site.Privacy.Values;

namespace Site.Tests;

/// <summary>Chinese characters beyond the first plane, which have two UTF-16 units, are characters like any other.</summary>
public sealed class RareCharacterTests
{
    /// <summary>One of each extension that lies beyond the first plane: B, B, C, D, E, F, I, G, H.</summary>
    public static TheoryData<string> Characters => ["𠀀", "𠮷", "𪜀", "𫝀", "𫠠", "𬺰", "𮯰", "𰀀", "𱍐"];

    [Theory]
    [MemberData(nameof(Characters))]
    public void It_may_stand_in_tags_file_names_headings_ids_and_addresses(string character)
    {
        var site = SampleSite.Check(
            $$"""
            -- content/guides/{{character}}镇.md --
            ---
            title: {{character}}镇的防火
            summary: 示例
            source: 示例
            reviewer: 示例科室
            hazard: 火灾
            tags: [{{character}}镇, {{character}}]
            redirectFrom: [/old/{{character}}/]
            ---
            ## {{character}}镇怎么防火

            ## 另一节 {#{{character}}-2}

            看[上面](#{{character}}镇怎么防火)和[下面](#{{character}}-2)，也看[自己]({{character}}镇.md#{{character}}镇怎么防火)。
            """);

        Assert.Empty(site.Diagnostics);
        Assert.Empty(Site.Content.Rules.BrokenLinks.Find(site.Value));
        var page = Assert.Single(site.Value.Pages);
        Assert.Equal($"/guides/{character}镇/", page.Address);
        Assert.Equal([$"{character}镇怎么防火", $"{character}-2"], page.Headings.Select(heading => heading.Id));
    }

    [Fact]
    public void Thirty_of_them_are_a_tag_and_31_are_not()
    {
        string Tagged(int count) => SampleSite.Diagnostics($"-- content/pages/a.md --\n---\ntitle: 示例\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ntags: [{string.Concat(Enumerable.Repeat("𠮷", count))}]\n---\n正文。");

        Assert.Equal("", Tagged(30));
        Assert.Contains("front-matter/tag", Tagged(31), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("𠮷野家-2.jpg", null)]
    [InlineData("𠮷 野.JPG", "𠮷-野.jpg")]
    [InlineData("😀𠮷.jpg", "𠮷.jpg")]
    [InlineData("𠮷\U0002F800.jpg", "𠮷.jpg")]
    public void A_better_name_keeps_it_and_drops_emoji_and_compatibility_ideographs(string name, string? better)
    {
        List<Diagnostic> diagnostics = [];

        Assert.Equal(better is null, FileNames.AreValid("content/guides/" + name, diagnostics));
        Assert.Equal(better, FileNames.Better(name));
    }

    [Fact]
    public void New_pages_are_named_with_it_and_cut_between_characters()
    {
        Assert.Equal("𠮷镇-防火", NewName.File("𠮷镇，防火！", "page"));
        Assert.Equal(string.Concat(Enumerable.Repeat("𠮷", 50)), NewName.File(string.Concat(Enumerable.Repeat("𠮷", 60)), "page"));
    }

    [Theory]
    [InlineData("甲𠮷\n乙", "甲𠮷乙")]
    [InlineData("甲\n𠮷乙", "甲𠮷乙")]
    [InlineData("abc\n𠮷乙", "abc 𠮷乙")]
    public void A_line_break_beside_it_is_no_space(string markdown, string summary) =>
        Assert.Equal(summary, Assert.Single(SampleSite.Read($"-- content/pages/a.md --\n---\ntitle: 示例\n---\n{markdown}").Pages).Summary);

    [Fact]
    public void Two_texts_that_differ_in_it_alone_are_not_the_same() =>
        Assert.Equal(["甲𠮷", "甲𠀀"], new[] { "甲 𠮷。", "甲，𠀀" }.Select(FragmentText.Fold));

    [Theory]
    [InlineData("举报人王𠮷来电反映", "举报人■■来电反映")]
    [InlineData("联系人：李𠮷𠀀，", "联系人：■■，")]
    [InlineData("家属何𠮷先生来电", "家属■■先生来电")]
    [InlineData("联系人：买买提·艾合𠮷江。", "联系人：■■。")]
    [InlineData("𠮷镇的渔具店", "𠮷镇的渔具店")]
    public void A_name_with_it_is_redacted_whole(string text, string redacted) => Assert.Equal(redacted, Redactor.Redact(text).Text);

    public static TheoryData<string, string> Planted { get; } =
        [.. from value in new[] { "王𠮷利", "𠮷田一𪜀", "示例𠮷某街道-returns-2026" } from encoding in Encodings.All select new TheoryDataRow<string, string>(value, encoding.Name)];

    [Theory]
    [MemberData(nameof(Planted))]
    public void A_private_value_with_it_is_found_in_every_encoding(string value, string encoding)
    {
        var gate = LeakScanner.Create(PrivateValues.Of([value]), []);

        Assert.NotEmpty(gate.Find("data/list.js", Encodings.All.Single(known => known.Name == encoding).Encode(value)));
        Assert.Empty(gate.Find("data/list.js", Encodings.All.Single(known => known.Name == encoding).Encode("王𠀀利、示例𠀀田一某街道")));
    }

    [Theory]
    [InlineData("王𠮷", true)]
    [InlineData("王𠮷𠀀", true)]
    [InlineData("买买提·𠮷", true)]
    [InlineData("𠮷𠮷店", false)]
    [InlineData("示例𠮷镇仓储有限公司", false)]
    public void A_person_is_told_from_a_firm(string name, bool isPerson) => Assert.Equal(isPerson, FirmReader.IsPerson(name));

    [Fact]
    public void The_street_of_a_business_may_have_it() =>
        Assert.Equal("某某小吃店（𠮷祥路）", FirmReader.Read("李四小吃店", "92", "示例区𠮷祥路3号", "示例区", [])!.Subject);

    [Fact]
    public void An_office_may_have_it_in_its_name_and_a_person_stays_a_person()
    {
        Assert.True(SignOffNames.IsValid("𠮷镇安监所"));
        Assert.True(SignOffNames.IsOffice("𠮷镇安监所"));
        Assert.False(SignOffNames.IsOffice("王𠮷𠀀"));
        Assert.False(SignOffNames.IsValid("示例科😀"));
    }

    [Fact]
    public void A_decision_and_a_law_may_have_it()
    {
        Assert.Equal("𠮷应急罚〔2026〕12号", Ledger.Entry("decision=依法处罚（𠮷应急罚〔2026〕12号）。").Decision[5..^2]);
        Assert.Contains("exposure/unknown-law", Ledger.Diagnostics("legal_basis=违反𠮷镇条例第3条")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Calendars_fold_before_it_and_never_within_it()
    {
        // 8 octets of name, 16 characters of 4 octets: 72. The 17th would end at 76.
        var written = FormatSamples.Written(output => CalendarText.WriteLine(output, "SUMMARY:" + string.Concat(Enumerable.Repeat("𠮷", 20))));

        Assert.Equal($"SUMMARY:{string.Concat(Enumerable.Repeat("𠮷", 16))}\r\n {string.Concat(Enumerable.Repeat("𠮷", 4))}\r\n", written);
    }

    [Fact]
    public void Every_format_that_is_published_shows_it()
    {
        var website = SampleSite.Read(
            """
            -- content/events/a.md --
            ---
            title: 𠮷镇的咨询日
            date: 2025-06-01
            start: 2025-06-16T09:00
            place: 𠮷镇广场
            tags: [𠮷镇]
            ---
            来看看。
            """);
        var files = RenderedSite.Of(website);

        foreach (var path in new[] { "events/a/index.html", "events.ics", "feed.xml", "feed.json", "tags/𠮷镇/index.html" })
        {
            var text = path.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(files[path])!["items"]![0]!["title"]!.GetValue<string>() : files[path];
            Assert.Contains("𠮷镇", text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }
}
