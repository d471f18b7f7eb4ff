using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>The level of a unit.</summary>
/// <param name="Id">As written in files.</param>
/// <param name="Label">As people call it; may be written too.</param>
/// <param name="Rank">For an area how fine it is: 1 for a province, 5 for a village; 0 for what is no area.</param>
internal sealed record UnitLevel(string Id, string Label, int Rank)
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
