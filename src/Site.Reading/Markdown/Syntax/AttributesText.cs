using Markdig.Renderers.Html;

namespace Site.Reading;

/// <summary>Reads the text of attributes, <c>{#id .class name=value name="value with spaces"}</c>.</summary>
internal static class AttributesText
{
    private const int MostUnits = 500;

    /// <returns>The attributes and how many UTF-16 units they take, braces included; null where the text does not start with attributes.</returns>
    public static (HtmlAttributes Attributes, int Length)? Read(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MostUnits)];
        var attributes = new HtmlAttributes();
        var at = 1;
        while (at < text.Length)
        {
            var unit = text[at];
            if (unit is '}')
            {
                return at > 1 && IsAny(attributes) ? (attributes, at + 1) : null;
            }

            if (unit is ' ')
            {
                at++;
                continue;
            }

            var length = unit is '#' or '.' ? ReadName(attributes, text[at..]) : ReadPair(attributes, text[at..]);
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        return null;
    }

    private static bool IsAny(HtmlAttributes attributes) =>
        attributes.Id is not null || attributes.Classes is not null || attributes.Properties is not null;

    private static int ReadName(HtmlAttributes attributes, ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(" }\n\r{");
        if (end < 2)
        {
            return 0;
        }

        var name = text[1..end].ToString();
        if (text[0] is '#')
        {
            attributes.Id = name;
        }
        else
        {
            (attributes.Classes ??= []).Add(name);
        }

        return end;
    }

    private static int ReadPair(HtmlAttributes attributes, ReadOnlySpan<char> text)
    {
        var equals = text.IndexOf('=');
        if (equals < 1 || equals + 1 >= text.Length || !IsAttributeName(text[..equals]))
        {
            return 0;
        }

        var value = text[(equals + 1)..];
        var isQuoted = value[0] is '"' or '\'';
        var end = isQuoted ? value[1..].IndexOfAny(value[0], '\n') + 1 : value.IndexOfAny(" }\n\r{");
        if (end < 1 || value[end] is '\n' or '\r' or '{')
        {
            return 0;
        }

        (attributes.Properties ??= []).Add(new(text[..equals].ToString(), value[(isQuoted ? 1 : 0)..end].ToString()));
        return equals + 1 + end + (isQuoted ? 1 : 0);
    }

    private static bool IsAttributeName(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '_' or ':'))
            {
                return false;
            }
        }

        return char.IsAsciiLetter(name[0]);
    }
}
