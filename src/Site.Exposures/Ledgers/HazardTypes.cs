using System.Collections.Immutable;
using Site.Exposures.Entries;

namespace Site.Exposures.Ledgers;

/// <summary>Classifies hazards by words of their description: the ledger has no column for that.</summary>
internal static class HazardTypes
{
    /// <summary>Words of each type of <see cref="ExposureVocabularies.HazardTypes"/>, the narrower types first: the first that occurs decides.</summary>
    private static readonly ImmutableArray<(string Type, ImmutableArray<string> Words)> Known =
    [
        ("confined-space", ["有限空间", "受限空间", "密闭空间"]),
        ("hot-work", ["动火", "电焊", "气焊", "焊接", "气割", "切割作业"]),
        ("gas", ["燃气", "液化气", "液化石油气", "天然气", "煤气", "气瓶", "钢瓶"]),
        ("chemicals", ["危险化学品", "危化", "储罐", "易燃品", "易燃易爆", "有毒", "油品", "汽油", "柴油", "酒精", "烟花", "爆竹", "化工", "重大危险源"]),
        ("exits", ["疏散", "安全出口", "消防通道", "消防车通道", "逃生", "防火门", "防盗窗", "铁栅栏", "楼梯间"]),
        ("electricity", ["用电", "电线", "电气", "配电", "漏电", "充电", "电动车", "电动自行车", "电缆", "私拉"]),
        ("height", ["高处", "临边", "脚手架", "吊篮", "基坑", "模板", "洞口", "塔吊", "塔式起重机", "安全带", "边坡"]),
        ("machinery", ["特种设备", "电梯", "叉车", "锅炉", "压力容器", "压力管道", "机械", "防护罩", "起重", "冲床", "传送带"]),
        ("transport", ["超载", "超员", "超限", "超速", "疲劳驾驶", "车辆", "客车", "货车", "罐车", "船", "航行", "动态监控"]),
        ("fire-equipment", ["消防", "灭火器", "消火栓", "喷淋", "烟感", "火灾", "应急照明", "防火"]),
        ("training", ["无证", "持证", "特种作业", "培训", "上岗", "资格", "教育"]),
        ("management", ["制度", "责任制", "预案", "演练", "台账", "隐患排查", "瞒报", "谎报", "双重预防", "管理", "检查记录", "风险"]),
    ];

    /// <returns>Id of a type; <c>other</c> where no word is known.</returns>
    public static string Of(string hazard)
    {
        // 可燃气体 (any vapor that burns) is not 燃气 (town gas).
        var text = hazard.Replace("可燃气体", "易燃物", StringComparison.Ordinal);
        return Known.FirstOrDefault(type => type.Words.Any(word => text.Contains(word, StringComparison.Ordinal))).Type ?? "other";
    }
}
