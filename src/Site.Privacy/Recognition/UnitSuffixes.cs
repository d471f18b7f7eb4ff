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

    private const int MostLetters = 4;

    /// <summary>Symbols of units (GB 3100, GB 3102) that stand beside long figures.</summary>
    private static readonly HashSet<string> Symbols = new(StringComparer.Ordinal)
    {
        "W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "VA", "kVA", "MVA", "V", "kV", "mV", "A", "mA", "kA", "Ah", "mAh", "Hz", "kHz", "MHz", "GHz", "Pa", "kPa", "MPa", "bar", "N", "kN", "J", "kJ", "MJ", "GJ",
        "m", "mm", "cm", "km", "nm", "kg", "g", "mg", "t", "L", "mL", "ml", "h", "s", "ms", "min", "d", "K", "C", "Bq", "kBq", "MBq", "GBq", "TBq", "Gy", "Sv", "dB", "lx", "lm", "ppm", "ppb",
        "Ω", "kΩ", "MΩ", "μm", "µm", "B", "KB", "kB", "MB", "GB", "TB", "bit", "rpm", "ha", "RMB", "CNY", "USD",
    };

    private static readonly SearchValues<char> First = SearchValues.Create([.. Measures.Concat(Counted).Select(unit => unit[0]), '元']);

    /// <returns>Whether a currency or a measure follows at the index: <c>元</c>, but not 元旦.</returns>
    public static bool Follow(string text, int end)
    {
        var at = AfterBlanks(text, end);
        return at < text.Length && First.Contains(text[at]) && (AnyAt(text, at, Measures) || IsMoney(text, at));
    }

    /// <returns>Whether any unit or counting word follows at the index.</returns>
    public static bool OrCountsFollow(string text, int end)
    {
        var at = AfterBlanks(text, end);
        return at < text.Length && First.Contains(text[at]) && (Follow(text, at) || (AnyAt(text, at, Counted) && !StartsWith(text, at, "号码")));
    }

    /// <returns>Whether a word for pieces or times follows at the index, behind which nobody lives: 次, 份, but not 次日.</returns>
    public static bool PiecesFollow(string text, int end) =>
        AfterBlanks(text, end) is var at && at < text.Length && (text[at] is '份' or '册' or '件' || (text[at] == '次' && !StartsWith(text, at, "次日")));

    /// <returns>Whether the symbol of a unit follows at the index, and no further letter: W, kW·h, m³.</returns>
    public static bool SymbolFollows(string text, int end)
    {
        var at = AfterBlanks(text, end);
        var letters = at;
        while (letters < text.Length && letters - at < MostLetters && (char.IsAsciiLetter(text[letters]) || text[letters] is 'Ω' or 'μ' or 'µ'))
        {
            letters++;
        }

        return letters > at ? (letters == text.Length || !char.IsAsciiLetterOrDigit(text[letters])) && Symbols.Contains(text[at..letters]) : at < text.Length && text[at] is '℃' or '°' or '‰' or '㎡' or '㎥' or '㎞' or '㎏';
    }

    /// <returns>Whether a decimal point and 1 to 6 digits follow at the index.</returns>
    public static bool DecimalsFollow(string text, int end)
    {
        var dot = NumberEdges.Behind(text, end);
        var start = NumberEdges.Behind(text, dot + 1);
        var at = start;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return dot < text.Length && text[dot] == '.' && at - start is >= 1 and <= 6;
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

    private static bool AnyAt(string text, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (StartsWith(text, at, word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word stands at the index, also with invisible characters in it: the search index writes them between words.</summary>
    private static bool StartsWith(string text, int at, string word)
    {
        foreach (var c in word)
        {
            at = NumberEdges.Behind(text, at);
            if (at >= text.Length || text[at] != c)
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
