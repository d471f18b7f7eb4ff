using AngleSharp.Html.Parser;

namespace Site.Tests;

/// <summary>A sector, an audience or a tag begins with what helps: guides, a checklist, a quiz, a poster; news come last.</summary>
public sealed class HubTests
{
    private static readonly Dictionary<string, string> Site = RenderedSite.Of(OwnSite.Read());

    [Theory]
    [InlineData("sectors/fire")]
    [InlineData("sectors/urban-operation")]
    [InlineData("audiences/family")]
    [InlineData("audiences/enterprise")]
    public void A_topic_begins_with_five_guides_a_checklist_a_quiz_and_a_poster_and_ends_with_news(string address)
    {
        var page = new HtmlParser().ParseDocument(Site[address + "/index.html"]);
        var links = page.QuerySelectorAll(".hub-links a").Select(link => link.GetAttribute("href")!).ToList();

        Assert.Equal(5, page.QuerySelectorAll(".hub .sign-grid li").Length);
        Assert.Matches("^/guides/.*#checklist$", links[0]);
        Assert.StartsWith("/quizzes/", links[1], StringComparison.Ordinal);
        Assert.EndsWith("/poster/", links[^1], StringComparison.Ordinal);
        Assert.Contains("id=\"checklist\"", Site[links[0].Split('#')[0][1..] + "index.html"], StringComparison.Ordinal);
        Assert.Contains(links[^1][1..] + "index.html", Site.Keys);
    }

    [Fact]
    public void News_stand_behind_all_else_and_no_further_page_has_a_hub()
    {
        var rows = Site.Where(file => file.Key.StartsWith("audiences/community/", StringComparison.Ordinal) && file.Key.EndsWith("index.html", StringComparison.Ordinal))
            .OrderBy(file => file.Key.Contains("page/", StringComparison.Ordinal) ? int.Parse(file.Key.Split('/')[^2], System.Globalization.CultureInfo.InvariantCulture) : 1)
            .Select(file => new HtmlParser().ParseDocument(file.Value)).ToList();
        var links = rows.SelectMany(page => page.QuerySelectorAll(".rows .row-title").Select(link => link.GetAttribute("href")!)).ToList();
        var first = links.FindIndex(link => link.StartsWith("/news/", StringComparison.Ordinal));

        Assert.InRange(first, 1, links.Count - 1);
        Assert.All(links[first..], link => Assert.StartsWith("/news/", link, StringComparison.Ordinal));
        Assert.All(rows.Skip(1), page => Assert.Null(page.QuerySelector(".hub")));
    }

    [Fact]
    public void A_topic_without_a_guide_or_with_little_in_it_is_a_list() =>
        Assert.DoesNotContain("class=\"hub\"", RenderedSite.Of(SampleSite.Read(
            "-- content/guides/a.md --\n---\ntitle: 甲\ntags: [示例]\n---\n1. 做。\n-- content/pages/b.md --\n---\ntitle: 乙\ntags: [示例]\n---\n正文。\n"))["tags/示例/index.html"], StringComparison.Ordinal);
}
