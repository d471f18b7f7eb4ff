using System.Text.RegularExpressions;

namespace Site.Disclosure;

/// <summary>Finds the number of a decision: 示应急罚〔2026〕12号, 第12号, or a code alone such as ZD-2026-012.</summary>
internal static partial class DecisionNumbers
{
    /// <returns>The number with the letters and office before it, or null where the text has none.</returns>
    public static string? Find(string text) => Numbers().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(
        "[\u4E00-\u9FFFA-Za-z]{0,16}[〔\\[［（(【]\\s*(?:19|20)[0-9]{2}\\s*年?[〕\\]］）)】]\\s*第?\\s*[0-9]{1,6}(?:-[0-9]{1,4})?\\s*号?"
        + "|[\u4E00-\u9FFFA-Za-z]{0,16}(?:19|20)[0-9]{2}\\s*年?\\s*第\\s*[0-9]{1,6}\\s*号"
        + "|[\u4E00-\u9FFFA-Za-z]{0,16}第\\s*[0-9]{1,8}\\s*号"
        + "|[\u4E00-\u9FFFA-Za-z]{1,12}[-－][A-Za-z0-9－-]{0,12}(?:19|20)[0-9]{2}[-－][0-9]{1,6}(?:号)?"
        + "|[\u4E00-\u9FFFA-Za-z]{1,16}(?:19|20)[0-9]{2}[-－][0-9]{1,6}(?:号)?"
        + "|(?<![0-9])(?:19|20)[0-9]{2}[-－][0-9]{3,6}号?(?![0-9-])"
        + "|^[A-Za-z][A-Za-z0-9/_-]{0,30}[0-9][A-Za-z0-9/_-]{0,10}$", RegexOptions.None, 1000)]
    private static partial Regex Numbers();
}
