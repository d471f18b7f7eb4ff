namespace Site.Model.Privacy;

/// <summary>The check digit of bank cards.</summary>
public static class Luhn
{
    /// <summary>Says whether the last digit follows from those before it by Luhn's rule (ISO/IEC 7812-1, annex B).</summary>
    public static bool Passes(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }
}
