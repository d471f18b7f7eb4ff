using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Privacy.Leaks.Containers;

namespace Site.Content.Files;

/// <summary>Finds documents whose properties name the person who wrote, changed or annotated them: everybody who downloads them can read that.</summary>
/// <remarks>ECMA-376 part 2, 11 (core properties) and part 1 (comments, revisions); ISO 32000-2, 14.3.3 (Info) and XMP part 1, dc:creator. No message repeats a name.</remarks>
internal static partial class DocumentAuthors
{
    public const int LargestInBytes = 50 * 1024 * 1024;

    /// <summary>What programs write where nobody has entered a name.</summary>
    private static readonly string[] NoPersons =
        ["", "python-docx", "openpyxl", "administrator", "admin", "user", "微软用户", "windows 用户", "windows user", "microsoft", "microsoft office", "office", "wps", "wps office", "apache poi", "libreoffice", "unknown", "作者", "author", "pc", "dell", "lenovo", "hp", "asus", "huawei"];

    /// <summary>Endings of names of offices, which may stand there.</summary>
    private static readonly string[] Offices = ["局", "科", "处", "室", "办", "委", "厅", "部", "中心", "政府", "街道", "公司", "集团", "学校", "协会", "大队", "支队", "总队", "院", "站", "所", "会"];

    /// <returns>A warning where a document still tells of its authors once what can be taken out of it is out, as it is published.</returns>
    public static IEnumerable<Diagnostic> FindOncePublished(string path, byte[] bytes) => Find(path, DocumentProperties.Without(bytes));

    /// <returns>A warning where a document tells of its authors.</returns>
    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        var told = DocumentParts.Of(bytes).SelectMany(part => In(part.Key, part.Value)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
        if (!told.IsEmpty)
        {
            yield return Diagnostic.Warning("file/tells-author", new(Quoted.Printable(path)),
                $"这个文件里写着{string.Join("、", told)}，下载的人都看得到。",
                path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "在原来的文档里清除个人信息，再重新导出 PDF（导出时不勾选“文档属性”）。"
                : "在 Word、Excel 或 PowerPoint 里选“文件—信息—检查问题—检查文档”，删除文档属性、个人信息、批注和修订，再保存；WPS 在“文件—文档加密—属性”里清空。");
        }
    }

    /// <returns>What a part tells of, in Chinese.</returns>
    private static IEnumerable<string> In(string name, byte[] bytes)
    {
        var isText = name.Length == 0 || name == "PDF" || name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);
        return isText ? Properties().Matches(Encoding.UTF8.GetString(bytes)).Where(IsPerson).Select(Label) : [];
    }

    private static bool IsPerson(Match match)
    {
        var value = WebUtility.HtmlDecode(match.Groups["value"].Value).Trim();
        return !NoPersons.Contains(value.ToLowerInvariant()) && !Offices.Any(ending => value.Length > ending.Length + 1 && value.EndsWith(ending, StringComparison.Ordinal));
    }

    private static string Label(Match match) => match.Groups["last"].Success ? "最后保存的人" : match.Groups["manager"].Success ? "经理" : match.Groups["note"].Success ? "批注或修订的作者" : "作者";

    /// <summary>Names in core and application properties, in XMP, in the Info of a PDF, and of who annotated or revised something.</summary>
    [GeneratedRegex(
        "<dc:creator[^>]*>(?:\\s*<rdf:(?:Seq|Bag|Alt)[^>]*>\\s*<rdf:li[^>]*>)?(?<value>[^<]{1,200})<|<(?<last>cp:lastModifiedBy)[^>]*>(?<value>[^<]{1,200})<|<(?<manager>Manager)>(?<value>[^<]{1,200})<"
        + "|\\b(?<note>w:author|userName)=\"(?<value>[^\"]{1,200})\"|<(?<note>author)>(?<value>[^<]{1,200})<|<meta:(?:initial-creator|printed-by)[^>]*>(?<value>[^<]{1,200})<|<p:cmAuthor [^>]*\\b(?<note>name)=\"(?<value>[^\"]{1,200})\"|<person [^>]*\\b(?<note>displayName)=\"(?<value>[^\"]{1,200})\""
        + "|/Author\\s*(?:\\((?<value>[^)]{1,200})\\)|<(?<value>[0-9A-Fa-f]{4,400})>)",
        RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Properties();
}
