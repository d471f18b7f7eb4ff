using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Output;
using Site.Rendering.Pages;
using Site.Rendering.Views;

namespace Site.Tests;

public class LinkedDataTests
{
    [Fact]
    public void An_event_has_time_place_and_organiser()
    {
        var page = FormatSamples.Event("/events/e/", "咨询日", new(new(2024, 6, 16), new(9, 0)), new(new(2024, 6, 16), new(11, 0))) with { Place = "示例广场", Capacity = 50 };

        Assert.Equal(
            """{"@type":"Event","name":"咨询日","url":"https://example.org/events/e/","startDate":"2024-06-16T09:00:00\u002B08:00","endDate":"2024-06-16T11:00:00\u002B08:00","eventStatus":"https://schema.org/EventScheduled","eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","location":{"@type":"Place","name":"示例广场","address":"示例广场"},"maximumAttendeeCapacity":50,"organizer":{"@type":"Organization","name":"示例单位"}}""",
            Subject(page));
    }

    [Fact]
    public void A_hall_is_a_place_with_its_open_days_as_events()
    {
        var page = FormatSamples.Hall("/halls/h/", "示例馆", new OpenDay(new(2024, 6, 16))) with { StreetAddress = "示例路1号", Location = (30.5m, 122.25m) };

        Assert.Equal(
            """{"@type":"CivicStructure","name":"示例馆","url":"https://example.org/halls/h/","address":{"@type":"PostalAddress","addressCountry":"CN","addressLocality":"示例区","streetAddress":"示例路1号"},"geo":{"@type":"GeoCoordinates","latitude":30.5,"longitude":122.25},"event":[{"@type":"Event","name":"示例馆：开放日","url":"https://example.org/halls/h/","startDate":"2024-06-16","eventStatus":"https://schema.org/EventScheduled","isAccessibleForFree":true,"eventAttendanceMode":"https://schema.org/OfflineEventAttendanceMode","location":{"@type":"Place","name":"示例路1号","address":"示例路1号"}}]}""",
            Subject(page));
    }

    [Fact]
    public void A_campaign_is_an_event_of_a_month_known_by_its_slogan() =>
        Assert.Equal(
            """{"@type":"Event","name":"2024年安全生产月","url":"https://example.org/campaigns/2024/","alternateName":"主题","startDate":"2024-06-01","endDate":"2024-06-30","eventStatus":"https://schema.org/EventScheduled","organizer":{"@type":"Organization","name":"示例单位"}}""",
            Subject(FormatSamples.Campaign(2024, "主题")));

    [Fact]
    public void A_recorded_lecture_is_a_video()
    {
        var page = FormatSamples.Lecture("/lectures/l/", "讲座").With(header => header with { Date = new(2024, 6, 2) }) with { Video = "https://video.example/l.mp4", Minutes = 45 };

        Assert.Equal(
            """{"@type":"VideoObject","name":"讲座","url":"https://example.org/lectures/l/","inLanguage":"zh-Hans","datePublished":"2024-06-02","dateModified":"2024-06-02","learningResourceType":"大讲堂","timeRequired":"PT45M","duration":"PT45M","uploadDate":"2024-06-02T00:00:00\u002B08:00","contentUrl":"https://video.example/l.mp4","isAccessibleForFree":true,"publisher":{"@type":"Organization","name":"示例单位"}}""",
            Subject(page));
    }

    [Fact]
    public void A_recording_beside_its_page_has_the_address_at_which_it_is_published()
    {
        var page = FormatSamples.Lecture("/lectures/l/", "讲座").With(header => header with { Path = "content/lectures/l.md" }) with { Video = "video/l.mp4" };
        var website = FormatSamples.WithFiles("https://example.org/safety/", [new("content/lectures/video/l.mp4", 9, () => [])], page);

        var subject = Subject(website, FormatSamples.View(website, page));

        Assert.Contains("\"contentUrl\":\"https://example.org/safety/lectures/video/l.mp4\"", subject);
    }

