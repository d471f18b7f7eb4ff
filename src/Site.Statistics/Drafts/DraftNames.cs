using System.Text;
using Site.Core.Text;
using Site.Statistics.Forms;

namespace Site.Statistics.Drafts;

/// <summary>Proposes ids of new sections and blanks: the same words give the same id.</summary>
internal sealed class DraftNames(FormRegistry forms)
{
    private const int MostCharacters = 6;

    /// <summary>Words with which most blanks begin, and which tell none from the other; longer ones first.</summary>
    private static readonly string[] Beginnings = ["组织开展", "积极开展", "广泛开展", "组织参加", "组织", "开展", "举办", "举行", "召开", "进行", "参加", "推进", "实施", "共有", "共"];

    private readonly Dictionary<string, Indicator> known = forms.Forms.SelectMany(form => form.Indicators).Where(indicator => indicator.IsReported || indicator.Kind == IndicatorKind.Contact)
        .GroupBy(indicator => $"{indicator.Unit} {FormFolding.Key(indicator.PrintedLabel)}", StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>Keeps an id for what has it already.</summary>
    public void Take(string id) => taken.Add(id);

    /// <returns>An id that nothing else has yet, the proposed one or with a number behind it.</returns>
    public string Free(string prefix, string proposed)
    {
        var name = proposed;
        for (var number = 2; !taken.Add(prefix + name); number++)
        {
            name = $"{proposed}-{number}";
        }

        return name;
    }

    /// <returns>The blank of any form that has the same label and unit; null for none.</returns>
    public Indicator? Known(FoundBlank blank) => known.GetValueOrDefault($"{blank.Unit} {FormFolding.Key(blank.Label)}");

    /// <returns>Latin letters, digits and hyphens, a letter first: the last part of a blank's id.</returns>
    /// <param name="before">Name of the blank before it in its sentence; null for the first.</param>
    public string Of(FoundBlank blank, string? before) =>
        before is not null && blank.Unit is "人" or "人次" && FormFolding.Key(blank.Label).EndsWith("参与", StringComparison.Ordinal) ? before + "-participants"
        : Known(blank)?.Id.Split('.')[^1] ?? Of(blank.Label.Split('：')[^1], "blank");

    /// <returns>How the first characters are read, without what most begin with; the fallback where there are none.</returns>
    public static string Of(string text, string fallback)
    {
        var words = string.Concat(FormFolding.Key(text).Where(c => Pinyin.Of(c) is not null || char.IsAsciiLetterOrDigit(c)));
        var rest = Beginnings.FirstOrDefault(beginning => words.Length > beginning.Length + 1 && words.StartsWith(beginning, StringComparison.Ordinal)) is { } first ? words[first.Length..] : words;
        var id = new StringBuilder();
        foreach (var c in rest.Take(MostCharacters))
        {
            var reading = Pinyin.Of(c);
            id.Append(id.Length > 0 && (reading is not null || Pinyin.Of(rest[0]) is not null) ? "-" : "").Append(reading ?? char.ToLowerInvariant(c).ToString());
        }

        return id.Length > 0 && char.IsAsciiLetterLower(id[0]) ? id.ToString() : id.Length > 0 ? $"{fallback}-{id}" : fallback;
    }
}
