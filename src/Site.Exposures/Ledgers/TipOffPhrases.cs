using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>Finds and removes phrases which reveal that somebody from the public reported the hazard: “接群众举报，”. What is found otherwise stays.</summary>
internal static partial class TipOffPhrases
{
    private const int LongestBrackets = 200;

    /// <summary>The fewest letters, without words of procedure, of something that is worth keeping.</summary>
    private const int LeastMeaning = 3;

    private static readonly char[] Ends = ['，', ',', '。', '；', ';', '！', '!', '？', '?'];

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

    /// <summary>Removes what tells of a tip-off: of 接群众举报某厂锁闭后门 remains 某厂锁闭后门. Clauses beside it that hold nothing but somebody's name or telephone go with it.</summary>
    /// <returns>The text without that, and the number of clauses that mentioned a tip-off.</returns>
    public static (string Text, int Removed) Remove(string text)
    {
        var plain = string.Concat(text.Select(TraditionalCharacters.Simplify));
        if (!Leads().IsMatch(plain))
        {
            return (text, 0);
        }

        var kept = new StringBuilder(text.Length);
        var removed = 0;
        foreach (var (start, end) in Clauses(plain))
        {
            var clause = plain[start..end];
            if (!Leads().IsMatch(clause))
            {
                AppendUnlessPersonal(kept, text[start..end]);
                continue;
            }

            removed++;
            var mark = Ends.Contains(clause[^1]) ? clause[^1] : '\0';
            var rest = Facts(clause.TrimEnd(Ends), text[start..end]);
            if (rest.Length == 0)
            {
                EndSentence(kept, mark);
                continue;
            }

            kept.Append(rest);
            if (mark != '\0')
            {
                kept.Append(mark);
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

    private static void AppendUnlessPersonal(StringBuilder kept, string clause)
    {
        var masked = Redactor.Redact(clause);
        if (!masked.Masked.IsEmpty && Meaning(Personal().Replace(masked.Text.Replace(Redactor.Mask, "", StringComparison.Ordinal), "")) < LeastMeaning)
        {
            EndSentence(kept, clause[^1]);
            return;
        }

        kept.Append(clause);
    }

    /// <summary>The clauses of a text, each with the mark at its end; a mark in brackets ends none.</summary>
    private static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var (start, close) = (0, -1);
        for (var at = 0; at < text.Length; at++)
        {
            close = text[at] is '（' or '(' && at > close ? text.AsSpan(at, Math.Min(LongestBrackets, text.Length - at)).IndexOfAny('）', ')') + at : close;
            if (at > close && Ends.Contains(text[at]))
            {
                yield return (start, at + 1);
                start = at + 1;
            }
        }

        if (start < text.Length)
        {
            yield return (start, text.Length);
        }
    }

    /// <summary>What a clause says besides that somebody reported it: what follows the report, with the finding of an office or the firm before it.</summary>
    /// <param name="clause">In simplified characters, without its mark at the end.</param>
    /// <param name="written">The same as written.</param>
    /// <returns>Empty where it says nothing else, or where more of the tip-off would remain.</returns>
    private static string Facts(string clause, string written)
    {
        var told = Told().Matches(clause);
        if (told.Count == 0)
        {
            return "";
        }

        var behind = told[^1].Index + told[^1].Length;
        if (told[^1].Value.TrimEnd('：', ':', '“', '的')[^1] is '人' or '者')
        {
            behind = Saying().Match(clause, behind) is { Success: true } saying ? saying.Index + saying.Length : clause.Length;
        }

        var before = Before().Match(clause) is { Success: true } match && match.Length <= told[0].Index + told[0].Length ? match.Groups["keep"].Length : 0;
        var rest = Meaning(clause[behind..]) < LeastMeaning ? "" : WithoutPersons(written[behind..clause.Length]).TrimStart('的', '称', '说', '了', '：', ':', '，', ',', '、', ' ', '“', '”');
        rest = IsOnlyAName(rest) ? "" : rest;
        var head = before > 0 && (rest.Length > 0 || Meaning(clause[..before]) >= LeastMeaning) ? WithoutPersons(written[..before]) : "";
        var facts = head + rest;
        var plain = string.Concat(facts.Select(TraditionalCharacters.Simplify));
        return Meaning(plain) < LeastMeaning || Leads().IsMatch(plain) || plain.Contains("举报人", StringComparison.Ordinal) ? "" : facts;
    }

    /// <summary>Brackets that hold somebody's name or number, or tell of a tip-off, are left out.</summary>
    private static string WithoutPersons(string text) =>
        Brackets().Replace(text, match => Redactor.Redact(match.Value).Masked.IsEmpty && !Leads().IsMatch(match.Value) ? match.Value : "");

    /// <summary>Whether a text says nothing but who somebody is: 李四海, 名字是李四海, 阿依古丽·买买提.</summary>
    private static bool IsOnlyAName(string text)
    {
        var name = NameWords().Replace(Brackets().Replace(text, ""), "").Trim();
        return (Surnames.LengthAt(string.Concat(name.Select(TraditionalCharacters.Simplify)), 0) > 0 || name.Contains('·'))
            && Redactor.Redact("姓名：" + name) is { Masked.IsEmpty: false } redacted && redacted.Text.Replace(Redactor.Mask, "", StringComparison.Ordinal).TrimEnd(Ends) == "姓名：";
    }

    [GeneratedRegex("^(?:的|其|他|她|姓名|名字|名叫|名为|叫做|叫|是|为|系|[:： ])+|(?:反映|来电|来信|同志|先生|女士)+$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex NameWords();

    /// <returns>How many letters are left without words of procedure: 属实, 前往核查.</returns>
    private static int Meaning(string text) => Procedure().Replace(text, "").EnumerateRunes().Count(Rune.IsLetter);

    /// <summary>Ways in which somebody tells of something, with what stands behind them in the same expression.</summary>
    [GeneratedRegex(
        "(?:举报|投诉|反映|检举|爆料|报料|来电|来信|来访|信访|转办|交办|派发|派单|留言)(?:人|者|件|单|工单|线索|材料|信息|事项|内容|平台|电话|热线|小程序|中心|奖励|问题|情况|转办|交办|受理){0,3}(?:等)?(?:称|说|指出|反映|提到|表示|举报)?(?:的|了|到|其|后(?=我|经|执法|检查|，|立即|前往|赶|现场|组织|对|到|由|市|区|县|街))?[:：“]?|线索(?:称|显示|反映)?|(?:知情|来访|热心)人",
        RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Told();

    /// <summary>From the name of somebody who reported something to the word that tells what.</summary>
    [GeneratedRegex("\\G[^，。；]{0,80}?(?:称|说|反映|指出|提到|表示|告知|透露|报告|发现|来电|告诉)(?:的|了|到|其)?[:：“]?", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Saying();

    /// <summary>What an office found, or the firm that somebody reported, before the report.</summary>
    [GeneratedRegex(
        "^(?:(?<keep>.*?(?:检查|核查|调查|排查|巡查|抽查|督查)?(?:中|时)?(?:发现|查明|确认|查实))(?:.{0,6}?)(?=群众|市民|居民|村民|职工|员工|工人|业主|网友|举报|投诉|反映|有人|匿名|实名)"
        + "|(?<keep>[^，]{2,40}?)(?:多次)?(?:被|经|遭|由)[^，]{0,16}?(?:举报|投诉|反映|检举|爆料|曝光))", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Before();

    [GeneratedRegex("[（(][^（）()]{0,200}[）)]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Brackets();

    [GeneratedRegex("联系|电话|手机|号码|微信|邮箱|身份证|证件|姓名|本人|举报人|投诉人|反映人|来电人|家住|住址|现住|卡号|账号|户名|打到|发放|奖励|其|他|她|为|是|先生|女士|号|请|可|随时|车主", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Personal();

    [GeneratedRegex(
        "安全隐患|安全问题|违法行为|违法违规|有关|相关|隐患|问题|情况|线索|事项|奖励|受理|办结|核实|查实|调查|核查|检查|复查|处理|处置|回复|答复|属实|不|前往|赶赴|到场|到达|现场|执法|人员|我局|我队|我办|立即|组织|进行|开展|予以|依法|及时|当日|当天|次日"
        + "|已经|已|并|的|了|该|其|经|对|向|在|将|由|和|与|于|后|前|为|是|第|单位|企业|公司|科室|工单|部门|办公室|多次|再次|拨打|热线|电话|登记|转|派|交", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Procedure();

    [GeneratedRegex(
        "(?:群众|市民|居民|村民|职工|员工|工人|业主|租户|住户|家长|旅客|乘客|网友|网民|知情人|热心人|内部人|从业人员|匿名|实名|有人|他人|媒体)[^，。；]{0,8}?(?:举报|投诉|反映|来电|来信|来访|检举|爆料|线索|报料|曝光)"
        + "|(?:接|接到|收到|根据|依据|按照|针对|经|据|因|由|对)[^，。；]{0,14}?(?:举报|投诉|来电|来信|来访(?!人员)|信访|检举|爆料|热线|线索)"
        + "|(?:来电|来信|来访|致电)(?:反映|举报|投诉|称|说(?!明)|告知|表示)|(?:举报|投诉|信访|检举)(?:人|者|件|线索|转办|交办|反映|查实|属实|核查|信息|事项|内容|称|工单)"
        + "|(?:12350|96119|12345|12369|12315)[^，。；]{0,6}?(?:转|交办|派|工单|举报|投诉|受理|反映|来电)"
        + "|(?:转办|交办|派发)的?(?:举报|投诉|信访|工单)|被(?:举报|投诉|检举)|(?:反映|爆料|来电|报料|知情|来信)(?:人|者)|来访人(?!员)|来访者(?=[^，。；]{0,12}?(?:反映|举报|投诉|称|说|要求|[:：]))|(?:实名|署名|匿名)(?:举报|投诉|反映|来信)|据[^，。；]{0,8}?反映", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Leads();
}
