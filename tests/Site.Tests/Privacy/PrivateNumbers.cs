using FsCheck;
using FsCheck.Fluent;
using Site.Privacy.Recognition;

namespace Site.Tests;

/// <summary>Makes valid numbers that belong to nobody: region 9999, mobiles of a network that does not exist, cards of no bank.</summary>
internal static class PrivateNumbers
{
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static Gen<string> IdentityCard =>
        from province in Gen.Elements("11", "31", "33", "44", "65")
        from born in Gen.Choose(0, 40_000)
        from order in Gen.Choose(0, 999)
        let digits = $"{province}9999{new DateOnly(1900, 1, 1).AddDays(born):yyyyMMdd}{order:000}"
        select digits + "10X98765432"[digits.Select((digit, i) => (digit - '0') * Weights[i]).Sum() % 11];

    public static Gen<string> Mobile =>
        from second in Gen.Choose(3, 9)
        from rest in Gen.Choose(0, 999_999_999)
        select $"1{second}{rest:000000000}";

    public static Gen<string> BankCard =>
        from length in Gen.Elements(16, 17, 18, 19)
        from rest in Gen.Choose(0, 999_999_999)
        let digits = "629999" + rest.ToString("000000000", System.Globalization.CultureInfo.InvariantCulture).PadLeft(length - 7, '0')
        from last in Gen.Constant("0123456789".Single(last => Luhn.Passes(digits + last)))
        select digits + last;

    /// <summary>Text that may stand around a number: no digit touches it, no money, no decimals follow.</summary>
    public static Gen<string> Around =>
        Gen.Elements(
            "", "，", "。", "举报人", "电话", "张三", "abc", "P-", "（", "）", "：", "某某公司", "\n", "第九条", "年", "x", "、", "“", "的车主", " ", "安全生产", "T", "\"", "<b>");

    /// <summary>Ways to write a number so that a reader still sees it.</summary>
    public static Gen<Func<string, string>> Disguise =>
        Gen.Elements<Func<string, string>>(
            number => number,
            number => string.Concat(number.Select(c => (char)(c + 0xFEE0))),
            number => string.Join('\u200B', number.ToCharArray()),
            number => string.Join(' ', number.ToCharArray()),
            number => string.Join('-', number.ToCharArray()),
            number => string.Join("\u00AD", number.ToCharArray()),
            number => number.Length == 11 ? $"{number[..3]} {number[3..7]} {number[7..]}" : string.Join(' ', number.Chunk(4).Select(part => new string(part))),
            number => number.Length == 11 ? $"{number[..3]}-{number[3..7]}-{number[7..]}" : string.Join('-', number.Chunk(4).Select(part => new string(part))),
            number => $"{number[..6]}\n{number[6..]}",
            number => string.Concat(number.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(0x1D7CE + c - '0') : c.ToString())));
}
