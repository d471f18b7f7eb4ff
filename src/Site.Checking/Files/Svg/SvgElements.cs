using System.Text;
using System.Xml;
using Site.Checking.Text;

namespace Site.Checking.Files;

/// <summary>Looks at one element of a drawing with its attributes and, for a style sheet, its text.</summary>
internal static class SvgElements
{
    private const string XLink = "http://www.w3.org/1999/xlink";

    private const string Xml = "http://www.w3.org/XML/1998/namespace";

    private const string Xmlns = "http://www.w3.org/2000/xmlns/";

    /// <summary>Adds what is wrong. Where the element holds text alone, the reader then stands at its end.</summary>
    public static void Find(SvgNode node)
    {
        var (reader, name) = (node.Reader, node.Reader.LocalName);
        if (SvgNames.Active.Contains(name))
        {
            node.Add(SvgProblems.Script(node.Where, $"元素 <{name}>"));
        }
        else if (reader.NamespaceURI != SvgSource.Namespace || !SvgNames.Elements.Contains(name))
        {
            node.Add(SvgProblems.Unknown(node.Where, $"元素 <{Quoted.Short(reader.Name)}>"));
        }

        while (reader.MoveToNextAttribute())
        {
            FindInAttribute(node, name);
        }

        reader.MoveToElement();
        if (SvgNames.TextElements.Contains(name) && !reader.IsEmptyElement)
        {
            FindInText(node, name);
        }
    }

    private static void FindInAttribute(SvgNode node, string element)
    {
        var (reader, name, value) = (node.Reader, node.Reader.LocalName, node.Reader.Value);
        if (reader.NamespaceURI == Xmlns)
        {
            return;
        }

        if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
        {
            node.Add(SvgProblems.Script(node.Where, $"事件属性 {Quoted.Short(name)}"));
        }
        else if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
        {
            if (!SvgReferences.IsHarmlessHref(element, value))
            {
                node.Add(SvgProblems.Outside(node.Where, $"引用 “{Quoted.Short(value)}”"));
            }
        }
        else if (name == "base" && reader.NamespaceURI == Xml)
        {
            node.Add(SvgProblems.Outside(node.Where, "属性 xml:base"));
        }
        else if (name == "attributeName" && SvgNames.Animations.Contains(element) && !IsDrawn(value))
        {
            node.Add(SvgProblems.Script(node.Where, $"改变 “{Quoted.Short(value)}” 的动画"));
        }
        else if (!IsKnown(reader.NamespaceURI, name))
        {
            node.Add(SvgProblems.Unknown(node.Where, $"属性 {Quoted.Short(reader.Name)}"));
        }
        else if (!IsWords(name) && !SvgReferences.IsHarmlessCss(value))
        {
            node.Add(SvgProblems.Outside(node.Where, $"属性 {name}=“{Quoted.Short(value)}”"));
        }
    }

    /// <summary>Text is gathered first: comments and CDATA may cut a word in two, and a browser joins it again.</summary>
    private static void FindInText(SvgNode node, string name)
    {
        var (reader, where, depth, text) = (node.Reader, node.Where, node.Reader.Depth, new StringBuilder());
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    node.Add(SvgProblems.Unknown(node.Where, $" <{name}> 里文字以外的东西"));
                    break;
            }
        }

        if (name == "style" && !SvgReferences.IsHarmlessSheet(text.ToString()))
        {
            node.Add(SvgProblems.Outside(where, "样式里的外部引用、反斜杠或 @ 规则"));
        }
    }

    /// <returns>Whether an animation of this attribute changes nothing but looks.</returns>
    private static bool IsDrawn(string attribute) =>
        attribute is not ("href" or "style" or "class" or "id") && SvgNames.Attributes.Contains(attribute);

    private static bool IsKnown(string space, string name) => space switch
    {
        "" => SvgNames.Attributes.Contains(name) || IsWords(name),
        Xml => name is "lang" or "space" or "id",
        XLink => name is "title" or "type" or "show" or "actuate" or "role" or "arcrole",
        _ => false,
    };

    /// <returns>Whether it is an attribute whose value is words to a reader or a script, and to no style.</returns>
    private static bool IsWords(string name) =>
        name.StartsWith("aria-", StringComparison.Ordinal) || name.StartsWith("data-", StringComparison.Ordinal);
}
