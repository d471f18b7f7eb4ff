using System.Globalization;
using System.Text;
using Site.Statistics.Templates;

namespace Site.Tests;

/// <summary>Two weeks of an office with twelve units.</summary>
internal static class OfficeMonth
{
    private static readonly string[] Weeks = ["2026-06-14", "2026-06-21"];

    private static readonly string[] Streets = [.. Enumerable.Range(1, 12).Select(number => $"street-{number:D2}")];

    /// <summary>What the office writes once, and what comes back in two weeks: twelve streets in two districts, the last of which sends nothing for the second week.</summary>
    public static void Write(SiteFolder site, string below)
    {
        site.Write(below + "input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,city,district,\nyi,示例乙区,city,district,\n"
            + string.Concat(Streets.Select((id, at) => $"{id},{Name(at)},{(at % 2 == 0 ? "jia" : "yi")},street,\n")));
        site.Write(below + "input/forms/sample.yaml", SampleForms.Short);
        site.Write(below + "input/tables.yaml", "tables:\n  - {id: sessions, title: 各区场次, indicators: [sample.study.sessions], dimensions: [area], areas: district}\n");
        site.Write(below + "input/duties.yaml",
            "year: 2026\nduties:\n  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周日, from: 2026-06-08, to: 2026-06-21}\n  - {id: plan, title: 方案, units: {names: [jia]}, due: 2026-05-28}\n"
                .Replace(below.Length == 0 ? "\0" : "  - {id: plan, title: 方案, units: {names: [jia]}, due: 2026-05-28}\n", "", StringComparison.Ordinal));
        var template = Encoding.UTF8.GetString(FormTemplate.Make([SampleSite.File("input/forms/sample.yaml", SampleForms.Short)], "sample", "csv").Value!);
        foreach (var (day, week) in Weeks.Select((day, week) => (day, week)))
        {
            foreach (var at in Enumerable.Range(0, Streets.Length).Where(at => week == 0 || at < 11))
            {
                site.Write($"收回/{day}/{Name(at)}.csv", template.Replace("（盖章）,文本,", $"（盖章）,文本,{Name(at)}").Replace("填报日期,日期,", $"填报日期,日期,{day}").Replace("电话,文本,", "电话,文本,13900000001")
                    .Replace("开展集中学习,场,", string.Create(CultureInfo.InvariantCulture, $"开展集中学习,场,{(week + 1) * (at + 2)}")));
            }
        }
    }

    /// <returns>The name of a street by its number from 0.</returns>
    public static string Name(int at) => $"示例{new[] { "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二" }[at]}街道";
}
