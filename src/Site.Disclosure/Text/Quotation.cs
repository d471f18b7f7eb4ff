namespace Site.Disclosure;

/// <summary>Puts words of a form in quotation marks for a message.</summary>
internal static class Quotation
{
    /// <returns>The words between “ and ”; such marks within become ‘ and ’ (GB/T 15834, 4.8).</returns>
    public static string Of(string words) => $"“{words.Replace('“', '‘').Replace('”', '’')}”";
}
