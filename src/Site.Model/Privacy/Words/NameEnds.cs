using System.Buffers;

namespace Site.Model.Privacy;

/// <summary>What follows a name: characters that no given name has, and words that begin what somebody does.</summary>
internal static class NameEnds
{
    private static readonly SearchValues<char> Never =
        SearchValues.Create("的在未被从等称因把与和及对已没不擅违说某先女系即须必并或到由应且所了着让给叫请将曾");

    private static readonly SearchValues<char> Often =
        SearchValues.Create("向为是有来自正同经过当发进用也还就又都均各仍但则以按去乘受死负身手电住男年至于家汉一二三四五六七八九十两持操驾无存涉拒隐私伪非本反其该此处亲可能均报个这那");

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

    /// <returns>Whether the character stands in no given name: 的, 在, 未.</returns>
    public static bool IsNever(char c) => Never.Contains(c);

    /// <returns>Whether a name may end before the place: the text ends, no Chinese character follows, or a word that a name is followed by.</returns>
    public static bool EndsAt(string text, int at) =>
        !Han.IsAt(text, at) || Never.Contains(text[at]) || Often.Contains(text[at]) || BeginsWord(text, at);

    /// <returns>Whether a word such as 反映 stands at the place, or no Chinese character.</returns>
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
