using System.Buffers;
using System.Collections.Immutable;

namespace Site.Content.Files;

/// <summary>Tells whether a value of a drawing could make a browser load something from elsewhere, or run it.</summary>
internal static class SvgReferences
{
    /// <summary>Functions of CSS that take an address (CSS Images 4, CSS Values 4), and what old browsers ran.</summary>
    private static readonly SearchValues<string> Forbidden = SearchValues.Create(
        ["src(", "image(", "image-set(", "cross-fade(", "element(", "paint(", "expression(", "-moz-binding", "behavior:", "javascript:"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NoFragment = SearchValues.Create(" \t\r\n\"'()<>\\");

    private static readonly SearchValues<char> Base64 = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/= \t\r\n");

    private static readonly ImmutableArray<string> EmbeddedPictures =
        ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/webp;base64,"];

    /// <summary>At-rules that load nothing.</summary>
    private static readonly ImmutableArray<string> HarmlessRules = ["@media ", "@media(", "@supports", "@keyframes ", "@-webkit-keyframes "];

    /// <param name="value">An attribute's value, or the text of a style element.</param>
    /// <returns>Whether, read as CSS, it names only what is in the drawing itself. A backslash could spell anything.</returns>
    public static bool IsHarmlessCss(string value) =>
        !value.Contains('\\', StringComparison.Ordinal) && !value.AsSpan().ContainsAny(Forbidden) && !HasOtherUrl(value);

    /// <returns>Whether the text of a style element has no rule that loads another file.</returns>
    public static bool IsHarmlessSheet(string text) =>
        IsHarmlessCss(text) && !text.Contains('<', StringComparison.Ordinal) && !HasOtherRule(text);

    /// <param name="element">The element's local name: only an image may carry its picture with it.</param>
    /// <returns>Whether an href leads to a part of the drawing itself, or is a picture in full.</returns>
    public static bool IsHarmlessHref(string element, string href) =>
        href.StartsWith('#') ? !href.AsSpan().ContainsAny(NoFragment)
        : element == "image"
            && EmbeddedPictures.FirstOrDefault(start => href.StartsWith(start, StringComparison.Ordinal)) is { } kind
            && !href.AsSpan(kind.Length).ContainsAnyExcept(Base64);

    private static bool HasOtherUrl(string value)
    {
        for (var at = 0; (at = value.IndexOf("url", at, StringComparison.OrdinalIgnoreCase)) >= 0; at += 3)
        {
            var rest = value.AsSpan(at + 3).TrimStart();
            if (rest.StartsWith("(") && !rest[1..].TrimStart().TrimStart("\"'").StartsWith("#"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasOtherRule(string text)
    {
        for (var at = 0; (at = text.IndexOf('@', at)) >= 0; at++)
        {
            var start = at;
            if (!HarmlessRules.Any(rule => string.Compare(text, start, rule, 0, rule.Length, StringComparison.OrdinalIgnoreCase) == 0))
            {
                return true;
            }
        }

        return false;
    }
}
