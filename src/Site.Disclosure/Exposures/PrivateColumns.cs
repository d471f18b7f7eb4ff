using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The values of a row's private columns, to be looked for wherever its public text goes.</summary>
internal static class PrivateColumns
{
    private const int ShortestWord = 2;
    private const int ShortestNumber = 5;

    /// <summary>A shorter source or note (“已整改”) is likely to stand in a public text too, and tells nothing.</summary>
    private const int ShortestSentence = 6;

    private const string Separators = " \t\r\n,，、;；/|:：()（）";

    /// <summary>Words that name nobody, and numbers that everybody may call.</summary>
    private static readonly ImmutableArray<string> Everyday =
    [
        "群众", "市民", "居民", "村民", "职工", "员工", "工人", "业主", "匿名", "实名", "保密", "不详", "未知", "举报", "举报人", "投诉", "投诉人", "热线", "来电", "电话", "手机", "微信", "信访", "执法检查", "日常检查",
        "专项检查", "检查", "巡查", "督查", "抽查", "排查", "内部", "本人", "企业", "公司", "负责人", "联系人", "已核实", "已核查", "已回复", "已办结", "备注", "示例",
        "12350", "12345", "96119", "12315", "12369", "12319", "12122", "95119",
    ];

    /// <returns>Each cell whole, and reporter and contact also piece by piece, the longest first; everyday words and hotlines left out.</returns>
    public static ImmutableArray<string> Values(ExposureRow row)
    {
        var persons = new[] { row[ExposureColumns.Reporter], row[ExposureColumns.Contact] };
        var whole = persons.Concat(new[] { row[ExposureColumns.Source], row[ExposureColumns.Note] }.Where(cell => cell.Length >= ShortestSentence));
        var pieces = persons.SelectMany(cell => cell.Split(Separators.ToCharArray()));
        return
        [
            .. whole.Concat(pieces).Select(value => value.Trim()).Where(IsTelling).Distinct()
                .OrderByDescending(value => value.Length).ThenBy(value => value, StringComparer.Ordinal),
        ];
    }

    private static bool IsTelling(string value) =>
        value.Length >= (value.All(char.IsAsciiDigit) ? ShortestNumber : ShortestWord) && !Everyday.Contains(value) && !LeadWords.IsNobody(value);
}
