using Site.Model.Privacy;

namespace Site.Disclosure;

/// <summary>A free text made fit for all, and what was taken out of it.</summary>
/// <param name="Text">Without leads, private values and line ends.</param>
/// <param name="Leads">Clauses left out, 0 or more.</param>
/// <param name="Masked">Private values that are now ■■, 0 or more.</param>
/// <param name="Kinds">What they were, for the editor: 手机号 1、姓名 2; empty where there are none.</param>
internal sealed record PublicText(string Text, int Leads, int Masked, string Kinds)
{
    /// <param name="text">As written.</param>
    /// <param name="hidden">Values of the row's private columns, the longest first.</param>
    /// <param name="names">Names of the private person's business that the row is about, the longest first; they become 某某.</param>
    public static PublicText Of(string text, IEnumerable<string> hidden, IEnumerable<string> names)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = names.Aggregate(line, (rest, name) => rest.Replace(name, "某某", StringComparison.Ordinal));
        var (withoutLeads, leads) = LeadWords.Remove(line);
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
        PrivateKind.Messenger => "微信或QQ号",
        PrivateKind.Name => "姓名",
        _ => "门牌",
    };
}
