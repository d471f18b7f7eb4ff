using System.Text;
using Site.Core.Text;

namespace Site.Content.Quizzes;

/// <summary>Compares answers as a reader would.</summary>
public static class AnswerText
{
    /// <returns>The text in lower case and simplified characters, without spaces, full-width forms made half-width: two texts with the same result are the same
    /// answer.</returns>
    /// <remarks>The twin is <c>fold</c> in <c>themes/Campaign/Assets/js/quiz/score.mjs</c>, with <see cref="Variants"/> as its table.</remarks>
    public static string Fold(string text) => string.Concat(FoldWidth(text).Select(TraditionalCharacters.Simplify));

    /// <returns>The text in lower case, without spaces and with full-width forms made half-width: two texts with the same result read alike.</returns>
    internal static string FoldWidth(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
            {
                folded.Append(char.ToLowerInvariant(unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit));
            }
        }

        return folded.ToString();
    }

    /// <returns>Each traditional character that is folded into one of these texts, followed by what it becomes; sorted.</returns>
    /// <param name="folded">Answers after <see cref="Fold"/>.</param>
    public static string Variants(IEnumerable<string> folded)
    {
        var used = string.Concat(folded);
        var variants = new StringBuilder();
        for (var at = 0; used.Length > 0 && at < TraditionalCharacters.Pairs.Length; at += 2)
        {
            if (used.Contains(TraditionalCharacters.Pairs[at + 1]))
            {
                variants.Append(TraditionalCharacters.Pairs, at, 2);
            }
        }

        return variants.ToString();
    }
}
