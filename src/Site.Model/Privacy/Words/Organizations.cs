namespace Site.Model.Privacy;

/// <summary>Words that end the names of firms, offices and places.</summary>
internal static class Organizations
{
    private const int Farthest = 16;

    private static readonly string[] Endings =
    [
        "公司", "厂", "店", "馆", "局", "部", "中心", "合作社", "集团", "街道", "委员会", "委", "处", "科", "所", "站", "队", "院", "办", "组", "会", "村", "镇", "县", "市", "区",
        "车间", "工地", "项目", "码头", "商行", "商场", "超市", "市场", "企业", "单位", "政府", "银行", "学校", "大厦", "工厂", "作坊", "加工点", "门市", "经营部", "铺", "庄", "社", "厅", "园", "线",
    ];

    /// <returns>Whether the row of Chinese characters at the place ends, within 16 of them, like the name of a firm or an office.</returns>
    public static bool EndNear(string text, int start)
    {
        var end = Han.EndOfRun(text, start, Farthest);
        for (var at = start + 2; at < end; at++)
        {
            if (Han.LongestAt(text, at, Endings) > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether the stretch of text ends like the name of a firm, an office or a place.</returns>
    public static bool IsOne(string text, int start, int end)
    {
        var row = text.AsSpan(start, end - start);
        foreach (var ending in Endings)
        {
            if (row.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
