namespace Site.Tests;

public class QuizReadingTests
{
    [Fact]
    public void A_quiz_leads_to_what_is_about_its_topics_the_closest_first_and_to_halls()
    {
        var page = RenderedSite.Of(SampleSite.Read(
            """
            -- content/quizzes/home.md --
            ---
            title: 家庭安全
            topics: [燃气, 防汛]
            ---
            ## 先做什么[[关阀]] {#a .blank topic=燃气}

            --- 解析
            见[阀门](../guides/valve.md)。
            -- content/guides/valve.md --
            ---
            title: 怎样关阀门
            ---
            关。
            -- content/guides/gas.md --
            ---
            title: 燃气泄漏怎么办
            hazard: 燃气
            ---
            开窗。
            -- content/guides/fire.md --
            ---
            title: 着火怎么办
            ---
            跑。
            -- content/halls/east.md --
            ---
            title: 示例体验馆
            class: II
            area: 示例东区
            features: [燃气泄漏处置]
            ---
            体验。
            """))["quizzes/home/index.html"];

        var reading = page[page.IndexOf("data-part=\"reading\"", StringComparison.Ordinal)..];
        var links = System.Text.RegularExpressions.Regex.Matches(reading, "(?:<h3>|href=\"[^\"]*\">)([^<]+)").Select(match => match.Groups[1].Value).Take(5);
        Assert.Equal(["燃气", "燃气泄漏怎么办", "怎样关阀门", "到体验馆练一练", "示例体验馆"], links);
        Assert.DoesNotContain("data-topic=\"防汛\"", reading);
    }
}
