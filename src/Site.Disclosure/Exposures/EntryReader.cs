using Site.Model;
using Site.Model.Privacy;

namespace Site.Disclosure;

/// <summary>Checks a row and makes an entry of it.</summary>
internal static class EntryReader
{
    private const int LongestId = 64;
    private const int LongestName = 80;

    /// <returns>The entry; null where anything is wrong with the row, all of which is reported.</returns>
    public static Entry? Read(ExposureRow row, ExposureContext context)
    {
        var before = context.Problems.Count(problem => problem.Severity == Severity.Error);
        var id = Id(row, context);
        var status = context.Word(row, ExposureColumns.Status, "unknown-status", ExposureVocabularies.Statuses);
        var isWithdrawn = status == ExposureVocabularies.Withdrawn;
        var kind = isWithdrawn && row[ExposureColumns.Kind].Length == 0 ? "hazard" : context.Word(row, ExposureColumns.Kind, "unknown-kind", ExposureVocabularies.Kinds);
        var days = EntryDays.Read(row, status ?? "", context);
        var entry = isWithdrawn ? Withdrawn(row, id, kind ?? "", days) : EntryFacts.Read(row, id, kind ?? "", status ?? "", days, context);
        return context.Problems.Count(problem => problem.Severity == Severity.Error) == before ? entry : null;
    }

    /// <summary>Of a withdrawn entry nothing else is checked: staff may empty its cells, as they should.</summary>
    private static Entry Withdrawn(ExposureRow row, string id, string kind, EntryDays days) => new()
    {
        Row = row,
        Id = id,
        Kind = kind,
        Status = ExposureVocabularies.Withdrawn,
        Published = days.Published,
        StatusOn = days.StatusOn,
        Firm = new("", false, []),
        Area = new("", ""),
        Sector = "",
        Hazard = "",
        Decision = "",
    };

    private static string Id(ExposureRow row, ExposureContext context)
    {
        var id = row[ExposureColumns.Id];
        if (id.Length is 0 or > LongestId || !char.IsAsciiLetterOrDigit(id[0]) || id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
        {
            context.Error(row, ExposureColumns.Id, "wrong-id", id.Length == 0 ? "“id” 空着。" : "“id” 不能做网页地址。",
                $"编号只用英文字母、数字、连字符和下划线，以字母或数字开头，不超过 {LongestId} 个字符。");
        }
        else if (ExposureAddresses.IsTaken(id))
        {
            context.Error(row, ExposureColumns.Id, "taken-id", "“id” 和曝光台的一个栏目重名。", "换一个编号。");
        }
        else if (!Redactor.Redact(id).Masked.IsEmpty)
        {
            context.Error(row, ExposureColumns.Id, "private-id", "“id” 里像是有电话号码或者证件号码。", "换一个与个人无关的编号。");
        }

        return id;
    }

    /// <returns>Who the row is about, or null and a problem.</returns>
    public static Firm? Firm(ExposureRow row, KnownArea? area, ExposureContext context)
    {
        var name = row[ExposureColumns.Enterprise];
        if (name.Length is 0 or > LongestName)
        {
            context.Error(row, ExposureColumns.Enterprise, "wrong-enterprise", name.Length == 0 ? "“enterprise” 空着。" : $"“enterprise” 超过了 {LongestName} 个字符。", "写单位登记的全称。");
            return null;
        }

        if (Firms.Read(name, row[ExposureColumns.CreditCode], row[ExposureColumns.Place] is { Length: <= EntryFacts.LongestPlace } place ? place : "", area?.Label ?? "", context.Areas.Names) is not { } firm)
        {
            context.Error(row, ExposureColumns.Enterprise, "person-as-enterprise", "“enterprise” 像是一个人的姓名，曝光台不公布自然人的姓名。",
                "写单位登记的全称；个体工商户写字号，并在后面加上“（个体工商户）”，公开时只显示行业和所在街路。");
            return null;
        }

        if (!firm.IsPerson && !Redactor.Redact(name).Masked.IsEmpty)
        {
            context.Error(row, ExposureColumns.Enterprise, "private-in-enterprise", "“enterprise” 里像是有姓名、电话或者证件号码。", "只写单位登记的全称。");
        }

        return firm;
    }
}
