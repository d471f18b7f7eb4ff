using Site.Privacy.Values;
using System.Text;
using Site.Privacy.Leaks;

namespace Site.Tests;

/// <summary>Words that markup splits, in files to download.</summary>
public class LeakMarkupTests
{
    private static readonly LeakScanner Gate = LeakScanner.Create(PrivateValues.Of(["李四海"]), []);

    private static readonly string Long = string.Concat(Enumerable.Range(0, 40).Select(at => $" w:a{at}=\"{at:00}\""));

    [Theory]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:rPr><w:rFonts@/></w:rPr><w:t>请找李</w:t></w:r><w:r w:rsidR=\"00A1\"><w:rPr><w:rFonts@/><w:lang w:val=\"zh-CN\"/></w:rPr><w:t>四</w:t></w:r><w:proofErr w:type=\"spellEnd\"/><w:r><w:rPr><w:rFonts@/></w:rPr><w:t xml:space=\"preserve\">海</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:hyperlink@><w:r><w:t>李四</w:t></w:r></w:hyperlink><w:ins@><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>海</w:t></w:r></w:ins></w:p>")]
    [InlineData("a.docx", "word/comments.xml", "<w:p><w:r><w:t>李</w:t></w:r><!-- @@@@@@@@ --><w:r><w:t><![CDATA[四]]></w:t></w:r><w:r><w:t@>海</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>&#x674e;</w:t></w:r><w:r@><w:t>&#x56db;</w:t></w:r><w:r@><w:t>&#28023;</w:t></w:r></w:p>")]
    [InlineData("a.xlsx", "xl/sharedStrings.xml", "<si><r><rPr><sz val=\"11\"/><rFont@/></rPr><t>李四</t></r><r><rPr><rFont@/></rPr><t>海</t></r></si>")]
    [InlineData("a.pptx", "ppt/slides/slide1.xml", "<a:p><a:r><a:rPr@><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:rPr><a:t>李</a:t></a:r><a:r><a:rPr@><a:latin/></a:rPr><a:t>四海</a:t></a:r></a:p>")]
    [InlineData("a.odt", "content.xml", "<text:p><text:span@>李</text:span><text:s/><text:a@><text:span>四</text:span></text:a>海</text:p>")]
    [InlineData("a.zip", "a.htm", "<p><span lang=ZH@>李</span><span@>四海</span></p>")]
    [InlineData("a.zip", "a.html", "<p><b@>李四</b><br@><i>海</i></p>")]
    [InlineData("a.zip", "a.svg", "<svg><text><tspan@>李</tspan>\n  <tspan@>四</tspan>\n  <tspan@>海</tspan></text></svg>")]
    [InlineData("a.zip", "a.fodt", "<text:p><text:span@>李</text:span><text:span@>四海</text:span></text:p>")]
    [InlineData("a.zip", "a.fods", "<table:table-cell><text:p><text:span@>李</text:span><text:span@>四海</text:span></text:p></table:table-cell>")]
    [InlineData("a.zip", "a.fodp", "<draw:text-box><text:p><text:span@>李</text:span><text:span@>四海</text:span></text:p></draw:text-box>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>李</w:t></w:r><w:r@><w:br/><w:t>四</w:t></w:r><w:r@><w:tab/><w:t>海</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><wp:docPr id=\"1\" descr=\"A > B\"/><w:r><w:t>李</w:t></w:r><w:r@><w:t>四海</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><wp:docPr id='1' descr='\">\"'/><w:r><w:t>李</w:t></w:r><w:r@><w:t>四海</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>李</w:t></w:r><w:r@><w:ruby><w:rt@><w:r><w:t>sì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>四</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r@><w:t>海</w:t></w:r></w:p>")]
    [InlineData("a.odt", "content.xml", "<text:p>李<text:ruby@><text:ruby-base>四</text:ruby-base><text:ruby-text>sì</text:ruby-text></text:ruby>海</text:p>")]
    [InlineData("a.zip", "a.htm", "<p><RUBY@>李<rp>(</rp><RT>lǐ<rp>)</rp></RUBY><ruby@>四海<rt>sì hǎi</ruby></p>")]
    [InlineData("a.zip", "a.htm", "<ruby>安<rt><b@>李</b><b@>四海</b></rt></ruby>")]
    [InlineData("a.zip", "a.htm", "<p><SPAN@>李</SPAN><BIG></BIG><abbr@>四海</abbr></p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>李</w:t></w:r><w:proofErr@></w:proofErr><w:r@><w:t>四海</w:t></w:r></w:p>")]
    public void A_name_is_found_that_markup_splits_however_long_it_is(string file, string part, string xml)
    {
        var bytes = Encodings.Zip((part, Encodings.Text(xml.Replace("@", Long, StringComparison.Ordinal))));

        Assert.Equal("leak/private-value", Assert.Single(Gate.Find(file, bytes)).Code);
        Assert.Empty(LeakScanner.Create(PrivateValues.Of(["王五洲"]), []).Find(file, bytes));
    }

    [Fact]
    public void A_telephone_is_found_that_Word_splits() =>
        Assert.Equal("leak/phone", Assert.Single(Gate.Find("a.docx", Encodings.Zip(("word/document.xml",
            Encodings.Text($"<w:p><w:r><w:t>169</w:t></w:r><w:r{Long}><w:t>00000</w:t></w:r><w:r{Long}><w:t>008</w:t></w:r></w:p>"))))).Code);

    [Theory]
    [InlineData("a.docx", "word/document.xml", "<w:tc><w:p><w:r><w:t>李四</w:t></w:r></w:p></w:tc><w:tc><w:p@><w:r><w:t>海</w:t></w:r></w:p></w:tc>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>169</w:t></w:r></w:p><w:p@><w:r><w:t>00000008</w:t></w:r></w:p>")]
    [InlineData("a.xlsx", "xl/worksheets/sheet1.xml", "<c r=\"A1\"><v>169</v></c><c r=\"B1\"@><v>00000008</v></c>")]
    [InlineData("a.xlsx", "xl/sharedStrings.xml", "<si><t>李四</t></si><si@><t>海</t></si>")]
    [InlineData("a.ods", "content.xml", "<table:table-cell><text:p>李四</text:p></table:table-cell><table:table-cell@><text:p>海</text:p></table:table-cell>")]
    [InlineData("a.zip", "a.svg", "<svg><text>169</text><g@/><text>00000008</text></svg>")]
    public void What_stands_in_two_paragraphs_or_cells_makes_no_name_and_no_number(string file, string part, string xml) =>
        Assert.Empty(Gate.Find(file, Encodings.Zip((part, Encodings.Text(xml.Replace("@", Long, StringComparison.Ordinal))))));

    [Theory]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>13</w:t></w:r><w:r@><w:tab/><w:t>25</w:t></w:r><w:r@><w:tab/><w:t>36</w:t><w:cr/><w:t>78</w:t><w:br/><w:t>112</w:t></w:r></w:p>")]
    [InlineData("a.docx", "word/document.xml", "<w:p><w:r><w:t>13</w:t></w:r><w:r@><w:tab></w:tab><w:t>253</w:t></w:r><w:r@><w:tab></w:tab><w:t>678112</w:t></w:r></w:p>")]
    [InlineData("a.pptx", "ppt/slides/slide1.xml", "<a:p><a:r><a:t>13</a:t></a:r><a:br><a:rPr@/></a:br><a:r><a:t>253</a:t></a:r><a:br><a:rPr@/></a:br><a:r><a:t>678112</a:t></a:r></a:p>")]
    [InlineData("a.odt", "content.xml", "<text:p>13<text:s text:c=\"5\"/>253<text:tab/>67<text:line-break/>8112</text:p>")]
    [InlineData("a.zip", "a.htm", "<p>13<br>253<BR/>67<br@>8112</p>")]
    public void Numbers_in_columns_and_lines_are_no_telephone(string file, string part, string xml) =>
        Assert.Empty(Gate.Find(file, Encodings.Zip((part, Encodings.Text(xml.Replace("@", Long, StringComparison.Ordinal))))));

    [Fact]
    public void A_name_in_spans_of_a_drawing_is_found_at_its_line()
    {
        var leak = Assert.Single(Gate.Find("a.svg", Encodings.Text($"<svg><text>\n安全\n<tspan>李</tspan><tspan{Long}>四海</tspan></text></svg>")));

        Assert.Equal(("leak/private-value", 3), (leak.Code, leak.Location.Line));
    }

    [Theory]
    [InlineData("<!ENTITY a \"李\"><!ENTITY b '四'>", "&a;&b;海")]
    [InlineData("<!ENTITY a \"李\"><!ENTITY b \"&a;四\">", "&b;海")]
    [InlineData("<!ENTITY a \"&#x674e;\"><!ENTITY b \"\">", "&a;&b;四海")]
    public void A_name_is_found_that_is_put_together_from_entities(string entities, string text) =>
        Assert.NotEmpty(Gate.Find("a.zip", Encodings.Zip(("a.svg", Encodings.Text($"<!DOCTYPE svg [{entities}]><svg><text>{text}</text></svg>")))));

    [Fact]
    public void Entities_that_stand_for_many_others_are_not_written_out_without_end()
    {
        var entities = string.Concat(Enumerable.Range(1, 60).Select(at => $"<!ENTITY e{at} \"{string.Concat(Enumerable.Repeat($"&e{at - 1};", 20))}\">"));
        var drawing = Encodings.Text($"<!DOCTYPE svg [<!ENTITY e0 \"0123456789\">{entities}]><svg><text>{string.Concat(Enumerable.Repeat("&e60;", 1000))}<tspan>李</tspan><tspan>四海</tspan></text></svg>");

        Assert.NotEmpty(Gate.Find("a.zip", Encodings.Zip(("a.svg", drawing))));
    }

    [Theory]
    [InlineData("<w:t>李</w:t><w:t@>四海<w:rPr")]
    [InlineData("<w:t>李</w:t><w:t@><![CDATA[四海")]
    [InlineData("<w:lang w:val=\"zh><w:t>李</w:t><w:t@>四海</w:t><w:p w:a=\"1\"/>")]
    [InlineData("<w:t don't><w:t>李</w:t><w:t@>四海")]
    [InlineData("</w:rPr></w:rPr><w:t>李</w:t><w:t@>四海")]
    [InlineData("1 < 2 <w:t>李</w:t><w:t@>四海")]
    [InlineData("<w:t>李</w:t><w:t@>四海<")]
    public void Markup_that_is_broken_hides_nothing(string xml) =>
        Assert.NotEmpty(Gate.Find("a.docx", Encodings.Zip(("word/document.xml", Encodings.Text(xml.Replace("@", Long, StringComparison.Ordinal))))));

    [Fact]
    public void Markup_in_GB_18030_is_read_too() =>
        Assert.NotEmpty(Gate.Find("a.zip", Encodings.Zip(("a.html", Gb($"<p><b>李</b><b{Long}>四海</b></p>")))));

    private static byte[] Gb(string text) => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(text);
}
