using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Site.Core.Text;

namespace Site.Core.Office;

/// <summary>
/// Reads what a Word document says, with all tracked changes accepted, as HTML of headings, paragraphs, lists, tables, links, bold text and pictures
/// (ISO/IEC 29500-1, chapter 17); nothing else of it is carried. Elements are matched by local name, so that the strict variant is read, too.
/// </summary>
public sealed partial class WordHtml
{
    /// <summary>Before the path of a picture's part in the package: <c>word:word/media/image1.jpeg</c>.</summary>
    public const string PictureScheme = "word:";

    /// <summary>A first paragraph that is longer is text, not a title.</summary>
    private const int LongestTitle = 40;

    private readonly ImmutableDictionary<string, (string Name, int Outline, string Base)> styles;
    private readonly ImmutableDictionary<(string List, string Level), bool> numbered;
    private readonly ImmutableDictionary<string, (string Target, bool IsOutside)> relations;
    private readonly StringBuilder html = new();
    private readonly Dictionary<(string List, int Depth), int> numbers = [];

    private WordHtml(OfficePackage package)
    {
        styles = Styles(package.Find("word/styles.xml"));
        numbered = Numbered(package.Find("word/numbering.xml"));
        relations = Relations(package.Find("word/_rels/document.xml.rels"));
    }

    /// <returns>HTML, and the title: the first paragraph in the style of titles, or else the first heading, or else a short first paragraph; it is not in the HTML.</returns>
    /// <exception cref="OfficeException">The document has no text, or a part is refused.</exception>
    public static (string Title, string Html) Read(OfficePackage package)
    {
        var document = package.Find("word/document.xml") ?? throw new OfficeException(OfficeFault.PartMissing, "document/broken", "文件里没有 Word 正文。", "确认它是 .docx 文件；在 Word 里打开后另存一份。");
        var reader = new WordHtml(package);
        var body = Shown(document).SelectMany(Shown).ToList();
        var paragraphs = body.Where(element => element.Name.LocalName == "p").ToList();
        var written = paragraphs.Where(paragraph => TextOf(paragraph).Trim().Length > 0).ToList();
        var title = written.Find(reader.IsTitle) ?? written.Take(1).FirstOrDefault(first => reader.LevelOf(first) > 0 || TextOf(first).Trim().Length <= LongestTitle);
        foreach (var element in body.Where(element => element != title))
        {
            reader.Block(element);
        }

        return (title is null ? "" : Spaces().Replace(TextOf(title), " ").Trim(), reader.html.ToString());
    }

