using System.Text;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Site.Content.Rules;

namespace Site.Tests;

public class SvgSafetyTests
{
    private const string Open = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">";

    [Theory]
    [InlineData("<title>安全出口</title><g fill=\"none\"><path d=\"M0 0H4V3Z\" stroke=\"#237F52\"/></g>")]
    [InlineData("<!-- 一条线 --><defs><linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient></defs><rect fill=\"url(#a)\" width=\"4\" height=\"3\"/>")]
    [InlineData("<style>@media print { path { fill: url('#a'); } }</style><use href=\"#a\"/>")]
    [InlineData("<use xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"#煤气\"/>")]
    [InlineData("<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" height=\"1\"/>")]
    [InlineData("<circle r=\"1\"><animate attributeName=\"r\" from=\"1\" to=\"2\" dur=\"1s\"/></circle>")]
    [InlineData("<text aria-label=\"见 image(1)\">小心 &lt;触电&gt;</text>")]
    public void A_drawing_that_only_draws_is_no_diagnostic(string inside) =>
        Assert.Equal("", Diagnostics($"{Open}{inside}</svg>"));

    [Fact]
    public void What_could_run_is_reported_where_it_stands() =>
        Assert.Equal(
            """
            content/guides/a.svg:2:4: error svg/script
              图画里有元素 <script>，打开图画时它可能会运行。
              把这一处删掉：图画里只能有图形、文字和颜色。
            """,
            Diagnostics($"{Open}\n  <script>alert(1)</script>\n</svg>"));

    [Theory]
    [InlineData("<g onclick=\"alert(1)\"/>", "事件属性 onclick")]
    [InlineData("<g ONLOAD=\"alert(1)\"/>", "事件属性 ONLOAD")]
    [InlineData("<g xmlns:x=\"urn:x\" x:onload=\"alert(1)\"/>", "事件属性 onload")]
    [InlineData("<s:script xmlns:s=\"http://www.w3.org/2000/svg\"/>", "元素 <script>")]
    [InlineData("<script xmlns=\"http://www.w3.org/1999/xhtml\"/>", "元素 <script>")]
    [InlineData("<foreignObject/>", "元素 <foreignObject>")]
    [InlineData("<iframe xmlns=\"http://www.w3.org/1999/xhtml\"/>", "元素 <iframe>")]
    [InlineData("<handler/>", "元素 <handler>")]
    [InlineData("<set attributeName=\"href\" to=\"#b\"/>", "改变 “href” 的动画")]
    [InlineData("<animate attributeName=\"xlink:href\" to=\"#b\"/>", "改变 “xlink:href” 的动画")]
    [InlineData("<set attributeName=\"onclick\" to=\"alert(1)\"/>", "改变 “onclick” 的动画")]
    [InlineData("<!--><script>alert(1)</script>-->", "注释里的 “<”")]
    [InlineData("<text><![CDATA[<script>alert(1)</script>]]></text>", "CDATA 里的 “<”")]
    public void Nothing_in_a_drawing_may_run(string inside, string what) =>
        Assert.StartsWith($"error svg/script\n  图画里有{what}，", First($"{Open}{inside}</svg>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<image href=\"https://example.com/a.png\"/>")]
    [InlineData("<image href=\"a.png\"/>")]
    [InlineData("<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>")]
    [InlineData("<image href=\"data:image/png;base64,AA==&quot;/&gt;\"/>")]
    [InlineData("<use href=\"data:image/png;base64,AA==\"/>")]
    [InlineData("<use href=\"other.svg#a\"/>")]
    [InlineData("<use href=\" #a\"/>")]
    [InlineData("<use href=\"\"/>")]
    [InlineData("<use xmlns:xlink=\"urn:other\" xlink:href=\"javascript:alert(1)\"/>")]
    [InlineData("<rect fill=\"url(https://example.com/a)\"/>")]
    [InlineData("<rect fill=\"URL( 'a.svg#b' )\"/>")]
    [InlineData("<rect fill=\"u\\72l(//example.com)\"/>")]
    [InlineData("<rect style=\"background:image-set('a.png' 1x)\"/>")]
    [InlineData("<rect style=\"width:expression(alert(1))\"/>")]
    [InlineData("<style>@import 'a.css';</style>")]
    [InlineData("<style>@font-face { src: url(#a) }</style>")]
    [InlineData("<style>@imp<![CDATA[ort 'a.css';]]></style>")]
    [InlineData("<style>a{fill:url(//example.com)}</style>")]
    [InlineData("<g xml:base=\"https://example.com/\"/>")]
    [InlineData("<?xml-stylesheet href=\"a.css\"?>")]
    public void Nothing_in_a_drawing_may_come_from_elsewhere(string inside) =>
        Assert.StartsWith("error svg/outside-reference\n", First($"{Open}{inside}</svg>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<a href=\"#b\"/>", "元素 <a>")]
    [InlineData("<feImage/>", "元素 <feImage>")]
    [InlineData("<x:namedview xmlns:x=\"urn:x\"/>", "元素 <x:namedview>")]
    [InlineData("<g ping=\"1\"/>", "属性 ping")]
    [InlineData("<title><g/></title>", " <title> 里文字以外的东西")]
    public void What_is_not_known_to_draw_is_refused(string inside, string what) =>
        Assert.StartsWith($"error svg/unknown-name\n  图画里有{what}，", First($"{Open}{inside}</svg>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "这里不是完整的 XML，或者带有 DOCTYPE")]
    [InlineData("GIF89a", "这里不是完整的 XML，或者带有 DOCTYPE")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">", "这里不是完整的 XML，或者带有 DOCTYPE")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>", "这里不是完整的 XML，或者带有 DOCTYPE")]
    [InlineData("<svg viewBox=\"0 0 4 3\"/>", "最外面不是 <svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [InlineData("<html xmlns=\"http://www.w3.org/2000/svg\"/>", "最外面不是 <svg xmlns=\"http://www.w3.org/2000/svg\">")]
    [InlineData("<?xml version=\"1.0\" encoding=\"gb2312\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"/>", "自称是 gb2312 编码，不是 UTF-8")]
    public void What_is_no_drawing_is_reported(string svg, string why) =>
        Assert.StartsWith($"error svg/unreadable\n  这个图画文件{why}。\n", First(svg), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_reported() =>
        Assert.Equal(
            """
            content/guides/a.svg:1:1: error svg/unreadable
              这个图画文件不是 UTF-8 编码。
              用绘图软件重新导出为 UTF-8 编码的 SVG，不要带 DOCTYPE。
            """,
            Diagnostics(Encoding.Unicode.GetBytes($"\uFEFF{Open}</svg>")));

    [Fact]
    public void Ten_thousand_elements_within_one_another_are_too_deep() =>
        Assert.StartsWith("error svg/unreadable\n  这个图画文件元素嵌套超过 100 层。\n",
            First(Open + string.Concat(Enumerable.Repeat("<g>", 10_000)) + string.Concat(Enumerable.Repeat("</g>", 10_000)) + "</svg>"), StringComparison.Ordinal);

    [Fact]
    public void A_drawing_without_a_size_is_reported() =>
        Assert.Equal(
            """
            content/guides/a.svg:1:2: error svg/no-size
              图画没有写明大小，或者边长不在 1 到 16384 像素之间。
              在 <svg> 里写上 viewBox="0 0 宽 高"。
            """,
            Diagnostics("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100%\"/>"));

    [Fact]
    public void Parts_that_use_one_another_ten_times_each_are_too_complex()
    {
        static string Layers(int count) => Open + "<g id=\"a0\"><path/></g>" + string.Concat(Enumerable.Range(1, count).Select(layer =>
            $"<g id=\"a{layer}\">{string.Concat(Enumerable.Repeat($"<use href=\"#a{layer - 1}\"/>", 10))}</g>")) + "</svg>";

        Assert.Equal("", Diagnostics(Layers(3)));
        Assert.Equal(
            """
            content/guides/a.svg:1:1: error svg/too-complex
              图画太复杂：里面的部分互相引用，或者滤镜、线上的箭头（marker）、样式太多、太大，画起来相当于超过 10 万个图形。
              在绘图软件里简化图画，或者另存为 PNG。
            """,
            Diagnostics(Layers(6)));
    }

    [Fact]
    public void Fills_that_use_one_another_count_too()
    {
        var patterns = string.Concat(Enumerable.Range(1, 9).Select(layer =>
            $"<pattern id=\"p{layer}\">{string.Concat(Enumerable.Repeat($"<rect fill=\"url(#p{layer - 1})\"/>", 5))}</pattern>"));

        var diagnostics = Diagnostics($"{Open}{patterns}</svg>");

        Assert.StartsWith("content/guides/a.svg:1:1: error svg/too-complex\n", diagnostics, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<feGaussianBlur stdDeviation=\"3\"/><feOffset dy=\"2\"/><feMerge><feMergeNode/><feMergeNode in=\"SourceGraphic\"/></feMerge>", 20, false)]
    [InlineData("<feDropShadow dx=\"1\" dy=\"1\" stdDeviation=\"2\"/>", 100, false)]
    [InlineData("<feTurbulence baseFrequency=\".02\" numOctaves=\"4\"/>", 1, false)]
    [InlineData("<feConvolveMatrix order=\"3\" kernelMatrix=\"0 1 0 1 1 1 0 1 0\"/>", 10, false)]
    [InlineData("<feDropShadow stdDeviation=\"2\"/>", 300, true)]
    [InlineData("<feTurbulence baseFrequency=\".02\" numOctaves=\"100000\"/>", 1, true)]
    [InlineData("<feConvolveMatrix order=\"100\"/>", 1, true)]
    [InlineData("<feConvolveMatrix order=\"2,30\"/>", 1, true)]
    [InlineData("<feMorphology operator=\"dilate\" radius=\"5000 1\"/>", 1, true)]
    [InlineData("<feGaussianBlur stdDeviation=\"1e9\"/>", 1, true)]
    [InlineData("<feGaussianBlur stdDeviation=\"NaN\"/>", 1, true)]
    public void The_steps_of_filters_count_by_the_work_that_they_are(string steps, int uses, bool isTooComplex) =>
        Assert.Equal(isTooComplex, Diagnostics(
            $"{Open}<filter id=\"f\">{steps}</filter>{string.Concat(Enumerable.Repeat("<rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>", uses))}</svg>").Contains("svg/too-complex", StringComparison.Ordinal));

    [Theory]
    [InlineData("<style>rect{filter:blur(99999px)}</style><rect width=\"9\" height=\"9\"/>", true)]
    [InlineData("<style><![CDATA[rect{filter:drop-shadow(1px 1px 1e9px #000)}]]></style><rect width=\"9\" height=\"9\"/>", true)]
    [InlineData("<rect width=\"9\" height=\"9\" filter=\"blur(99999px)\"/>", true)]
    [InlineData("<style>rect{filter:blur(2px) opacity(50%)}</style><rect width=\"9\" height=\"9\"/>", false)]
    public void A_filter_without_an_element_counts_by_its_size_wherever_it_stands(string drawing, bool isRefused) =>
        Assert.Equal(isRefused, Diagnostics($"{Open}{drawing}</svg>").Contains("svg/too-complex", StringComparison.Ordinal));

    [Theory]
    [InlineData(20, false)]
    [InlineData(2_000, true)]
    public void Filters_that_styles_name_count_too(int uses, bool isTooComplex) =>
        Assert.Equal(isTooComplex, Diagnostics(
            $"{Open}{string.Concat(Enumerable.Repeat("<rect width=\"9\" height=\"9\" style=\"filter:blur(9px)\"/>", uses))}</svg>").Contains("svg/too-complex", StringComparison.Ordinal));

    [Theory]
    [InlineData("marker-mid=\"url(#m)\"", 20_000, true)]
    [InlineData("style=\"fill:none;marker-mid:url(#m)\"", 20_000, true)]
    [InlineData("style=\"marker : url(#m)\"", 20_000, true)]
    [InlineData("marker-mid=\"url(#m)\"", 1_000, false)]
    [InlineData("marker-end=\"url(#m)\"", 20_000, false)]
    [InlineData("style=\"marker-end:url(#m);marker-start:url(#m)\"", 20_000, false)]
    [InlineData("", 20_000, false)]
    public void Markers_count_at_each_corner_where_they_are_drawn_there(string marker, int corners, bool isTooComplex) =>
        Assert.Equal(isTooComplex, Diagnostics(
            $"{Open}<marker id=\"m\">{string.Concat(Enumerable.Repeat("<circle r=\"1\"/>", 9))}</marker><path d=\"M0 0{string.Concat(Enumerable.Repeat("L1 1", corners))}\" {marker}/></svg>").Contains("svg/too-complex", StringComparison.Ordinal));

    [Theory]
    [InlineData("rect{fill:red}", 200, 1_000, false)]
    [InlineData("@media print{rect{fill:red}}", 20, 100, false)]
    [InlineData("rect{fill:red}", 20_000, 10_000, true)]
    [InlineData("a{", 1_000, 1, true)]
    public void Rules_of_style_sheets_count_by_the_elements_and_by_their_depth(string rule, int rules, int elements, bool isTooComplex) =>
        Assert.Equal(isTooComplex, Diagnostics(
            $"{Open}<style>{string.Concat(Enumerable.Repeat(rule, rules))}</style>{string.Concat(Enumerable.Repeat("<rect width=\"9\" height=\"9\"/>", elements))}</svg>").Contains("svg/too-complex", StringComparison.Ordinal));

