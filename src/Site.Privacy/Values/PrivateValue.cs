using Site.Privacy.Recognition;

namespace Site.Privacy.Values;

/// <summary>One private value in the form in which it is searched for.</summary>
/// <param name="Symbols">2 to 64 symbols.</param>
/// <param name="NeedsEdges">Whether it is also an everyday word, which matches only if no Chinese character is adjacent.</param>
internal sealed record PrivateValue(string Symbols, bool NeedsEdges)
{
    private const int Longest = 64;
    private const int ShortestSentence = 8;
    private const int LongestList = 60;
    private static readonly char[] Between = [.. " 、，,/|;；\t\n\u3000:：()（）0123456789-"];

    private static readonly HashSet<string> CommonValues = new(StringComparer.Ordinal)
    {
        "群众", "匿名", "职工", "企业职工", "员工", "市民", "居民", "村民", "暂无", "不详", "同上", "未知", "保密", "办公室", "应急办", "值班室", "综合科", "负责人", "联系人", "热线",
        "电话", "举报", "投诉", "群众举报", "群众投诉", "电话举报", "网络举报", "来信", "来访", "巡查", "检查", "日常检查", "专项检查", "双随机", "移交", "转办", "已整改", "整改中", "已办结", "已核实",
        "属实", "不属实", "网格员", "安全员", "社区", "街道", "企业", "单位", "备注", "示例", "input", "returns", "exposures", "forms", "releases", "units", "tables", "policy", "canaries", "content", "output", "index", "source", "reporter",
        "contact", "email", "phone", "other", "unknown", "anonymous",
    };

    /// <summary>Makes the search values of a value as written in a file.</summary>
    /// <returns>None for a value that is too short or too common; for a note, each long sentence and each name and number in it.</returns>
    public static IEnumerable<PrivateValue> Of(string written) =>
        OfParts(written)
            .Concat(PrivateDataRecognizer.Find(written).Where(match => match.Kind != PrivateKind.HouseNumber).SelectMany(match => OfParts(written.Substring(match.Start, match.Length))))
            .Concat(written.Length > LongestList ? [] : written.Split(Between, StringSplitOptions.RemoveEmptyEntries).Where(IsName).SelectMany(OfParts))
            .Distinct();

    /// <summary>Two to four Chinese characters that begin with a family name: one name of a list such as 张三、李四.</summary>
    private static bool IsName(string part) =>
        part.Length is >= 2 and <= 4 && part.All(c => c >= '\u4E00') && Surnames.LengthAt(part, 0) > 0 && !CommonWords.BeginAt(part, 0);

    private static IEnumerable<PrivateValue> OfParts(string written)
    {
        var parts = written.Split(['。', '；', ';', '！', '!', '？', '?', '\n', '&', '<', '>', '"', '\'', '\\', '%'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Select(part => (Symbols: SymbolsOf(part), IsAll: parts.Length == 1))
            .Where(part => IsDistinctive(part.Symbols) && (part.IsAll || part.Symbols.Length >= ShortestSentence || parts.Length <= 2))
            .Select(part => new PrivateValue(
                part.Symbols.Length > Longest ? part.Symbols[..Longest] : part.Symbols,
                part.Symbols.Length == 2 && CommonWords.Has(part.Symbols)));
    }

    internal static string SymbolsOf(string written) =>
        string.Concat(FoldedText.Of(written, Folding.Words).Text.Select(ValueSymbols.Of).Where(symbol => symbol is not (ValueSymbols.Skipped or ValueSymbols.Foreign)))
            .Trim('.');

    private static bool IsDistinctive(string symbols)
    {
        var letters = symbols.Count(symbol => symbol >= '\u0080');
        return !CommonValues.Contains(symbols) && !IsOffice(symbols)
            && (letters >= 2 || (letters == 1 && symbols.Length >= 3 && symbols.Any(char.IsAsciiLetterOrDigit) && symbols.Length >= 5) || IsDistinctiveAscii(symbols, letters));
    }

    /// <summary>A public reporting channel: 12345热线, 12350举报平台.</summary>
    private static bool IsOffice(string symbols)
    {
        var rest = symbols;
        foreach (var word in (ReadOnlySpan<string>)["96119", "12350", "12345", "12369", "119", "110", "政务服务", "便民", "热线", "举报", "投诉", "平台", "电话", "转办", "交办", "来电", "来信", "来访", "网上", "网络", "信访", "群众", "市民", "职工", "市长", "小程序"])
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Length == 0;
    }

    /// <summary>Six or more digits that are no date; five or more letters and digits with a digit or an @; eight or more letters.</summary>
    private static bool IsDistinctiveAscii(string symbols, int letters) =>
        letters == 0 && (symbols.All(char.IsAsciiDigit)
            ? symbols.Length >= 6 && !(symbols.Length == 8 && symbols[..2] is "19" or "20")
            : symbols.Length >= 5 && (symbols.Length >= 8 || symbols.Any(symbol => char.IsAsciiDigit(symbol) || symbol is '@')));
}
