using System.Buffers;
using Site.Core.Text;

namespace Site.Privacy.Recognition;

/// <summary>Words that say what a number is, and the characters that may stand between word and number: 身份证号码为：….</summary>
internal sealed class NumberWords
{
    private const string Punctuation = " \n\r\t:()[]{}\"'“”‘’《》【】「」,;/|=<>+-—_.·、，；0123456789\u200B";
    private readonly ILookup<char, string> byLast;
    private readonly SearchValues<char> lasts;
    private readonly SearchValues<char> filling;

    private NumberWords(string filling, string[] words)
    {
        byLast = words.ToLookup(word => word[^1]);
        lasts = SearchValues.Create([.. words.Select(word => word[^1]).SelectMany(last => (char[])[last, char.ToUpperInvariant(last)])]);
        this.filling = SearchValues.Create(Punctuation + filling);
    }

    /// <summary>An identity card.</summary>
    public static NumberWords Identity { get; } = new(
        "号码证件为是系均分别依次及和与或的上复印居民公民登记填写录入显示如下编前位六Tt",
        ["身份证", "身份證", "身分证", "居住证", "身份号", "身份证明", "证件号", "证件", "持证人编号", "操作证", "驾驶证", "驾照", "社保卡", "医保卡", "身份", "sfz", "idcard", "id card"]);

    /// <summary>A telephone.</summary>
    public static NumberWords Phone { get; } = new(
        "号码机话为是均分别依次及和与或请打至到本人其的家办公室单位值班员",
        [
        "电话", "電話", "手机", "手機", "座机", "固话", "小灵通", "总机", "传真", "联系方式", "联系", "拨打", "拨", "致电", "来电", "热线", "值班",
        "电询", "dianhua", "shouji", "tel", "phone", "mobile", "telephone", "fax", "cell", "call", "☎", "✆",
    ]);

    /// <summary>A bank card or an account.</summary>
    public static NumberWords Account { get; } = new(
        "号码卡为是的户名及和与或我其本人尾开行",
        ["卡号", "账号", "帐号", "账户", "帐户", "银行卡", "储蓄卡", "信用卡", "借记卡", "工资卡", "存折", "户头", "打入", "汇入", "打到", "汇到", "工行", "农行", "中行", "建行", "交行", "招行", "邮储", "农信"]);

    /// <summary>A registration code of a firm.</summary>
    public static NumberWords Credit { get; } = new(
        "号码代为是的",
        ["信用代码", "机构代码", "税号", "识别号", "注册号", "执照号", "许可证号", "执照", "uscc", "creditcode"]);

    /// <summary>A document, an order or a thing.</summary>
    public static NumberWords Other { get; } = new(
        "号码为是第ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        ["编号", "单号", "文号", "案号", "批号", "型号", "序号", "代码", "合同号", "许可证", "发票号", "图号", "货号", "桩号", "订单", "工单", "合同", "档案", "id"]);

    /// <returns>Whether the character may stand between a word and its number.</returns>
    public bool IsFilling(char c) => filling.Contains(c);

    /// <returns>Whether one of the words ends before the index, ignoring invisible characters.</returns>
    public bool EndAt(string text, int end)
    {
        if (!lasts.Contains(text[end - 1]))
        {
            return false;
        }

        foreach (var word in byLast[char.ToLowerInvariant(text[end - 1])])
        {
            if (EndsWith(text, end, word))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(string text, int end, string word)
    {
        var i = end - 1;
        for (var at = word.Length - 1; at >= 0; at--, i--)
        {
            while (i >= 0 && end - i < 32 && text[i] == FoldTable.Invisible)
            {
                i--;
            }

            if (i < 0 || char.ToLowerInvariant(text[i]) != word[at])
            {
                return false;
            }
        }

        return !char.IsAsciiLetter(word[0]) || i < 0 || !char.IsAsciiLetter(text[i]);
    }
}

/// <summary>Finds for each position of a text the distance to the word before it that says what a number is.</summary>
/// <remarks>Positions are computed once and in order, each from the one before it, so time is linear.</remarks>
internal sealed class PrecedingWords(string text, NumberWords words)
{
    private const byte Farthest = 96;
    private byte[] distances = [];
    private int known;

    /// <summary>Whether one of the words stands before a number, with only digits and filler characters between.</summary>
    /// <param name="start">The first character of the number; the word ends at most 96 characters before it.</param>
    public bool IsBefore(int start)
    {
        if (distances.Length == 0)
        {
            distances = new byte[text.Length + 1];
            distances[0] = Farthest;
        }

        for (; known < start; known++)
        {
            var end = known + 1;
            distances[end] = words.EndAt(text, end) ? (byte)0
                : words.IsFilling(text[known]) && distances[known] < Farthest ? (byte)(distances[known] + 1)
                : Farthest;
        }

        return distances[start] < Farthest;
    }
}
