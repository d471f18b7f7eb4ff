using System.IO.Compression;
using System.Text;
using Site.Privacy.Leaks;
using Site.Privacy.Values;

namespace Site.Tests;

/// <summary>What was looked at once and found clean is not looked at again; never where more has to be looked at.</summary>
public class LeakScannerOnceTests
{
    private const string Name = "李四海";
    private static readonly string Long = string.Concat(Enumerable.Repeat("安全第一，预防为主。\n", 60));

    public static TheoryData<string, byte[]> Parts => new()
    {
        { "a.txt", Text(Long + Name) },
        { "a.txt", Text(Long + Base64(Base64(Base64("联系人是李四海，请勿外传")))) },
        { "a.bin", Text(Long + "&amp;#26446;&amp;#22235;&amp;#28023;") },
        { "a.bin", [.. Text(Long), 0, .. Encoding.BigEndianUnicode.GetBytes(Name)] },
        { "a.csv", Chinese(Long + Name) },
        { "a.srt", Text(Long + "1\n00:00:01 --> 00:00:02\n李四\n\n2\n00:00:03 --> 00:00:04\n海\n") },
        { "a.pdf", Pdf(Text($"BT ({Long}{Name}) Tj ET")) },
        { "a.pdf", Pdf(Text(Long + Base64(Base64("联系人是李四海，请勿外传")))) },
        { "a.pdf", Pdf(Text(string.Concat(Enumerable.Repeat("0 0 m 1 1 l\n", 300)) + "BT <674E56DB6D770041> Tj ET")) },
        { "a.pdf", Pdf([.. Text(string.Concat(Enumerable.Repeat("BT <0041> Tj ET\n", 300)) + "BT ("), .. Encoding.BigEndianUnicode.GetBytes("李四海"), .. Text(") Tj ET")]) },
        { "a.png", Encodings.Png("tEXt", Text("Comment\0" + Long + Name)) },
        { "a.docx", Encodings.Zip(("word/document.xml", Text($"<w:t>{Long}{Name}</w:t>"))) },
        { "a.gz", Encodings.Gzip(Text(Long + Name)) },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_private_part_is_found_alone_and_at_every_depth_in_any_order(string name, byte[] part)
    {
        var isArchive = name is "a.pdf" or "a.docx" or "a.gz" or "a.png";
        (string Path, byte[] Bytes)[] places = [("works/" + name, part), .. Enumerable.Range(1, isArchive ? 2 : 3).Select(depth => ($"works/{depth}.zip", Packed(name, part, depth)))];
        for (var first = 0; first < places.Length; first++)
        {
            var gate = Gate();
            foreach (var (path, bytes) in (IEnumerable<(string, byte[])>)[.. places[first..], .. places[..first], .. places.Reverse()])
            {
                Assert.NotEmpty(gate.Find(path, bytes));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Parts))]
    public void What_differs_in_one_place_is_looked_at_again(string name, byte[] part)
    {
        var clean = LeakScanner.Create(PrivateValues.Of(["王五洲"]), []);
        var gate = Gate();

        Assert.Empty(clean.Find("works/" + name, part));
        Assert.Empty(clean.Find("works/all.zip", Packed(name, part, 1)));
        Assert.NotEmpty(gate.Find("works/all.zip", Packed(name, part, 1)));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of([Name]), [Name]).Find("works/all.zip", Packed(name, part, 1)));
        Assert.NotEmpty(gate.Find("works/" + name, part));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 2)]
    [InlineData(2, 1)]
    public void An_archive_that_is_clean_is_told_where_it_lies_too_deep(int archives, int allowed)
    {
        var part = Encodings.Gzip(Pseudo(archives, Text(Long)));
        (string Path, byte[] Bytes)[] places = [.. Enumerable.Range(0, 6).Select(depth => ($"works/{depth}.zip", Packed("a.gz", part, depth)))];
        for (var first = 0; first < places.Length; first++)
        {
            var gate = Gate();
            foreach (var place in (int[])[first, .. Enumerable.Range(0, 6), .. Enumerable.Range(0, 6).Reverse()])
            {
                Assert.Equal(place < allowed ? [] : ["leak/cannot-look"], gate.Find(places[place].Path, places[place].Bytes).Select(leak => leak.Code));
            }
        }
    }

    [Theory]
    [InlineData("a.js", "a.txt")]
    [InlineData("a.js", "a.csv")]
    [InlineData("a.txt", "a.srt")]
    [InlineData("a.html", "a.vtt")]
    public void A_part_is_looked_at_again_where_its_name_says_how_to_read_it(string clean, string telling)
    {
        var part = telling is "a.txt" or "a.csv" ? Chinese(Long + Name) : Text(Long + "李四\n00:00:03 --> 00:00:04\n海\n");
        foreach (var depth in (int[])[1, 2, 3])
        {
            var gate = Gate();
            Assert.Empty(gate.Find("works/clean.zip", Packed(clean, part, depth)));
            Assert.NotEmpty(gate.Find("works/telling.zip", Packed(telling, part, depth)));
            Assert.Empty(gate.Find("works/clean.zip", Packed(clean, part, depth)));
        }
    }

    [Theory]
    [InlineData("works/a.gz", "works/b.svgz")]
    [InlineData("works/a.gz", "works/b.svg.gz")]
    [InlineData("works/a.js.gz", "works/b.htm.gz")]
    public void A_packed_file_is_looked_at_again_where_its_name_says_how_to_read_what_it_holds(string clean, string telling)
    {
        var noise = string.Concat(Enumerable.Range(0, 4_000).Select(at => $" {at * at}"));
        var packed = Encodings.Gzip(Text($"<svg><desc>{noise}</desc><text><tspan>李</tspan><tspan title=\"{new string('x', 5_000)}\">四海</tspan></text></svg>"));
        var gate = Gate();

        Assert.Empty(gate.Find(clean, packed));
        Assert.NotEmpty(gate.Find(telling, packed));
        Assert.Empty(gate.Find("works/a.zip", Encodings.Zip((clean, packed))));
        Assert.NotEmpty(gate.Find("works/b.zip", Encodings.Zip((telling, packed))));
    }

    [Fact]
    public void A_file_is_looked_at_again_where_its_own_name_says_how_to_read_it()
    {
        var packed = Encodings.Zip(("a.bin", Text(Long + "李四\n 海")));
        var (gate, part) = (Gate(), Text("%" + Long + "13912345678"));

        Assert.Empty(gate.Find("works/a.bin", part));
        Assert.NotEmpty(gate.Find("works/a.txt", part));
        Assert.Equal(gate.Find("works/b.txt", packed).IsEmpty, Gate().Find("works/b.txt", packed).IsEmpty);
    }

    [Fact]
    public void What_is_not_inflated_again_counts_all_the_same()
    {
        var packed = Stored(("a.txt", Enumerable.Repeat((byte)' ', 20 * 1024 * 1024).ToArray()));
        var gate = Gate();

        Assert.Empty(gate.Find("works/a.zip", packed));
        Assert.Empty(gate.Find("works/b.zip", Stored(("a.zip", packed))));
        Assert.Equal("leak/cannot-look", Assert.Single(gate.Find("works/c.zip", Stored(("a.zip", packed), ("b.zip", packed)))).Code);
    }

    [Fact]
    public void A_stream_that_was_clean_in_one_PDF_hides_nothing_beside_it_in_another()
    {
        var stream = Text(string.Concat(Enumerable.Range(0, 2000).Select(at => $"q {at * at} Q\n")));
        var gate = Gate();

        Assert.Empty(gate.Find("works/a.pdf", Pdf(stream)));
        Assert.Empty(gate.Find("works/b.pdf", [.. Pdf(stream), .. Pdf(stream)]));
        Assert.NotEmpty(gate.Find("works/c.pdf", [.. Pdf(stream), .. Text($"2 0 obj ({Name}) endobj")]));
        Assert.NotEmpty(gate.Find("works/d.pdf", [.. Pdf(stream), .. Pdf(Text(Name))]));
        Assert.NotEmpty(gate.Find("works/e.pdf", Pdf([.. stream, .. Text(Name)])));
        Assert.NotEmpty(gate.Find("works/f.pdf", [.. Pdf(stream)[..^20], .. Text(Name), .. Text("\nendstream endobj\n")]));
    }

    [Fact]
    public void Streams_that_are_not_inflated_again_count_all_the_same()
    {
        var random = new Random(1);
        var noise = new byte[12 * 1024 * 1024];
        random.NextBytes(noise.AsSpan(0, 1024 * 1024));
        var (one, gate) = (Pdf(noise), Gate());

        Assert.Empty(gate.Find("works/a.pdf", one));
        Assert.Equal("leak/cannot-look", Assert.Single(gate.Find("works/b.pdf", [.. one, .. one, .. one, .. one, .. one, .. one])).Code);
    }

    [Fact]
    public void A_run_of_base64_is_looked_at_again_where_it_is_read_in_another_way()
    {
        var run = Text("x = \"" + Base64("电话13912345678，请勿外传") + "\"");
        var gate = Gate();

        Assert.Empty(gate.Find("a.js", run));
        Assert.NotEmpty(gate.Find("a.json", run));
        Assert.Empty(gate.Find("b.js", run));
    }

    [Theory]
    [InlineData("%E5abcdefg,")]
    [InlineData("/news/2026/")]
    [InlineData("abcdefghijklmnop ")]
    [InlineData("QQ-a/b+5 ")]
    public void Base64_is_found_wherever_it_begins(string before)
    {
        var gate = Gate();
        foreach (var value in (string[])[Name, "联系人是" + Name, "a" + Name + "。", "ab, " + Name + "请勿外传"])
        {
            for (var at = 0; at < 140; at++)
            {
                Assert.NotEmpty(gate.Find("a.js", Text(new string('.', at) + before + Base64(value) + new string(';', 70))));
                Assert.NotEmpty(gate.Find("a.js", Text(new string('.', at) + before + Base64(value))));
            }
        }
    }

    [Theory]
    [InlineData("13900001111", "电话13900001111。")]
    [InlineData("139号楼住户", "他住139号楼住户里")]
    [InlineData("1390号楼住户", "他住1390号楼住户里")]
    [InlineData("7654321", "编号7654321")]
    [InlineData("12老王家", "12 老王家")]
    [InlineData("1234老王家", "1234-老王家")]
    public void A_value_that_begins_with_digits_is_found(string value, string text) =>
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of([value]), []).Find("a.js", Text(text)));

    [Theory]
    [InlineData("Ömer1980")]
    [InlineData("ӨнерЖан")]
    public void A_value_that_begins_with_a_letter_of_two_bytes_is_found(string value) =>
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of([value]), []).Find("a.js", Text($"a {value} b")));

    private static LeakScanner Gate() => LeakScanner.Create(PrivateValues.Of([Name]), []);

    private static byte[] Text(string text) => Encodings.Text(text);

    private static string Base64(string text) => Convert.ToBase64String(Text(text));

    private static byte[] Chinese(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);

    private static byte[] Pdf(byte[] stream) => [.. "%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n"u8, .. Encodings.Zlib(stream), .. "\nendstream endobj\n"u8];

    private static byte[] Stored(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    private static byte[] Packed(string name, byte[] part, int depth) =>
        Enumerable.Range(0, depth).Aggregate((Name: name, Bytes: part), (inner, at) => ($"{at}.zip", Encodings.Zip((inner.Name, inner.Bytes)))).Bytes;

    private static byte[] Pseudo(int archives, byte[] bytes) => Enumerable.Range(0, archives).Aggregate(bytes, (inner, _) => Encodings.Gzip(inner));
}
