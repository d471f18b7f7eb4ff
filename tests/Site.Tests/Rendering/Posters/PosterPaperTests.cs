using System.Buffers;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Privacy.Leaks;
using Site.Privacy.Values;
using Site.Rendering.Pdf;
using Site.Rendering.Pictures.Sharing;
using Site.Rendering.Posters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Site.Tests;

/// <summary>Posters as PDF, read with another program's eyes (PdfPig).</summary>
public sealed class PosterPaperTests
{
    private const string Step = "看见火先叫醒家里每一个人，再关上着火房间的门，带老人孩子走楼梯，低身，湿毛巾捂住口鼻";

    private static readonly Website Own = OwnSite.Read();

    private static readonly Lazy<Dictionary<string, Func<byte[]>>> OwnFiles = new(() => Files(Own));

    public static TheoryData<string> Guides => [.. Own.Of<GuidePage>().Select(guide => guide.Address)];

    public static TheoryData<string> Drawings => [.. Own.Files.Where(file => file.Path.StartsWith("content/guides/", StringComparison.Ordinal) && file.Path.EndsWith(".svg", StringComparison.Ordinal)).Select(file => file.Path)];

    [Theory]
    [InlineData("a4", 595.276, 841.89)]
    [InlineData("a3", 841.89, 1190.551)]
    public void A_poster_is_one_page_of_its_paper_with_all_that_it_says_as_text(string paper, double width, double height)
    {
        using var file = PdfDocument.Open(OwnFiles.Value[$"works/guides/gas-leak/poster-{paper}.pdf"]());
        var page = Assert.Single(file.GetPages());

        Assert.Equal((width, height), (Math.Round((double)page.Width, 3), Math.Round((double)page.Height, 3)));
        Assert.Equal("燃气泄漏：关阀、开窗、出门再打电话", file.Information.Title);
        Assert.Null(file.Information.CreationDate);
        Assert.Null(file.Information.Producer);
        Assert.Contains(
            "燃气泄漏怎么办关阀、开窗、出门再打电话1别碰开关：不开灯、不关灯，不按门铃，不开油烟机，不点火，不在屋里打电话。2关阀：关灶具开关、灶前阀和表前阀；用气瓶的，顺时针拧紧瓶阀。"
            + "3开窗：轻轻打开门窗，让气自己散。4出去：带家人走到室外上风处；敲门叫邻居，不按门铃，不坐电梯。5打电话：在远离漏气点的户外打燃气公司抢修电话。",
            TextOf(page).Replace("抢修绝对", "绝对", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("火警 119　急救 120本地燃气公司抢修电话：社区（物业）电话：", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public void A_poster_has_the_same_bytes_each_time()
    {
        var (first, again) = (Files(OwnSite.Read()), Files(OwnSite.Read()));

        Assert.All(first.Keys.Where(path => path.EndsWith("leak/poster-a4.pdf", StringComparison.Ordinal) || path.EndsWith("cpr/poster-a3.pdf", StringComparison.Ordinal)), path => Assert.Equal(first[path](), again[path]()));
    }

    [Theory, MemberData(nameof(Guides))]
    public void Each_guide_of_this_repository_has_a_poster_with_all_its_pictures_below_100_KB(string address)
    {
        var file = OwnFiles.Value[$"works{address}poster-a4.pdf"]();
        using var read = PdfDocument.Open(file);

        Assert.InRange(file.Length, 10_000, 100_000);
        Assert.All(read.GetPage(1).Letters, letter => Assert.True(letter.Location.Y > 20 && letter.EndBaseLine.X < 595 - 20, $"{letter.Value} at {letter.Location}"));
    }

    [Theory, MemberData(nameof(Drawings))]
    public void Each_drawing_of_a_guide_can_be_drawn(string path)
    {
        var drawing = new PdfDrawing(new(), 0, new(ShareType.Bold, ""), new(ShareType.Regular, ""));
        drawing.Draw(XElement.Parse(Encoding.UTF8.GetString(Own.FileAt(path)!.Load())));

        Assert.Null(drawing.Obstacle);
    }

    [Theory]
    [InlineData("家里着火怎么办：先喊人", 5, "不要坐电梯。")]
    [InlineData("家里着火怎么办", 12, "不要坐电梯，不要躲在床底下，不要跳楼，不要返回火场取东西，不要打开着火房间的门。")]
    [InlineData("L300", 5, "N2000")]
    [InlineData("'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW：iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii'", 3, "（（（（（（（（（（（（（（（（（（（（")]
    [InlineData("'𠮷野家的🔥火&<b>(\\)“引号”怎么办：𪚥𠀀😀'", 5, "！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！！")]
    public void Whatever_a_guide_says_fits_above_the_foot_of_one_page(string title, int steps, string never)
    {
        title = title == "L300" ? string.Concat(Enumerable.Repeat("非常长的标题", 50)) : title;
        never = never == "N2000" ? string.Concat(Enumerable.Repeat("返回火场取东西，", 250)) : never;
        var text = new StringBuilder($"-- content/guides/a.md --\n---\ntitle: {title}\n---\n");
        for (var step = 1; step <= steps; step++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{step}. {Step}。\n");
        }

        using var file = PdfDocument.Open(Files(SampleSite.Read($"{text}\n> [!CAUTION]\n> {never}\n"))["works/guides/a/poster-a4.pdf"]());
        var page = Assert.Single(file.GetPages());
        var all = TextOf(page);

        Assert.Equal(Math.Min(5, steps), all.Split(Step).Length - 1);
        var foot = page.Letters.Single(letter => letter.Value == "警" && letter.FontSize > 8).Location.Y;
        var body = page.Letters.TakeWhile(letter => letter.Value != "火" || letter.Location.Y != foot).ToList();
        Assert.All(body, letter => Assert.True(letter.Location.Y > foot + 20, $"{letter.Value} at {letter.Location}"));
        Assert.All(page.Letters, letter => Assert.InRange(letter.EndBaseLine.X, 30, 595 - 30));
    }

    [Fact]
    public void What_is_not_in_the_typeface_is_still_text()
    {
        using var file = PdfDocument.Open(Files(SampleSite.Read("-- content/guides/a.md --\n---\ntitle: 𠮷野家🔥\n---\n1. 走。\n"))["works/guides/a/poster-a4.pdf"]());

        Assert.StartsWith("𠮷野家🔥1走。", TextOf(file.GetPage(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rect width='9' height='9' fill='url(#a)'/>")]
    [InlineData("<rect width='9' height='9' style='fill:red'/>")]
    [InlineData("<rect width='9' height='9' fill='red'/>")]
    [InlineData("<g filter='url(#f)'><rect width='9' height='9'/></g>")]
    [InlineData("<g clip-path='url(#f)'><rect width='9' height='9'/></g>")]
    [InlineData("<use href='#a'/>")]
    [InlineData("<image href='data:image/png;base64,AAAA'/>")]
    [InlineData("<text x='1' y='9'>关<tspan>阀</tspan></text>")]
    [InlineData("<path d='M1 2 L3'/>")]
    [InlineData("<path d='M1 2 X3'/>")]
    [InlineData("<path d='M1e308 1l1e308 1'/>")]
    [InlineData("<polyline points='0 0 1e308 1e308'/>")]
    [InlineData("<g transform='skewX(3)'/>")]
    [InlineData("<switch><rect width='9' height='9'/></switch>")]
    public void A_drawing_with_something_that_PDF_is_not_drawn_with_is_left_out_and_leaves_no_hole(string inside)
    {
        var unknown = Poster($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>关门</title>{inside}</svg>");
        var without = Poster(null);
        using var file = PdfDocument.Open(unknown);

        Assert.Equal(without, unknown);
        Assert.Contains("1关门。", TextOf(file.GetPage(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_poster_is_kept_by_all_that_it_is_drawn_of()
    {
        const string Site = "-- site.yaml --\ntitle: 示例市安全生产月\nurl: https://example.gov.cn/aqyj/\norganiser: 示例市安委办\ntraditional: true\n";
        var guide = $"-- content/guides/a.md --\n---\ntitle: 关门\n---\n{string.Concat(Enumerable.Range(1, 5).Select(step => $"{step}. {Step}。\n"))}\n> [!CAUTION]\n> {string.Concat(Enumerable.Repeat("返回火场取东西，", 50))}\n";
        var pictured = guide.Replace("1. ", "1. ![关门](a.svg) ", StringComparison.Ordinal) + "-- content/guides/a.svg --\n<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9' fill='red'/></svg>\n";
        var kept = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var drawn = 0;
        string[] sites =
        [
            Site + guide, Site + pictured, Site + pictured.Replace("fill='red'", "fill='#f00'", StringComparison.Ordinal), Site.Replace("示例市", "示例县", StringComparison.Ordinal) + guide,
            Site.Replace("aqyj", "anquan", StringComparison.Ordinal) + guide, Site + guide.Replace("关门", "开窗", StringComparison.Ordinal), Site + pictured.Replace("返回火场取东西，", "回火场取东西，", StringComparison.Ordinal),
        ];
        foreach (var site in sites.Concat(sites))
        {
            var website = SampleSite.Read(site);
            var papers = new PosterPapers(website, (told, draw) => kept.TryGetValue(Convert.ToHexString(told), out var file) ? file : kept[Convert.ToHexString(told)] = Drawn(draw));
            foreach (var isTraditional in new[] { false, true })
            {
                var page = website.Of<GuidePage>().Single();
                Assert.Equal(new PosterPapers(website, (_, draw) => draw()).Load(page, PaperSize.A3, isTraditional), papers.Load(page, PaperSize.A3, isTraditional));
            }
        }

        Assert.Equal(kept.Count, drawn);

        byte[] Drawn(Func<byte[]> draw)
        {
            drawn++;
            return draw();
        }
    }

    [Theory]
    [InlineData("H1")]
    [InlineData("LI")]
    [InlineData("P BMC EMC /Figure")]
    [InlineData("P/A 1 0 R")]
    public void A_drawing_does_not_say_what_part_of_the_poster_it_is(string tag)
    {
        var (said, plain) = (Poster(Drawing($" data-tag='{tag}'")), Poster(Drawing("")));

        Assert.Equal(plain, said);

        static string Drawing(string says) => $"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><title>关门</title><g{says}><rect width='9' height='9'{says}/></g></svg>";
    }

    [Theory]
    [InlineData("<path d='M1 2h3V4l-1-1z' fill='#f00'/>", "1 0 0 rg 1 2 m 4 2 l 4 4 l 3 3 l h f")]
    [InlineData("<path d='M0 0A5 5 0 0 1 10 0' stroke='#000' fill='none'/>", "0 0 m 0 -2.761 2.239 -5 5 -5 c 7.761 -5 10 -2.761 10 0 c S")]
    [InlineData("<path d='m1 1q3 0 3 3t3 3s1 1 2 0' fill='#00ff00'/>", "0 1 0 rg 1 1 m 3 1 4 2 4 4 c 4 6 5 7 7 7 c 7 7 8 8 9 7 c f")]
    [InlineData("<path d='M.5.5-1-1e1' fill-rule='evenodd'/>", ".5 .5 m -1 -10 l f*")]
    [InlineData("<g transform='translate(2) rotate(90)'><circle r='0'/></g>", "q 1 0 0 1 2 0 cm 0 1 -1 0 0 0 cm")]
    public void Shapes_become_operators(string inside, string operators)
    {
        var drawing = new PdfDrawing(new(), 0, new(ShareType.Bold, ""), new(ShareType.Regular, ""));
        drawing.Draw(XElement.Parse($"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>{inside}</svg>"));

        Assert.Null(drawing.Obstacle);
        Assert.Contains(operators, drawing.Operators.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_poster_says_is_looked_at_for_leaks()
    {
        var poster = Files(SampleSite.Read("-- content/guides/a.md --\n---\ntitle: 找示例甲\n---\n1. 走。\n"))["works/guides/a/poster-a3.pdf"]();

        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["示例乙"]), []).Find("works/guides/a/poster-a3.pdf", poster));
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of(["示例甲"]), []).Find("works/guides/a/poster-a3.pdf", poster));
    }

    [Fact]
    public void In_traditional_characters_the_poster_is_another_one_and_pages_lead_to_it()
    {
        var site = SampleSite.Read("-- site.yaml --\ntitle: 示例市安全生产月\nurl: https://example.gov.cn/aqyj/\norganiser: 示例市安委办\ntraditional: true\n-- content/guides/a.md --\n---\ntitle: 燃气泄漏怎么办\n---\n1. 关阀。\n");
        var files = Files(site);
        using var file = PdfDocument.Open(files["zh-hant/works/guides/a/poster-a4.pdf"]());

        Assert.StartsWith("燃氣洩漏怎麼辦1關閥。", TextOf(file.GetPage(1)), StringComparison.Ordinal);
        Assert.Equal("燃氣洩漏", file.Information.Title);
        foreach (var (page, leads) in new[] { ("zh-hant/", "/aqyj/zh-hant/works/guides/a/poster-a4.pdf"), ("", "/aqyj/works/guides/a/poster-a4.pdf") })
        {
            foreach (var from in new[] { "works/guides/a/poster/", "works/guides/a/", "guides/a/", "works/pack/" })
            {
                Assert.Matches($"<a [^>]*href=\"{leads}\"[^>]*>.*?A4 PDF，[0-9]+ KB", Encoding.UTF8.GetString(files[$"{page}{from}index.html"]()));
            }
        }
    }

    private static byte[] Poster(string? drawing) => Files(SampleSite.Read(
        $"-- content/guides/a.md --\n---\ntitle: 关门\n---\n1. 关门。{(drawing is null ? "" : " ![关门](a.svg)")}\n{(drawing is null ? "" : $"-- content/guides/a.svg --\n{drawing}")}"))["works/guides/a/poster-a4.pdf"]();

    private static string TextOf(Page page) => string.Concat(page.Letters.Select(letter => letter.Value));

    private static Dictionary<string, Func<byte[]>> Files(Website website) => RenderedSite.FilesOf(website).ToDictionary(file => file.Path, file => (Func<byte[]>)(() =>
    {
        var output = new ArrayBufferWriter<byte>();
        file.Write(output);
        return output.WrittenSpan.ToArray();
    }), StringComparer.Ordinal);
}
