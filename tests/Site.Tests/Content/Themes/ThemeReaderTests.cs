using System.Collections.Immutable;
using Site.Content.Loading;
using Site.Content.Rules;
using Site.Core.Diagnostics;

namespace Site.Tests;

public sealed class ThemeReaderTests
{
    [Theory]
    // #5a8f74 on white: 3.73.
    [InlineData("light: {accent: \"#5a8f74\"}", "themes/city/theme.yaml:1:17: error theme/low-contrast", "白天的 accent（主色：上面写白字的底色）和上面的白字 的对比度是 3.73:1，看不清；至少要 4.5:1。")]
    // #777777 on #fcfcfa: 4.35.
    [InlineData("light:\n  ink: \"#777777\"\n", "themes/city/theme.yaml:2:8: error theme/low-contrast", "白天的 ink（正文）和 paper（页面的底色） 的对比度是 4.35:1")]
    [InlineData("dark: {accentText: \"#1a6b44\"}", "themes/city/theme.yaml:1:20: error theme/low-contrast", "夜间的 accentText（链接、强调的字）和 paper")]
    [InlineData("light: {paper: \"#9b2423\"}", "themes/city/theme.yaml:1:16: error theme/low-contrast", "白天的 paper（页面的底色）和禁止标志的红字 #9b2423 的对比度是 1.00:1")]
    [InlineData("light: {edge: \"#cfd5d0\"}", "themes/city/theme.yaml:1:15: error theme/low-contrast", "至少要 3.0:1")]
    [InlineData("light: {band: \"#fcfcfa\"}", "themes/city/theme.yaml:1:15: error theme/low-contrast", "bandInk（那一条上的字）和 band")]
    [InlineData("light: {accent: red}", "themes/city/theme.yaml:1:17: error theme/wrong-color", "写的是 “red”")]
    [InlineData("light: {accent: \"#fff\"}", "themes/city/theme.yaml:1:17: error theme/wrong-color", "“light.accent” 应当是一种颜色")]
    [InlineData("light: {acent: \"#1d4f91\"}", "themes/city/theme.yaml:1:9: error theme/unknown-field", "acent")]
    [InlineData("colour: red", "themes/city/theme.yaml:1:1: error theme/unknown-field", "colour")]
    [InlineData("logo: logo.gif", "themes/city/theme.yaml:1:7: error theme/missing-file", "themes/city/ 里没有 “logo.gif”")]
    [InlineData("logo: ../../input/a.svg", "themes/city/theme.yaml:1:7: error theme/missing-file", "没有")]
    [InlineData("logo: a.txt", "themes/city/theme.yaml:1:7: error theme/wrong-file", "后缀不对")]
    [InlineData("fonts: [{family: 字, file: fake.woff2}]", "themes/city/theme.yaml:1:27: error theme/wrong-font", "不是 WOFF2")]
    [InlineData("fonts: [{family: 'a\"b', file: good.woff2}]", "themes/city/theme.yaml:1:18: error theme/wrong-font", "引号")]
    [InlineData("footer: picture.md", "themes/city/picture.md:1:2: error theme/footer-picture", "图片")]
    [InlineData("footer: heading.md", "themes/city/heading.md:1:1: error theme/footer-heading", "标题")]
    [InlineData("footer: link.md", "themes/city/link.md:1:1: error link/broken", "/nothing/")]
    public void What_is_wrong_is_told_at_its_place_with_its_figure(string yaml, string at, string says)
    {
        var told = Find(yaml);

        Assert.Contains(told, diagnostic => diagnostic.ToString().StartsWith(at, StringComparison.Ordinal) && diagnostic.ToString().Contains(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("light: {accent: \"#8c1d18\", accentText: \"#8c1d18\"}\ndark: {accent: \"#ac3f39\", accentText: \"#f0a39d\"}")]
    [InlineData("light: {accent: \"#1d4f91\", accentText: \"#1d4f91\", paper: \"#ffffff\", band: \"#12305a\"}")]
    [InlineData("logo: logo.svg\nfonts:\n  - {family: 示例黑体, file: good.woff2, weight: 700}\ncss: good.css\nfooter: foot.md")]
    public void What_is_right_is_silent(string yaml) => Assert.Empty(Find(yaml));

    [Theory]
    [InlineData("#5a8f74")]
    [InlineData("#f9a800")]
    [InlineData("#777777")]
    [InlineData("#ffffff")]
    public void The_advice_is_enough(string accent)
    {
        var help = Find($"light: {{accent: \"{accent}\"}}").First().Help;

        Assert.Empty(Find($"light: {{accent: \"{help.Split('“')[1].Split('”')[0]}\"}}"));
    }

    [Fact]
    public void Large_fonts_are_a_warning() =>
        Assert.Equal(["theme/large-fonts"], Find("fonts: [{family: 字, file: large.woff2}]").Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("@import 'https://a.example/x.css';")]
    [InlineData("@import url(x.css);")]
    [InlineData("@\\69mport 'x.css';")]
    [InlineData("@IMPORT \"x.css\";")]
    [InlineData("a { background: url(https://a.example/x.png) }")]
    [InlineData("a { background: url( \"//a.example/x.png\" ) }")]
    [InlineData("a { background: u\\72l(https://a.example/x.png) }")]
    [InlineData("a { background: URL(HTTPS://A.EXAMPLE/x.png) }")]
    [InlineData("a { background: url(data:image/png;base64,AAAA) }")]
    [InlineData("a { background: url(/guides/x.svg) }")]
    [InlineData("a { background: url(../other/x.svg) }")]
    [InlineData("a { background: url('a\\2e svg') }")]
    [InlineData("a { background: url(a/**/.svg) }")]
    [InlineData("a { background: image-set('https://a.example/x.png' 1x) }")]
    [InlineData("a { background: -webkit-image-set(url(p.svg) 1x) }")]
    [InlineData("@font-face { src: src('x.woff2') }")]
    [InlineData("a { width: expression(alert(1)) }")]
    public void Styles_fetch_nothing_from_elsewhere(string css) => Assert.Contains(Find("css: own.css", css), diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Location.Path == "themes/city/own.css");

    [Theory]
    [InlineData("a { color: red")]
    [InlineData("a { color: red } }")]
    [InlineData("a { content: \"x }")]
    [InlineData("a { } /* b")]
    [InlineData("a:not(.b { }")]
    public void Styles_that_are_not_whole_are_told(string css) => Assert.Contains(Find("css: own.css", css), diagnostic => diagnostic.Code == "theme/broken-css");

    [Theory]
    [InlineData("a { content: \"\\2014\"; background: url(logo.svg) } /* @import url(x) { */")]
    [InlineData("a::before { content: '@import {' } .url { color: rgb(0 0 0 / 40%) }")]
    [InlineData("@media print { .srcset, .my-image { color: var(--accent-text) } }")]
    public void Other_styles_are_silent(string css) => Assert.Empty(Find("css: own.css", css));

    private static ImmutableArray<Diagnostic> Find(string yaml, string css = "")
    {
        var files = SampleSite.Files(
            """
            -- themes/city/logo.svg --
            <svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h10v10z"/></svg>
            -- themes/city/a.txt --
            a
            -- themes/city/fake.woff2 --
            a
            -- themes/city/good.css --
            .hero { background: url("logo.svg") }
            -- themes/city/foot.md --
            技术支持：示例中心。看[首页](/)。
            -- themes/city/picture.md --
            看![图](logo.svg)
            -- themes/city/heading.md --
            ## 小标题
            -- themes/city/link.md --
            [没有](/nothing/)
            """).Add(SampleSite.File("themes/city/theme.yaml", yaml)).Add(SampleSite.File("themes/city/own.css", css))
            .Add(SampleSite.File("themes/city/good.woff2", "wOF2"u8.ToArray())).Add(SampleSite.File("themes/city/large.woff2", [.. "wOF2"u8, .. new byte[600 * 1024]]));
        var (website, diagnostics) = WebsiteReader.Read(
            SampleSite.File("site.yaml", "title: 示例\nurl: https://example.gov.cn/\norganiser: 示例\ntheme: city\n"), [], new(2026, 6, 10), false, new(_ => null, name => name == "city" ? files : []));
        return [.. diagnostics, .. Checks.FindInContent(website).Where(diagnostic => !diagnostic.Code.StartsWith("site/", StringComparison.Ordinal))];
    }
}
