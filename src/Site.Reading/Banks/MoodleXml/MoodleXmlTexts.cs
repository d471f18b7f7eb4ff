using System.Collections.Immutable;
using System.Xml.Linq;

namespace Site.Reading;

/// <summary>Reads texts of Moodle XML with the files in them.</summary>
internal static class MoodleXmlTexts
{
    /// <returns>The text of an element in the form that it names, or else in the one given; empty where there is no element.</returns>
    public static RawText Read(XElement? element, TextForm form)
    {
        if (element is null)
        {
            return RawText.Empty;
        }

        var files = element.Elements("file").Where(file => file.Attribute("name") is not null && (string?)file.Attribute("encoding") is "base64" or null)
            .DistinctBy(file => (string)file.Attribute("name")!, StringComparer.Ordinal)
            .Select(file => ((string)file.Attribute("name")!, BankPictures.Decode(file.Value)))
            .Where(file => file.Item2 is not null)
            .ToImmutableDictionary(file => file.Item1, file => file.Item2!.Value, StringComparer.Ordinal);
        var named = (string?)element.Attribute("format") switch
        {
            "html" => TextForm.Html,
            "moodle_auto_format" or "moodle" => TextForm.Moodle,
            "plain_text" or "plain" => TextForm.Plain,
            "markdown" => TextForm.Markdown,
            _ => form,
        };
        return new(Clean(element.Element("text")?.Value ?? ""), named, files);
    }

    /// <returns>The plain text in an element, or in its <c>text</c>, on one line.</returns>
    public static string Plain(XElement? element) => element is null ? ""
        : string.Join(' ', Clean((element.Element("text") ?? element).Value).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Files from before Moodle 2 hold one picture outside the text.</summary>
    public static RawText WithOldPicture(XElement question, RawText text)
    {
        if (question.Element("image_base64")?.Value.Trim() is not { Length: > 0 } base64 || BankPictures.Decode(base64) is not { } bytes)
        {
            return text;
        }

        return text with { Text = text.Text + "<img src=\"@@PLUGINFILE@@/old\" alt=\"\">", Files = text.Files.SetItem("old", bytes), Form = TextForm.Html };
    }

    private static string Clean(string text) => text.Replace(RawText.Blank, '□').Replace(TextBlock.Break, '□');
}
