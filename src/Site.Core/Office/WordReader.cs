using System.Collections.Immutable;
using System.Text;
using System.Xml.Linq;
using Site.Core.Text;

namespace Site.Core.Office;

/// <summary>
/// Reads the text of a Word document cell by cell, with all tracked changes accepted: insertions are included; deleted, moved,
/// struck out and hidden text is not. Content controls, form fields and split runs are transparent; nested tables are separate tables.
/// Elements are matched by local name, so that the strict variant of the format is read, too (ISO/IEC 29500-1, chapter 17).
/// </summary>
public sealed class WordReader
{
    /// <summary>What stands in the place of something to fill in that a document shows as nothing: a field, the placeholder of a content control.</summary>
    private const string Line = "____";

    private readonly bool marksBlanks;
    private readonly ImmutableArray<DocumentCell>.Builder cells = ImmutableArray.CreateBuilder<DocumentCell>();
    private int tables;
    private int paragraphs;

    private WordReader(bool marksBlanks) => this.marksBlanks = marksBlanks;

    /// <exception cref="OfficeException">The document has no text, or a part is refused.</exception>
    public static ImmutableArray<DocumentCell> Read(OfficePackage package) => Read(package, marksBlanks: false);

    /// <returns>The text of an empty form: spaces that are underlined are low lines, and so is what Word shows as a field or a placeholder to fill in.</returns>
    /// <exception cref="OfficeException">The document has no text, or a part is refused.</exception>
    public static ImmutableArray<DocumentCell> ReadEmpty(OfficePackage package) => Read(package, marksBlanks: true);

    private static ImmutableArray<DocumentCell> Read(OfficePackage package, bool marksBlanks)
    {
        var document = package.Find("word/document.xml")
            ?? throw new OfficeException(OfficeFault.PartMissing, "document/broken", "文件里没有 Word 正文。", "确认它是 .docx 文件；在 Word 里打开后另存一份。");
        var reader = new WordReader(marksBlanks);
        foreach (var element in reader.Shown(document).SelectMany(reader.Shown))
        {
            reader.ReadBlock(element, null);
        }

        return reader.cells.DrainToImmutable();
    }

    /// <summary>Reads a paragraph, a table, or an element that contains them.</summary>
    /// <param name="text">Text of the cell it stands in; null outside tables, where each paragraph is a cell.</param>
    private void ReadBlock(XElement element, StringBuilder? text)
    {
        switch (element.Name.LocalName)
        {
            case "p":
                ReadParagraph(element, text);
                break;
            case "tbl":
                ReadTable(element);
                break;
            case "sdt" when marksBlanks && IsPlaceholder(element):
                ReadParagraph(new("p", new XElement("r", new XElement("t", Line))), text);
                break;
            default:
                foreach (var inner in Shown(element))
                {
                    ReadBlock(inner, text);
                }

                break;
        }
    }

    private void ReadParagraph(XElement paragraph, StringBuilder? text)
    {
        var own = new StringBuilder();
        ReadRuns(paragraph, own);
        if (text is null)
        {
            cells.Add(new(0, ++paragraphs, 1, own.ToString(), false));
        }
        else
        {
            text.Append(text.Length == 0 ? "" : "\n").Append(own);
        }
    }

    private void ReadTable(XElement table)
    {
        var number = ++tables;
        var row = 0;
        foreach (var tr in Within(table, "tr").Where(tr => Child(Child(tr, "trPr"), "del") is null))
        {
            row++;
            var column = 0;
            foreach (var tc in Within(tr, "tc"))
            {
                var text = new StringBuilder();
                var at = cells.Count;
                foreach (var block in Shown(tc))
                {
                    ReadBlock(block, text);
                }

                var merge = Child(Child(tc, "tcPr"), "vMerge");
                cells.Insert(at, new(number, row, ++column, text.ToString(), merge is not null && Value(merge) != "restart"));
            }
        }
    }

