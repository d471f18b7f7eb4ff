using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>What stands directly beside a number.</summary>
internal static class NumberEdges
{
    private const int MostBetween = 3;

    /// <summary>Words for what a thing is called or counted by; a number directly behind is no telephone.</summary>
    private static readonly string[] Things =
    [
        "编号", "单号", "文号", "案号", "批号", "型号", "序号", "序列号", "流水号", "图号", "货号", "桩号", "编码", "条码", "条形码", "设备号", "注册码", "注册代码", "设备代码", "登记号", "备案号", "规格", "代码", "单据号", "资产号", "SN", "NO", "No",
    ];

    /// <returns>Whether a Latin letter or a low line touches the number.</returns>
    public static bool TouchLetter(string text, int start, int end) =>
        (start > 0 && IsOfWord(text[start - 1])) || (end < text.Length && IsOfWord(text[end]));

    /// <returns>Whether a word such as 编号 stands before the number, with at most three signs between: 编号为：.</returns>
    public static bool IsAfterThing(string text, int start)
    {
        var end = start;
        while (end > 0 && start - end < MostBetween && text[end - 1] is ' ' or ':' or '=' or '.' or '为' or '是' or FoldTable.Invisible)
        {
            end--;
        }

        return Things.Any(word => EndsWith(text, end, word));
    }

    /// <returns>Whether the groups go on before the number, as in a longer code: 2026-0154-0000-0021; of letters only where a word says that it is a code: 编号YJ-154-0000-0021.</returns>
    public static bool ContinueBefore(string text, int start) =>
        Before(text, start) is var sign && sign >= 0 && text[sign] is '-' or '.' or '/' && Before(text, sign) is var group && group >= 0
            && (char.IsAsciiDigit(text[group]) || (text[sign] == '-' && IsAfterThing(text, StartOfLetters(text, group + 1))));

    private static int StartOfLetters(string text, int end)
    {
        var start = end;
        while (start > 0 && end - start < 6 && char.IsAsciiLetterUpper(text[start - 1]))
        {
            start--;
        }

        return start;
    }

    /// <returns>The index of the visible character before the index, or -1.</returns>
    public static int Before(string text, int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && text[at] == FoldTable.Invisible);
        return at;
    }

    /// <returns>The index of the first visible character from the index on, or the length of the text.</returns>
    public static int Behind(string text, int at)
    {
        while (at < text.Length && text[at] == FoldTable.Invisible)
        {
            at++;
        }

        return at;
    }

    private static bool EndsWith(string text, int end, string word)
    {
        var at = end;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            at = Before(text, at);
            if (at < 0 || text[at] != word[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether 号 follows the number, which then is that of a document; 号码 may follow a telephone.</returns>
    public static bool IsOfADocument(string text, int end) =>
        end < text.Length && text[end] == '号' && (end + 1 == text.Length || text[end + 1] != '码');

    private static bool IsOfWord(char c) => char.IsAsciiLetter(c) || c == '_';
}

/// <summary>Words of calling near a number, not always directly before it: 打他办公室的…, …是他家的座机.</summary>
internal static class CallWords
{
    private const int MostBefore = 12;
    private const int MostBehind = 10;
    private const string Ends = "。;!?\n";
    private static readonly string[] Words =
        ["电话", "座机", "手机", "固话", "总机", "致电", "来电", "回电", "去电", "打给", "打到", "打他", "打她", "打我", "打这", "打个", "拨打", "回拨", "号码", "联系", "家里电", "呼叫", "呼他", "呼她", "呼我", "传真", "占线", "接听", "接电", "人接", "打不通", "办公室", "找他", "找她", "找老", "找到他", "找到她", "找到人", "短信至", "短信到", "短信给"];

    /// <summary>What may follow 打 and 拨 where they do not mean calling: 打印, 拨款.</summary>
    private const string NoCall = "印击造开扫磨孔桩捞包分动破架压款付用";

    /// <returns>Whether one of the words stands at most 12 characters before the number or 10 behind it, in the same sentence.</returns>
    public static bool AreNear(string text, int start, int end)
    {
        var from = start;
        while (from > 0 && start - from < MostBefore && !Ends.Contains(text[from - 1]))
        {
            from--;
        }

        var to = end;
        while (to < text.Length && to - end < MostBehind && !Ends.Contains(text[to]))
        {
            to++;
        }

        return AreIn(text.AsSpan(from, start - from)) || AreIn(text.AsSpan(end, to - end)) || (start > 0 && text[start - 1] == '电') || (end < text.Length && text[end] == '找');
    }

    private static bool AreIn(ReadOnlySpan<char> text)
    {
        foreach (var word in Words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return text.LastIndexOfAny('打', '拨', '呼') is var call and >= 0 && (call + 1 == text.Length || !NoCall.Contains(text[call + 1]));
    }
}