    [Fact]
    public void A_lecture_as_text_is_a_learning_resource() =>
        Assert.Equal(
            """{"@type":"LearningResource","name":"讲座","url":"https://example.org/lectures/l/","inLanguage":"zh-Hans","learningResourceType":"大讲堂","isAccessibleForFree":true,"publisher":{"@type":"Organization","name":"示例单位"}}""",
            Subject(FormatSamples.Lecture("/lectures/l/", "讲座")));

    [Fact]
    public void A_guide_teaches_its_hazard_to_its_audiences()
    {
        var page = FormatSamples.Guide("/guides/g/", "燃气泄漏").With(header => header with { Audiences = ["family"], Tags = ["厨房"], Updated = new(2024, 5, 1) }) with { Hazard = "燃气" };

        Assert.Equal(
            """{"@type":"LearningResource","name":"燃气泄漏","url":"https://example.org/guides/g/","inLanguage":"zh-Hans","dateModified":"2024-05-01","keywords":["厨房"],"learningResourceType":"安全指南","teaches":"燃气","isAccessibleForFree":true,"audience":[{"@type":"Audience","audienceType":"家庭"}],"publisher":{"@type":"Organization","name":"示例单位"}}""",
            Subject(page));
    }

    [Fact]
    public void A_law_is_legislation_in_a_version_of_which_the_site_is_not_the_publisher()
    {
        var page = FormatSamples.Law("/laws/l/", "示例法要点") with { Official = "https://law.example/l" };

        Assert.Equal(
            """{"@type":"Legislation","name":"示例法要点","url":"https://example.org/laws/l/","inLanguage":"zh-Hans","legislationDateVersion":"2021-06-10","alternateName":"示例法","sameAs":"https://law.example/l"}""",
            Subject(page));
    }

    [Fact]
    public void A_quiz_says_what_it_assesses_and_asks_and_not_what_is_right() =>
        Assert.Equal(
            """{"@type":"Quiz","name":"自测","url":"https://example.org/quizzes/q/","inLanguage":"zh-Hans","learningResourceType":"Quiz","educationalUse":"自测","assesses":["消防"],"hasPart":[{"@type":"Question","eduQuestionType":"True or false","text":"a1","about":"消防"}],"isAccessibleForFree":true,"publisher":{"@type":"Organization","name":"示例单位"}}""",
            Subject(FormatSamples.Quiz("/quizzes/q/", "自测") with { Topics = ["消防"], Questions = DrawSamples.Questions("a1 消防 1") }));

    [Fact]
    public void Warning_cases_works_and_plain_pages_are_articles_creative_works_and_web_pages()
    {
        Assert.StartsWith("""{"@type":"Article",""", Subject(FormatSamples.Warning("/warnings/w/", "案例", new(2023, 1, 1))));
        Assert.StartsWith("""{"@type":"CreativeWork",""", Subject(FormatSamples.Work("/works/w/", "海报")));
        Assert.StartsWith("""{"@type":"WebPage",""", Subject(FormatSamples.Plain("/about/", "关于")));
    }

    [Fact]
    public void A_list_is_a_collection()
    {
        var website = FormatSamples.Website("https://example.org/");
        var view = new BrowseView
        {
            Address = "/topics/",
            Title = "主题",
            Groups = [],
        };

        Assert.Equal("""{"@type":"CollectionPage","name":"主题","url":"https://example.org/topics/"}""", Subject(website, view));
    }

    private static string Subject(Page page)
    {
        var website = FormatSamples.Website("https://example.org/", page);
        return Subject(website, FormatSamples.View(website, page));
    }

    /// <returns>The only node of the graph of a page without crumbs.</returns>
    private static string Subject(Website website, View view)
    {
        var head = FormatSamples.Written(output => new HeadWriter(website, false, false, _ => null).Write(output, view));
        const string Start = "{\"@context\":\"https://schema.org\",\"@graph\":[";
        var from = head.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return head[from..head.IndexOf("]}</script>", StringComparison.Ordinal)];
    }
}
