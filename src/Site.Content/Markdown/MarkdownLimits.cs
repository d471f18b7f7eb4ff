using System.Buffers;
using Site.Core.Diagnostics;

namespace Site.Content.Markdown;

/// <summary>Refuses text that was made to choke a reader, before it is parsed: nothing that a person writes comes near these limits.</summary>
internal static class MarkdownLimits
{
    /// <summary>Most levels of lists, quotes and emphasis inside each other.</summary>
    public const int Depth = 32;

    /// <summary>Most characters of a line.</summary>
    public const int LineLength = 20_000;

    /// <summary>Most marks between two blank lines: a parser matches them with each other, in time that grows with their square.</summary>
    public const int MarksInBlock = 4_000;

    /// <summary>Most that all blocks of a text together may come to, counting for each the square of its marks: 62 blocks as full as one may be, and a second of a parser's time.</summary>
    public const long SquaresOfMarks = 1_000_000_000;

    /// <summary>Most footnotes and underlined headings in a text: for each, the parser looks through all blocks before.</summary>
    public const int LookBacks = 2_000;

    /// <summary>Most cells of a table, counting a full row for each line.</summary>
    public const int Cells = 100_000;

    /// <returns>The first place at which a limit is passed, as a diagnostic; null for all honest texts.</returns>
    public static Diagnostic? Find(string path, string text, int startLine)
    {
        var line = startLine;
        int marks = 0, lines = 0, bars = 0, blockLine = startLine, lookBacks = 0;
        var squares = 0L;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var content = LineScanner.TakeLine(ref rest);
            if (content.IsWhiteSpace())
            {
                squares += (long)marks * marks;
                (marks, lines, bars, blockLine) = (0, 0, 0, line + 1);
            }
            else
            {
                if (LineScanner.Containers(content) > Depth)
                {
                    return TooDeep(new(path, line));
                }

                lines++;
                marks += LineScanner.Count(content);
                bars = Math.Max(bars, content.Count('|'));
                if (content.Length > LineLength)
                {
                    return TooMuch(new(path, line), $"这一行有{content.Length}个字符，最多{LineLength}个。");
                }

                if (marks > MarksInBlock)
                {
                    return TooMuch(new(path, blockLine), $"这一段里的标记符号（[ * _ ` < 等）超过{MarksInBlock}个。");
                }

                if (squares + ((long)marks * marks) > SquaresOfMarks)
                {
                    return TooMuch(new(path, blockLine), "到这一段为止，挤满标记符号（[ * _ ` < 等）的段落太多了。", "请分成几页。");
                }

                if (bars > 1 && (long)bars * lines > Cells)
                {
                    return TooMuch(new(path, blockLine), $"这个表格超过{Cells}格。");
                }

                lookBacks += LineScanner.MakesParserLookBack(content) ? 1 : 0;
                if (lookBacks > LookBacks)
                {
                    return TooMuch(new(path, line), $"脚注和下划线式标题超过{LookBacks}个。");
                }
            }

            line++;
        }

        return null;
    }

    /// <returns>Lines before the first one whose indent alone takes it past the depth; 0 where there is none.</returns>
    public static int DeepLine(string text)
    {
        var line = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var content = LineScanner.TakeLine(ref rest);
            var columns = 0;
            for (var i = 0; i < content.Length && content[i] is ' ' or '\t'; i++)
            {
                columns += content[i] == '\t' ? 4 : 1;
            }

            if (columns >= 2 * Depth)
            {
                return line;
            }

            line++;
        }

        return 0;
    }

    public static Diagnostic TooDeep(Location location) => Diagnostic.Error(
        "markdown/too-deep", location,
        $"列表、引用或强调一层套一层，超过{Depth}层。",
        "请减少嵌套的层数。");

    private static Diagnostic TooMuch(Location location, string message, string help = "请分成几段，中间空一行。") => Diagnostic.Error("markdown/too-much", location, message, help);
}

/// <summary>What a line of Markdown asks of a parser, found without parsing it.</summary>
internal static class LineScanner
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

    /// <returns>Whether the line is a footnote, or a line under a heading: for each, the parser looks through all blocks before it.</returns>
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
