using Site.Model;

namespace Site.Reading;

/// <summary>Refuses text that was made to choke a reader, before it is parsed: nothing that a person writes comes near these limits.</summary>
internal static class SyntaxLimits
{
    /// <summary>Most levels of lists, quotes and emphasis inside each other.</summary>
    public const int Depth = 32;

    /// <summary>Most characters of a line.</summary>
    public const int LineLength = 20_000;

    /// <summary>Most marks between two blank lines: what a parser has to match with each other, which takes time by their square.</summary>
    public const int MarksInBlock = 4_000;

    /// <summary>Most footnotes and underlined headings in a text: for each, the parser looks through all blocks before.</summary>
    public const int LookBacks = 2_000;

    /// <summary>Most cells of a table, counting a full row for each line.</summary>
    public const int Cells = 100_000;

    /// <returns>The first place at which a limit is passed, as a problem; null for all honest texts.</returns>
    public static Problem? Find(string path, string text, int startLine)
    {
        var line = startLine;
        int marks = 0, lines = 0, bars = 0, blockLine = startLine, lookBacks = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var content = LineMarks.TakeLine(ref rest);
            if (content.IsWhiteSpace())
            {
                (marks, lines, bars, blockLine) = (0, 0, 0, line + 1);
            }
            else
            {
                if (LineMarks.Containers(content) > Depth)
                {
                    return TooDeep(new(path, line));
                }

                lines++;
                marks += LineMarks.Count(content);
                bars = Math.Max(bars, content.Count('|'));
                if (content.Length > LineLength)
                {
                    return TooMuch(new(path, line), $"这一行有{content.Length}个字符，最多{LineLength}个。");
                }

                if (marks > MarksInBlock)
                {
                    return TooMuch(new(path, blockLine), $"这一段里的标记符号（[ * _ ` < 等）超过{MarksInBlock}个。");
                }

                if (bars > 1 && (long)bars * lines > Cells)
                {
                    return TooMuch(new(path, blockLine), $"这个表格超过{Cells}格。");
                }

                lookBacks += LineMarks.MakesParserLookBack(content) ? 1 : 0;
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
            var content = LineMarks.TakeLine(ref rest);
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

    public static Problem TooDeep(Place where) => Problem.Error(
        "markdown/too-deep", where,
        $"列表、引用或强调一层套一层，超过{Depth}层。",
        "请减少嵌套的层数。");

    private static Problem TooMuch(Place where, string what) => Problem.Error(
        "markdown/too-much", where, what, "请分成几段，中间空一行。");
}
