using System.Collections.Frozen;

namespace Site.Checking.Files;

/// <summary>
/// What a drawing may be made of: the elements and attributes of SVG 1.1 and SVG 2 that draw. Whatever is not listed is refused, for a list
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
