using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Files;

/// <summary>
/// Refuses drawings in which something could run or that would fetch something from elsewhere. A drawing is a document: opened by its
/// own address it may do what a page may. So only what is known to draw is let in (SVG 2, section 2.2 "Secure static mode", and animation).
/// </summary>
internal static class SvgSafety
{
    /// <summary>The longest drawing, in bytes.</summary>
    public const int LargestInBytes = 1_048_576;

    private const int DeepestLevel = 100;

    /// <summary>How many problems of one drawing are told.</summary>
    private const int MostProblems = 20;

    public static IEnumerable<Problem> Find(string path, byte[] bytes)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        try
        {
            using var reader = SvgSource.Open(bytes);
            Read(new(path, reader, problems));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(SvgProblems.Unreadable(new(path), "不是 UTF-8 编码"));
        }
        catch (XmlException exception)
        {
            problems.Add(SvgProblems.Unreadable(
                new(path, Math.Max(1, exception.LineNumber), Math.Max(1, exception.LinePosition)), "这里不是完整的 XML，或者带有 DOCTYPE"));
        }

        return problems.Take(MostProblems);
    }

    private static void Read(SvgNode node)
    {
        var reader = node.Reader;
        var hasRoot = false;
        while (reader.Read() && node.Problems.Count < MostProblems)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration when reader.GetAttribute("encoding") is { } encoding
                    && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase):
                    node.Add(SvgProblems.Unreadable(node.Where, $"自称是 {Quoted.Short(encoding)} 编码，不是 UTF-8"));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    node.Add(SvgProblems.Outside(node.Where, $"处理指令 <?{Quoted.Short(reader.Name)}?>"));
                    break;
                case XmlNodeType.Comment or XmlNodeType.CDATA when reader.Value.Contains('<', StringComparison.Ordinal):
                    node.Add(SvgProblems.Script(node.Where, reader.NodeType == XmlNodeType.Comment ? "注释里的 “<”" : "CDATA 里的 “<”"));
                    break;
                case XmlNodeType.Element when reader.Depth > DeepestLevel:
                    node.Add(SvgProblems.Unreadable(node.Where, $"元素嵌套超过 {DeepestLevel} 层"));
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
            node.Add(SvgProblems.Unreadable(node.Where, $"最外面不是 <svg xmlns=\"{SvgSource.Namespace}\">"));
        }
        else if (SvgSize.Of(reader.GetAttribute("width"), reader.GetAttribute("height"), reader.GetAttribute("viewBox")) is null)
        {
            node.Add(Problem.Error("svg/no-size", node.Where,
                $"图画没有写明大小，或者边长不在 1 到 {SvgSize.Largest} 像素之间。", "在 <svg> 里写上 viewBox=\"0 0 宽 高\"。"));
        }
    }
}
