using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Statistics.Units;

/// <summary>A line of <c>input/units.csv</c>: an area with its own office, or an office, firm or school in one.</summary>
public sealed record Unit
{
    public required string Id { get; init; }

    /// <summary>In simplified Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the unit it belongs to; null for the first one.</summary>
    public string? Parent { get; init; }

    public required UnitLevel Level { get; init; }

    /// <summary>Id of its sector, or null.</summary>
    public string? Sector { get; init; }

    /// <summary>Its unified social credit code, if given: units that share it are one contributor.</summary>
    public string? CreditCode { get; init; }

    /// <summary>The body behind it, if given: units that share it are one contributor.</summary>
    public string? ParentBody { get; init; }

    /// <summary>The first day it exists, or null where it always did.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>The first day it no longer exists, or null.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Id of the unit that reports in its place since it closed, or null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What the return of an area with parts is.</summary>
    public ReportKind Reports { get; init; }

    /// <summary>Where it is written.</summary>
    public required Location Location { get; init; }

    /// <returns>Whether it exists in June of a year, the month of the campaign, which decides for the whole year.</returns>
    public bool ExistsIn(int year) => !(Opened > new DateOnly(year, 6, 30)) && !(Closed <= new DateOnly(year, 6, 1));
}

/// <summary>What the return of an area stands for, where its parts report too.</summary>
public enum ReportKind
{
    /// <summary>Not said: it must be the sum of its parts' returns, or someone must say.</summary>
    Unsaid,

    /// <summary>The area's own activities, which are added to those of its parts.</summary>
    Own,

    /// <summary>The total of its parts, which is checked and not added.</summary>
    Total,
}

/// <summary>The level of a unit.</summary>
/// <param name="Id">As written in files.</param>
/// <param name="Label">As people call it; may be written too.</param>
/// <param name="Rank">For an area how fine it is: 1 for a province, 5 for a village; 0 for what is no area.</param>
public sealed record UnitLevel(string Id, string Label, int Rank)
{
    /// <summary>Every level, coarse areas first.</summary>
    public static ImmutableArray<UnitLevel> All { get; } =
    [
        new("province", "省", 1),
        new("city", "市", 2),
        new("district", "区", 3),
        new("county", "县", 3),
        new("zone", "开发区", 3),
        new("street", "街道", 4),
        new("town", "镇", 4),
        new("township", "乡", 4),
        new("community", "社区", 5),
        new("village", "村", 5),
        new("office", "部门", 0),
        new("enterprise", "企业", 0),
        new("institution", "事业单位", 0),
        new("school", "学校", 0),
        new("hospital", "医院", 0),
        new("association", "社会组织", 0),
    ];

    /// <summary>Whether it is an area: other units lie in one.</summary>
    public bool IsArea => Rank > 0;

    /// <returns>The level of this id or label, or null; 区县 and the like count as their first word.</returns>
    public static UnitLevel? Find(string text) =>
        All.FirstOrDefault(level => string.Equals(level.Id, text, StringComparison.OrdinalIgnoreCase) || level.Label == text) ?? text switch
        {
            "地级市" or "市级" or "全市" => Find("city"),
            "区县" or "县区" or "县市区" or "区级" => Find("district"),
            "县级市" or "县级" => Find("county"),
            "功能区" or "园区" or "新区" => Find("zone"),
            "镇街" or "乡镇" or "街镇" or "乡镇街道" or "subdistrict" => Find("street"),
            "局" or "委办局" or "机关" or "单位" or "科室" or "department" or "bureau" or "agency" => Find("office"),
            "公司" or "firm" or "company" => Find("enterprise"),
            _ => null,
        };
}
