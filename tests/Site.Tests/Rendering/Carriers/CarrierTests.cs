using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Rendering.Posters;

namespace Site.Tests;

/// <summary>What is made from guides to take along: its lengths, its seconds, its files.</summary>
public sealed class CarrierTests
{
    private const string Gas =
        """
        -- content/guides/gas.md --
        ---
        title: 燃气泄漏怎么办：关阀、开窗、出门再打电话
        checklist: [关好<阀>]
        source: 示例文件
        reviewer: 示例科室
        ---
        1. 别碰开关：不开灯。闻到就走。
        2. 关阀：拧紧。
        3. 打[119](xref:x)。

        > [!CAUTION]
        > 绝对不要用打火机找漏点，不要开排气扇。

        ## 为什么

        因为。
        """;

    private static readonly Website Own = OwnSite.Read();

    public static TheoryData<string> Guides => [.. Own.Of<GuidePage>().Select(guide => guide.Address)];

    [Fact]
    public void Texts_are_taken_from_title_steps_and_the_red_box()
    {
        var texts = Of(Gas);

        Assert.Equal(["燃气泄漏：关阀、开窗、出门再打电话", "绝对不要用打火机找漏点"], texts.Banners);
        Assert.Equal([("别碰开关", "别碰开关：不开灯。"), ("关阀", "关阀：拧紧。"), ("打119", "打119。")], texts.Steps.Select(step => (step.Head, step.Text)));
        Assert.Equal(["关阀、开窗、出门再打电话", "燃气泄漏：关阀、开窗、出门再打电话", "燃气泄漏：1别碰开关 2关阀 3打119 火警119 急救120"], texts.Leds.Select(line => line.Text));
        Assert.Equal(
            "燃气泄漏：关阀、开窗、出门再打电话。第一，别碰开关：不开灯。第二，关阀：拧紧。第三，打119。绝对不要用打火机找漏点。火警打119，急救打120。",
            texts.Announcements[1].Text);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("关阀", 1)]
    [InlineData("关阀开窗", 1)]
    [InlineData("关阀，开窗。", 2)]
    [InlineData("打119", 1)]
    [InlineData("打119，说AED。", 3)]
    public void Seconds_are_counted_by_characters_and_marks(string text, int seconds) => Assert.Equal(seconds, SpeechTime.Of(text));

    [Theory, MemberData(nameof(Guides))]
    public void No_text_of_a_guide_is_longer_than_its_place_and_none_is_empty(string address)
    {
        var texts = CarrierTexts.Of((GuidePage)Own.ByAddress[address]);

        Assert.All(texts.Leds, line => Assert.InRange(line.Text.Length, 1, line.Most));
        Assert.All(texts.Announcements, text => Assert.InRange(text.Seconds, 1, text.Most));
        Assert.All(texts.Announcements, text => Assert.EndsWith("火警打119，急救打120。", text.Text, StringComparison.Ordinal));
        Assert.All(texts.Steps, step => Assert.StartsWith(step.Head, step.Text, StringComparison.Ordinal));
        Assert.All(texts.Steps, step => Assert.InRange(step.Text.Length, 2, 45));
        Assert.InRange(texts.Steps.Length, 3, 12);
    }

    [Theory]
    [InlineData("1. 做。\n")]
    [InlineData("没有步骤。\n")]
    [InlineData("> [!CAUTION]\n> 不要。\n")]
    public void A_guide_with_little_in_it_gives_texts_too(string body)
    {
        var texts = Of($"-- content/guides/a.md --\n---\ntitle: 非常非常非常非常非常非常非常非常非常非常长的没有冒号的标题\n---\n{body}");

        Assert.All(texts.Leds, line => Assert.InRange(line.Text.Length, 1, line.Most));
        Assert.All(texts.Announcements, text => Assert.InRange(text.Seconds, 1, text.Most));
    }

    [Fact]
    public void The_file_of_all_has_checksums_that_hold_and_a_licence_and_is_the_same_each_time()
    {
        var bytes = Bytes(Own, "works/guides/gas-leak/all.zip");
        Assert.Equal(bytes, Bytes(Own, "works/guides/gas-leak/all.zip"));

        using var zip = new ZipArchive(new MemoryStream(bytes));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Read);
        var sums = Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(files.Keys.Where(name => name != "SHA256SUMS"), sums.Select(line => line[66..]));
        Assert.All(sums, line => Assert.Equal(line[..64], Convert.ToHexStringLower(SHA256.HashData(files[line[66..]]))));
        Assert.Equal(Bytes(Own, "works/guides/gas-leak/poster-a3.pdf"), files["poster-a3.pdf"]);
        Assert.Contains("许可：CC BY 4.0。", Encoding.UTF8.GetString(files["LICENCE.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_made_from_a_guide_has_the_addresses_of_the_contract() => Assert.Equal(
        ["all.zip", "article/index.html", "index.html", "lift/index.html", "phone.svg", "poster-a3.pdf", "poster-a4.pdf", "poster.svg", "poster/index.html", "screen/index.html"],
        RenderedSite.FilesOf(SampleSite.Read(Gas)).Select(file => file.Path).Where(path => path.StartsWith("works/guides/gas/", StringComparison.Ordinal)).Select(path => path[17..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Without_a_licence_of_the_site_the_file_grants_none()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes(SampleSite.Read(Gas), "works/guides/gas/all.zip")));
        Assert.Contains("没有写明许可", Encoding.UTF8.GetString(Read(zip.GetEntry("LICENCE.txt")!)), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Guides))]
    public void Drawings_are_well_formed_and_have_neither_script_nor_address_of_elsewhere(string address)
    {
        foreach (var file in new[] { "poster.svg", "phone.svg" })
        {
            var drawing = XElement.Parse(Encoding.UTF8.GetString(Bytes(Own, $"works{address}{file}")));
            Assert.DoesNotContain(drawing.Descendants(), element => element.Name.LocalName is "script" or "foreignObject" or "image" or "style");
            Assert.DoesNotContain(drawing.Descendants().Attributes(), attribute => (attribute.Name.LocalName == "href" && !attribute.Value.StartsWith('#')) || attribute.Name.LocalName == "style" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_article_is_clean_and_escaped()
    {
        var html = RenderedSite.Of(SampleSite.Read(Gas))["works/guides/gas/article/index.html"];

        Assert.Contains("<li>关好&lt;阀&gt;</li>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;li&gt;关好&amp;lt;阀&amp;gt;&lt;/li&gt;", html, StringComparison.Ordinal);
    }

    private static CarrierTexts Of(string site) => CarrierTexts.Of(Assert.Single(SampleSite.Read(site).Of<GuidePage>()));

    private static byte[] Bytes(Website website, string path)
    {
        var output = new ArrayBufferWriter<byte>();
        RenderedSite.FilesOf(website).Single(file => file.Path == path).Write(output);
        return output.WrittenSpan.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
