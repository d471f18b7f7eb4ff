using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Privacy.Recognition;

namespace Site.Exposures.Ledgers;

/// <summary>Distinguishes firms, which are named, from private persons and their businesses, which are not.</summary>
/// <remarks>
/// GB 32100: codes of private persons' businesses (个体工商户) begin with 92, those of firms with 91. Without a code, a small trade behind what
/// may be a family name counts as a person's business: to hide a firm does less harm than to name a person.
/// </remarks>
internal static partial class FirmReader
{
    private const int LongestPersonName = 4;

    /// <summary>Last characters of a firm's name that has only two or three characters.</summary>
    private const string ShortEndings = "厂店馆局部院站校行";

    private static readonly string[] PersonTitles = ["先生", "女士", "师傅", "老板", "小姐", "同志"];
    private static readonly string[] LegalBodies =
        ["公司", "集团", "合作社", "厂", "中心", "医院", "学校", "学院", "银行", "委员会", "管理所", "管理处", "大队", "事务所", "研究院", "协会", "港务", "码头", "大厦", "幼儿园", "工地", "项目部"];

    /// <summary>Reads the name of the firm or person that an entry is about.</summary>
    /// <param name="name">As written.</param>
    /// <param name="creditCode">As written; may be empty.</param>
    /// <param name="place">As written; may be empty.</param>
    /// <param name="area">What readers see of the area.</param>
    /// <param name="areas">Names of areas, with which names of businesses begin.</param>
    /// <returns>Null where the name is that of a person and nothing more.</returns>
    public static Firm? Read(string name, string creditCode, string place, string area, IEnumerable<string> areas)
    {
        var bare = Bare(name);
        if (IsPerson(bare))
        {
            return null;
        }

        var core = Marks().Replace(bare, "");
        var inner = WithoutAreas(core, areas);
        var isPerson = creditCode.StartsWith("92", StringComparison.Ordinal) || Marks().IsMatch(bare) || (!IsLegalBody(creditCode, bare) && IsSmallBusinessOfAFamily(inner));
        if (!isPerson)
        {
            return new(name, false, []);
        }

        var trade = Trades.Of(core) ?? Trades.Unknown;
        var own = inner.EndsWith(trade, StringComparison.Ordinal) ? inner[..^trade.Length] : inner;
        var hidden = new[] { name, bare, core, inner, own }.Where(text => text.Length >= 2 && !IsCommon(text)).Distinct()
            .OrderByDescending(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).ToImmutableArray();
        return new($"某某{trade}（{Street(place, hidden) ?? area}）", true, hidden);
    }

    /// <returns>Whether a text is the name of a person and nothing more: 2 to 4 characters, perhaps with a title or a middle dot.</returns>
    public static bool IsPerson(string text)
    {
        var whole = FoldedText.Of(text, Folding.Words).Text;
        var name = PersonTitles.FirstOrDefault(title => whole.EndsWith(title, StringComparison.Ordinal)) is { } title ? whole[..^title.Length] : whole;
        if (name.Length < whole.Length && name.Length is >= 1 and <= LongestPersonName)
        {
            return true;
        }

        if (name.Length == 0 || !name.All(unit => Han.IsFolded(unit) || unit == '·'))
        {
            return false;
        }

        return name.Length is 2 or 3 ? !ShortEndings.Contains(name[^1])
            : !Organizations.IsOne(name, 0, name.Length) && Trades.Of(name) is null
                && (name.Contains('·') || name.Contains('某') || (name.Length == LongestPersonName && Surnames.LengthAt(name, 0) > 1));
    }

    /// <returns>The road, street or village before the first number of a place, without the districts around it, or null.</returns>
    private static string? Street(string place, ImmutableArray<string> hidden)
    {
        var parts = Streets().Matches(Redactor.Redact(place).Text).Select(match => match.Value).ToList();
        var street = parts.LastOrDefault(part => part[^1] is '路' or '街' or '巷' or '道') ?? parts.LastOrDefault();
        return street is null || street.Contains(Redactor.Mask, StringComparison.Ordinal) || hidden.Any(name => street.Contains(name, StringComparison.Ordinal)) ? null : street;
    }

