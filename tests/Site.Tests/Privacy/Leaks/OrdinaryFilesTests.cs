using Site.Privacy.Values;
using System.Security.Cryptography;
using Site.Privacy.Leaks;

namespace Site.Tests;

public class OrdinaryFilesTests
{
    private static readonly LeakScanner Gate = LeakScanner.Create(PrivateValues.Of(["李四海", "欧阳晓静", "15400000001", "zhang.san@test.invalid"]), []);

    [Theory]
    [InlineData("index.html", "<time datetime=\"2026-06-16T09:30:00+08:00\">2026-06-16 09:30</time> 至 2026-06-17 18:00")]
    [InlineData("index.html", "<div data-days=\"2025-06-07 2025-06-14 2026-06-13 2026-06-16\">")]
    [InlineData("index.html", "<p>示ICP备12345678号-1，示公网安备 33090202000123号，标识码 3309000001</p>")]
    [InlineData("index.html", "<a href=\"https://www.example.org/socialgd/10000169/20230522/44992906.html\">来源</a>")]
    [InlineData("index.html", "<a href=\"https://www.example.org/t20240616_15912345678.html\">来源</a>")]
    [InlineData("index.html", "<a href=\"https://www.example.org/content/15912345678.htm\">来源</a>")]
    [InlineData("index.html", "<td>138</td><td>2024</td><td>1234</td>")]
    [InlineData("index.html", "<p>接待18600人次，发放资料1234567份，电话咨询20260000人次</p>")]
    [InlineData("index.html", "<p>总投资15912345678元</p>")]
    [InlineData("index.html", "<p>GB/T 33000-2016、AQ 3013-2008、〔2022〕34号</p>")]
    [InlineData("index.html", "<script src=\"/assets/site.13812345678f.js\" integrity=\"sha256-13812345678abcdefghijklmnopqrstuvwxyzABCDEFG=\"></script>")]
    [InlineData("index.html", "<svg viewBox=\"0 0 1380 2000\"><path d=\"M138 2000 3000 L 159.1234 5678 M5 4h1v1h-1zM6 4h1v1\"/></svg>")]
    [InlineData("map.json", "{\"location\":[121.47370112345,31.230416],\"t\":1700000000000,\"x\":0.15912345678}")]
    [InlineData("data/a.csv", "area,value\n甲区,1234567\n乙区,12345678\n丙区,138\n丁区,20001234\n")]
    [InlineData("sitemap.xml", "<loc>https://example.org/news/2026/%E5%BC%80%E6%94%BE%E6%97%A5/</loc><lastmod>2026-06-16</lastmod>")]
    [InlineData("events.ics", "DTSTAMP:20260616T093000Z\r\nUID:2026-06-16-159@example.org\r\nSEQUENCE:1718500000\r\n")]
    [InlineData("index.html", "<meta content=\"BreadcrumbList OfflineEventAttendanceMode Content-Security-Policy\">")]
    public void Numbers_that_are_no_telephone_raise_no_alarm(string path, string text) =>
        Assert.Empty(Gate.Find(path, Encodings.Text(text)));

    [Theory]
    [InlineData("<path fill=\"none\" d=\"M0 0 154-0000-0019 5-4\"/>")]
    [InlineData("<g><path d=\"M-10 2C-13-9-5-14 2-13 9-13 13-7 10-2 8-5 4-7 0-6-3-6-5-5-6-1L-3-7\"/></g>")]
    public void Short_coordinates_of_drawings_are_no_telephone(string drawing) =>
        Assert.Empty(Gate.Find("a.svg", Encodings.Text($"<svg xmlns=\"http://www.w3.org/2000/svg\">{drawing}</svg>")));

    [Theory]
    [InlineData("<path d=\"M0 0 15400000019 5-4\"/>")]
    [InlineData("<path d=\"M0 0L5 4\"/><text>电话 154-0000-0019</text>")]
    [InlineData("<path d=\"M0 0L5 4\" aria-label=\"电话 154-0000-0019\"/>")]
    [InlineData("<path d=\"M0 0\"/><path d=\"M1 1\"/>电话 154-0000-0019")]
    [InlineData("<text>电话 d=\"M 154-0000-0019\"</text>")]
    [InlineData("<path /> d=\"M 154-0000-0019\"")]
    [InlineData("<text d=\"M 154-0000-0019\"/>")]
    public void A_number_in_one_piece_or_beside_coordinates_is_found(string drawing) =>
        Assert.Contains("leak/phone", Gate.Find("a.svg", Encodings.Text($"<svg xmlns=\"http://www.w3.org/2000/svg\">{drawing}</svg>")).Select(leak => leak.Code));

    [Fact]
    public void Two_hundred_ordinary_pages_with_hashes_dates_and_figures_raise_no_alarm()
    {
        foreach (var i in Enumerable.Range(0, 200))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)));
            var page =
                $"""
                <!doctype html><html lang="zh-Hans"><head><title>第{i}期 防汛演练</title><link rel="stylesheet" href="/assets/site.{hash[..10]}.css">
                <script type="module" src="/assets/{hash}.js" integrity="sha256-{Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(-i)))}"></script></head>
                <body><nav><a href="tel:12350">12350</a> <a href="tel:96119">96119</a></nav><h1 id="消防-{i}">消防通道检查</h1>
                <p><time datetime="2026-06-{(i % 28) + 1:00}T09:30:00+08:00">2026-06-{(i % 28) + 1:00} 09:30</time> 共{i * 137}人参加，第{i}条，占比{i / 7.0:0.00}%。</p>
                <table><tr><td>{i * 7919}</td><td>{i * 104729}</td><td>{(long)i * 15485863}</td></tr></table>
                <p><a href="/news/2026/%E5%BC%80%E6%94%BE%E6%97%A5-{i}/">开放日</a> &quot;{i}&quot; &amp; 〔2026〕{i}号 121.{i:000000},31.{i * 31:000000}</p></body></html>
                """;

            Assert.Empty(Gate.Find($"news/{i}/index.html", Encodings.Text(page)));
        }
    }
}
