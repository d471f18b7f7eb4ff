namespace Site.Reading;

/// <summary>Reads how hard a question is.</summary>
internal static class PlainLevels
{
    /// <returns>1, 2 or 3 for 易, 中, 难 and the like; null for anything else.</returns>
    public static string? Read(string? text) => Wording.Fold(text ?? "").Trim('。', '.', '级') switch
    {
        "1" or "易" or "容易" or "简单" or "低" or "初" or "一" => "1",
        "2" or "中" or "中等" or "一般" or "适中" or "较难" or "二" => "2",
        "3" or "难" or "困难" or "高" or "很难" or "三" => "3",
        _ => null,
    };
}
