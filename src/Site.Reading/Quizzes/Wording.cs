using System.Text;

namespace Site.Reading;

/// <summary>Compares answers as a reader would.</summary>
internal static class Wording
{
    /// <returns>The text in lower case, without spaces and with full-width forms made half-width: two texts with the same result read alike.</returns>
    public static string Fold(string text)
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
}
