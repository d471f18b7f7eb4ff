using System.Collections.Immutable;
using Site.Core.Vocabularies;

namespace Site.Exposures.Entries;

/// <summary>The closed lists of words that exposure entries use, in the order in which pages show them.</summary>
public static class ExposureVocabularies
{
    /// <summary>The only kind that praises.</summary>
    public const string RedList = "redlist";

    public const string BlackList = "blacklist";

    public const string Open = "open";

    public const string InProgress = "in-progress";

    public const string Rectified = "rectified";

    public const string Withdrawn = "withdrawn";

    public static ImmutableArray<Term> Kinds { get; } =
    [
        new("hazard", "事故隐患"),
        new("violation", "违法行为"),
        new("supervised", "挂牌督办"),
        new(RedList, "红榜"),
        new(BlackList, "黑榜"),
    ];

    /// <summary>In the order in which an entry passes through them; it never goes back.</summary>
    public static ImmutableArray<Term> Statuses { get; } =
    [
        new(Open, "待整改"),
        new(InProgress, "整改中"),
        new(Rectified, "已整改"),
        new(Withdrawn, "已撤下"),
    ];

    /// <summary>Why an entry is published: at least one of the campaign plans' three (典型性、影响性、震慑性).</summary>
    public static ImmutableArray<Term> Reasons { get; } =
    [
        new("typical", "典型"),
        new("influential", "有影响"),
        new("deterrent", "有震慑"),
    ];

    public static ImmutableArray<Term> HazardTypes { get; } =
    [
        new("confined-space", "有限空间"),
        new("hot-work", "动火作业"),
        new("gas", "燃气"),
        new("chemicals", "危险化学品"),
        new("exits", "疏散通道和出口"),
        new("electricity", "用电和充电"),
        new("height", "高处、临边和基坑"),
        new("machinery", "机械和特种设备"),
        new("transport", "车船和运输"),
        new("fire-equipment", "消防设施"),
        new("training", "培训和持证"),
        new("management", "安全管理"),
        new("other", "其他"),
    ];

    /// <returns>What readers see for a status; on red and black lists open means that the entry stands, and the words say on which.</returns>
    public static string StatusLabel(string kind, string status) =>
        kind == RedList && status == Open ? "红榜·表扬"
        : kind == BlackList && status == Open ? "黑榜·失信"
        : kind is RedList or BlackList && status == Rectified ? "已移出"
        : Statuses.Label(status);
}
