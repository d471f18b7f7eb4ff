namespace Site.Privacy.Recognition;

/// <summary>Telephones that may be shown: those of offices, halls and hotlines, as pages and settings declare them.</summary>
internal sealed class PublicNumbers
{
    private const int ShortestEnding = 7;
    private readonly HashSet<string> numbers;

    /// <param name="numbers">Numbers as written, with blanks, hyphens and brackets or not.</param>
    public PublicNumbers(IEnumerable<string> numbers) =>
        this.numbers = [.. numbers.Select(Digits).Where(digits => digits.Length > 0)];

    /// <returns>Whether the number is one of them, with or without country code and area code.</returns>
    public bool Contains(ReadOnlySpan<char> written)
    {
        if (numbers.Count == 0)
        {
            return false;
        }

        var digits = Digits(written.ToString());
        return numbers.Contains(digits)
            || (digits.Length >= ShortestEnding && numbers.Any(number => number.Length >= ShortestEnding
                && (number.EndsWith(digits, StringComparison.Ordinal) || digits.EndsWith(number, StringComparison.Ordinal)
                    || digits.StartsWith(number, StringComparison.Ordinal))));
    }

    /// <returns>The digits without country code and leading zeros.</returns>
    private static string Digits(string written)
    {
        var digits = string.Concat(FoldedText.Of(written, Folding.Words).Text.Where(char.IsAsciiDigit)).TrimStart('0');
        return digits.Length > 10 && digits.StartsWith("86", StringComparison.Ordinal) ? digits[2..].TrimStart('0') : digits;
    }
}