    /// <param name="isLine">Whether its spaces are shown as a line to write on.</param>
    private void ReadRuns(XElement element, StringBuilder text, bool isLine = false)
    {
        foreach (var inner in Shown(element))
        {
            switch (inner.Name.LocalName)
            {
                case "t":
                    text.Append(isLine && string.IsNullOrWhiteSpace(inner.Value) ? new string('_', inner.Value.Length) : inner.Value);
                    break;
                case "tab" or "ptab":
                    text.Append(isLine ? Line : " ");
                    break;
                case "sdt" when marksBlanks && IsPlaceholder(inner):
                    text.Append(Line);
                    break;
                case "textInput" when marksBlanks:
                    text.Append(Line);
                    break;
                case "r":
                    ReadRuns(inner, text, marksBlanks && IsUnderlined(inner));
                    break;
                case "br" or "cr":
                    text.Append('\n');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "sym":
                    text.Append(Symbol(inner));
                    break;
                case "checkBox":
                    text.Append(Value(Child(inner, "checked") ?? Child(inner, "default") ?? new XElement("none", new XAttribute("val", "0"))) is "0" or "false" or "off" ? '□' : '☑');
                    break;
                case "txbxContent":
                    foreach (var block in Shown(inner))
                    {
                        ReadBlock(block, null);
                    }

                    break;
                case "instrText":
                    break;
                default:
                    ReadRuns(inner, text, isLine);
                    break;
            }
        }
    }

    private static bool IsUnderlined(XElement run) => Child(Child(run, "rPr"), "u") is { } line && Value(line) is not (null or "none");

    private static bool IsPlaceholder(XElement control) => Child(Child(control, "sdtPr"), "showingPlcHdr") is not null;

    /// <summary>Check marks and boxes of symbol fonts, by character code; other symbols become a space.</summary>
    private static char Symbol(XElement symbol) =>
        ($"{Attribute(symbol, "font")}", $"{Attribute(symbol, "char")}".ToUpperInvariant() is { Length: 4 } code ? code[2..] : "") switch
        {
            ("Wingdings", "FE" or "FC" or "FD") or ("Wingdings 2", "52" or "50" or "53" or "54") => '☑',
            ("Wingdings", "A8" or "6F" or "71" or "72") or ("Wingdings 2", "A3" or "2A") => '□',
            _ => ' ',
        };

    /// <summary>The visible children of an element: without deletions, hidden and struck out runs, placeholders, and fallbacks for older programs.</summary>
    private IEnumerable<XElement> Shown(XElement element) =>
        element.Name.LocalName == "AlternateContent" ? element.Elements().Take(1).SelectMany(Shown) : element.Elements().Where(IsShown);

    private bool IsShown(XElement element) => element.Name.LocalName switch
    {
        "del" or "moveFrom" or "delText" or "rPr" or "pPr" or "tcPr" or "trPr" or "tblPr" or "sdtPr" or "sectPr" or "Fallback" or "rt" => false,
        "r" => !Is(element, "vanish") && !Is(element, "strike") && !Is(element, "dstrike"),
        "sdt" => marksBlanks || !IsPlaceholder(element),
        _ => true,
    };

    private static bool Is(XElement run, string property) =>
        Child(Child(run, "rPr"), property) is { } found && Value(found) is not ("0" or "false" or "off");

    /// <returns>Rows of a table or cells of a row, including those in content controls and insertions, but not those of nested tables.</returns>
    private IEnumerable<XElement> Within(XElement element, string name) =>
        Shown(element).SelectMany(inner => inner.Name.LocalName == name ? [inner] : inner.Name.LocalName == "tbl" ? [] : Within(inner, name));

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;

    private static string? Value(XElement element) => Attribute(element, "val");
}

/// <summary>A cell of a Word table, or a paragraph outside tables, with all tracked changes accepted.</summary>
/// <param name="Table">Number of the table in the document, from 1; 0 for a paragraph outside tables.</param>
/// <param name="Row">Row of the table, from 1; for a paragraph its number.</param>
/// <param name="Column">Cell of the row, from 1.</param>
/// <param name="Text">Paragraphs, separated by line feeds.</param>
/// <param name="IsContinued">Whether it continues a cell of the row above (a vertical merge).</param>
public sealed record DocumentCell(int Table, int Row, int Column, string Text, bool IsContinued)
{
    /// <summary>The text folded character by character, of the same length.</summary>
    public string Folded { get; } = string.Create(Text.Length, Text, (span, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            span[i] = FormFolding.Fold(text[i]);
        }
    });

    /// <summary>Its position in words: <c>第 1 个表格第 3 行</c>.</summary>
    public string Description => Table == 0 ? $"正文第 {Row} 段" : $"第 {Table} 个表格第 {Row} 行";
}
