using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Units after a number, which make it a quantity.</summary>
internal static class UnitSuffixes
{
    private static readonly string[] Measures =
    [
        "万元", "亿元", "千元", "美元", "欧元", "日元", "港元", "港币", "人民币", "块钱", "圆", "吨", "千克", "公斤", "毫米", "厘米", "公里",
        "平方", "立方", "千瓦", "兆瓦", "人次", "万人", "万吨", "万千瓦", "%",
    ];

    private static readonly string[] Counted =
    [
        "个", "次", "份", "人", "件", "条", "户", "台", "起", "例", "场", "项", "家", "处", "册", "米", "升", "亩", "万", "亿", "年", "度", "倍", "号", "篇", "期",
    ];

    private static readonly SearchValues<char> First = SearchValues.Create([.. Measures.Concat(Counted).Select(unit => unit[0]), '元']);

    /// <returns>Whether a currency or a measure follows at the index: <c>元</c>, but not 元旦.</returns>
    public static bool Follow(string text, int end)
    {
        var at = AfterBlanks(text, end);
        return at < text.Length && First.Contains(text[at]) && (Measures.Any(unit => StartsWith(text, at, unit)) || IsMoney(text, at));
    }

    /// <returns>Whether any unit or counting word follows at the index.</returns>
    public static bool OrCountsFollow(string text, int end)
    {
        var at = AfterBlanks(text, end);
        return Follow(text, end) || (at < text.Length && First.Contains(text[at]) && Counted.Any(unit => StartsWith(text, at, unit)) && !StartsWith(text, at, "号码"));
    }

    /// <returns>Whether a decimal point and 1 to 6 digits follow at the index.</returns>
    public static bool DecimalsFollow(string text, int end)
    {
        var at = end + 1;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return end < text.Length && text[end] == '.' && at - end is > 1 and <= 7;
    }

    private static bool IsMoney(string text, int at) =>
        text[at] == '元' && (at + 1 == text.Length || !"旦月宵件素老首".Contains(text[at + 1]));

    private static int AfterBlanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or FoldTable.Invisible)
        {
            at++;
        }

        return at;
    }

    private static bool StartsWith(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
