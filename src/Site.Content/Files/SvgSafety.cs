using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Files;

/// <summary>
/// Refuses drawings in which something could run or that would fetch something from elsewhere. A drawing is a document: opened by its
/// own address it may do what a page may. So only what is known to draw is let in (SVG 2, section 2.2 "Secure static mode", and animation).
/// </summary>
internal static class SvgSafety
{
    /// <summary>The longest drawing, in bytes.</summary>
    public const int LargestInBytes = 1_048_576;

    private const int DeepestLevel = 100;

    /// <summary>The most diagnostics that are reported for one drawing.</summary>
    private const int MostDiagnostics = 20;

    public static IEnumerable<Diagnostic> Find(string path, byte[] bytes)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        try
        {
            using var reader = SvgSource.Open(bytes);
            Read(new(path, reader, diagnostics));
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Add(SvgDiagnostics.Unreadable(new(path), "不是 UTF-8 编码"));
        }
        catch (XmlException exception)
        {
            diagnostics.Add(SvgDiagnostics.Unreadable(
                new(path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition)), "这里不是完整的 XML，或者带有 DOCTYPE"));
        }

        return diagnostics.Take(MostDiagnostics);
    }

    private static void Read(SvgNode node)
    {
        var reader = node.Reader;
        var hasRoot = false;
        while (reader.Read() && node.Diagnostics.Count < MostDiagnostics)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration when reader.GetAttribute("encoding") is { } encoding
                    && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase):
                    node.Add(SvgDiagnostics.Unreadable(node.Location, $"自称是 {Quoted.Short(encoding)} 编码，不是 UTF-8"));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    node.Add(SvgDiagnostics.OutsideReference(node.Location, $"处理指令 <?{Quoted.Short(reader.Name)}?>"));
                    break;
                case XmlNodeType.Comment or XmlNodeType.CDATA when reader.Value.Contains('<', StringComparison.Ordinal):
                    node.Add(SvgDiagnostics.Script(node.Location, reader.NodeType == XmlNodeType.Comment ? "注释里的 “<”" : "CDATA 里的 “<”"));
                    break;
                case XmlNodeType.Element when reader.Depth > DeepestLevel:
                    node.Add(SvgDiagnostics.Unreadable(node.Location, $"元素嵌套超过 {DeepestLevel} 层"));
                    return;
                case XmlNodeType.Element:
                    if (!hasRoot)
                    {
                        hasRoot = true;
                        FindInRoot(node);
                    }

                    SvgElements.Find(node);
                    break;
            }
        }
    }

    private static void FindInRoot(SvgNode node)
    {
        var reader = node.Reader;
        if (reader is not { LocalName: "svg", NamespaceURI: SvgSource.Namespace })
        {
            node.Add(SvgDiagnostics.Unreadable(node.Location, $"最外面不是 <svg xmlns=\"{SvgSource.Namespace}\">"));
        }
        else if (SvgSize.Of(reader.GetAttribute("width"), reader.GetAttribute("height"), reader.GetAttribute("viewBox")) is null)
        {
            node.Add(Diagnostic.Error("svg/no-size", node.Location,
                $"图画没有写明大小，或者边长不在 1 到 {SvgSize.Largest} 像素之间。", "在 <svg> 里写上 viewBox=\"0 0 宽 高\"。"));
        }
    }
}

/// <summary>Where the reading of a drawing stands.</summary>
/// <param name="Path">The drawing.</param>
/// <param name="Reader">At the node in question.</param>
/// <param name="Diagnostics">Takes what is wrong.</param>
internal sealed record SvgNode(string Path, XmlReader Reader, ImmutableArray<Diagnostic>.Builder Diagnostics)
{
    /// <summary>The first character of the node's name, or of its text.</summary>
    public Location Location => Reader is IXmlLineInfo info && info.HasLineInfo()
        ? new(Path, Math.Max(1, info.LineNumber), Math.Max(1, info.LinePosition))
        : new(Path);

    public void Add(Diagnostic diagnostic) => Diagnostics.Add(diagnostic);
}

/// <summary>What is said about drawings that cannot be published.</summary>
internal static class SvgDiagnostics
{
    private const string Export = "在绘图软件里另存为 “纯 SVG”（Plain SVG），或者把这一处删掉。";

    /// <param name="finding">In Chinese, what is there and could run.</param>
    public static Diagnostic Script(Location location, string finding) =>
        Diagnostic.Error("svg/script", location, $"图画里有{finding}，打开图画时它可能会运行。", "把这一处删掉：图画里只能有图形、文字和颜色。");

    /// <param name="finding">In Chinese, what is there and leads elsewhere.</param>
    public static Diagnostic OutsideReference(Location location, string finding) =>
        Diagnostic.Error("svg/outside-reference", location, $"图画里有{finding}，会从别处取东西。",
            "只引用图画自己的部分（“#编号”），位图用 base64 写在图画里。");

    /// <param name="finding">In Chinese, what is there and is not known to draw.</param>
    public static Diagnostic UnknownName(Location location, string finding) =>
        Diagnostic.Error("svg/unknown-name", location, $"图画里有{finding}，本站不认识它，不能确定它无害。", Export);

    /// <param name="fault">In Chinese, what is wrong with the file.</param>
    public static Diagnostic Unreadable(Location location, string fault) =>
        Diagnostic.Error("svg/unreadable", location, $"这个图画文件{fault}。", "用绘图软件重新导出为 UTF-8 编码的 SVG，不要带 DOCTYPE。");
}
