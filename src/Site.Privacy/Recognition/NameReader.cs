using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Recognizes one Chinese name at a position where a name may begin.</summary>
internal static class NameReader
{
    private const int LongestPart = 8;

    /// <summary>Reads a name that begins with a family name, or one with a middle dot (买买提·艾合买提江).</summary>
    /// <param name="text">Folded text.</param>
    /// <param name="start">The first character of the name, if it is one.</param>
    /// <param name="needsEnd">Whether the name must be followed by something that ends a name; otherwise a rare family name is enough.</param>
    /// <returns>The index after the name, or -1 if there is none. 张某 and 李某某 are anonymous already: see <see cref="IsAnonymous"/>.</returns>
    public static int Read(string text, int start, bool needsEnd)
    {
        if (ReadDotted(text, start) is var dotted and > 0)
        {
            return dotted;
        }

        var surname = Surnames.LengthAt(text, start);
        var given = start + surname;
        if (surname == 0 || IsNoName(text, start, given))
        {
            return -1;
        }

        if (text[given] == ' ')
        {
            return ReadSpaced(text, given);
        }

        var two = Han.IsAt(text, given + 1) && !NameBoundaries.IsNeverInName(text[given + 1]) && !NameBoundaries.BeginsWord(text, given + 1);
        if (two && NameBoundaries.EndsAt(text, given + 2))
        {
            return given + 2;
        }

        if (NameBoundaries.EndsAt(text, given + 1))
        {
            return two && NameBoundaries.IsNumeralOfName(text, given + 1) ? given + 2 : given + 1;
        }

        var isSure = !needsEnd && (surname > 1 || !Surnames.IsEveryday(text[start])) && !Organizations.EndNear(text, start);
        return isSure ? given + (two ? 2 : 1) : -1;
    }

    /// <returns>Whether the name that begins at the index is anonymous already: 张某, 李某某, 王X, 赵**.</returns>
    public static bool IsAnonymous(string text, int start, out int end)
    {
        var surname = Surnames.LengthAt(text, start);
        end = start + surname;
        while (surname > 0 && end < text.Length && end - start < surname + 3 && text[end] is '某' or 'X' or 'x' or '*' or '○' or '■' or '□')
        {
            end++;
        }

        return surname > 0 && end > start + surname;
    }

    private static bool IsNoName(string text, int start, int given)
    {
        var blanks = given;
        while (blanks < text.Length && text[blanks] == ' ')
        {
            blanks++;
        }

        return !Han.IsAt(text, blanks) || NameBoundaries.IsNeverInName(text[blanks]) || text[blanks] == '某' || CommonWords.BeginAt(text, start)
            || (given + 1 < text.Length && text[given + 1] == '某')
            || (blanks > given && CommonWords.Has($"{text[given - 1]}{text[blanks]}"));
    }

    /// <summary>Reads 刘 帅: lists often print names of two characters with a space.</summary>
    private static int ReadSpaced(string text, int blank)
    {
        var given = blank;
        while (given < text.Length && text[given] == ' ' && given - blank < 4)
        {
            given++;
        }

        return !Han.IsAt(text, given) ? -1
            : Han.IsAt(text, given + 2) && text[given + 1] == ' ' && !Han.IsAt(text, given + 3) && !NameBoundaries.IsNeverInName(text[given + 2]) ? given + 3
            : !Han.IsAt(text, given + 1) || NameBoundaries.EndsAt(text, given + 1) ? given + 1
            : !Han.IsAt(text, given + 2) ? given + 2
            : -1;
    }

    private static int ReadDotted(string text, int start)
    {
        var dot = Han.EndOfRun(text, start, LongestPart);
        if (dot == start || dot >= text.Length || text[dot] is not ('·' or '.'))
        {
            return -1;
        }

        var end = dot;
        while (end < text.Length && text[end] is '·' or '.' && Han.IsAt(text, end + 1))
        {
            var part = end + 1;
            end = part + 1;
            while (end - part < LongestPart && Han.IsAt(text, end) && !NameBoundaries.IsNeverInName(text[end]) && !NameBoundaries.BeginsWord(text, end))
            {
                end++;
            }
        }

        return end > dot ? end : -1;
    }
}

