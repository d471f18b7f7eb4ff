using System.Globalization;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Exposures.Ledgers;

/// <summary>Takes out of texts what tells a day of a month: dates in all ways that clerks write them, parts of a month, weekdays, holidays. Spans of days (3日内) stay.</summary>
internal static partial class DaysInText
{
    private const string Numerals = "一二三四五六七八九十廿卅〇○壹贰叁肆伍陆柒捌玖拾";
    private const string Number = "(?:[0-9]{1,2}|[①-⑳㉑-㉛]|[" + Numerals + "]{1,3})";
    private const string Month = "(?<month>(?:(?:[0-9]{1,2}|[①-⑫])\\s*月|[" + Numerals + "]{1,2}月|[㋀-㋋])份?|[本当该同]月|[上这]个?月)";
    private const string MonthNumber = "(?<month>0?[1-9]|1[0-2])";
    private const string DayNumber = "(?:0?[1-9]|[12][0-9]|3[01])";
    private const string Sign = "[-/.·•－／．_—–‐]";

    /// <summary>What measures end in, and what is numbered by house and floor or by row and place.</summary>
    private const string Measured = "第度力距离宽高厚径深长比值率器量级温压重速载额";
    private const string Machine = "罐炉泵釜塔阀井柜栋幢楼窑池架屏箱槽桩闸梯";

    /// <summary>Not behind a measure (安全距离3-5), nor behind what is numbered with hyphens (储罐2-12检查口); where something was found then (锅炉5-12发现) it is taken for a day.</summary>
    private const string NoMeasure = "(?<![0-9./" + Measured + "-])(?!(?<=[" + Measured + "][为是在约])[0-9]{1,2}[-－_—–‐])"
        + "(?!(?<=[" + Machine + "])[0-9]{1,2}[-－_—–‐][0-9]{1,2}(?![0-9日]|(?:检查|抽查|巡查|排查)?时?(?:发现|查|被|接|举报|投诉|反映)))";

    private const string Weekday = "(?:星期|礼拜|周)[一二三四五六日天]";
    private const string Day = "(?:日|号" + Numbered.Not + ")";
    private const string Part = "(?:凌晨|清晨|早上|早晨|上午|中午|午后|下午|傍晚|晚上|晚间|夜里|夜间|深夜|半夜)";
    private const string Clock = "[0-9]{1,2}\\s*[时点:：](?:[0-9]{1,2}分?(?:[:：]?[0-9]{1,2}秒?)?)?";
    private const string About = "(?:许|左右|前后|整|多)?";
    private const string Hour = Part + "?\\s{0,3}" + Clock + "(?:(?:至|到|[-—~～])" + Part + "?" + Clock + ")?" + About + "|" + Part + "(?:[一二三四五六七八九十]{1,3}[时点](?:[一二三四五六七八九十]{1,3}分|半)?" + About + ")?";
    private const string Rest = "(?:\\s{0,3}[（(]?" + Weekday + "[）)]?)?(?:" + Hour + ")?(?:前后|左右|当天|当日|那天|这天)?";
    private const string Done = "上午|下午|凌晨|晚|夜|检查|复查|巡查|发现|查实|查处|执法";
    private const string Found = "(?=\\s*(?:" + Done + "|对))";

    /// <summary>What follows a number that says by no sign that it is a day; 对 also counts pairs: 6月25对新人.</summary>
    private const string FoundOnBare = "(?=\\s*(?:" + Done + "))";

    /// <summary>A day that is numbered without 日 where it is said what was done: 6月3检查发现, 四月十八，.</summary>
    private const string Bare = "(?:[0-9]{1,2}" + FoundOnBare + "|(?:二?十[一二三四五六七八九]|二十|三十一?)(?:" + FoundOnBare + "|(?=\\s*[，,])))";

    /// <summary>Where a sentence or a part of it begins.</summary>
    private const string Begin = "(?<=^|[，。；：、,;:\\s（(于在])";

    private const string DoneOnNumber = "检查(?![井口孔站点坑室桩组表员通]|不?合格)|复查|巡查|发现|查实|查处|执法";

    /// <summary>What follows a day that is numbered with 号, which things are, too: 3号检查井, 3号对面, 3号检查合格.</summary>
    private const string FoundOnNumber = "(?=\\s*(?:上午|下午|凌晨|晚上|夜间|" + DoneOnNumber + "))";

