using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Vocabularies;
using Site.Exposures.Entries;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>Checks a row of a ledger and turns it into an entry.</summary>
internal static class EntryReader
{
    private const int LongestId = 64;
    private const int LongestName = 80;

    /// <returns>The entry, or null where anything is wrong with the row; everything wrong is reported.</returns>
    public static Entry? Read(ExposureRow row, ExposureContext context)
    {
        var before = context.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var id = Id(row, context);
        var status = context.ReadTerm(row, ExposureColumns.Status, "unknown-status", ExposureVocabularies.Statuses);
        var isWithdrawn = status == ExposureVocabularies.Withdrawn;
        var kind = isWithdrawn && row[ExposureColumns.Kind].Length == 0 ? "hazard" : context.ReadTerm(row, ExposureColumns.Kind, "unknown-kind", ExposureVocabularies.Kinds);
        var days = EntryDays.Read(row, status ?? "", context);
        var entry = isWithdrawn ? Withdrawn(row, id, kind ?? "", days) : EntryDetails.Read(row, id, kind ?? "", status ?? "", days, context);
        return context.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error) == before ? entry : null;
    }

    /// <summary>Nothing else of a withdrawn entry is checked: staff should empty its cells.</summary>
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

    /// <returns>The firm or person that the row is about; null, with a diagnostic, where it cannot be named.</returns>
    public static Firm? Firm(ExposureRow row, KnownArea? area, ExposureContext context)
    {
        var name = row[ExposureColumns.Enterprise];
        if (name.Length is 0 or > LongestName)
        {
            context.Error(row, ExposureColumns.Enterprise, "wrong-enterprise", name.Length == 0 ? "“enterprise” 空着。" : $"“enterprise” 超过了 {LongestName} 个字符。", "写单位登记的全称。");
            return null;
        }

        if (FirmReader.Read(name, row[ExposureColumns.CreditCode], row[ExposureColumns.Place] is { Length: <= EntryDetails.LongestPlace } place ? place : "", area?.Label ?? "", context.Areas.Names) is not { } firm)
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

/// <summary>Reads the facts of an entry: who, where, what, on which legal basis.</summary>
internal static class EntryDetails
{
    private const int LongestText = 2000;

    /// <summary>UTF-16 units of the longest place.</summary>
    public const int LongestPlace = 200;

    private const int LongestBasis = 500;

    /// <summary>Checks every field but id, status and dates, which the caller has read.</summary>
    /// <returns>The entry, or null where it cannot be made.</returns>
    public static Entry? Read(ExposureRow row, string id, string kind, string status, EntryDays days, ExposureContext context)
    {
        var area = Area(row, context);
        var firm = EntryReader.Firm(row, area, context);
        var sector = context.ReadTerm(row, ExposureColumns.Sector, "unknown-sector", Vocabulary.Sectors);
        var reasons = Reasons(row, context);
        var creditCode = CreditCode(row, context);
        var laws = Laws(row, kind, context);
        var hidden = new HiddenWords(PrivateCells.Values(row), firm?.Hidden ?? []);
        var hazard = Text(row, ExposureColumns.Hazard, LongestText, hidden, context);
        var decision = Text(row, ExposureColumns.Decision, LongestText, hidden, context);
        var place = row[ExposureColumns.Place].Length == 0 ? null : Text(row, ExposureColumns.Place, LongestPlace, hidden, context);
        if (decision.Text.Length > 0 && DecisionNumbers.Find(row[ExposureColumns.Decision]) is null)
        {
            context.Error(row, ExposureColumns.Decision, "no-decision-number", "“decision” 里没有决定文书的文号。", "写上文号，如“示应急罚〔2026〕12号”；没有生效文书的不能公开。");
        }

        var leads = hazard.TipOffs + decision.TipOffs;
        var pictures = EntryPictures.Columns.Select(columns => EntryPictures.Read(row, columns, context, Words)).ToList();
        if (firm is { IsPerson: true } && pictures.Exists(picture => picture is not null))
        {
            context.Warn(row, ExposureColumns.Picture, "picture-of-person", "这一条是个体工商户，照片会让人认出是谁，不公开。", "把照片的几格清空，从文件夹里删掉照片。");
        }

        if (pictures[1] is not null && status is not (ExposureVocabularies.Rectified or ""))
        {
            context.Warn(row, ExposureColumns.PictureAfter, "picture-too-early", "还没有写成已整改，整改以后的照片先不公开。", "改好了的，把状态改成 rectified；没有改好的，把这一格清空。");
        }

        return area is null || firm is null || sector is null ? null : new()
        {
            Row = row,
            Id = id,
            Kind = kind,
            Status = days.StatusOn > context.AsOf ? ExposureVocabularies.Open : status,
            Published = days.Published,
            Deadline = days.Deadline,
            StatusOn = days.StatusOn > context.AsOf ? null : days.StatusOn,
            Firm = firm,
            CreditCode = firm.IsPerson ? null : creditCode,
            Area = area,
            Sector = sector,
            Place = firm.IsPerson || place is null || place.Text.Length == 0 ? null : place.Text,
            Hazard = hazard.Text,
            HazardType = kind == ExposureVocabularies.RedList ? null : HazardTypes.Of(hazard.Text),
            LegalBases = laws,
            Decision = decision.Text,
            Reasons = reasons,
            Picture = firm.IsPerson ? null : pictures[0],
            PictureAfter = firm.IsPerson ? null : pictures[1],
            IsReported = leads > 0
                || TipOffPhrases.AreIn(row[ExposureColumns.Source], row[ExposureColumns.Reporter], row[ExposureColumns.Contact]),
        };

        PublicText Words(string column)
        {
            var text = Text(row, column, LongestText, hidden, context);
            leads += text.TipOffs;
            return text;
        }
    }

    private static KnownArea? Area(ExposureRow row, ExposureContext context)
    {
        var text = row[ExposureColumns.Area];
        if (context.Areas.Find(text) is { } area)
        {
            if (!context.Areas.AreListed && !context.Areas.AreUnread && !context.Diagnostics.Exists(diagnostic => diagnostic.Code == "exposure/area-unchecked"))
            {
                context.Warn(row, ExposureColumns.Area, "area-unchecked", "没有 input/units.csv，“area” 没法核对。", "加上 input/units.csv，列出各区县和街道。");
            }

            return area;
        }

        context.Error(row, ExposureColumns.Area, "unknown-area", text.Length == 0 ? "“area” 空着。" : "“area” 不是 input/units.csv 里的一个区域，或者有重名。",
            context.Areas.Names.Length > 0 ? $"写单位的编号或名称，如：{string.Join('、', context.Areas.Names.Take(12))}。" : "写 input/units.csv 里区、县、街道等的编号或名称。");
        return null;
    }

    /// <summary>The column is optional: without it the office has judged the reasons outside the ledger.</summary>
    private static ImmutableArray<string> Reasons(ExposureRow row, ExposureContext context)
    {
        if (!row.Columns.Contains(ExposureColumns.Reasons))
        {
            return [];
        }

        var words = row[ExposureColumns.Reasons].Split([' ', '、', '，', ',', ';', '；', '|', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = words.Select(Reason).ToList();
        if (known.Count == 0 || known.Contains(null))
        {
            context.Error(row, ExposureColumns.Reasons, "no-reason", known.Count == 0 ? "“reasons” 空着，没有说明为什么要公开曝光。" : "“reasons” 里有不认识的词。",
                "至少写一个：典型、有影响、有震慑（typical、influential、deterrent），几个之间用顿号隔开。");
        }

        return [.. known.OfType<string>().Distinct()];
    }

    private static string? Reason(string word) => ExposureVocabularies.Reasons.FirstOrDefault(term =>
        term.Id == word || term.Label == word || term.Label.TrimStart('有') == word.TrimEnd('性', '力').TrimStart('有'))?.Id;

    private static string? CreditCode(ExposureRow row, ExposureContext context)
    {
        var code = row[ExposureColumns.CreditCode];
        if (TipOffPhrases.MeansNone(code))
        {
            return null;
        }

        if (!CreditCodes.IsOne(code))
        {
            context.Error(row, ExposureColumns.CreditCode, "wrong-credit-code", "“credit_code” 不是统一社会信用代码。", "统一社会信用代码是 18 位数字和大写字母；不要填身份证号，没有的空着。");
            return null;
        }

        return code;
    }

    private static ImmutableArray<LegalReference> Laws(ExposureRow row, string kind, ExposureContext context) =>
        kind == ExposureVocabularies.RedList && TipOffPhrases.MeansNone(row[ExposureColumns.LegalBasis]) ? []
        : row[ExposureColumns.LegalBasis].Length > LongestBasis ? TooLong(row, context)
        : LegalReferences.Read(row[ExposureColumns.LegalBasis], context.Laws, row.LocationOf(ExposureColumns.LegalBasis), context.Diagnostics);

    private static ImmutableArray<LegalReference> TooLong(ExposureRow row, ExposureContext context)
    {
        context.Error(row, ExposureColumns.LegalBasis, "too-long", $"“legal_basis” 超过了 {LongestBasis} 个字符。", "只写法律法规的名称和条号。");
        return [];
    }

    private static PublicText Text(ExposureRow row, string column, int longest, HiddenWords hidden, ExposureContext context)
    {
        var written = row[column];
        if (written.Length > longest)
        {
            context.Error(row, column, "too-long", $"“{column}” 超过了 {longest} 个字符。", "写短一些，只写事实。");
            return new("", 0, 0, "");
        }

        var text = PublicText.Of(written, hidden.Values, hidden.Names);
        if (text.Masked > 0)
        {
            context.Warn(row, column, "masked", $"“{column}” 里遮盖了 {text.Masked} 处不公开的内容（{text.Kinds}），网页上显示为 ■■。", "改写这一格，不写个人信息。");
        }

        if (text.TipOffs > 0)
        {
            context.Warn(row, column, "lead-removed", $"“{column}” 里有 {text.TipOffs} 处说到了线索来源，公开时删去了。", "改写这一格，只写查实的情况。");
        }

        if (text.Text.Length == 0)
        {
            context.Error(row, column, "no-text", written.Length == 0 ? $"“{column}” 空着。" : $"“{column}” 除了线索来源没有别的内容。", "写上查实的情况。");
        }

        return text;
    }

    /// <summary>Texts that must not occur in the public texts of a row.</summary>
    private sealed record HiddenWords(ImmutableArray<string> Values, ImmutableArray<string> Names);
}

/// <summary>The dates of an entry, in chronological order.</summary>
internal sealed record EntryDays(DateOnly Published, DateOnly? Deadline, DateOnly? StatusOn)
{
    /// <summary>Reads and compares the dates. An entry appears on its date of publication; no other date may be earlier.</summary>
    public static EntryDays Read(ExposureRow row, string status, ExposureContext context)
    {
        var published = context.ReadDay(row, ExposureColumns.Published);
        var deadline = context.ReadDay(row, ExposureColumns.Deadline);
        var statusOn = context.ReadDay(row, ExposureColumns.StatusOn);
        if (published is null && row[ExposureColumns.Published].Length == 0 && status != ExposureVocabularies.Withdrawn)
        {
            context.Error(row, ExposureColumns.Published, "no-date", "“published” 空着。", "写上公布的日期，如 2026-06-10。");
        }

        if (deadline < published)
        {
            context.Error(row, ExposureColumns.Deadline, "dates-out-of-order", "整改期限（deadline）早于公布日期（published）。", "核对这两个日期。");
        }

        if (statusOn < published)
        {
            context.Error(row, ExposureColumns.StatusOn, "dates-out-of-order", "状态日期（status_on）早于公布日期（published）。", "核对这两个日期；状态日期是进入现在这个状态的那一天。");
        }

        if (statusOn is null && status == ExposureVocabularies.Rectified && row[ExposureColumns.StatusOn].Length == 0)
        {
            context.Error(row, ExposureColumns.StatusOn, "no-status-date", "已整改的条目没有写状态日期（status_on）。", "写上整改完成的日期，过了保留期它才会退出列表。");
        }

        if (published <= context.AsOf && statusOn > context.AsOf && status != ExposureVocabularies.Withdrawn)
        {
            context.Warn(row, ExposureColumns.StatusOn, "future-status", "状态日期（status_on）还没有到，到那天之前显示为待整改。", "核对这个日期。");
        }

        return new(published ?? DateOnly.MinValue, deadline, statusOn);
    }
}
