using System.Text;
using Site.Model.Privacy;

namespace Site.Cli;

/// <summary>Makes any text harmless in Markdown: it shows as it is, in one line, and does nothing.</summary>
internal static class MarkdownText
{
    private const int Longest = 120;

    public static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.Length > Longest ? text[..Longest] + "…" : text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                plain.Append(' ');
            }
            else if (FoldTable.Of(c) != FoldTable.Invisible && !char.IsSurrogate(c))
            {
                plain.Append(IsSign(c) ? "\\" : "").Append(c);
            }
        }

        return plain.ToString();
    }

    /// <summary>All that means something in Markdown; GitHub would also call people by @ and link numbers by #.</summary>
    private static bool IsSign(char c) => char.IsAscii(c) && !char.IsAsciiLetterOrDigit(c) && c is not (' ' or ',' or '/' or ':' or '%');
}
