using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>What small businesses do, by the ends of their names.</summary>
internal static class Trades
{
    /// <summary>What is said where the name tells no trade.</summary>
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
