using System.Globalization;
using System.Text;

namespace Site.Tests;

/// <summary>A small made-up campaign of three weeks, drawn from a seed: districts with one street or more, sectors that are missing here and there, zeros, small growth.</summary>
internal sealed class RandomCampaign
{
    private static readonly string[][] Requests =
    [
        ["dimensions: [area, week]"],
        ["dimensions: [area]", "dimensions: [sector]"],
        ["dimensions: [area, sector]"],
        ["dimensions: [area, sector]\n  areas: district", "dimensions: [area, week]"],
        ["dimensions: [sector, week]", "dimensions: [area, week]\n  areas: district"],
        ["dimensions: [area, sector, week]\n  areas: district"],
    ];

    private readonly SeededDraw draw;
    private readonly StringBuilder units = new("-- input/units.csv --\nid,name,parent,level,sector,parent_body\ncity,示例市,,city,,\n");
    private readonly List<string> reporters = [];
    private readonly string tables;

    /// <param name="measure"><c>count</c> or <c>sum</c>.</param>
    public RandomCampaign(int seed, string measure)
    {
        draw = new(seed);
        var requests = Requests[seed % Requests.Length];
        tables = "-- input/tables.yaml --\n" + string.Concat(requests.Select((request, at) =>
            $"- id: table-{at}\n  title: 示例\n  indicators: [form.work.persons]\n  measure: {measure}\n  {request}\n"));
        for (var district = 1; district <= 3; district++)
        {
            AddDistrict(district, measure);
        }
    }

    /// <summary>The days of the weeks.</summary>
    public static string[] Days { get; } = ["2026-06-07", "2026-06-14", "2026-06-21"];

    /// <returns>The input, with the returns of all weeks.</returns>
    public MadeUpInput Input()
    {
        var returns = new StringBuilder("-- input/returns/all.csv --\nform,unit,as_of,indicator,value\n");
        foreach (var unit in reporters)
        {
            var figure = 0L;
            foreach (var day in Days)
            {
                figure += draw.Unit() switch { < 0.05 => 0, < 0.1 => 1 + (long)(draw.Unit() * 4), _ => 6 + (long)(draw.Unit() * 14) };
                if (draw.Unit() > 0.05)
                {
                    returns.Append(CultureInfo.InvariantCulture, $"form,{unit},{day},form.work.persons,{figure}\n");
                }
            }
        }

        return new(units + tables + returns);
    }

    private void AddDistrict(int district, string measure)
    {
        units.Append(CultureInfo.InvariantCulture, $"d{district},示例{district}区,city,district,,\n");
        var streets = district == 1 ? 1 : 4 + (int)(draw.Unit() * 3);
        for (var street = 1; street <= streets; street++)
        {
            units.Append(CultureInfo.InvariantCulture, $"d{district}s{street},示例{district}区{street}街道,d{district},street,,\n");
            foreach (var sector in new[] { "fire", "construction", "tourism" }.Where(_ => draw.Unit() < 0.8))
            {
                for (var unit = 0; unit < (measure == "sum" ? 4 : 1); unit++)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"d{district}s{street}{sector}{unit}");
                    var body = draw.Unit() < 0.1 ? "示例集团" : "";
                    units.Append(CultureInfo.InvariantCulture, $"{id},示例{id},d{district}s{street},enterprise,{sector},{body}\n");
                    reporters.Add(id);
                }
            }
        }
    }
}
