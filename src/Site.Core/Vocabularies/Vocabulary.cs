using System.Collections.Immutable;

namespace Site.Core.Vocabularies;

/// <summary>A word of a vocabulary: its id in files and addresses, and its label for readers.</summary>
/// <param name="Id">Lower-case ASCII: <c>fire</c>.</param>
/// <param name="Label">Chinese: 消防.</param>
public sealed record Term(string Id, string Label);

/// <summary>
/// All closed lists of words that content may use, in the order in which pages show them. This is the one place to review them:
/// sectors and audiences are those of the campaign plans (五进), hall classes those of the accreditation rules.
/// </summary>
public static class Vocabulary
{
    public static ImmutableArray<Term> Sectors { get; } =
    [
        new("road", "道路交通"),
        new("fishing", "涉海涉渔"),
        new("water-transport", "水上交通"),
        new("ship-repair", "船舶修造"),
        new("hazardous-chemicals", "危险化学品"),
        new("construction", "建设施工"),
        new("fire", "消防"),
        new("industry-mining", "工矿"),
        new("tourism", "旅游"),
        new("urban-operation", "城市运行"),
    ];

    public static ImmutableArray<Term> Audiences { get; } =
    [
        new("enterprise", "企业"),
        new("rural", "农村"),
        new("community", "社区"),
        new("school", "学校"),
        new("family", "家庭"),
    ];

    public static ImmutableArray<Term> HallClasses { get; } =
    [
        new("I", "Ⅰ类（省级授牌）"),
        new("II", "Ⅱ类（市县授牌）"),
        new("III", "Ⅲ类（市县授牌）"),
    ];

    public static ImmutableArray<Term> LectureSeries { get; } =
    [
        new("forum", "大讲堂"),
        new("open-class", "公开课"),
        new("micro-class", "微课堂"),
        new("discussion", "大家谈"),
        new("clinic", "专家云问诊"),
        new("live", "应急直播间"),
    ];

    /// <returns>The label of an id; the id itself if the list lacks it.</returns>
    public static string Label(this ImmutableArray<Term> terms, string id)
    {
        foreach (var term in terms)
        {
            if (term.Id == id)
            {
                return term.Label;
            }
        }

        return id;
    }
}