    private static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c))).Replace('•', '·').Replace('・', '·');

    private static string WithoutAreas(string name, IEnumerable<string> areas)
    {
        var rest = name;
        for (var cut = true; cut;)
        {
            var prefix = areas.Append("示例").Where(area => rest.StartsWith(area, StringComparison.Ordinal) && rest.Length > area.Length)
                .MaxBy(area => area.Length) ?? AreaPrefix().Match(rest).Value;
            cut = prefix.Length > 0 && prefix.Length < rest.Length;
            rest = cut ? rest[prefix.Length..] : rest;
        }

        return rest;
    }

    private static bool IsLegalBody(string creditCode, string name) =>
        (creditCode.Length == 18 && !creditCode.StartsWith("92", StringComparison.Ordinal)) || LegalBodies.Any(body => name.Contains(body, StringComparison.Ordinal));

    private static bool IsSmallBusinessOfAFamily(string name) =>
        Trades.Of(name) is not null && Surnames.LengthAt(name, 0) > 0;

    private static bool IsCommon(string text) => text is "示例" or "某某" || Trades.Of(text) == text || text == Trades.Unknown;

    [GeneratedRegex("[（(](?:个体工商户|个体经营户|个体户|个体|个人经营|个人)[)）]|(?:个体工商户|个体经营户|个体户|个人经营|^个体)[:：]?", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex("^" + Han.Pattern + "{1,6}?(?:市|区|县|镇|乡|街道|村)(?=" + Han.Pattern + "{3})", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex AreaPrefix();

    [GeneratedRegex(Han.Pattern + "{1,8}?(?:街道|大道|大街|胡同|社区|路|街|巷|村|镇|乡|区|县|市)", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Streets();
}

/// <summary>The firm or person that an entry is about, as readers may see it.</summary>
/// <param name="Subject">The firm's name; for a private person 某某, the trade and the street.</param>
/// <param name="IsPerson">Whether it is a private person's own business, whose name, code and place are never published.</param>
/// <param name="Hidden">Names that must not stand in any text of the entry, the longest first; empty for firms.</param>
internal sealed record Firm(string Subject, bool IsPerson, ImmutableArray<string> Hidden);

/// <summary>The trades of small businesses, by the ends of their names.</summary>
internal static class Trades
{
    /// <summary>Shown where the name does not reveal the trade.</summary>
    public const string Unknown = "个体工商户";

    private static readonly ImmutableArray<string> Known =
    [
        .. new[]
        {
            "小吃店", "餐饮店", "餐馆", "饭店", "饭馆", "餐厅", "早餐店", "面馆", "火锅店", "烧烤店", "烧烤摊", "早点铺", "茶馆", "茶楼", "酒馆", "酒楼", "奶茶店", "糕点店", "面包店",
            "旅馆", "旅店", "民宿", "客栈", "宾馆", "招待所", "农家乐", "超市", "便利店", "百货店", "小卖部", "杂货店", "商店", "商行", "经营部", "经销部", "销售部", "门市部", "批发部",
            "五金店", "建材店", "家具店", "服装店", "鞋店", "水果店", "蔬菜店", "粮油店", "烟酒店", "理发店", "美容店", "美发店", "美容院", "洗浴店", "浴室", "足浴店", "网吧", "台球室", "棋牌室",
            "游戏厅", "修理店", "修理部", "修理铺", "维修部", "维修店", "汽修店", "汽修厂", "电动车店", "电动自行车店", "电动车行", "车行", "洗车店", "洗车场", "加工店", "加工点", "加工坊", "加工部",
            "作坊", "加工厂", "木材厂", "木业店", "废品收购站", "废品回收站", "废旧物资回收站", "收购站", "回收站", "液化气站", "液化气店", "燃气店", "油漆店", "化工店", "药店", "诊所", "培训班", "托管班",
            "养殖场", "货运部", "快递点", "快递站", "烟花爆竹店", "烟花爆竹零售点", "烟花爆竹零售店", "零售点", "零售店", "电焊部", "电焊店", "焊接部", "印刷店", "打印店", "广告店", "照相馆", "书店", "渔具店",
            "渔船", "工作室", "服务部", "摊位", "摊", "店", "馆", "铺", "坊", "屋",
        }.OrderByDescending(trade => trade.Length).ThenBy(trade => trade, StringComparer.Ordinal),
    ];

    /// <returns>The longest trade that the name ends in, or null.</returns>
    public static string? Of(string name) => Known.FirstOrDefault(trade => name.EndsWith(trade, StringComparison.Ordinal));
}
