using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Site.Tests;

/// <summary>
/// The campaign of 示例市, all made up: 3 districts, 36 streets and 8 sector offices report for 4 weeks what they have done so far. Three units are late,
/// one corrects its second return, and in one street so few finish the escape camp that the figure must be withheld.
/// </summary>
internal static class SampleCampaign
{
    private const int Seed = 20260601;
    private const string Form = "bt2024-month";
    private const string Head = "form,unit,as_of,indicator,value\n";

    /// <summary>What is counted: the sessions of an indicator in a usual week, and who takes part in each.</summary>
    private static readonly ImmutableArray<Activity> Activities =
    [
        new("study.seminars", 1.2, "study.seminar-participants", 35),
        new("study.open-classes", 2, "study.open-class-participants", 60),
        new("study.screenings", 1.5, "study.screening-participants", 45),
        new("lifeline.evacuation-drills", 0.9, "lifeline.evacuation-participants", 120),
        new("consult.events", 0, "consult.participants", 260) { OnConsultationDay = 1.6 },
        new("consult.display-boards", 0, null, 0) { OnConsultationDay = 9 },
        new("outreach.enterprise-events", 1.5, "outreach.enterprise-participants", 40),
        new("outreach.rural-events", 0.9, "outreach.rural-participants", 30),
        new("outreach.community-events", 1.7, "outreach.community-participants", 50),
        new("outreach.school-events", 1, "outreach.school-participants", 150),
        new("outreach.family-events", 3, "outreach.family-participants", 12),
    ];

    private static readonly ImmutableArray<(string Id, string Name)> Districts = [("jia", "甲"), ("yi", "乙"), ("bing", "丙")];

    private static readonly ImmutableArray<string> Numbers = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];

    private static readonly ImmutableArray<(string Sector, string Name)> Offices =
    [
        ("road", "示例市交通运输局"), ("water-transport", "示例市港航中心"), ("hazardous-chemicals", "示例市应急管理局"), ("construction", "示例市住房和城乡建设局"),
        ("fire", "示例市消防救援支队"), ("industry-mining", "示例市工业和信息化局"), ("tourism", "示例市文化和旅游局"), ("urban-operation", "示例市城市管理局"),
    ];

    /// <summary>Weeks, from 1, in which a unit has not reported.</summary>
    private static readonly ImmutableHashSet<(string Unit, int Week)> Late = [("jia-07", 1), ("bing-11", 1), ("bing-11", 2), ("yi-03", 4)];

    /// <summary>The last day of each week.</summary>
    public static ImmutableArray<DateOnly> Days { get; } = [new(2026, 6, 7), new(2026, 6, 14), new(2026, 6, 21), new(2026, 6, 28)];

    /// <returns>The files of <c>input/</c> that make up the campaign, by path, and with which week each comes in.</returns>
    public static ImmutableArray<(string Path, string Text, int Week)> Files()
    {
        var returns = Returns();
        return
        [
            ("input/units.csv", Units(), 1),
            .. Days.Select((day, at) => ($"input/returns/{Write(day)}.csv", Head + Rows(returns.Where(row => row.Week == at + 1), ""), at + 1)),
            ($"input/returns/{Write(Days[1])}-correction.csv", Head.TrimEnd() + ",correction\n" + Rows(Corrected(returns), ",1"), 3),
        ];
    }

    private static string Units()
    {
        var text = new StringBuilder("id,name,parent,level,sector\ncity,示例市,,city,\n");
        foreach (var (id, name) in Districts)
        {
            text.Append(CultureInfo.InvariantCulture, $"{id},示例{name}区,city,district,\n");
        }

        foreach (var (id, name) in Districts)
        {
            text.AppendJoin("", Numbers.Select((number, at) => $"{id}-{at + 1:D2},示例{name}{number}街道,{id},street,\n"));
        }

        return text.AppendJoin("", Offices.Select(office => $"office-{office.Sector},{office.Name},city,office,{office.Sector}\n")).ToString();
    }

    private static ImmutableArray<Row> Returns()
    {
        var draw = new SeededDraw(Seed);
        var streets = Districts.SelectMany(district => Enumerable.Range(1, Numbers.Length).Select(number => $"{district.Id}-{number:D2}"));
        return [.. streets.Concat(Offices.Select(office => $"office-{office.Sector}")).SelectMany(unit => Of(unit, draw))];
    }

    /// <returns>The returns of one unit, each figure counted from the first day of the campaign.</returns>
    private static List<Row> Of(string unit, SeededDraw draw)
    {
        var rows = new List<Row>();
        var size = Math.Exp(0.3 * draw.Normal());
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var graduates = unit.StartsWith("office", StringComparison.Ordinal) ? 0 : unit == "yi-05" ? 3 : 12 + (long)(draw.Unit() * 26);
        for (var week = 1; week <= Days.Length; week++)
        {
            foreach (var activity in Activities)
            {
                var sessions = (long)((size * (week == 3 ? activity.Usual + activity.OnConsultationDay : activity.Usual) * (0.5 + draw.Unit())) + 0.5);
                Add(activity.Sessions, sessions);
                Add(activity.People, (long)(sessions * activity.Each * (0.7 + (0.6 * draw.Unit()))));
            }

            if (week == 2)
            {
                Add("outreach.lifeline-drills", graduates > 0 ? 1 : 0);
                Add("outreach.camp-participants", graduates + (graduates / 5));
                Add("outreach.camp-graduates", graduates);
            }

            rows.AddRange(Late.Contains((unit, week)) ? [] : sums.Select(sum => new Row(unit, week, sum.Key, sum.Value)));
        }

        return rows;

        void Add(string? indicator, long value)
        {
            if (indicator is not null)
            {
                sums[indicator] = sums.GetValueOrDefault(indicator) + value;
            }
        }
    }

    /// <returns>The second return of 示例甲二街道 again: it had left out an open class with 38 people.</returns>
    private static IEnumerable<Row> Corrected(ImmutableArray<Row> returns) =>
        from row in returns
        where row.Unit == "jia-02" && row.Week == 2
        select row.Indicator switch
        {
            "study.open-classes" => row with { Value = row.Value + 1 },
            "study.open-class-participants" => row with { Value = row.Value + 38 },
            _ => row,
        };

    private static string Rows(IEnumerable<Row> rows, string end) => string.Concat(rows.Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{Form},{row.Unit},{Write(Days[row.Week - 1])},{Form}.{row.Indicator},{row.Value}{end}\n")));

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private sealed record Activity(string Sessions, double Usual, string? People, int Each)
    {
        public double OnConsultationDay { get; init; }
    }

    private sealed record Row(string Unit, int Week, string Indicator, long Value);
}
