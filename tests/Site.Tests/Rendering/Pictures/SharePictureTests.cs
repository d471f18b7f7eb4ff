using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Site.Rendering.Pictures.Sharing;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Site.Tests.Rendering.Pictures;

/// <summary>The pictures that stand for pages where their addresses are shared.</summary>
public class SharePictureTests
{
    [Fact]
    public void A_share_picture_is_a_PNG_of_1200_by_630_pixels_below_40_KB_with_no_data_about_its_making()
    {
        var bytes = Draw("一次电动自行车进楼充电引发的火灾：三个被忽视的信号", "warning");
        using var picture = Image.Load<Rgba32>(bytes);

        Assert.Equal((1_200, 630), (picture.Width, picture.Height));
        Assert.True(bytes.Length < 40_000, $"{bytes.Length} bytes");
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], Chunks(bytes).Distinct());
    }

    /// <summary>Integers and basic arithmetic alone: the hash holds on every machine and under every culture. After a wanted change, look at the picture and write the new one.</summary>
    [Fact]
    public void The_same_page_gives_the_same_bytes_everywhere() =>
        Assert.Equal("AF54927D9BFDED47", Convert.ToHexString(SHA256.HashData(Draw("灭火器怎么用", "guide")))[..16]);

    /// <summary>Each lies in a packed block of the file with others; a wrong place would draw strokes from elsewhere, or far outside.</summary>
    [Fact]
    public void Every_character_of_both_typefaces_is_drawn_about_its_place_and_many_threads_may_ask_at_once()
    {
        var all = Enumerable.Range(' ', 0x30000).Where(Rune.IsValid).Select(code => new Rune(code)).ToList();
        foreach (var (type, count) in ((ShareType, int)[])[(ShareType.Bold, 30_757), (ShareType.Regular, 9_099)])
        {
            var characters = all.Where(type.Has).ToList();
            var astray = new ConcurrentBag<Rune>();
            Parallel.ForEach(characters, character =>
            {
                var shape = new ShareShape();
                type.Draw(shape, character, 0, 0, 1);
                if (!shape.IsEmpty && (shape.Left < -1.5 || shape.Right > 3 || shape.Top < -1.5 || shape.Bottom > 1))
                {
                    astray.Add(character);
                }
            });

            Assert.Equal(count, characters.Count);
            Assert.Equal("", string.Join(' ', astray));
        }
    }

    [Theory]
    [InlineData("guide", "237F52")]
    [InlineData("warning", "F9A800")]
    [InlineData("law", "005387")]
    [InlineData("exposure", "9B2423")]
    public void A_sign_has_its_own_color_and_no_other_sign_s(string kind, string color) =>
        Assert.Equal([color], ((string[])["237F52", "F9A800", "005387", "9B2423"]).Intersect(ColorsOf(Draw("灭火器怎么用", kind))));

    [Fact]
    public void Every_sign_can_be_drawn_and_looks_unlike_the_others() =>
        Assert.Equal(ShareSigns.Names.Count() - 1, ShareSigns.Names.Select(name => Convert.ToHexString(Draw("标题", name))).Distinct().Count());

    [Fact]
    public void A_title_of_markup_is_drawn_as_it_is_written() =>
        Assert.Equal("</text><imagehref=\"/etc/passwd\"/>&amp;", string.Concat(SharePicture.SetTitle("</text><image href=\"/etc/passwd\"/>&amp;").Lines).Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("安\0全\u202E生\u200B产", "安全生产")]
    [InlineData("  防火\n\t 防灾🔥👨‍👩‍👧 ", "防火 防灾")]
    [InlineData("𠮷林村", "〓林村")]
    [InlineData("堃喆翀㛃䶮埇镕", "堃喆翀㛃䶮埇镕")]
    public void What_cannot_be_seen_or_drawn_is_left_out_and_a_Chinese_character_without_a_type_is_marked(string title, string drawn) =>
        Assert.Equal(drawn, ShareText.Drawable(title));

    [Fact]
    public void A_lone_half_of_a_character_draws_nothing() => Assert.Equal("安全", ShareText.Drawable("安\uD800全"));

    [Fact]
    public void A_title_of_nothing_that_can_be_drawn_gives_way_to_the_campaign() =>
        Assert.Equal(Draw("2024年安全生产月", "guide"), Draw("🔥🔥", "guide"));

    [Theory]
    [InlineData("燃气泄漏，第一步做什么？", 8, "燃气泄漏，|第一步做什么？")]
    [InlineData("《中华人民共和国安全生产法》", 9, "《中华人民共和国|安全生产法》")]
    [InlineData("电动自行车充电安全", 8, "电动自行车|充电安全")]
    [InlineData("消防通道不能堵", 5, "消防通道|不能堵")]
    [InlineData("灭火器怎么用", 4, "灭火器|怎么用")]
    public void Lines_are_about_equal_and_break_where_a_reader_pauses(string title, double width, string lines) =>
        Assert.Equal(lines.Split('|'), ShareText.Wrap(title, width, 2));

    [Theory]
    [InlineData(7)]
    [InlineData(7.5)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    public void No_line_begins_with_a_closing_mark_or_ends_with_an_opening_one_and_Latin_words_stay_whole(double width)
    {
        var lines = ShareText.Wrap("记者（示例）说：“今天，你安全了吗？”Emergency drill，共12350人《参加》。", width, 20)!;
        var text = string.Join('\n', lines);

        Assert.DoesNotMatch(new Regex("^[，。：！？”）》]|[（“《]$", RegexOptions.Multiline), text);
        Assert.All(lines, line => Assert.True(ShareText.WidthOf(line) <= width, line));
        Assert.Matches("Emergency[^!]*drill[^!]*12350", text);
    }

    [Fact]
    public void A_title_that_needs_more_than_three_lines_ends_in_an_ellipsis_and_not_after_a_mark()
    {
        var lines = SharePicture.SetTitle(string.Concat(Enumerable.Repeat("安全，", 90))).Lines;

        Assert.Equal(3, lines.Count);
        Assert.Matches("[安全]…$", lines[2]);
        Assert.Equal(["Safety…"], ShareText.WrapShortened("Safety preparedness", 7, 1));
    }

    private static byte[] Draw(string title, string kind) =>
        SharePicture.Draw(new("/", title, "2024年安全生产月", "示例市安全生产委员会办公室", kind, "指南"));

    private static HashSet<string> ColorsOf(byte[] bytes)
    {
        using var picture = Image.Load<Rgba32>(bytes);
        return [.. Enumerable.Range(0, 1_200 * 630).Select(at => picture[at % 1_200, at / 1_200].ToHex()[..6])];
    }

    private static IEnumerable<string> Chunks(byte[] png)
    {
        for (var at = 8; at + 8 <= png.Length; at += 12 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            yield return System.Text.Encoding.ASCII.GetString(png, at + 4, 4);
        }
    }
}
