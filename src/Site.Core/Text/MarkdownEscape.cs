using System.Buffers;
using System.Text;

namespace Site.Core.Text;

/// <summary>Escapes plain text for Markdown.</summary>
public static class MarkdownEscape
{
    private static readonly SearchValues<char> Anywhere = SearchValues.Create("\\`*_[]<>&{");
    private static readonly SearchValues<char> AtStart = SearchValues.Create("#+-=:|~");

    /// <returns>The text with a backslash before each character that has a meaning in the middle of a line.</returns>
    public static string Inline(string text)
    {
        if (!text.AsSpan().ContainsAny(Anywhere))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            escaped.Append(Anywhere.Contains(unit) ? "\\" : "").Append(unit);
        }

        return escaped.ToString();
    }

    /// <returns>A line of escaped text, changed so that it does not begin a block.</returns>
    public static string Start(string line)
    {
        if (line.Length == 0)
        {
            return line;
        }

        if (AtStart.Contains(line[0]))
        {
            return "\\" + line;
        }

        var digits = line.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 10 && line[digits] is '.' or ')' ? line.Insert(digits, "\\") : line;
    }
}
