using Site.Privacy.Values;
using System.Text;
using Site.Privacy.Leaks;

namespace Site.Tests;

public class LeakScannerContainerTests
{
    private static readonly LeakScanner Gate = LeakScanner.Create(PrivateValues.Of(["李四海"]), []);
    private static readonly LeakScanner Mail = LeakScanner.Create(PrivateValues.Of(["zhang.san@test.invalid"]), []);
    private static readonly byte[] Document = Encodings.Text("<w:document><w:r><w:t>请找李四海</w:t></w:r></w:document>");

    [Fact]
    public void A_name_in_an_office_file_is_found_and_its_part_named()
    {
        var diagnostic = Assert.Single(Gate.Find("works/form.docx", Encodings.Zip(("word/document.xml", Document))));

        Assert.Equal("leak/private-value", diagnostic.Code);
        Assert.Contains("word/document.xml", diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_telephone_in_an_office_file_is_found() =>
        Assert.Equal("leak/phone", Assert.Single(Gate.Find("works/form.xlsx", Encodings.Zip(("xl/sharedStrings.xml", Encodings.Text("<t>16900000008</t>"))))).Code);

    [Fact]
    public void The_name_of_a_file_in_an_archive_counts() =>
        Assert.NotEmpty(Gate.Find("works/all.zip", Encodings.Zip(("李四海.txt", []))));

    [Theory]
    [InlineData("李四海")]
    [InlineData("找李四海吧")]
    public void The_terms_of_the_search_index_are_read(string term) =>
        Assert.Equal("leak/private-value", Assert.Single(Gate.Find("search/index/terms/3.bin", Terms((term, [1, 2, 3])))).Code);

    [Fact]
    public void Two_terms_of_the_search_index_make_no_name_and_neither_do_the_numbers_of_pages() =>
        Assert.Empty(Gate.Find("search/index/terms/3.bin", Terms(("李四", [1, 1, 2]), ("海", Encodings.Text("李四海")))));

    [Fact]
    public void What_is_no_index_of_the_site_is_read_as_it_is()
    {
        Assert.NotEmpty(Gate.Find("works/terms.txt", Terms(("海", Encodings.Text("李四海")))));
        Assert.NotEmpty(Gate.Find("search/index/terms/3.bin", [.. Terms(), 127, .. Encodings.Text("李四海")]));
    }

    [Theory]
    [InlineData("01000404000104")]
    [InlineData("01000402000101")]
    [InlineData("4F54544F000104")]
    public void Outlines_of_a_font_are_no_text_in_UTF_16_but_what_stands_in_its_bytes_is_found(string head)
    {
        var font = Convert.FromHexString(head);
        Assert.Empty(Gate.Find("a.bin", [.. font, 0, .. Encoding.BigEndianUnicode.GetBytes("李四海")]));
        Assert.NotEmpty(Gate.Find("a.bin", [.. font, 0, .. Encodings.Text("李四海")]));
    }

    [Theory]
    [InlineData("01000400000104")]
    [InlineData("01000404000204")]
    [InlineData("01000404000100")]
    [InlineData("010004")]
    [InlineData("02000404000104")]
    public void What_only_looks_like_a_font_is_read_as_UTF_16(string head) =>
        Assert.NotEmpty(Gate.Find("a.bin", [.. Convert.FromHexString(head), 0, .. Encoding.BigEndianUnicode.GetBytes("李四海")]));

    [Theory]
    [InlineData("a.js", "a.txt")]
    [InlineData("a", "a.svg")]
    public void A_part_that_is_clean_in_one_archive_is_looked_at_in_another_where_its_name_says_more(string clean, string telling)
    {
        var part = Encodings.Text(string.Concat(Enumerable.Repeat("安全第一。", 200)) + "13912345678");

        Assert.Empty(Gate.Find("works/clean.zip", Encodings.Zip((clean, part))));
        Assert.Empty(Gate.Find("works/clean.zip", Encodings.Zip((clean, part))));
        Assert.NotEmpty(Gate.Find("works/telling.zip", Encodings.Zip((telling, part))));
        Assert.NotEmpty(Gate.Find("works/again.zip", Encodings.Zip((telling, part))));
    }

    [Fact]
    public void An_archive_in_an_archive_is_read() =>
        Assert.NotEmpty(Gate.Find("works/all.zip", Encodings.Zip(("inner.docx", Encodings.Zip(("word/document.xml", Document))))));

    [Fact]
    public void What_is_packed_too_deep_cannot_be_looked_at()
    {
        var packed = Enumerable.Range(0, 5).Aggregate(Document, (bytes, _) => Encodings.Gzip(bytes));

        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("works/a.gz", packed)).Code);
    }