    private void Block(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                Paragraph(element);
                break;
            case "tbl":
                Table(element);
                break;
            default:
                foreach (var inner in Shown(element))
                {
                    Block(inner);
                }

                break;
        }
    }

    private void Paragraph(XElement paragraph)
    {
        var properties = Child(paragraph, "pPr");
        var level = LevelOf(paragraph);
        var list = level == 0 && Child(properties, "numPr") is { } number && Value(Child(number, "numId")) is { } id && id != "0" ? (id, Level: Value(Child(number, "ilvl")) ?? "0") : default;
        var depth = list.id is null ? 0 : int.TryParse(list.Level, NumberStyles.None, CultureInfo.InvariantCulture, out var deep) ? Math.Min(deep, 8) + 1 : 1;
        var name = depth > 0 && numbered.GetValueOrDefault((list.id!, list.Level)) ? "ol" : "ul";
        html.Append(level > 0 ? $"<h{level}>" : depth > 0 ? $"{string.Concat(Enumerable.Repeat($"<{name}>", depth - 1))}<{name} start=\"{Number(list.id!, depth)}\"><li>" : "<p>");
        var boxes = new List<XElement>();
        Runs(paragraph, boxes);
        html.Append(level > 0 ? $"</h{level}>" : depth > 0 ? "</li>" + string.Concat(Enumerable.Repeat($"</{name}>", depth)) : "</p>");
        html.Append('\n');
        foreach (var block in boxes.SelectMany(Shown))
        {
            Block(block);
        }
    }

    /// <returns>The number of the next item at a depth of a list; those below begin anew.</returns>
    private int Number(string list, int depth)
    {
        foreach (var deeper in numbers.Keys.Where(key => key.List == list && key.Depth > depth).ToList())
        {
            numbers.Remove(deeper);
        }

        return numbers[(list, depth)] = numbers.GetValueOrDefault((list, depth)) + 1;
    }

    private void Table(XElement table)
    {
        html.Append("<table>");
        foreach (var row in Within(table, "tr").Where(row => Child(Child(row, "trPr"), "del") is null))
        {
            html.Append("<tr>");
            foreach (var cell in Within(row, "tc"))
            {
                var properties = Child(cell, "tcPr");
                var wide = Value(Child(properties, "gridSpan"));
                html.Append(int.TryParse(wide, NumberStyles.None, CultureInfo.InvariantCulture, out var span) && span is > 1 and < 100 ? $"<td colspan=\"{span}\">" : "<td>");
                if (Child(properties, "vMerge") is not { } merge || Value(merge) == "restart")
                {
                    foreach (var block in Shown(cell))
                    {
                        Block(block);
                    }
                }

                html.Append("</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</table>\n");
    }

    private void Runs(XElement element, List<XElement> boxes)
    {
        foreach (var inner in Shown(element))
        {
            switch (inner.Name.LocalName)
            {
                case "r" when Is(inner, "b"):
                    html.Append("<b>");
                    Runs(inner, boxes);
                    html.Append("</b>");
                    break;
                case "hyperlink" when Attribute(inner, "id") is { } id && relations.TryGetValue(id, out var target) && target.IsOutside:
                    html.Append($"<a href=\"{WebUtility.HtmlEncode(target.Target)}\">");
                    Runs(inner, boxes);
                    html.Append("</a>");
                    break;
                case "t":
                    html.Append(WebUtility.HtmlEncode(inner.Value));
                    break;
                case "tab" or "ptab":
                    html.Append(' ');
                    break;
                case "br" or "cr":
                    html.Append("<br>");
                    break;
                case "noBreakHyphen":
                    html.Append('-');
                    break;
                case "drawing" or "pict":
                    Pictures(inner);
                    boxes.AddRange(inner.Descendants().Where(part => part.Name.LocalName == "txbxContent"));
                    break;
                case "txbxContent":
                    boxes.Add(inner);
                    break;
                case "instrText" or "object":
                    break;
                default:
                    Runs(inner, boxes);
                    break;
            }
        }
    }

    private void Pictures(XElement drawing)
    {
        var words = drawing.Descendants().Where(part => part.Name.LocalName == "docPr").Select(part => Attribute(part, "descr")).FirstOrDefault() ?? "";
        foreach (var picture in drawing.Descendants().Where(part => part.Name.LocalName is "blip" or "imagedata"))
        {
            if ((Attribute(picture, "embed") ?? Attribute(picture, "id")) is { } id && relations.TryGetValue(id, out var target) && !target.IsOutside)
            {
                html.Append($"<img src=\"{WebUtility.HtmlEncode(PictureScheme + PartOf(target.Target))}\" alt=\"{WebUtility.HtmlEncode(words)}\">");
            }
        }
    }

    /// <returns>The path in the package of a target that is relative to <c>word/</c>.</returns>
    private static string PartOf(string target) => target.StartsWith('/') ? target[1..] : target.StartsWith("../", StringComparison.Ordinal) ? target[3..] : "word/" + target;

    private bool IsTitle(XElement paragraph) => Value(Child(Child(paragraph, "pPr"), "pStyle")) is { } id && styles.TryGetValue(id, out var style) && style.Name is "title" or "标题" or "文档标题";

    /// <returns>1 to 6 for a heading, 0 for other paragraphs.</returns>
    private int LevelOf(XElement paragraph)
    {
        var properties = Child(paragraph, "pPr");
        if (Value(Child(properties, "outlineLvl")) is [>= '0' and <= '5'] own)
        {
            return own[0] - '0' + 1;
        }

        var id = Value(Child(properties, "pStyle"));
        for (var i = 0; i < 10 && id is not null && styles.TryGetValue(id, out var style); i++, id = style.Base)
        {
            if (HeadingName().Match(style.Name) is { Success: true } name)
            {
                return Math.Min(name.Groups["level"].Value[0] - '0', 6);
            }

            if (style.Outline is >= 0 and < 6)
            {
                return style.Outline + 1;
            }
        }

        return 0;
    }

    private static ImmutableDictionary<string, (string, int, string)> Styles(XElement? part)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (string, int, string)>();
        foreach (var style in part?.Elements().Where(element => element.Name.LocalName == "style") ?? [])
        {
            var outline = int.TryParse(Value(Child(Child(style, "pPr"), "outlineLvl")), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : -1;
            found[Attribute(style, "styleId") ?? ""] = (Value(Child(style, "name"))?.ToLowerInvariant() ?? "", outline, Value(Child(style, "basedOn")) ?? "");
        }

        return found.ToImmutable();
    }

    private static ImmutableDictionary<(string, string), bool> Numbered(XElement? part)
    {
        var found = ImmutableDictionary.CreateBuilder<(string, string), bool>();
        var abstracts = (part?.Elements() ?? []).Where(element => element.Name.LocalName == "abstractNum")
            .DistinctBy(element => Attribute(element, "abstractNumId")).ToDictionary(element => Attribute(element, "abstractNumId") ?? "");
        foreach (var list in (part?.Elements() ?? []).Where(element => element.Name.LocalName == "num"))
        {
            if (Value(Child(list, "abstractNumId")) is { } id && abstracts.TryGetValue(id, out var definition))
            {
                foreach (var level in definition.Elements().Where(element => element.Name.LocalName == "lvl"))
                {
                    found[(Attribute(list, "numId") ?? "", Attribute(level, "ilvl") ?? "0")] = Value(Child(level, "numFmt")) is not ("bullet" or "none" or null);
                }
            }
        }

        return found.ToImmutable();
    }

    private static ImmutableDictionary<string, (string, bool)> Relations(XElement? part)
    {
        var found = ImmutableDictionary.CreateBuilder<string, (string, bool)>();
        foreach (var relation in part?.Elements() ?? [])
        {
            found[Attribute(relation, "Id") ?? ""] = (Attribute(relation, "Target") ?? "", Attribute(relation, "TargetMode") == "External");
        }

        return found.ToImmutable();
    }

    private static string TextOf(XElement paragraph) => string.Concat(Texts(paragraph));

    private static IEnumerable<string> Texts(XElement element) => Shown(element).SelectMany(inner => inner.Name.LocalName switch
    {
        "t" => [inner.Value],
        "tab" or "br" => [" "],
        "instrText" or "drawing" or "pict" or "object" or "txbxContent" => [],
        _ => Texts(inner),
    });

    private static IEnumerable<XElement> Within(XElement element, string name) =>
        Shown(element).SelectMany(inner => inner.Name.LocalName == name ? [inner] : inner.Name.LocalName == "tbl" ? [] : Within(inner, name));

    /// <summary>The visible children of an element: without deletions, hidden and struck out runs, and fallbacks for older programs.</summary>
    private static IEnumerable<XElement> Shown(XElement element) =>
        element.Name.LocalName == "AlternateContent" ? element.Elements().Take(1).SelectMany(Shown) : element.Elements().Where(IsShown);

    private static bool IsShown(XElement element) => element.Name.LocalName switch
    {
        "del" or "moveFrom" or "delText" or "rPr" or "pPr" or "tcPr" or "trPr" or "tblPr" or "sdtPr" or "sectPr" or "Fallback" or "rt" or "tblGrid" => false,
        "r" => !Is(element, "vanish") && !Is(element, "strike") && !Is(element, "dstrike"),
        "sdt" => Child(Child(element, "sdtPr"), "showingPlcHdr") is null,
        _ => true,
    };

    private static bool Is(XElement run, string property) => Child(Child(run, "rPr"), property) is { } found && Value(found) is not ("0" or "false" or "off");

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static string? Value(XElement? element) => element is null ? null : Attribute(element, "val");

    [GeneratedRegex(@"^(?:heading|标题) ?(?<level>[1-9])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex HeadingName();

    [GeneratedRegex(@"\s+", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Spaces();
}
