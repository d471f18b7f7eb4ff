using System.Globalization;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads and writes numbers of banks: a sign, digits, a point, an exponent; a full-width figure counts as its half-width one.</summary>
internal static class BankNumbers
{
    /// <returns>The number, or null where the text is none or is larger than 10^20.</returns>
    public static decimal? Read(string text)
    {
        var folded = AnswerText.FoldWidth(text);
        return folded.Length is > 0 and <= 40
            && decimal.TryParse(folded, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) <= 100_000_000_000_000_000_000m
            ? number
            : null;
    }

    /// <returns>All digits of the number, with a point where it has a fraction.</returns>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>Reads the categories of Moodle, <c>$course$/top/消防/家庭</c>.</summary>
internal static class BankCategories
{
    private static readonly string[] Defaults = ["Default for ", "默认", "Defaults for "];

    /// <returns>The last part of the path, two slashes standing for one; empty where it is one that Moodle makes by itself.</returns>
    public static string Last(string path)
    {
        var last = path.Replace("//", "\uE002", StringComparison.Ordinal).Split('/')[^1].Replace('\uE002', '/').Trim();
        return last is "top" || last.StartsWith('$') || Defaults.Any(start => last.StartsWith(start, StringComparison.Ordinal)) ? "" : last;
    }
}
