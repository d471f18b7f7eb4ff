using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Types;

namespace Site.Themes.Campaign.Labels;

/// <summary>Which safety sign stands for a hazard. This is the one list to extend; the drawings are symbols of <c>Assets/signs.svg</c>.</summary>
internal static class Signs
{
    private static readonly ImmutableArray<(string Word, SignFamily Family, string Glyph)> Known =
    [
        ("油锅", SignFamily.Warning, "pan"),
        ("燃气", SignFamily.Warning, "gas"),
        ("煤气", SignFamily.Warning, "gas"),
        ("一氧化碳", SignFamily.Warning, "gas"),
        ("瓶装气", SignFamily.Warning, "gas"),
        ("汽车", SignFamily.Warning, "car"),
        ("电动", SignFamily.Warning, "bike"),
        ("触电", SignFamily.Warning, "bolt"),
        ("用电", SignFamily.Warning, "bolt"),
        ("雷", SignFamily.Warning, "bolt"),
        ("有限空间", SignFamily.Warning, "shaft"),
        ("高处", SignFamily.Warning, "ladder"),
        ("电梯", SignFamily.Warning, "lift"),
        ("渔", SignFamily.Warning, "boat"),
        ("船", SignFamily.Warning, "boat"),
        ("水上交通", SignFamily.Warning, "boat"),
        ("交通", SignFamily.Warning, "car"),
        ("台风", SignFamily.Warning, "typhoon"),
        ("洪", SignFamily.Warning, "flood"),
        ("汛", SignFamily.Warning, "flood"),
        ("涝", SignFamily.Warning, "flood"),
        ("溺水", SignFamily.Warning, "swimmer"),
        ("涉水", SignFamily.Warning, "swimmer"),
        ("海边", SignFamily.Warning, "swimmer"),
        ("地震", SignFamily.Warning, "quake"),
        ("森林", SignFamily.Warning, "forest"),
        ("化学", SignFamily.Warning, "flask"),
        ("危化", SignFamily.Warning, "flask"),
        ("氨", SignFamily.Warning, "flask"),
        ("高温", SignFamily.Warning, "sun"),
        ("中暑", SignFamily.Warning, "sun"),
        ("动火", SignFamily.Warning, "spark"),
        ("焊", SignFamily.Warning, "spark"),
        ("粉尘", SignFamily.Warning, "spark"),
        ("烟花", SignFamily.Warning, "spark"),
        ("施工", SignFamily.Mandatory, "helmet"),
        ("防护", SignFamily.Mandatory, "helmet"),
        ("机械", SignFamily.Mandatory, "helmet"),
        ("农机", SignFamily.Mandatory, "helmet"),
        ("矿", SignFamily.Mandatory, "helmet"),
        ("逃生", SignFamily.Safe, "exit"),
        ("疏散", SignFamily.Safe, "exit"),
        ("心肺复苏", SignFamily.Safe, "heart"),
        ("急救", SignFamily.Safe, "cross"),
        ("儿童", SignFamily.Safe, "cross"),
        ("老人", SignFamily.Safe, "cross"),
        ("人群", SignFamily.Safe, "exit"),
        ("旅游", SignFamily.Safe, "case"),
        ("出行", SignFamily.Safe, "case"),
        ("物资", SignFamily.Safe, "bag"),
        ("应急包", SignFamily.Safe, "bag"),
        ("举报", SignFamily.Safe, "horn"),
        ("隐患", SignFamily.Safe, "lens"),
        ("灭火器", SignFamily.Safe, "extinguisher"),
        ("自建房", SignFamily.Warning, "flame"),
        ("火", SignFamily.Warning, "flame"),
        ("水", SignFamily.Warning, "swimmer"),
    ];

    /// <returns>The sign of a guide.</returns>
    public static (SignFamily Family, string Glyph) Of(GuidePage guide) => Of(guide.Hazard, guide.Title);

    /// <returns>The sign of the first known word in the hazard, else in the title before its colon; else the safe condition's tick.
    /// Three words of titles say more than any hazard.</returns>
    public static (SignFamily Family, string Glyph) Of(string? hazard, string title) =>
        Find(PageTitles.Short(title), "油锅", "灭火器", "心肺复苏") ?? Find(hazard ?? "") ?? Find(PageTitles.Short(title)) ?? (SignFamily.Safe, "tick");

    private static (SignFamily, string)? Find(string text, params ReadOnlySpan<string> only)
    {
        foreach (var (word, family, glyph) in Known)
        {
            if (text.Contains(word, StringComparison.Ordinal) && (only.IsEmpty || only.Contains(word)))
            {
                return (family, glyph);
            }
        }

        return null;
    }
}

/// <summary>The four families of safety signs (GB 2894, ISO 3864-1): each has one shape and one color.</summary>
public enum SignFamily
{
    /// <summary>禁止: red ring with a bar.</summary>
    Prohibition,

    /// <summary>警告: yellow triangle.</summary>
    Warning,

    /// <summary>指令: blue disc.</summary>
    Mandatory,

    /// <summary>提示: green square.</summary>
    Safe,
}
