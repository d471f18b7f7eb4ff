using System.Text;

namespace Site.BrowserTests;

/// <summary>What a plain host makes of the built files.</summary>
public sealed class HostTests(Browsing browsing)
{
    private const string OldOil =
        """
        -- content/guides/oil-fire.md --
        ---
        title: 油锅起火
        source: 示例
        reviewer: 示例科
        redirectFrom: [/old-oil/]
        ---
        盖上锅盖。
        """;

    [Fact]
    public async Task An_unknown_address_is_answered_with_a_page_that_leads_on()
    {
        await using var visit = await browsing.VisitAsync();

        var answer = await visit.GoAsync("/nowhere/at/all/");

        Assert.Equal(404, answer.Status);
        await visit.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "安全指南" }).ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(browsing.Site.Address("/guides/"));
    }

    [Fact]
    public async Task A_calendar_downloads_as_a_calendar()
    {
        await using var visit = await browsing.OpenAsync("/events/consultation-day-2026/");

        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.Locator("a[href$='.ics']").First.ClickAsync());
        using var client = new HttpClient();
        var answer = await client.GetAsync(new Uri(download.Url));

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        var text = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(await download.PathAsync()));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_content_security_policy_stops_foreign_and_inline_script()
    {
        await using var visit = await browsing.OpenAsync("/");

        var inline = visit.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("Executing inline script violates", StringComparison.Ordinal) });
        var foreign = visit.Page.WaitForConsoleMessageAsync(new() { Predicate = message => message.Text.Contains("Loading the script 'https://example.org/script.js' violates", StringComparison.Ordinal) });
        await visit.Page.EvaluateAsync(
            """
            () => {
              const [inline, foreign] = [document.createElement("script"), document.createElement("script")];
              inline.textContent = "window.ranInline = true";
              const stopped = new Promise((resolve) => foreign.addEventListener("error", resolve));
              foreign.src = "https://example.org/script.js";
              document.head.append(inline, foreign);
              return stopped;
            }
            """);

        Assert.False(await visit.Page.EvaluateAsync<bool>("() => window.ranInline === true"));
        await Task.WhenAll(inline, foreign);
    }

    [Fact]
    public async Task The_site_works_below_a_path_of_its_host_and_old_addresses_lead_to_new_ones()
    {
        await using var site = await SmallSite.BuildAsync(OldOil, new("https://example.gov.cn/safety/"));
        await using var visit = await Visit.BeginAsync(browsing.Browser, site, new());

        await visit.GoAsync("/old-oil/");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Address("/guides/oil-fire/"));
        foreach (var path in site.Pages.Where(path => path != "/old-oil/").ToList())
        {
            await visit.GoAsync(path);
        }

        await visit.GoAsync("/search/?q=锅盖");
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "油锅起火" }).First.ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(site.Address("/guides/oil-fire/"));
        visit.AssertFlawless();
    }
}
