using Site.Content.FrontMatter;
using Site.Core.Yaml;

namespace Site.Content.Editing;

/// <summary>A page's text with the places of its parts.</summary>
/// <param name="YamlStart">Where the lines between the fences begin, in UTF-16 units.</param>
/// <param name="YamlEnd">Where they end: at the second fence.</param>
/// <param name="BodyStart">Where the text below the fences begins; the length of the whole where there is none. 0 where there are no fences.</param>
public readonly record struct PageParts(int YamlStart, int YamlEnd, int BodyStart)
{
    /// <param name="text">With LF at the end of each line.</param>
    public static PageParts Of(string text)
    {
        var file = MarkdownFile.Split("", text, []);
        if (file.BodyLine == 1)
        {
            return new(0, 0, text.StartsWith("---", StringComparison.Ordinal) && file.Body.Length == 0 ? text.Length : 0);
        }

        var start = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        return new(start, start + file.Yaml.Length, text.Length - file.Body.Length);
    }

    public string Yaml(string text) => text[YamlStart..YamlEnd];

    /// <returns>The fields with their places in the whole text; null where they cannot be read, or none is written.</returns>
    public YamlSpan.Mapping? Fields(string text) => YamlSpan.Read(Yaml(text));
}
