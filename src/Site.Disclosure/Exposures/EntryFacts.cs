using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads what an entry says: who, where, what, on which ground.</summary>
internal static class EntryFacts
{
    private const int LongestText = 2000;

    /// <summary>UTF-16 units of the longest place.</summary>
    public const int LongestPlace = 200;

    private const int LongestBasis = 500;

    /// <summary>Checks everything but id, status and days, which the caller has read.</summary>
    /// <returns>The entry, or null where it cannot be made.</returns>
    public static Entry? Read(ExposureRow row, string id, string kind, string status, EntryDays days, ExposureContext context)
    {
        var area = Area(row, context);
        var firm = EntryReader.Firm(row, area, context);
        var sector = context.Word(row, ExposureColumns.Sector, "unknown-sector", Vocabularies.Sectors);
        var reasons = Reasons(row, context);
        var creditCode = CreditCode(row, context);
        var laws = Laws(row, kind, context);
        var hidden = new HiddenWords(PrivateColumns.Values(row), firm?.Hidden ?? []);
        var hazard = Text(row, ExposureColumns.Hazard, LongestText, hidden, context);
        var decision = Text(row, ExposureColumns.Decision, LongestText, hidden, context);
        var place = row[ExposureColumns.Place].Length == 0 ? null : Text(row, ExposureColumns.Place, LongestPlace, hidden, context);
        if (decision.Text.Length > 0 && DecisionNumbers.Find(row[ExposureColumns.Decision]) is null)
        {
            context.Error(row, ExposureColumns.Decision, "no-decision-number", "“decision” 里没有决定文书的文号。", "写上文号，如“示应急罚〔2026〕12号”；没有生效文书的不能公开。");
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
            IsReported = hazard.Leads + decision.Leads > 0
                || LeadWords.AreIn(row[ExposureColumns.Source], row[ExposureColumns.Reporter], row[ExposureColumns.Contact]),
        };
    }

    private static KnownArea? Area(ExposureRow row, ExposureContext context)
    {
        var text = row[ExposureColumns.Area];
        if (context.Areas.Find(text) is { } area)
        {
            if (!context.Areas.AreListed && !context.Problems.Exists(problem => problem.Code == "exposure/area-unchecked"))
            {
                context.Warn(row, ExposureColumns.Area, "area-unchecked", "没有 input/units.csv，“area” 没法核对。", "加上 input/units.csv，列出各区县和街道。");
            }

            return area;
        }

        context.Error(row, ExposureColumns.Area, "unknown-area", text.Length == 0 ? "“area” 空着。" : "“area” 不是 input/units.csv 里的一个区域，或者有重名。",
            context.Areas.Names.Length > 0 ? $"写单位的编号或名称，如：{string.Join('、', context.Areas.Names.Take(12))}。" : "写 input/units.csv 里区、县、街道等的编号或名称。");
        return null;
    }

    /// <summary>A ledger without the column is taken as it is: then the office has judged that outside the ledger.</summary>
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
        if (LeadWords.IsNobody(code))
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
        kind == ExposureVocabularies.RedList && LeadWords.IsNobody(row[ExposureColumns.LegalBasis]) ? []
        : row[ExposureColumns.LegalBasis].Length > LongestBasis ? TooLong(row, context)
        : LegalReferences.Read(row[ExposureColumns.LegalBasis], context.Laws, row.PlaceOf(ExposureColumns.LegalBasis), context.Problems);

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

        if (text.Leads > 0)
        {
            context.Warn(row, column, "lead-removed", $"“{column}” 里有 {text.Leads} 处说到了线索来源，公开时删去了。", "改写这一格，只写查实的情况。");
        }

        if (text.Text.Length == 0)
        {
            context.Error(row, column, "no-text", written.Length == 0 ? $"“{column}” 空着。" : $"“{column}” 除了线索来源没有别的内容。", "写上查实的情况。");
        }

        return text;
    }

    /// <summary>What must not stand in the public texts of a row.</summary>
    private sealed record HiddenWords(ImmutableArray<string> Values, ImmutableArray<string> Names);
}
