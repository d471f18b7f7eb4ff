namespace Site.Reading;

/// <summary>Small figures above and below the line, as in CO₂ and m³: Unicode has them, Markdown does not.</summary>
internal static class SmallDigits
{
    private const string Plain = "0123456789+-=()";
    private const string Below = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎";
    private const string Above = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾";

    /// <returns>The text in small characters, or, where Unicode has none for it, as it is, which is noted.</returns>
    public static string Write(string text, bool isBelow, ItemNotes item)
    {
        if (text.All(unit => Plain.Contains(unit, StringComparison.Ordinal)))
        {
            return string.Concat(text.Select(unit => (isBelow ? Below : Above)[Plain.IndexOf(unit, StringComparison.Ordinal)]));
        }

        item.Change($"上标、下标“{SafeText.Quote(text)}”写成了普通文字。");
        return text;
    }
}