    [Fact]
    public void A_compression_bomb_is_not_inflated() =>
        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("works/a.gz", Encodings.Gzip(new byte[80 * 1024 * 1024]))).Code);

    [Theory]
    [InlineData("PK\u0003\u0004 broken")]
    [InlineData("Rar!\u001A\u0007 closed")]
    [InlineData("BZh1 closed")]
    [InlineData("BZh9 closed")]
    public void An_archive_that_cannot_be_opened_is_reported(string start) =>
        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("works/a.zip", Encodings.Text(start))).Code);

    [Theory]
    [InlineData("tEXt", false)]
    [InlineData("iTXt", false)]
    [InlineData("zTXt", true)]
    [InlineData("eXIf", false)]
    public void Text_in_a_PNG_is_found(string type, bool isCompressed)
    {
        var text = Encodings.Text("李四海");
        byte[] chunk = isCompressed ? [.. "Author\0\0"u8, .. Encodings.Zlib(text)] : [.. "Author\0"u8, .. text];

        Assert.NotEmpty(Gate.Find("a.png", Encodings.Png(type, chunk)));
    }

    [Fact]
    public void The_dots_of_a_picture_are_not_text() =>
        Assert.Empty(Gate.Find("a.png", Encodings.Png("IDAT", Encodings.Text("李四海"))));

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Text_about_a_JPEG_is_found(string encoding)
    {
        byte[] text = [.. "Exif\0\0"u8, .. Encoding.GetEncoding(encoding).GetBytes("李四海")];
        byte[] length = [0, (byte)(text.Length + 2)];

        Assert.NotEmpty(Gate.Find("a.jpg", [0xFF, 0xD8, 0xFF, 0xE1, .. length, .. text, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]));
    }

    [Fact]
    public void Text_behind_the_end_of_a_JPEG_is_found() =>
        Assert.NotEmpty(Gate.Find("a.jpg", [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9, .. "李四海"u8]));

    [Fact]
    public void Text_about_a_WebP_is_found()
    {
        var text = Encodings.Text("<x:xmpmeta>李四海</x:xmpmeta>");

        Assert.NotEmpty(Gate.Find("a.webp", [.. "RIFF\0\0\0\0WEBPXMP "u8, (byte)text.Length, 0, 0, 0, .. text]));
    }

    [Theory]
    [InlineData("(\\346\\235\\216\\345\\233\\233\\346\\265\\267)")]
    [InlineData("<E69D8EE59B9BE6B5B7>")]
    [InlineData("<FEFF674E56DB6D77>")]
    public void Text_in_a_PDF_is_found_plain_and_compressed(string text)
    {
        byte[] stream = Encodings.Zlib(Encodings.Text($"BT {text} Tj ET"));

        Assert.NotEmpty(Gate.Find("a.pdf", Encodings.Text($"%PDF-1.7\n1 0 obj <</Title {text}>> endobj\n")));
        Assert.NotEmpty(Gate.Find("a.pdf", [.. "%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n"u8, .. stream, .. "\nendstream endobj"u8]));
    }

    [Theory]
    [InlineData("(\\172hang.san@test.invalid)")]
    [InlineData("<7A68616E672E73616E40746573742E696E76616C6964>")]
    [InlineData("[(zhang.san@) 3 (test.invalid)] TJ")]
    public void The_first_string_of_a_PDF_that_ends_in_a_letter_is_read_by_itself(string text) =>
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of(["zhang.san@test.invalid"]), []).Find("a.pdf", Encodings.Text($"%PDF-1.7\n1 0 obj {text} endobj")));

    [Theory]
    [InlineData("BT <6F2B56DB6D77> Tj ET")]
    [InlineData("1 0 0 1 138.0013 8000.1 cm 13.8 001 m 38.1 3800 l 139 00139 000 13 8001 38.000 c\n")]
    [InlineData("138 00138 m 000 138 l 00 138 000 re f")]
    public void An_innocent_PDF_passes_and_coordinates_are_no_telephones(string page)
    {
        var stream = Encodings.Zlib(Encodings.Text(page));
        var gate = LeakScanner.Create(PrivateValues.Of(["李四海", "13800138000"]), []);

        Assert.Empty(gate.Find("a.pdf", [.. "%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n"u8, .. stream, .. "\nendstream endobj\n"u8, .. "2 0 obj <<>>\nstream\n0 0 m\nendstream endobj"u8]));
    }

    [Theory]
    [InlineData("BT 16900000008 Tj ET")]
    [InlineData("BT 1 0 0 1 72 700 Tm (16900000008) Tj ET")]
    [InlineData("16900000008 m")]
    [InlineData("0 16900000008 m")]
    [InlineData("BT (1690 0000008 m ) Tj ET")]
    [InlineData("BT (169 0000 0008 re ) Tj ET")]
    [InlineData("169 0000 0008\nm")]
    public void A_private_number_on_a_page_of_a_PDF_is_found(string page)
    {
        var stream = Encodings.Zlib(Encodings.Text(page));
        var gate = LeakScanner.Create(PrivateValues.Of(["16900000008"]), []);

        Assert.NotEmpty(gate.Find("a.pdf", [.. "%PDF-1.7\n1 0 obj <</Filter /FlateDecode>>\nstream\n"u8, .. stream, .. "\nendstream endobj"u8]));
        Assert.NotEmpty(gate.Find("a.pdf", Encodings.Text($"%PDF-1.7\n1 0 obj <<>>\nstream\n{page}\nendstream endobj")));
    }

    public static TheoryData<string, byte[]> Streams => new()
    {
        { "behind the end", [.. Encodings.Zlib(Innocent), .. "李四海"u8] },
        { "behind the end, in UTF-16", [.. Encodings.Zlib(Innocent), .. "("u8, 0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("李四海"), .. ")"u8] },
        { "in a second stream behind the end", [.. Encodings.Zlib(Innocent), .. Encodings.Zlib(Encodings.Text("李四海"))] },
        { "before a checksum that is wrong", [.. Encodings.Zlib([.. "李四海"u8, .. Innocent])[..^1], 0x5A] },
        { "deflated twice", Encodings.Zlib(Encodings.Zlib(Encodings.Text("李四海"))) },
        { "in hexadecimal", Encodings.Text(Convert.ToHexString(Encodings.Text("BT (李四海) Tj ET")) + ">") },
        { "deflated, in hexadecimal", Encodings.Text(Convert.ToHexString(Encodings.Zlib(Encodings.Text("BT (李四海) Tj ET"))) + ">") },
        { "in base 85", Encodings.Text(@"6<#'Uk+.OoS""&QJ[j`G!C*5rE~>") },
        { "an archive that is stored", Encodings.Zip(("a.txt", Encodings.Text("李四海" + new string('.', 100)))) },
        { "with distances between", Encodings.Text("BT [(李) -20 (四) 3.5 (海)] TJ ET") },
        { "with distances between, in hexadecimal", Encodings.Zlib(Encodings.Text("BT [<674E> -20 <56DB> 3 <6D77>] TJ ET")) },
        { "with distances between, one in brackets", Encodings.Text("BT [(李) -20 (四) 3.5 (海[)] TJ ET") },
        { "with distances between, behind a bracket that opens nothing", Encodings.Zlib(Encodings.Text("( [ BT [(李) -20 (四) 3.5 (海)] TJ ET")) },
        { "in UTF-16 without a zero", Encodings.Zlib([.. "1 0 <</Title ("u8, 0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("李四海"), .. ")>>"u8]) },
        { "in UTF-16 in octal digits", Encodings.Zlib(Encodings.Text(@"1 0 <</Title (\376\377\147\116\126\333\155\167)>>")) },
    };

    [Theory]
    [InlineData(10, 0)]
    [InlineData(11, 1)]
    [InlineData(12, 2)]
    [InlineData(13, 3)]
    [InlineData(14, 4)]
    [InlineData(15, 4)]
    public void A_name_in_a_list_of_objects_is_found_under_a_predictor(int predictor, int filter)
    {
        var gate = LeakScanner.Create(PrivateValues.Of(["zhang.san@test.invalid"]), []);
        var list = Encodings.Text("1 0 2 20 <</Title (Annual report)>> <</Author (zhang.san@test.invalid) /Creator (Writer)>>");
        var stream = Encodings.Zlib(Filtered(list, 5, filter));

        Assert.NotEmpty(gate.Find("a.pdf", Pdf($"/Type /ObjStm /Filter /FlateDecode /DecodeParms <</Predictor {predictor} /Columns 5>>", stream)));
        Assert.NotEmpty(gate.Find("a.pdf", Pdf($"/DecodeParms[<</Columns 5/Predictor {predictor}>>]", stream)));
    }

    [Theory]
    [InlineData("/Columns 30", 30, 1, 8)]
    [InlineData("/Columns 10 /Colors 3", 30, 3, 8)]
    [InlineData("/Columns 5 /Colors 3 /BitsPerComponent 16", 30, 3, 16)]
    [InlineData("/Columns 60 /BitsPerComponent 4", 30, 1, 4)]
    [InlineData("/Columns 60 /Colors 2 /BitsPerComponent 2", 30, 2, 2)]
    [InlineData("/Columns 240 /BitsPerComponent 1", 30, 1, 1)]
    public void A_name_is_found_under_the_predictor_of_TIFF(string parameters, int row, int colors, int bits)
    {
        var gate = LeakScanner.Create(PrivateValues.Of(["zhang.san@test.invalid"]), []);
        var stream = Encodings.Zlib(Differences(Encodings.Text("1 0 2 20 <</Title (Annual report)>> <</Author (zhang.san@test.invalid) /Creator (Writer)>>"), row, colors, bits));

        Assert.NotEmpty(gate.Find("a.pdf", Pdf($"/Filter /FlateDecode /DecodeParms <</Predictor 2 {parameters}>>", stream)));
        Assert.Empty(gate.Find("a.pdf", Pdf("/Filter /FlateDecode", stream)));
    }

    [Theory]
    [InlineData("/RunLengthDecode", "plain")]
    [InlineData("[/RunLengthDecode /FlateDecode]", "deflated")]
    [InlineData("[/FlateDecode /RunLengthDecode]", "within")]
    [InlineData("[/ASCIIHexDecode /RunLengthDecode]", "digits")]
    [InlineData("[/RunLengthDecode /LZWDecode]", "lzw")]
    [InlineData("[/LZWDecode /RunLengthDecode]", "in lzw")]
    public void A_name_in_a_stream_in_run_lengths_is_found(string filter, string how)
    {
        var text = Encodings.Text(new string(' ', 300) + "BT (李四海) Tj ET");
        var stream = how switch
        {
            "deflated" => RunLengths(Encodings.Zlib(text)),
            "within" => Encodings.Zlib(RunLengths(text)),
            "digits" => Encodings.Text(Convert.ToHexString(RunLengths(text)) + ">"),
            "lzw" => RunLengths(Lzw(text)),
            "in lzw" => Lzw(RunLengths(text)),
            _ => RunLengths(text),
        };

        Assert.NotEmpty(Gate.Find("a.pdf", Pdf($"/Filter {filter}", stream)));
        Assert.Empty(Gate.Find("a.pdf", Pdf("", stream)));
    }

    [Fact]
    public void Run_lengths_of_more_bytes_than_a_file_may_have_are_reported() =>
        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("a.pdf", Pdf("/Filter /RunLengthDecode", [.. Enumerable.Repeat<byte[]>([129, (byte)' '], 600_000).SelectMany(run => run)]))).Code);

    [Fact]
    public void The_dots_of_a_picture_under_a_predictor_are_not_put_together() =>
        Assert.Empty(Gate.Find("a.pdf", Pdf("/Subtype /Image /DecodeParms <</Predictor 12 /Columns 4>>", Encodings.Zlib(Filtered(Encodings.Text("李四海李四海李四海"), 4, 2)))));

    [Theory]
    [InlineData("/LZWDecode", false)]
    [InlineData("[/ASCIIHexDecode /LZWDecode]", true)]
    public void A_name_in_a_stream_compressed_with_LZW_is_found(string filter, bool isHexadecimal)
    {
        var packed = Lzw(Encodings.Text(string.Concat(Enumerable.Range(0, 900).Select(at => $"q {at} Q\n")) + "BT (李四海) Tj ET"));

        Assert.NotEmpty(Gate.Find("a.pdf", Pdf($"/Filter {filter}", isHexadecimal ? Encodings.Text(Convert.ToHexString(packed) + ">") : packed)));
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["王五洲"]), []).Find("a.pdf", Pdf($"/Filter {filter}", packed)));
    }

    [Fact]
    public void A_name_in_a_stream_is_found_that_is_deflated_and_then_compressed_with_LZW() =>
        Assert.NotEmpty(Gate.Find("a.pdf", Pdf("/Filter [/LZWDecode /FlateDecode]", Lzw(Encodings.Zlib(Encodings.Text("BT (李四海) Tj ET"))))));

    [Fact]
    public void A_compression_bomb_in_LZW_is_not_unpacked_and_reported()
    {
        var bits = "100000000" + "001000001" + string.Concat(Enumerable.Range(258, 3_800).Select(code => Convert.ToString(code, 2).PadLeft(32 - int.LeadingZeroCount(code + 1), '0'))) + "0000000";
        byte[] packed = [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("a.pdf", Pdf("/Filter /LZWDecode", packed))).Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void A_stream_that_is_too_large_to_be_put_together_from_its_rows_is_reported()
    {
        var some = new Random(1).GetItems<char>("etaoin shr du cm", 20_000);
        var rows = Encodings.Text(string.Concat(Enumerable.Repeat(new string(some) + new string(' ', 1_000_000), 34)));

        Assert.Equal("leak/cannot-look", Assert.Single(Gate.Find("a.pdf", Pdf("/Filter /FlateDecode /DecodeParms <</Predictor 12 /Columns 4>>", Encodings.Zlib(rows)))).Code);
    }

    [Fact]
    public void A_stream_that_is_not_compressed_as_it_says_is_read_as_it_stands() =>
        Assert.NotEmpty(Gate.Find("a.pdf", Pdf("/Filter /LZWDecode", Encodings.Text("李四海"))));

    [Theory]
    [InlineData("(\\(")]
    [InlineData("(")]
    [InlineData("(\\376\\377")]
    [InlineData("<")]
    [InlineData("<4")]
    [InlineData("[(")]
    [InlineData("]TJ")]
    [InlineData("[(a)TJ")]
    [InlineData("[<")]
    public void A_PDF_of_brackets_that_do_not_close_is_looked_at_once_and_what_stands_behind_is_found(string bracket) =>
        Assert.NotEmpty(Mail.Find("a.pdf", Encodings.Text("%PDF-1.7\n" + string.Concat(Enumerable.Repeat(bracket, 2_000_000 / bracket.Length)) + "\n(\\172hang.san@test.invalid) TJ")));

    [Fact]
    public void Brackets_that_do_not_close_hide_no_string_that_stands_in_them()
    {
        var brackets = string.Concat(Enumerable.Repeat("(\\376\\377", 20_000));

        Assert.NotEmpty(Mail.Find("a.pdf", Encodings.Text($"%PDF-1.7\n{brackets}) (\\172hang.san@test.invalid) Tj{new string('x', 1000)}")));
    }

    [Fact]
    public void Many_small_streams_of_brackets_are_read_in_proportion_to_their_length()
    {
        var stream = Encodings.Zlib(Encodings.Text(string.Concat(Enumerable.Repeat("(\\a", 3_400)) + ")"));
        byte[] pdf = [.. "%PDF-1.7\n"u8, .. Enumerable.Range(0, 20).SelectMany(_ => (byte[])[.. "1 0 obj <<>>\nstream\n"u8, .. stream, .. "\nendstream endobj\n"u8])];
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Empty(Gate.Find("a.pdf", pdf));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 150_000_000);
    }

    [Theory]
    [InlineData(70_000, 0)]
    [InlineData(0, 70_000)]
    public void A_long_string_with_escapes_is_read(int before, int behind) =>
        Assert.NotEmpty(Mail.Find("a.pdf", Encodings.Text($"%PDF-1.7\n{new string('x', before)}(\\172hang.san@test.invalid {new string('x', behind)})")));

    /// <returns>A PDF with one stream.</returns>
    private static byte[] Pdf(string dictionary, byte[] stream) => [.. Encodings.Text($"%PDF-1.7\n7 0 obj <<{dictionary}>>\nstream\n"), .. stream, .. "\nendstream endobj"u8];

    /// <returns>Rows under a filter of PNG (ISO 15948, 9).</returns>
    private static byte[] Filtered(byte[] bytes, int row, int filter)
    {
        var all = new List<byte>();
        for (var start = 0; start < bytes.Length; start += row)
        {
            all.Add((byte)filter);
            for (var at = start; at < Math.Min(bytes.Length, start + row); at++)
            {
                int left = at > start ? bytes[at - 1] : 0, above = start > 0 ? bytes[at - row] : 0, corner = at > start && start > 0 ? bytes[at - row - 1] : 0;
                var nearest = new[] { left, above, corner }.MinBy(value => Math.Abs(left + above - corner - value));
                all.Add((byte)(bytes[at] - filter switch { 1 => left, 2 => above, 3 => (left + above) / 2, 4 => nearest, _ => 0 }));
            }
        }

        return [.. all];
    }

    /// <returns>Rows in which each value is what it adds to the one before of its color (TIFF 6.0, 14).</returns>
    private static byte[] Differences(byte[] bytes, int row, int colors, int bits)
    {
        var digits = string.Concat(bytes.Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var values = digits.Chunk(bits).Select(value => Convert.ToInt32(new(value), 2)).ToArray();
        var inRow = row * 8 / bits;
        var written = string.Concat(values.Select((value, at) => Convert.ToString((value - (at % inRow < colors ? 0 : values[at - colors])) & ((1 << bits) - 1), 2).PadLeft(bits, '0')));
        return [.. written.Chunk(8).Select(b => Convert.ToByte(new(b), 2))];
    }

    /// <returns>The bytes in run lengths (ISO 32000-2, 7.4.5): three of a kind and more as one, all others two by two.</returns>
    private static byte[] RunLengths(byte[] bytes)
    {
        var packed = new List<byte>();
        for (var at = 0; at < bytes.Length;)
        {
            var same = bytes.Skip(at).Take(128).TakeWhile(b => b == bytes[at]).Count();
            var plain = Math.Min(2, bytes.Length - at);
            packed.AddRange(same > 2 ? [(byte)(257 - same), bytes[at]] : [(byte)(plain - 1), .. bytes.AsSpan(at, plain)]);
            at += same > 2 ? same : plain;
        }

        return [.. packed, 128];
    }

    /// <returns>The bytes in LZW as PDFs have it (ISO 32000-2, 7.4.4.2), each code as long as the table asks, one code early.</returns>
    private static byte[] Lzw(byte[] bytes)
    {
        var (codes, bits, word) = (new Dictionary<string, int>(), new System.Text.StringBuilder("100000000"), "");
        foreach (var next in bytes.Select(b => ((char)b).ToString()))
        {
            if (word.Length == 0 || codes.ContainsKey(word + next))
            {
                word += next;
                continue;
            }

            Emit(word);
            codes.Add(word + next, 258 + codes.Count);
            word = next;
        }

        Emit(word);
        codes.Add("", 258 + codes.Count);
        bits.Append(Convert.ToString(257, 2).PadLeft(Width(), '0')).Append('0', 7);
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.ToString(at * 8, 8), 2))];

        int Width() => 258 + codes.Count < 512 ? 9 : 258 + codes.Count < 1024 ? 10 : 258 + codes.Count < 2048 ? 11 : 12;

        void Emit(string sequence) => bits.Append(Convert.ToString(sequence.Length == 1 ? sequence[0] : codes[sequence], 2).PadLeft(Width(), '0'));
    }

    private static byte[] Innocent => Encodings.Text(string.Concat(Enumerable.Range(0, 200).Select(at => $"q {at} Q\n")));

    [Theory]
    [MemberData(nameof(Streams))]
    public void A_name_in_a_stream_of_a_PDF_is_found(string where, byte[] stream)
    {
        byte[] pdf = [.. "%PDF-1.7\n1 0 obj <<>>\nstream\n"u8, .. stream, .. "\nendstream endobj"u8];

        Assert.True(!Gate.Find("a.pdf", pdf).IsEmpty, where);
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["王五洲"]), []).Find("a.pdf", pdf));
    }

    [Fact]
    public void A_telephone_on_a_page_of_a_PDF_is_found_with_distances_between() =>
        Assert.NotEmpty(LeakScanner.Create(PrivateValues.Of(["16900000008"]), []).Find("a.pdf",
            [.. "%PDF-1.7\n1 0 obj <<>>\nstream\n"u8, .. Encodings.Zlib(Encodings.Text("BT [(169) -5 (0000) 7 (0008)] TJ ET")), .. "\nendstream endobj"u8]));

    public static TheoryData<string, byte[]> Jpegs => new()
    {
        { "between two scans", [.. Scan, 0xFF, 0xFE, 0, 11, .. "李四海"u8, .. Scan, 0xFF, 0xD9] },
        { "behind the end, before another end", [.. Scan, 0xFF, 0xD9, .. "李四海"u8, 0xFF, 0xD9] },
        { "in a second picture behind the end", [.. Scan, 0xFF, 0xD9, 0xFF, 0xD8, 0xFF, 0xFE, 0, 11, .. "李四海"u8, .. Scan, 0xFF, 0xD9] },
        { "in a table", [0xFF, 0xDB, 0, 11, .. "李四海"u8, .. Scan, 0xFF, 0xD9] },
        { "behind filling", [0xFF, 0xFF, 0xFF, 0xFE, 0, 11, .. "李四海"u8, .. Scan, 0xFF, 0xD9] },
        { "behind a restart", [.. Scan, 0xFF, 0xD0, 1, 0xFF, 0, 2, 0xFF, 0xFE, 0, 11, .. "李四海"u8, 0xFF, 0xD9] },
    };

    private static byte[] Scan => [0xFF, 0xDA, 0, 2, 1, 2, 3];

    [Theory]
    [MemberData(nameof(Jpegs))]
    public void Text_anywhere_but_in_the_dots_of_a_JPEG_is_found(string where, byte[] picture) => Assert.True(!Gate.Find("a.jpg", [0xFF, 0xD8, .. picture]).IsEmpty, where);

    [Fact]
    public void Pictures_that_are_joined_lie_side_by_side()
    {
        byte[] picture = [0xFF, 0xD8, .. Scan, 0xFF, 0xD9];
        byte[] last = [0xFF, 0xD8, 0xFF, 0xFE, 0, 11, .. "李四海"u8, .. Scan, 0xFF, 0xD9];

        Assert.Empty(Gate.Find("a.jpg", [.. picture, .. picture, .. picture, .. picture, .. picture]));
        Assert.NotEmpty(Gate.Find("a.jpg", [.. picture, .. picture, .. picture, .. picture, .. last]));
    }

    [Fact]
    public void The_dots_of_a_JPEG_are_not_text() => Assert.Empty(Gate.Find("a.jpg", [0xFF, 0xD8, .. Scan, .. "李四海"u8, 0xFF, 0xD9]));

    [Fact]
    public void A_short_text_behind_the_end_of_a_WebP_is_found() =>
        Assert.NotEmpty(Gate.Find("a.webp", [.. "RIFF"u8, 16, 0, 0, 0, .. "WEBPVP8 "u8, 4, 0, 0, 0, 1, 2, 3, 4, .. "李四海"u8]));

    [Theory]
    [InlineData("Author\0\u0001\0zh\0xylem\0", "iTXt")]
    [InlineData("Author\0\0", "zTXt")]
    public void A_compressed_text_in_a_PNG_is_found_behind_any_name_and_with_any_window(string before, string type)
    {
        byte[] small = [0x48, 0x89, .. Encodings.Zlib(Encodings.Text("李四海"))[2..]];

        Assert.NotEmpty(Gate.Find("a.png", Encodings.Png(type, [.. Encodings.Text(before), .. Encodings.Zlib(Encodings.Text("李四海"))])));
        Assert.NotEmpty(Gate.Find("a.png", Encodings.Png(type, [.. Encodings.Text(before), .. small])));
    }

    [Fact]
    public void A_long_comment_of_a_gzip_file_is_read_to_its_end()
    {
        var packed = Encodings.Gzip(Innocent);
        byte[] head = [.. packed[..3], 4 + 8 + 16, .. packed[4..10]];
        var filling = new string('c', 3000);

        Assert.NotEmpty(Gate.Find("a.gz", [.. head, 0xB8, 0x0B, .. Encodings.Text(filling), .. "a\0"u8, .. "李四海\0"u8, .. packed[10..]]));
        Assert.NotEmpty(Gate.Find("a.gz", [.. packed[..3], 16, .. packed[4..10], .. Encodings.Text(filling), .. "李四海\0"u8, .. packed[10..]]));
        Assert.Empty(Gate.Find("a.gz", [.. packed[..3], 16, .. packed[4..10], .. Encodings.Text(filling), 0, .. packed[10..]]));
    }

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xE9)]
    [InlineData(0xF0)]
    [InlineData(0xFE)]
    public void A_byte_that_begins_no_character_hides_no_name(int before) =>
        Assert.NotEmpty(Gate.Find("a.gif", [.. "GIF89a"u8, (byte)before, .. "李四海"u8, 0, (byte)';']));

    /// <returns>A file of the search index: each term and the numbers of its pages, the length in bytes before each.</returns>
    private static byte[] Terms(params (string Text, byte[] Pages)[] terms) =>
        [.. "terms1\n"u8, .. terms.SelectMany(term => (byte[])[(byte)Encodings.Text(term.Text).Length, .. Encodings.Text(term.Text), (byte)term.Pages.Length, .. term.Pages])];
}
