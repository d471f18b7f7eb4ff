using Site.Core.Diagnostics;

namespace Site.Core.Text;

/// <summary>
/// Characters that no text of the site may contain: control characters, which XML forbids; line and paragraph
/// separators, at which editors and parsers count lines differently; and characters that change the direction of the text, with which a
/// reviewer would see another text than the published one (CVE-2021-42574).
/// </summary>
public static class ForbiddenCharacters
{
    /// <summary>All of them except the tab and the line feed, which are allowed in a file but not in a field.</summary>
    private static readonly QuickCharacters InFiles = QuickCharacters.Where(c => c is not ('\t' or '\n') && IsForbidden(c));

    private static readonly QuickCharacters InFields = QuickCharacters.Where(c => IsForbidden(c) || char.IsSurrogate(c));

    /// <summary>Reports the first such character of a file.</summary>
    /// <returns>Whether the text is clean.</returns>
    public static bool Find(string path, string text, List<Diagnostic> diagnostics)
    {
        var at = InFiles.IndexIn(text);
        if (at < 0)
        {
            return true;
        }

        diagnostics.Add(Diagnostic.Error("file/control-character", Location.At(path, text, at),
            $"这里有一个看不见的字符 {Name(text[at])}{Meaning(text[at])}。", "删掉它；如果看不到，就把这一行重新打一遍。"));
        return false;
    }

    /// <returns>The name (U+0007) of the first character that a one-line field may not contain, or null.</returns>
    public static string? FirstIn(string value)
    {
        var from = 0;
        while (InFields.IndexIn(value, from) is var at and >= 0)
        {
            if (!char.IsSurrogatePair(value, at))
            {
                return Name(value[at]);
            }

            from = at + 2;
        }

        return null;
    }

    private static string Name(char c) => $"U+{(int)c:X4}";

    private static string Meaning(char c) => c switch
    {
        '\0' => "（空字符 NUL）",
        '\r' => "（单独的回车）",
        (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => "（会改变文字的显示顺序）",
        _ => "",
    };

    private static bool IsForbidden(char c) =>
        c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or (>= '\uFDD0' and <= '\uFDEF') or '\uFFFE' or '\uFFFF';
}
