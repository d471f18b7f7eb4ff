using System.Collections.Frozen;
using System.Text;
using System.Xml;
using Site.Core.Text;

namespace Site.Content.Files;

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
            node.Add(SvgDiagnostics.Script(node.Location, $"元素 <{name}>"));
        }
        else if (reader.NamespaceURI != SvgSource.Namespace || !SvgNames.Elements.Contains(name))
        {
            node.Add(SvgDiagnostics.UnknownName(node.Location, $"元素 <{Quoted.Short(reader.Name)}>"));
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
            node.Add(SvgDiagnostics.Script(node.Location, $"事件属性 {Quoted.Short(name)}"));
        }
        else if (name.Equals("href", StringComparison.OrdinalIgnoreCase))
        {
            if (!SvgReferences.IsHarmlessHref(element, value))
            {
                node.Add(SvgDiagnostics.OutsideReference(node.Location, $"引用 “{Quoted.Short(value)}”"));
            }
        }
        else if (name == "base" && reader.NamespaceURI == Xml)
        {
            node.Add(SvgDiagnostics.OutsideReference(node.Location, "属性 xml:base"));
        }
        else if (name == "attributeName" && SvgNames.Animations.Contains(element) && !IsDrawn(value))
        {
            node.Add(SvgDiagnostics.Script(node.Location, $"改变 “{Quoted.Short(value)}” 的动画"));
        }
        else if (!IsKnown(reader.NamespaceURI, name))
        {
            node.Add(SvgDiagnostics.UnknownName(node.Location, $"属性 {Quoted.Short(reader.Name)}"));
        }
        else if (!IsWords(name) && !SvgReferences.IsHarmlessCss(value))
        {
            node.Add(SvgDiagnostics.OutsideReference(node.Location, $"属性 {name}=“{Quoted.Short(value)}”"));
        }
    }

    /// <summary>Text is gathered first: comments and CDATA may cut a word in two, and a browser joins it again.</summary>
    private static void FindInText(SvgNode node, string name)
    {
        var (reader, location, depth, text) = (node.Reader, node.Location, node.Reader.Depth, new StringBuilder());
        while (reader.Read() && reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    text.Append(reader.Value);
                    break;
                default:
                    node.Add(SvgDiagnostics.UnknownName(node.Location, $" <{name}> 里文字以外的东西"));
                    break;
            }
        }

        if (name == "style" && !SvgReferences.IsHarmlessSheet(text.ToString()))
        {
            node.Add(SvgDiagnostics.OutsideReference(location, "样式里的外部引用、反斜杠或 @ 规则"));
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

/// <summary>
/// What a drawing may be made of: the elements and attributes of SVG 1.1 and SVG 2 that draw. All else is refused, because a list
/// of what is dangerous would be out of date with the next browser. Left out on purpose: a, feImage, foreignObject, script, cursor, color-profile.
/// </summary>
internal static class SvgNames
{
    /// <summary>Elements that run something or hold foreign documents: refused by name, so that the message can say why.</summary>
    public static FrozenSet<string> Active { get; } = Set(
        "script handler listener foreignObject iframe frame embed object applet audio video canvas html body head link meta base form input button");

    public static FrozenSet<string> Elements { get; } = Set(
        """
        svg g defs symbol use switch title desc style view
        path rect circle ellipse line polyline polygon text tspan textPath image
        linearGradient radialGradient stop pattern clipPath mask marker
        filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
        feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
        feSpecularLighting feSpotLight feTile feTurbulence
        animate animateMotion animateTransform mpath set
        """);

    /// <summary>Those that hold text alone.</summary>
    public static FrozenSet<string> TextElements { get; } = Set("title desc style");

    /// <summary>Those that change an attribute as time goes by.</summary>
    public static FrozenSet<string> Animations { get; } = Set("animate animateMotion animateTransform set");

    /// <summary>Attributes without a namespace; beside them <c>aria-…</c> and <c>data-…</c> may stand anywhere.</summary>
    public static FrozenSet<string> Attributes { get; } = Set(
        """
        id class style lang role tabindex focusable version baseProfile href x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy d width height points
        viewBox preserveAspectRatio transform pathLength rotate textLength lengthAdjust startOffset method spacing side path
        gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
        clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient media type zoomAndPan enable-background
        requiredFeatures requiredExtensions systemLanguage externalResourcesRequired
        filterUnits primitiveUnits in in2 result mode values tableValues slope intercept amplitude exponent operator k1 k2 k3 k4 order
        kernelMatrix divisor bias targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant
        specularExponent limitingConeAngle pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector yChannelSelector
        stdDeviation radius baseFrequency numOctaves seed stitchTiles filterRes
        attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines keyPoints from to by
        additive accumulate origin
        alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters color-rendering
        cursor direction display dominant-baseline fill-opacity fill-rule filter flood-color flood-opacity font font-family font-feature-settings
        font-kerning font-size font-size-adjust font-stretch font-style font-variant font-variant-ligatures font-weight
        glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color line-height
        marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events shape-rendering
        stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
        stroke-width text-align text-anchor text-decoration text-overflow text-rendering transform-origin unicode-bidi vector-effect visibility
        white-space word-spacing writing-mode
        """);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
