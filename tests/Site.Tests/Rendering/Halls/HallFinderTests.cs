namespace Site.Tests;

public class HallFinderTests
{
    private const string Halls =
        """
        -- content/halls/east.md --
        ---
        title: 示例东馆
        class: II
        area: 示例东区
        openDays: [2025-06-14, 2025-05-01]
        ---
        正文
        -- content/halls/west.md --
        ---
        title: 示例西馆
        class: I
        area: 示例"西"区
        openDays: [2025-06-20]
        ---
        正文
        """;

    [Fact]
    public void Each_choice_has_a_rule_that_hides_what_is_not_of_it_and_days_gone_by_are_no_choice()
    {
        var site = RenderedSite.Of(SampleSite.Read(Halls));

        var styles = site.Single(file => file.Key.StartsWith("assets/filters-", StringComparison.Ordinal)).Value;

        Assert.Equal(
            """
            main:has(#area-1:checked) [data-area]:not([data-area~="示例\22 西\22 区"]){display:none}
            main:has(#area-2:checked) [data-area]:not([data-area~="示例东区"]){display:none}
            main:has(#class-1:checked) [data-class]:not([data-class~="I"]){display:none}
            main:has(#class-2:checked) [data-class]:not([data-class~="II"]){display:none}
            main:has(#day-1:checked) [data-day]:not([data-day~="2025-06-14"]){display:none}
            main:has(#day-2:checked) [data-day]:not([data-day~="2025-06-20"]){display:none}

            """,
            styles);
    }

    [Fact]
    public void Open_days_that_are_over_are_neither_a_choice_nor_on_the_page()
    {
        var site = RenderedSite.Of(SampleSite.Read(Halls, "2025-11-30"));

        Assert.DoesNotContain("2025-06", site["halls/index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("开放日</legend>", site["halls/index.html"], StringComparison.Ordinal);
        Assert.Contains("示例东馆", site["halls/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_halls_there_is_no_finder()
    {
        var site = RenderedSite.Of(SampleSite.Read(
            """
            -- content/pages/about.md --
            ---
            title: 关于
            ---
            正文
            """));

        Assert.DoesNotContain("halls/index.html", site.Keys);
    }
}
