using System.Collections.Immutable;
using Site.Core.Vocabularies;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>A free text that may be published, and what was removed from it.</summary>
/// <param name="Text">Without tip-offs, private values and line ends.</param>
/// <param name="TipOffs">Number of clauses removed, 0 or more.</param>
/// <param name="Masked">Number of private values that were replaced by ■■, 0 or more.</param>
/// <param name="Kinds">Their kinds, for the editor: 手机号 1、姓名 2; empty where there are none.</param>
internal sealed record PublicText(string Text, int TipOffs, int Masked, string Kinds)
{
    /// <param name="text">As written.</param>
    /// <param name="hidden">Values of the row's private columns, the longest first.</param>
    /// <param name="names">Names of the private person's business that the row is about, the longest first; they become 某某.</param>
    public static PublicText Of(string text, IEnumerable<string> hidden, IEnumerable<string> names)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = names.Aggregate(line, (rest, name) => rest.Replace(name, "某某", StringComparison.Ordinal));
        var (withoutLeads, leads) = TipOffPhrases.Remove(line);
        var own = 0;
        foreach (var value in hidden)
        {
            own += Count(withoutLeads, value);
            withoutLeads = withoutLeads.Replace(value, Redactor.Mask, StringComparison.Ordinal);
        }

        var redacted = Redactor.Redact(withoutLeads);
        var kinds = redacted.Masked.Select(masked => $"{Label(masked.Kind)} {masked.Count}");
        return new(
            redacted.Text.Trim(), leads, own + redacted.Masked.Sum(masked => masked.Count),
            string.Join('、', own > 0 ? kinds.Append($"台账里的不公开内容 {own}") : kinds));
    }

    private static int Count(string text, string value)
    {
        var count = 0;
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0; at = text.IndexOf(value, at + value.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private static string Label(PrivateKind kind) => kind switch
    {
        PrivateKind.IdentityCard => "身份证号",
        PrivateKind.Passport => "证件号",
        PrivateKind.Mobile => "手机号",
        PrivateKind.Landline => "座机号",
        PrivateKind.BankCard => "银行卡号",
        PrivateKind.Plate => "车牌号",
        PrivateKind.Email => "电子邮箱",
        PrivateKind.Messenger => "微信、QQ一类的账号",
        PrivateKind.Name => "姓名",
        _ => "门牌",
    };
}

/// <summary>The values of a row's private columns, which must not occur in its public texts.</summary>
internal static class PrivateCells
{
    private const int ShortestWord = 2;
    private const int ShortestNumber = 5;

    /// <summary>A shorter source or note (“已整改”) is likely to occur in a public text too, and reveals nothing.</summary>
    private const int ShortestSentence = 6;

    private const string Separators = " \t\r\n,，、;；/|:：()（）";

    /// <summary>Words that name nobody, and public telephone numbers.</summary>
    private static readonly ImmutableArray<string> Everyday =
    [
        "群众", "市民", "居民", "村民", "职工", "员工", "工人", "业主", "匿名", "实名", "保密", "不详", "未知", "举报", "举报人", "投诉", "投诉人", "热线", "来电", "电话", "手机", "微信", "信访", "内部", "本人", "企业", "公司", "负责人", "联系人", "已核实", "已核查", "已回复", "已办结", "备注", "示例",
        "12350", "12345", "96119", "12315", "12369", "12319", "12122", "95119",
    ];

    /// <returns>Each cell whole, and reporter and contact also piece by piece, the longest first; without everyday words and hotlines.</returns>
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
        value.Length >= (value.All(char.IsAsciiDigit) ? ShortestNumber : ShortestWord) && !Everyday.Contains(value) && !WaysOfFinding.Covers(value) && !TipOffPhrases.MeansNone(value);
}