    [Fact]
    public void A_part_that_uses_itself_is_no_diagnostic_and_a_chain_of_ten_thousand_is() =>
        Assert.Equal(
            ("", "error svg/too-complex"),
            (Diagnostics($"{Open}<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g></svg>"),
            First(Open + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"<g id=\"a{i}\"><use href=\"#a{i + 1}\"/></g>")) + "</svg>").Split('\n')[0]));

    [Fact]
    public void A_byte_order_mark_is_no_diagnostic() =>
        Assert.Equal("", Diagnostics($"\uFEFF{Open}</svg>"));

    [Fact]
    public void Whatever_the_file_holds_nothing_that_is_let_in_runs_even_when_it_is_read_as_a_web_page()
    {
        var words = Gen.Elements("a", "&lt;script&gt;", "&#60;img onerror=1&#62;", "<!-- b -->", "<!--><script>-->", "<![CDATA[c]]>", "<![CDATA[<script>]]>", ">", "/>", "--");
        var attributes = Gen.Elements(
            "", "", " id='a>b'", " id='&lt;/style>&lt;img onerror=1>'", " href='#a'", " href='javascript:alert(1)'", " onload='alert(1)'", " fill='url(#a)'", " x:onload='1'", " style='a'");
        var names = Gen.Elements("g", "title", "desc", "style", "text", "script", "a", "image", "set", "svg", "p", "x:g", "foreignObject");
        var elements = from name in names
                       from attribute in attributes
                       from inside in words.ListOf(2)
                       from isEmpty in Gen.Elements(true, false)
                       select isEmpty ? $"<{name}{attribute}/>" : $"<{name}{attribute}>{string.Concat(inside)}</{name}>";
        var drawings = elements.ListOf(2).Select(parts => $"{Open}{string.Concat(parts)}</svg>");

        Prop.ForAll(drawings.ToArbitrary(), svg =>
        {
            if (Diagnostics(svg).Length > 0)
            {
                return;
            }

            var page = new HtmlParser().ParseDocument(svg);
            Assert.Empty(page.QuerySelectorAll("script, iframe, object, embed, foreignObject, a"));
            Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)));
        }).AssertHolds(2_000);
    }

    [Fact]
    public void Chance_bytes_are_reported_and_never_throw() =>
        Prop.ForAll<byte[]>(bytes => Assert.Contains("error svg/unreadable", Diagnostics(bytes), StringComparison.Ordinal))
            .AssertHolds();

    private static string First(string svg) =>
        Diagnostics(svg) is var text && text.IndexOf(": ", StringComparison.Ordinal) is var colon and >= 0 ? text[(colon + 2)..] : "";

    private static string Diagnostics(string svg) => Diagnostics(Encoding.UTF8.GetBytes(svg));

    private static string Diagnostics(byte[] svg) =>
        string.Join('\n', Checks.FindInFiles([new("content/guides/a.svg", svg.Length, () => svg)], SampleSite.Read("")));
}