    /// <summary>A month and a day in four digits, as rooms are numbered, too: 1201夜间使用明火, 编号：0312.</summary>
    private const string FourDigits = "(?<=^|[，。；、,;\\s（(于在])(?<!(?:编号|房号)\\s{1,3})(?<month>0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?=\\s*" + Part + "?\\s*(?:" + DoneOnNumber + "))";

    /// <summary>Days that everybody knows: holidays, the solar terms, examinations, days of the campaign.</summary>
    private const string Feast = "(?:元旦|春节|除夕|元宵节?|清明节?|五一节?|劳动节|六一节?|儿童节|端午节?|建党节|建军节|中秋节?|国庆节?|重阳节|小满|芒种|夏至|小暑|大暑|立夏|立秋|高考|中考|安全宣传咨询日|安全生产月|活动月)(?:启动(?:仪式)?|开幕式?)?";
    private const string OfFeast = "(?:当天|当日|那天|这天|首日|前夕|[前后]?第?[一二三四五六七两0-9]{1,2}[天日](?![内起])|[前后][一两二]?周?" + Found + "|假期(?:期间)?|放假期间|期间)";

    /// <summary>Leaves of each date its month: 6月3日上午9时 and 6月3日至5日 become 6月, 2026-06-03 becomes 2026年6月. A day without its month goes, and so does a week.</summary>
    public static string ToMonths(string text) => Alone().Replace(Numeric().Replace(PartOfMonth().Replace(Written().Replace(WeekOfYear().Replace(WideDigits.Narrow(text), "${year}年"), "${month}"), "${month}"), match =>
        match.Groups["month"].Value is var month && !char.IsAsciiDigit(month[0]) ? month + (char.IsAsciiLetter(month[0]) ? "" : "月")
        : $"{(match.Groups["year"].Success ? match.Groups["year"].Value + "年" : "")}{int.Parse(month, CultureInfo.InvariantCulture)}月"), "");

