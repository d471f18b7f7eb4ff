namespace Site.Core.Text;

/// <summary>Converts article numbers: 四十一, 一百零二, 41.</summary>
public static class ChineseNumerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <returns>1 to 9999, or null.</returns>
    public static int? Read(string text)
    {
        if (int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 9999 ? number : null;
        }

        var (sum, digit) = (0, -1);
        foreach (var c in text.Replace('〇', '零').Replace('两', '二'))
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0 && Digits.IndexOf(c, StringComparison.Ordinal) is var value and >= 0)
            {
                digit = value;
            }
            else if (unit > 0)
            {
                sum += (digit < 0 ? 1 : digit) * unit;
                digit = -1;
            }
            else
            {
                return null;
            }
        }

        sum += Math.Max(digit, 0);
        return sum is >= 1 and <= 9999 ? sum : null;
    }

    /// <param name="number">1 to 9999.</param>
    public static string Write(int number)
    {
        var text = "";
        foreach (var (unit, name) in new[] { (1000, "千"), (100, "百"), (10, "十"), (1, "") })
        {
            var digit = number / unit % 10;
            text += digit > 0 ? Digits[digit] + name : text.Length > 0 && text[^1] != '零' ? "零" : "";
        }

        text = text.TrimEnd('零');
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }
}
