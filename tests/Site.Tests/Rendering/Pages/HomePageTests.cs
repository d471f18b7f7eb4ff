using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Site.Tests;

/// <summary>The home page through the year.</summary>
public class HomePageTests
{
    private const string Sample =
        """
        -- content/campaigns/2026.md --
        ---
        title: 2026年全国“安全生产月”
        year: 2026
        edition: 25
        slogan: 人人讲安全——查找身边安全隐患
        start: 2026-06-01
        end: 2026-06-30
        source: 示例文件
        reviewer: 示例科室
        ---
        示例说明。
        -- content/guides/fire.md --
        ---
        title: 家里着火了怎么办：先逃生
        order: 9
        source: 示例文件
        reviewer: 示例科室
        ---
        1. 喊人。
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏怎么办：关阀
        order: 1
        source: 示例文件
        reviewer: 示例科室
        ---
        1. 关阀。
        -- content/calendar/11.md --
        ---
        title: 十一月：消防月，楼道清一清
        summary: 楼道里的东西今天搬走。
        month: 11
        days: [{day: 11月9日, title: 全国消防日}]
        source: 示例文件
        reviewer: 示例科室
        ---
        - [家里着火](../guides/fire.md)
        """;

    [Fact]
    public void The_month_leads_with_its_first_guide_and_the_campaign_is_over_and_counted_down_to()
    {
        var home = Home("2026-11-01");

        Assert.Contains("11月最要当心 消防月， 楼道清一清 楼道里的东西今天搬走。 家里着火了 怎么办", Words(home.QuerySelector(".plate")!), StringComparison.Ordinal);
        Assert.Equal(["/guides/fire/", "/guides/gas/"], home.QuerySelectorAll(".dangers .sign-grid a").Select(link => link.GetAttribute("href")));
        Assert.Contains("第25个安全生产月 已经结束。 距2027年安全生产月还有 212 天。", Words(home.QuerySelector(".countdown")!), StringComparison.Ordinal);
        Assert.DoesNotContain("6月1日", home.QuerySelector(".hero")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-18")]
    [InlineData("2026-06-30")]
    public void Around_June_the_campaign_takes_over(string day)
    {
        var home = Home(day);

        Assert.Contains("人人讲安全", Words(home.QuerySelector(".plate")!), StringComparison.Ordinal);
        Assert.Null(home.QuerySelector(".countdown"));
    }

    [Theory]
    [InlineData("2027-06-01")]
    [InlineData("2027-06-30")]
    public void In_June_nothing_counts_down_to_another_June_where_the_new_campaign_has_no_page_yet(string day) =>
        Assert.DoesNotContain("安全生产月还有", Home(day).QuerySelector(".home")!.TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-05-17")]
    [InlineData("2026-07-01")]
    public void A_campaign_that_is_far_or_over_does_not_look_as_if_it_were_on(string day) =>
        Assert.Matches("还有 [0-9]+ 天", Words(Home(day).QuerySelector(".countdown")!));

    [Fact]
    public void On_the_first_of_each_month_the_home_page_of_this_site_has_something_to_do_now()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var month = 1; month <= 12; month++)
        {
            var home = new HtmlParser().ParseDocument(RenderedSite.File(OwnSite.Read(new(2026, month, 1)), "index.html"));
            seen.Add(Words(home.QuerySelector(".plate")!));
            Assert.NotEqual("", home.QuerySelector(".plate-button")?.GetAttribute("href") ?? "");
            Assert.Equal(6, home.QuerySelectorAll(".dangers .sign-grid a").Length);
            Assert.NotNull(home.QuerySelector("[data-today] .choices input"));
        }

        Assert.Equal(12, seen.Count);
    }

    [Theory]
    [InlineData("2027-06-01")]
    [InlineData("2027-12-01")]
    [InlineData("2028-02-01")]
    [InlineData("2028-11-01")]
    public void When_all_questions_are_due_for_review_a_list_to_tick_off_takes_their_place_and_says_how_old_it_is(string day)
    {
        var site = OwnSite.Read(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));
        var today = new HtmlParser().ParseDocument(RenderedSite.File(site, "index.html")).QuerySelector(".today")!;
        var guide = Assert.IsType<Site.Content.Types.GuidePage>(site.ByAddress[today.QuerySelector(".today-title a")!.GetAttribute("href")!]);

        Assert.Equal(guide.Checklist, today.QuerySelectorAll(".checklist label").Select(label => label.TextContent.Trim()));
        Assert.Equal(guide.Id, today.QuerySelector(".checklist")!.GetAttribute("data-remember"));
        Assert.Equal(guide.ReviewBy < site.AsOf, today.TextContent.Contains("现在过了期限", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("checklist: [甲]\n", "甲")]
    public void A_site_without_quizzes_has_a_list_to_tick_off_where_a_guide_has_one(string list, string? line)
    {
        var home = new HtmlParser().ParseDocument(RenderedSite.File(SampleSite.Read(Sample.Replace("order: 1\n", $"order: 1\n{list}", StringComparison.Ordinal), "2026-11-01"), "index.html"));

        Assert.Equal(line, home.QuerySelector(".today .checklist label")?.TextContent.Trim());
    }

    [Theory]
    [InlineData("2026-07-01", "6月")]
    [InlineData("2027-02-01", "2026年6月")]
    [InlineData("2027-06-16", "2026年6月")]
    [InlineData("2027-06-17", null)]
    public void What_is_over_has_its_year_in_another_one_and_is_gone_after_a_year(string day, string? month)
    {
        var home = new HtmlParser().ParseDocument(RenderedSite.File(SampleSite.Read("-- content/events/a.md --\n---\ntitle: 咨询日\nstart: 2026-06-16\n---\n", day), "index.html"));

        Assert.Equal(month, home.QuerySelector(".upcoming .date-plate span")?.TextContent);
    }

    [Theory]
    [InlineData("2026-06-08", "接下来", "夜校 正在进行，到6月30日 示例区", "街道演练", "示例馆免费开放日 09:00 示例路1号")]
    [InlineData("2026-06-16", "接下来", "夜校 正在进行，到6月30日 示例区", "示例馆开放日 示例路1号", "咨询日 08:30 示例广场")]
    [InlineData("2026-07-01", "最近办过", "示例馆免费开放日 09:00 示例路1号", "示例馆开放日 示例路1号", "咨询日 08:30 示例广场")]
    public void The_nearest_events_and_open_days_lead_the_home_page_without_campaigns_and_yearly_days(string day, string heading, params string[] occasions)
    {
        const string Occasions =
            """
            -- content/events/consultation.md --
            ---
            title: 咨询日
            start: 2026-06-16 08:30
            place: 示例广场
            ---
            -- content/events/drill.md --
            ---
            title: 街道演练
            start: 2026-06-09
            ---
            -- content/events/school.md --
            ---
            title: 夜校
            start: 2026-06-01
            end: 2026-06-30
            place: 示例区
            ---
            -- content/halls/city.md --
            ---
            title: 示例馆
            class: I
            area: 示例区
            address: 示例路1号
            openDays: [{date: 2026-06-13, from: "09:00"}, {date: 2026-06-16, free: false}]
            ---
            """;

        var upcoming = new HtmlParser().ParseDocument(RenderedSite.File(SampleSite.Read(Sample + "\n" + Occasions, day), "index.html")).QuerySelector(".upcoming")!;

        Assert.Equal(heading, upcoming.QuerySelector("h2")!.TextContent);
        Assert.Equal(occasions, upcoming.QuerySelectorAll(".row-title").Select(link => Words(link.ParentElement!)));
    }

    private static IDocument Home(string day) => new HtmlParser().ParseDocument(
        RenderedSite.File(SampleSite.Read(Sample, day), "index.html"));

    private static string Words(IElement element) => string.Join(' ', element.Descendants<IText>()
        .Where(text => text.ParentElement?.ClassList.Contains("sr") != true).Select(text => text.Data.Trim()).Where(text => text.Length > 0));
}
