using System.Xml.Linq;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Site.Rendering.Html;

namespace Site.Tests;

public class MarkupTextTests
{
    [Theory]
    [InlineData("5 < 6 & \"7\" > '6'", "5 &lt; 6 &amp; &quot;7&quot; &gt; &#39;6&#39;")]
    [InlineData("]]>", "]]&gt;")]
    [InlineData("一\n二\t三", "一 二 三")]
    [InlineData("a\0b\u001bc\u0085d\uffff", "abcd")]
    [InlineData("\U0001F9EF\U0001FFFF灭火器", "\U0001F9EF灭火器")]
    [InlineData("", "")]
    public void Text_is_escaped_and_what_may_not_stand_in_xml_is_left_out(string text, string expected)
    {
        var markup = FormatSamples.Written(output => output.WriteText(text));

        Assert.Equal(expected, markup);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_becomes_the_replacement_character()
    {
        var markup = FormatSamples.Written(output => output.WriteText("\ud83e<\udd2f"));

        Assert.Equal("\ufffd&lt;\ufffd", markup);
    }

    [Fact]
    public void Any_text_is_well_formed_in_xml_as_content_and_as_attribute() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var markup = FormatSamples.Written(output => output.WriteText(text));

            var element = XElement.Parse($"<a b=\"{markup}\">{markup}</a>", LoadOptions.PreserveWhitespace);

            return element.Value == element.Attribute("b")!.Value && element.Value.Contains("]]>", StringComparison.Ordinal) == text.Contains("]]>", StringComparison.Ordinal);
        }).AssertHolds();

    [Fact]
    public void No_text_opens_an_element_or_ends_an_attribute_in_html() =>
        Prop.ForAll(FormatSamples.HostileText, text =>
        {
            var markup = FormatSamples.Written(output => output.WriteText(text));

            var document = new HtmlParser().ParseDocument($"<!DOCTYPE html><title>{markup}</title><p id=\"x\" title=\"{markup}\">{markup}</p>");

            var paragraph = document.Body!.FirstElementChild!;
            return document.Body.ChildElementCount == 1 && paragraph.ChildElementCount == 0 && paragraph.Attributes.Length == 2
                && paragraph.TextContent == paragraph.GetAttribute("title");
        }).AssertHolds();
}
