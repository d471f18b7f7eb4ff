using System.Buffers;

namespace Site.Reading;

/// <summary>What a line of Markdown asks of a parser, found without parsing it.</summary>
internal static class LineMarks
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]*_`<&!{\\");

    /// <returns>The first line, without its end: line feed, carriage return or both, as in CommonMark and unlike .NET's own notion of lines.</returns>
    public static ReadOnlySpan<char> TakeLine(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('\r', '\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + (text[end..].StartsWith("\r\n") ? 2 : 1))..];
        return line;
    }

    /// <returns>How many marks stand in the line that a parser has to match with each other.</returns>
    public static int Count(ReadOnlySpan<char> content)
    {
        var count = 0;
        for (int next; (next = content.IndexOfAny(Marks)) >= 0; count++)
        {
            content = content[(next + 1)..];
        }

        return count;
    }

    /// <returns>Whether the line is a footnote, or a line under a heading, for each of which the parser looks through all blocks before.</returns>
    public static bool MakesParserLookBack(ReadOnlySpan<char> content)
    {
        content = content.TrimStart(" >\t");
        return content.StartsWith("[^") || (content.Length > 0 && content[0] is '=' or '-' && !content.ContainsAnyExcept(content[0], ' ', '\t'));
    }

    /// <returns>How many quotes and list items the line opens. A row of the same mark alone is a line across the page, which opens none.</returns>
    public static int Containers(ReadOnlySpan<char> content)
    {
        var count = 0;
        var quotes = 0;
        var i = 0;
        for (; i < content.Length; i++)
        {
            var unit = content[i];
            if (unit is '>')
            {
                quotes++;
            }
            else if (unit is '-' or '*' or '+' or ':' && i + 1 < content.Length && content[i + 1] is ' ' or '\t')
            {
                count++;
            }
            else if (char.IsAsciiDigit(unit))
            {
                while (i + 1 < content.Length && char.IsAsciiDigit(content[i + 1]))
                {
                    i++;
                }

                if (i + 2 >= content.Length || content[i + 1] is not ('.' or ')') || content[i + 2] is not (' ' or '\t'))
                {
                    break;
                }

                i++;
                count++;
            }
            else if (unit is not (' ' or '\t'))
            {
                break;
            }
        }

        var isRule = !content.ContainsAnyExcept(" \t-") || !content.ContainsAnyExcept(" \t*");
        return isRule ? quotes : quotes + count;
    }
}