/// <summary>What ends a name: characters that occur in no given name, and words for what somebody does.</summary>
internal static class NameBoundaries
{
    private static readonly SearchValues<char> Never =
        SearchValues.Create("的在未被从等称因把与和及对已没不擅违说某先女系即须必并或到由应且所了着让给叫请将曾");

    private static readonly SearchValues<char> Often =
        SearchValues.Create("向为是有来自正同经过当发进用也还就又都均各仍但则以按去乘受死负身手电住男年至于家汉一二三四五六七八九十两持操驾无存涉拒隐私伪非本反其该此处亲可能均报个这那");

    /// <summary>What a numeral behind a name counts or numbers.</summary>
    private static readonly SearchValues<char> Counted = SearchValues.Create("一二三四五六七八九十百千万人名个位家次年月日号天时点分级层楼栋幢车条处项件起份元周旬岁方口组班队同直");

    private static readonly string[] Words =
    [
        "反映", "举报", "投诉", "来电", "来访", "来信", "表示", "表明", "承认", "签字", "签名", "签收", "确认", "申请", "提出", "要求", "指出", "发现", "进行", "组织", "带领", "带队", "负责",
        "操作", "作业", "驾驶", "上岗", "无证", "高处", "高空", "动火", "违规", "违章", "冒险", "擅自", "不慎", "坠落", "受伤", "死亡", "遇难", "失踪", "被困", "获奖", "领取", "获得", "奖励", "先生", "女士", "同志",
        "师傅", "老师", "小姐", "经理", "主任", "厂长", "队长", "班长", "承担", "履行", "接受", "处以", "罚款", "警告", "参加", "参与", "陪同", "介绍", "回答", "电话", "手机", "身份", "年龄", "家住", "住址", "现场",
        "使用", "佩戴", "携带", "伪造", "持有", "指使", "强令", "隐瞒", "谎报", "迟报", "漏报", "逃逸", "酒后", "疲劳", "超速", "离岗", "脱岗", "睡岗", "值班", "巡查", "检查", "整改", "联系", "微信", "如实", "拒绝", "阻碍", "阻挠",
        "经营", "名下", "所有", "所述", "口述", "陈述", "供述", "证实", "监护", "施工", "安装", "维修", "清理", "搬运", "下井", "入井", "下罐", "进入", "未经", "违法", "违反", "涉嫌", "实施", "协助", "立即", "当场", "没有",
        "浇筑", "焊接", "切割", "吊装", "拆除", "攀爬", "翻越", "吸烟", "报告", "报警", "称呼", "表扬", "转告", "告知", "通知", "证件", "证号", "持证", "考试", "缺席", "迟到", "请假", "离职", "停车", "开车", "倒车", "撞上",
    ];

    private static readonly ILookup<char, string> ByFirst = Words.ToLookup(word => word[0]);

    /// <returns>Whether the character occurs in no given name: 的, 在, 未.</returns>
    public static bool IsNeverInName(char c) => Never.Contains(c);

    /// <returns>Whether a numeral ends a given name, as in 王小二, and counts nothing behind it: 王小二人.</returns>
    public static bool IsNumeralOfName(string text, int at) => "一二三四五六七八九十".Contains(text[at]) && Han.IsAt(text, at + 1) && !Counted.Contains(text[at + 1]);

    /// <returns>Whether a name may end before the index: the text ends, no Chinese character follows, or a word follows that ends a name.</returns>
    public static bool EndsAt(string text, int at) =>
        !Han.IsAt(text, at) || Never.Contains(text[at]) || Often.Contains(text[at]) || BeginsWord(text, at);

    /// <returns>Whether a word such as 反映 begins at the index, or the text ends there.</returns>
    public static bool BeginsWord(string text, int at)
    {
        if (at >= text.Length)
        {
            return false;
        }

        foreach (var word in ByFirst[text[at]])
        {
            if (Han.HasAt(text, at, word))
            {
                return true;
            }
        }

        return false;
    }
}
