using System.Collections.Immutable;
using Site.Cli.Build;
using Site.Cli.New;
using Site.Content.Loading;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Rendering.Pictures.Sharing;
using Site.Themes.Campaign;

namespace Site.Tests;

/// <summary>All that a content type needs. Whoever forgets a part of a new one reads here what it is and where it goes.</summary>
public sealed class ContentTypeTests
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    [Fact]
    public void Every_type_of_page_has_all_that_a_page_needs() =>
        Findings.AssertNone(Unlisted().Concat(ContentTypes.All.SelectMany(Missing)));

    [Fact]
    public void No_two_types_share_a_name_a_folder_a_label_or_a_place_among_the_lists() =>
        Findings.AssertNone(
        [
            .. Shared("folder of content/", ContentTypes.All, type => type.Folder),
            .. Shared("name", ContentTypes.All, type => type.Name),
            .. Shared("Label", ContentTypes.All, type => type.Label),
            .. Shared("SectionOrder", ContentTypes.Sections, type => type.SectionOrder),
        ]);

    [Fact]
    public void A_new_page_stands_in_the_feed_of_the_site_from_the_day_on_which_it_was_begun() =>
        Findings.AssertNone(
            from type in ContentTypes.All
            where type.IsInFeeds && type.Draft.IsDated
            from page in Drafted(type).Website.Pages
            where type.PublishedOf(page) != Today
            select $"{type.PageType.Name}: the page that `site new {type.Name}` writes stands in no feed; Draft has to give it a date.");

    [Fact]
    public void Whoever_has_a_day_of_review_is_reminded_of_it() =>
        Findings.AssertNone(
            from type in ContentTypes.All
            where type.AllFields.Find("reviewBy") is not null
            from page in SampleSite.Check($"-- content/{type.Folder}/06.md --\n---\nreviewBy: 2026-12-31\n---\n").Value.Pages
            where type.ReviewByOf(page) is null
            select $"{type.PageType.Name}: nobody is reminded of its field reviewBy; set ReviewBy to page => page.ReviewBy, and ReviewTexts where it has its own words.");

    [Fact]
    public void No_example_of_a_field_is_what_a_draft_asks_writers_to_replace() =>
        Findings.AssertNone(
            from type in ContentTypes.All
            from field in type.AllFields.Fields
            from value in field.Example.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries)
            where DraftRemains.IsPrompt(value)
            select $"{type.PageType.Name}: the example {value} of {field.Name} stands in the Draft of a type as something to replace, so no page of any type may have it; write a prompt there, 请写……, or # and a comment behind the value.");

    private static IEnumerable<string> Shared<T>(string what, IEnumerable<ContentType> types, Func<ContentType, T> value) =>
        from same in types.GroupBy(value)
        where same.Count() > 1
        select $"{string.Join(" and ", same.Select(type => type.PageType.Name))} have the same {what}, {same.Key}: give the new one its own.";

    private static IEnumerable<string> Unlisted() =>
        from record in typeof(Page).Assembly.GetTypes()
        where record.IsSubclassOf(typeof(Page)) && ContentTypes.All.All(type => type.PageType != record)
        select $"{record.Name} is in no list, so its pages are never read: add the line `{record.Name}.Definition,` to src/Site.Content/Types/ContentTypes.cs.";

    private static IEnumerable<string> Missing(ContentType type)
    {
        var record = type.PageType.Name;
        if (type.Label.Length == 0)
        {
            yield return $"{record}: readers have no name for such a page; set Label to a word or two of Chinese: 指南.";
        }

        if (!ShareSigns.Names.Contains(type.ShareSign))
        {
            yield return $"{record}: there is no sign \"{type.ShareSign}\" for share pictures; set ShareSign to one of src/Site.Rendering/Pictures/Sharing/ShareSigns.cs, or add one there.";
        }

        foreach (var theme in ThemeRegistry.All.Where(theme => theme.TemplateOf(type.PageType) is null))
        {
            yield return $"{record} has no template in the theme {theme.Name}: add themes/{theme.Name}/Templates/{record.Replace("Page", "Template", StringComparison.Ordinal)}.razor, "
                + $"which begins with @inherits PageTemplate<{record}>.";
        }

        foreach (var field in type.Fields.Where(field => field.Help.Length == 0))
        {
            yield return $"{record}: nobody is told what to write in the field \"{field.Name}\"; give it a help text in Chinese.";
        }

        foreach (var mark in NotFound(type))
        {
            yield return $"{record}: the search does not find such a page, or not by its label, for the index has no “{mark}”.";
        }

        foreach (var mistake in InDraft(type))
        {
            yield return $"{record}: the page that `site new {type.Name}` writes is wrong; mend Draft, which needs a line for each required field and none for title and date:\n{mistake}";
        }
    }

    /// <returns>What is wrong with the page that <c>site new</c> writes; everything that throws is, too.</returns>
    private static IEnumerable<string> InDraft(ContentType type)
    {
        try
        {
            return [.. Drafted(type).Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.ToString())];
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or KeyNotFoundException)
        {
            return [mistake.Message];
        }
    }

    /// <returns>What the search does not know of a page; nothing where there is no template, which is a finding of its own.</returns>
    private static IEnumerable<string> NotFound(ContentType type)
    {
        if (CampaignTheme.Theme.TemplateOf(type.PageType) is null || InDraft(type).Any())
        {
            return [];
        }

        var website = Drafted(type).Website;
        var site = RenderedSite.Of(website, hasSearch: true);
        var index = site["search/index/start.json"] + site["search/index/pages/0.json"];
        return new[] { $"\"kind\":\"{type.Label}\"", $"[\"{SiteAddress.Href(website.Settings, website.Pages.Single().Address)}\"" }.Where(mark => !index.Contains(mark, StringComparison.Ordinal));
    }

    /// <returns>A site with the page that <c>site new</c> writes, and all that is wrong with it.</returns>
    private static (Website Website, ImmutableArray<Diagnostic> Diagnostics) Drafted(ContentType type)
    {
        var files = NewPage.Make(type, "标题", type.IsOnePerYear ? "2026" : "name", Today, 2026);
        var (website, diagnostics) = WebsiteReader.Read(
            SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\n"), files, Today, drafts: true);
        return (website, diagnostics);
    }
}
