namespace Site.Tests;

/// <summary>A site that lays a theme of its own over the program's.</summary>
public sealed class ThemeFolderTests
{
    /// <summary>The example that README.md shows.</summary>
    private const string Example =
        """
        -- themes/city/theme.yaml --
        light: {accent: "#8c1d18", accentText: "#8c1d18", band: "#3a0f0d"}
        dark: {accent: "#ac3f39", accentText: "#f0a39d"}
        logo: logo.svg
        fonts:
          - {family: 示例黑体, file: fonts/hei.woff2, weight: 700}
        css: extra.css
        footer: footer.md
        -- themes/city/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><path d="M0 0h80v40z"/></svg>
        -- themes/city/fonts/hei.woff2 --
        wOF2
        -- themes/city/extra.css --
        .plate { background-image: url("img/wave.svg"); }
        -- themes/city/img/wave.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 4h8"/></svg>
        -- themes/city/footer.md --
        技术支持：示例市信息中心（示例）。看[关于](xref:about)。
        """;

    [Fact]
    public async Task Colors_logo_font_styles_and_foot_are_on_every_page_without_compiling()
    {
        using var site = Site("theme: city\nurl: https://example.gov.cn/aqyj/\n", Example);

        var build = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");
        var page = site.Read("output/about/index.html");
        var css = Directory.EnumerateFiles(site.In("output/assets"), "site-*.css").Select(File.ReadAllText).Single();

        Assert.Equal(0, build.ExitCode);
        Assert.Contains("<meta name=\"theme-color\" content=\"#3a0f0d\" media=\"(prefers-color-scheme: light)\">", page, StringComparison.Ordinal);
        Assert.Matches("<img src=\"/aqyj/assets/pictures/[^\"]+\\.svg\" alt width=\"80\" height=\"40\" class=\"logo\">", page);
        Assert.Contains("技术支持：示例市信息中心（示例）。看<a href=\"/aqyj/about/\">关于</a>", page, StringComparison.Ordinal);
        Assert.Contains("@media screen{:root{--accent-fill:#8c1d18;--accent-text:#8c1d18;--band:#3a0f0d}}", css, StringComparison.Ordinal);
        Assert.Contains("@media screen and (prefers-color-scheme:dark){:root{--accent-fill:#ac3f39;--accent-text:#f0a39d}}", css, StringComparison.Ordinal);
        Assert.Contains("--sans:\"示例黑体\",var(--sans-system)", css, StringComparison.Ordinal);
        Assert.All(System.Text.RegularExpressions.Regex.Matches(css, "url\\(([^)]+)\\)").Select(match => match.Groups[1].Value), name => Assert.True(File.Exists(site.In("output/assets/" + name)), name));
        Assert.Matches("url\\(wave-[0-9a-f]{10}\\.svg\\)", css);
        Assert.Matches("url\\(hei-[0-9a-f]{10}\\.woff2\\)", css);
        site.AssertOutputIsWhole();
    }

    [Theory]
    [InlineData("/* url(old.svg) */ .a { color: #333; }")]
    [InlineData(".a::after { content: \"url(none.svg)\"; }")]
    public async Task A_file_that_is_named_in_a_comment_or_in_words_alone_is_none(string css)
    {
        using var site = Site("theme: city\n", $"-- themes/city/theme.yaml --\ncss: extra.css\n-- themes/city/extra.css --\n{css}");

        var build = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.True(build.ExitCode == 0, build.Error);
        Assert.Contains(css, Directory.EnumerateFiles(site.In("output/assets"), "site-*.css").Select(File.ReadAllText).Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_picture_has_the_accent_of_the_theme()
    {
        using var plain = Site("", "");
        using var themed = Site("theme: city\n", Example);
        foreach (var site in new[] { plain, themed })
        {
            await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");
        }

        Assert.NotEqual(Directory.EnumerateFiles(plain.In("output/assets/share")).Select(Path.GetFileName).Order(), Directory.EnumerateFiles(themed.In("output/assets/share")).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("theme: town\n", "site.yaml:10:8: error site/unknown-theme")]
    [InlineData("theme: ../city\n", "site.yaml:10:8: error site/unknown-theme")]
    [InlineData("theme: campaign\n", "site.yaml:10:8: error site/unknown-theme\n  没有名为 “campaign” 的主题。\n  是不是 “Campaign”？可用的主题：Campaign；")]
    [InlineData("logo: pages/img/none.svg\n", "site.yaml:10:7: error site/missing-logo")]
    [InlineData("logo: pages/about.md\n", "site.yaml:10:7: error site/missing-logo")]
    [InlineData("logo: ../site.yaml\n", "site.yaml:10:7: error site/missing-logo")]
    public async Task A_wrong_name_is_told_at_its_place(string more, string says)
    {
        using var site = Site(more, Example);

        var check = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Contains(says, check.Error, StringComparison.Ordinal);
        Assert.Equal("1 个错误，0 个警告", check.LastLine);
    }

    [Fact]
    public async Task A_drawing_of_a_theme_is_looked_through_like_any_other()
    {
        using var site = Site("theme: city\n", Example);
        site.Write("themes/city/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"8\" height=\"8\"><script>alert(1)</script></svg>");

        Assert.Contains("themes/city/logo.svg:1:", (await SiteProgram.RunAsync("check", "--site", site.Path)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_can_stand_in_content_without_a_theme()
    {
        using var site = Site("logo: pages/img/logo.svg\n", "-- content/pages/img/logo.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80\" height=\"40\"><path d=\"M0 0h80v40z\"/></svg>");

        await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10");

        Assert.Matches("<img src=\"/assets/pictures/[^>]* class=\"logo\">", site.Read("output/about/index.html"));
    }

    private static SiteFolder Site(string more, string files)
    {
        var site = new SiteFolder(SiteFolder.AboutPage + "\n" + files);
        var settings = site.Read("site.yaml").TrimEnd('\n') + "\n";
        site.Write("site.yaml", (more.Contains("url:", StringComparison.Ordinal) ? settings.Replace("url: https://example.gov.cn/\n", "", StringComparison.Ordinal) : settings) + more);
        return site;
    }
}
