using System.Collections.Immutable;

namespace Site.Content.Markdown;

/// <summary>
/// The families of safety signs that a marked quote may belong to. Source: GB 2894 and ISO 7010: prohibition, warning, mandatory action
/// and safe condition; a plain note is ours.
/// </summary>
internal static class SafetySigns
{
    /// <summary>Word in the source, class of the element, and the label that readers see.</summary>
    public static ImmutableArray<(string Word, string Class, string Label)> All { get; } =
    [
        ("CAUTION", "sign-prohibition", "禁止"),
        ("WARNING", "sign-warning", "警告"),
        ("IMPORTANT", "sign-mandatory", "必须"),
        ("TIP", "sign-safe", "提示"),
        ("NOTE", "sign-note", "说明"),
    ];

    /// <returns>The sign of a word in any case, or null.</returns>
    public static (string Word, string Class, string Label)? Find(ReadOnlySpan<char> word)
    {
        foreach (var sign in All)
        {
            if (word.Equals(sign.Word, StringComparison.OrdinalIgnoreCase))
            {
                return sign;
            }
        }

        return null;
    }
}