    /// <summary>One day of a month or several of it: 6月3日, 6月3、4日, 6月3日至5日, ㋅㏢; with the weekday before it, too.</summary>
    [GeneratedRegex("(?:" + Weekday + "\\s{0,3}(?<open>[（(])?)?" + Month + "的?\\s*(?>" + Number + "\\s{0,3}" + Day + "?" + Rest + "\\s{0,3}(?:[、，和及与至到～~—–-]|——)\\s{0,3})*(?:" + Number + "\\s{0,3}" + Day + "|[㏠-㏾]|" + Bare + ")" + Rest + "(?(open)[）)]?)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Written();

    /// <summary>6月上旬, 6月初, 六月初三, 六月廿三, 6月第一周, 6月第2个星期三, 6月第3天; but not 6月初起火灾, 6月底盘, 6月末端.</summary>
    [GeneratedRegex(Month + "\\s*(?:的?第[一二三四五1-5]个?(?:" + Weekday + "|星期|周末?(?![期边围转]))|的?第" + Number + "个?(?:天|日|工作日)|上中旬|中下旬|[上中下]旬|中" + Found + "|头[一二两三几]?[天日]|首[日周]|初[一二三四五六七八九十](?![家个次起人名处份项台条辆艘间吨场批步期])日?|廿[一二三四五六七八九]日?|初(?!起火灾|[期级次步始审])|底(?!部(?![署门])|层(?!层)|[盘座板阀漆商])|末(?![端梢级次道班]))(?:前后|左右|当天|当日|那天|这天)?", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex PartOfMonth();

    /// <summary>2026-06-03, 2026.6.3, 2026_06_03, 20260603; 6.3, 06-03, 6/3, 六·三, 26.6.3 and 260603 where an inspection or an accident follows, or a word for a day stands before, and no measure; June 3.</summary>
    [GeneratedRegex("(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?:" + Sign + MonthNumber + Sign + DayNumber + "|[年.、]\\s{0,3}" + MonthNumber + "[、.]\\s{0,3}" + DayNumber + "|\\s(?<month>0[1-9]|1[0-2])\\s(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])(?:[T\\s]\\s{0,3}[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
        + "|(?<![0-9])(?:(?:0?[1-9]|[12][0-9]|3[01])/(?<month>0?[1-9]|1[0-2])|(?<month>0?[1-9]|1[0-2])/(?:1[3-9]|2[0-9]|3[01]))/(?<year>20[0-9]{2})(?![0-9])"
        + "|" + FourDigits
        + "|(?<=(?:发现|检查|抽查|复查|巡查|排查|查处|查实)[（(])" + MonthNumber + Sign + DayNumber + "(?=[)）])"
        + "|(?<![0-9])(?<year>20[0-9]{2})(?<month>0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?![0-9])"
        + "|(?<![0-9A-Za-z号型码批版./-])['’‘]?2[0-9](?:" + Sign + MonthNumber + Sign + DayNumber + "|(?<month>0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))" + Found
        + "|" + NoMeasure + MonthNumber + Sign + DayNumber + "(?:日|(?=[”’\"']?(?:事故|火灾|爆炸|咨询日))|" + Found + ")"
        + "|(?<=(?:时间|日期)(?:[:：]|是|为|在)?\\s{0,3})" + MonthNumber + Sign + DayNumber + "(?![0-9.])"
        + "|(?<![" + Numerals + "层楼])(?<month>[一二三四五六七八九]|十[一二]?)[·•・.][" + Numerals + "]{1,3}(?:(?=[”’\"']?(?:事故|火灾|爆炸))|" + Found + ")"
        + "|(?<![A-Za-z])(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?)\\s?" + DayNumber + "(?:st|nd|rd|th)?(?![0-9A-Za-z])"
        + "|(?<![0-9.])" + DayNumber + "(?:st|nd|rd|th)?\\s{1,3}(?<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\\.?)(?![A-Za-z])", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Numeric();

    /// <summary>A week of a year: 2026-W23-3, 2026年第23周.</summary>
    [GeneratedRegex("(?<![0-9])(?<year>20[0-9]{2})年?(?:\\s*-?\\s*W[0-9]{1,2}(?:-[1-7])?|\\s*第\\s*(?:[0-9]{1,2}|[一二三四五十]{1,3})\\s*个?(?:周|星期)(?![岁期边围年])|年?\\s*第\\s*[0-9]{1,3}\\s*[天日](?![内起])" + Found + "?)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex WeekOfYear();

    /// <summary>A day, a weekday, a week or a holiday without its month, where it says when something was done or found.</summary>
    [GeneratedRegex(Begin + "(?:" + Number + "[日号]?\\s?[、和及与至到～~—–-]\\s?){0,5}" + Number + "(?:日" + Found + "|号" + Numbered.Not + FoundOnNumber + ")|" + Begin + "月(?:初|中|底|末|[上中下]旬)" + Found + "|(?<![每逢一二三四五六七八九十])[上本这]?个?" + Weekday + "(?:\\s*[（(]" + Number + "[日号][）)]|当天|" + Found + ")"
        + "|(?:安全生产月|活动月)?第(?:[0-9]{1,2}|[一二三四五十]{1,3})个?(?:周|星期)" + Found
        + "|" + Feast + OfFeast + "[，,]?", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Alone();
}

/// <summary>Finds the number of a decision: 示应急罚〔2026〕12号, 第12号, or a code alone such as ZD-2026-012.</summary>
internal static partial class DecisionNumbers
{
    private const string Name = "(?:[A-Za-z]|" + Han.Pattern + ")";
    private const string Year4 = "(?:19|20)[0-9]{2}";
    private const string Open = "[〔﹝\\[［（(【《〈<＜「『“\"{｛〖]";
    private const string Close = "[〕﹞\\]］）)】》〉>＞」』”\"}｝〗]";
    private const string Bracketed = Open + "\\s*(?:" + Year4 + "|二[〇○零0][一二三四五六七八九][〇○零0一二三四五六七八九])\\s*年?度?\\s*" + Close;

    /// <summary>What the last character before the year of a decision is: 罚, 责改, 消限字.</summary>
    private const string Sort = "[字罚改限责督令决停封]";

    /// <summary>A year of two digits, with the number behind it: 示应急罚〔26〕12号, 示应急罚26-12号.</summary>
    private const string Short = "(?:(?<=" + Sort + ")" + Open + "\\s*[12][0-9]\\s*年?度?\\s*" + Close + "(?=\\s*第?\\s*[0-9]{1,6}\\s*号)|(?<=" + Sort + ")[12][0-9](?=[-－/_.][0-9]{1,6}\\s*号))";
    private const string More = "(?:\\s{0,3}(?:[、和及与至到～~—–-]|——)\\s{0,3}第?\\s{0,3}[0-9]{1,6}(?:\\s*号" + Numbered.Not + "|(?=\\s*[、和及与至到-][\\s第0-9]*号)))*";

    /// <summary>Leaves out what numbers the decisions of a year in their order, which tells the day: of 示应急罚〔2026〕12号 remains 示应急罚〔2026〕.</summary>
    public static string WithoutRunning(string text) => Loose().Replace(Numbers().Replace(WideDigits.Narrow(text), match => Year().Match(match.Value) is { Success: true } year
        ? match.Value[..(year.Index + year.Length)]
        : match.Value[..match.Value.AsSpan().IndexOfAnyInRange('0', '9')].TrimEnd('第', '-', '－', ' ')), "${word}");

    /// <returns>The number with the letters and office before it, or null where the text has none.</returns>
    public static string? Find(string text) => Numbers().Match(text) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(
        Name + "{0,16}(?:" + Bracketed + "|" + Short + ")\\s*(?:" + Han.Pattern + "{1,4}[-－])?第?\\s*(?:[Nn][OoRr]\\.?|[№#＃])?\\s*(?:[-－/_.])?(?:[A-Za-z甲乙丙丁]{0,3}(?>[0-9]{1,6})(?![万元条款项])(?:-[0-9]{1,4})?(?:\\s*号)?" + More + "(?:\\s*号)?|[①-⑳]{1,4}\\s*号?|[一二三四五六七八九十百零〇壹贰叁肆伍陆柒捌玖拾佰]{1,6}\\s*号)"
        + "|" + Name + "{0,16}" + Year4 + "\\s*年?\\s*第\\s*[0-9]{1,6}\\s*号" + More
        + "|" + Name + "{0,16}第\\s*[0-9]{1,8}\\s*号" + More
        + "|" + Name + "{1,12}[-－][A-Za-z0-9－-]{0,12}" + Year4 + "[-－][0-9]{1,6}(?:号)?"
        + "|" + Name + "{1,16}" + Year4 + "[-－][0-9]{1,6}(?:号)?"
        + "|" + Name + "{0,16}" + Sort + Year4 + "(?:\\s*[（(〔\\[][0-9]{1,6}[）)〕\\]]\\s*号?|[/_·](?>[0-9]{1,6})(?:\\s*号)?(?![0-9.]|\\s*[元万余多个台人天日件份吨家户次处名])|\\.[0-9]{1,6}\\s*号)"
        + "|(?<![0-9])" + Year4 + "[-－][0-9]{3,6}号?(?![0-9-])"
        + "|^[A-Za-z][A-Za-z0-9/_-]{0,30}[0-9][A-Za-z0-9/_-]{0,10}$", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Numbers();

    /// <summary>A year in brackets, or before 年, 第, a hyphen or the number.</summary>
    [GeneratedRegex(Bracketed + "|" + Short + "|" + Year4 + "\\s*年|" + Year4 + "(?=\\s*第|[-－]|\\s*[（(〔\\[][0-9]|[/_·.][0-9])", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Year();

    /// <summary>A number in another form, behind a word for it or before 号; no sum of money and no count.</summary>
    [GeneratedRegex("(?<word>(?:文号|案号|编号|决定书|通知书|指令书)[:：为是 ]{0,3})(?>[A-Za-z0-9/－-]*[0-9][A-Za-z0-9/－-]*号?)(?!\\s*[份张式页个台日天])|(?<word>(?:文号|案号|编号)[:：为是 ]{0,3}" + Han.Pattern + "{1,10})[0-9－-]{5,}号?"
        + "|(?<word>[字罚改限责督令决停封]20[0-9]{2})(?>[0-9]{2,6}号?)(?![0-9]|[.,][0-9]|\\s*[万元余多个台人天日件份吨家户])|(?<word>)第?[0-9]{3,12}号" + Numbered.Not, RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Loose();
}

/// <summary>Wide digits, as some input methods write them.</summary>
internal static class WideDigits
{
    /// <returns>The text with narrow digits in place of wide ones: ２０２６ as 2026.</returns>
    public static string Narrow(string text) =>
        text.AsSpan().IndexOfAnyInRange('０', '９') < 0 ? text : string.Create(text.Length, text, (span, wide) =>
        {
            for (var at = 0; at < span.Length; at++)
            {
                span[at] = wide[at] is >= '０' and <= '９' ? (char)(wide[at] - '０' + '0') : wide[at];
            }
        });
}

/// <summary>What clerks number: behind 3号 a building or a machine means no day and no decision.</summary>
internal static class Numbered
{
    /// <summary>A pattern that fails where one follows.</summary>
    public const string Not = "(?!楼|门|院|库|仓|线|路|机|炉|罐|泵|车间|厂房|锅炉|储罐|油罐|电梯|扶梯|塔|井|窑|釜|池|宿舍|冷库|配电|变压器|反应釜|皮带|标段|泊位|码头|出口|楼梯)";
}
