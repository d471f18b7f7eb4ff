using System.Text;
using System.Text.RegularExpressions;

namespace Site.Exposures.Ledgers;

/// <summary>Finds and removes phrases which reveal that somebody from the public reported the hazard: “接群众举报，”.</summary>
internal static partial class TipOffPhrases
{
    private static readonly string[] Public =
    [
        "举报", "投诉", "群众", "市民", "居民", "村民", "职工", "员工", "工人", "业主", "家长", "来电", "来信", "来访", "热线", "信访", "12345", "12350", "96119", "12369", "12315", "匿名", "实名",
        "爆料", "反映", "网友", "网民", "网络", "留言", "线索", "小程序", "随手拍", "知情人", "社会监督", "媒体", "微信", "report", "public", "hotline", "tip", "complain", "whistle", "citizen", "anonym", "lead", "call",
    ];

    private static readonly string[] Official =
    [
        "执法", "检查", "巡查", "督查", "督导", "督察", "抽查", "排查", "检测", "监测", "监督", "监管", "移送", "移交", "通报", "暗访", "明查", "自查", "部门", "评审", "认定", "推荐", "评选", "考核", "复查", "整治", "行动",
        "inspection", "inspect", "patrol", "check", "audit", "official", "routine", "supervision", "enforcement",
    ];

    /// <summary>Whether a row rests on a tip-off, judged by its private columns; in doubt it does.</summary>
    public static bool AreIn(string source, string reporter, string contact) =>
        !MeansNone(reporter)
        || Public.Any(word => source.Contains(word, StringComparison.OrdinalIgnoreCase))
        || (source.Length > 0 && !MeansNone(source) && !Official.Any(word => source.Contains(word, StringComparison.OrdinalIgnoreCase)))
        || (source.Length == 0 && !MeansNone(contact));

    /// <returns>Whether a cell says that there is none.</returns>
    public static bool MeansNone(string text) => text is "" or "无" or "没有" or "/" or "—" or "－" or "不适用" or "none" or "None" or "N/A" or "n/a";

    /// <summary>Removes each clause that mentions a tip-off.</summary>
    /// <returns>The text without those clauses, and their number.</returns>
    public static (string Text, int Removed) Remove(string text)
    {
        if (!Leads().IsMatch(text))
        {
            return (text, 0);
        }

        var kept = new StringBuilder(text.Length);
        var removed = 0;
        foreach (var clause in Clauses().EnumerateMatches(text))
        {
            var part = text.AsSpan(clause.Index, clause.Length);
            if (Leads().IsMatch(part))
            {
                removed++;
                EndSentence(kept, part[^1]);
            }
            else
            {
                kept.Append(part);
            }
        }

        return (kept.ToString(), removed);
    }

    /// <summary>Ends a sentence that lost its last clause after the clause before it.</summary>
    private static void EndSentence(StringBuilder kept, char end)
    {
        if (kept.Length > 0 && kept[^1] is '，' or ',' or '；' or ';' or '、' && end is '。' or '！' or '？' or '!' or '?')
        {
            kept[^1] = end;
        }
    }

    [GeneratedRegex("[^，,。；;！!？?]*[，,。；;！!？?]|[^，,。；;！!？?]+$", RegexOptions.None, 1000)]
    private static partial Regex Clauses();

    [GeneratedRegex(
        "(?:群众|市民|居民|村民|职工|员工|工人|业主|租户|住户|家长|旅客|乘客|网友|网民|知情人|热心人|内部人|从业人员|匿名|实名|有人|他人|媒体)[^，。；]{0,8}?(?:举报|投诉|反映|来电|来信|来访|检举|爆料|线索|报料|曝光)"
        + "|(?:接|接到|收到|根据|依据|按照|针对|经|据|因|由|对)[^，。；]{0,14}?(?:举报|投诉|来电|来信|来访|信访|检举|爆料|热线|线索)"
        + "|(?:举报|投诉|信访|检举)(?:人|件|线索|转办|交办|反映|查实|属实|核查|信息|事项|内容|称|工单)"
        + "|(?:12350|96119|12345|12369|12315)[^，。；]{0,6}?(?:转|交办|派|工单|举报|投诉|受理|反映|来电)"
        + "|(?:转办|交办|派发)的?(?:举报|投诉|信访|工单)|被(?:举报|投诉|检举)", RegexOptions.None, 1000)]
    private static partial Regex Leads();
}
