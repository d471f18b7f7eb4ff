using System.Globalization;

namespace Site.Tests;

/// <summary>Campaigns of a size that offices have: a table by area and one by sector of one count of persons, week after week.</summary>
public class RealisticCampaignTests
{
    /// <summary>Most streets hold units of most sectors; one street is small, and one unit in seventeen.</summary>
    [Theory]
    [InlineData(6, 8, 8, false, 2)]
    [InlineData(6, 8, 8, true, 3)]
    [InlineData(12, 4, 8, false, 1)]
    [InlineData(12, 10, 4, true, 1)]
    [InlineData(24, 6, 6, false, 0)]
    [InlineData(40, 10, 3, false, 2)]
    [InlineData(40, 8, 4, true, 0)]
    public void Tables_by_area_and_by_sector_are_released_week_after_week(int streets, int sectors, int weeks, bool haveWeeks, int small)
    {
        var input = new MadeUpInput("");
        string[] names = ["fire", "construction", "tourism", "road", "fishing", "water-transport", "ship-repair", "hazardous-chemicals", "industry-mining", "urban-operation"];
        var units = new List<(string Id, int Street, int Sector, int Size)>();
        for (var street = 0; street < streets; street++)
        {
            for (var sector = 0; sector < sectors; sector++)
            {
                if ((street * 7 + sector * 5) % 6 != 0)
                {
                    units.Add((Text($"s{street}u{sector}"), street, sector, (street == 3 && streets > 6) || (street * 13 + sector * 29) % 17 == 0 ? small : 12 + (street * 37 + sector * 53) % 90));
                }
            }
        }

        input.Put("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,city,\nd1,示例1区,city,district,\nd2,示例2区,city,district,\n"
            + string.Concat(Enumerable.Range(0, streets).Select(street => Text($"s{street},示例{street}街道,d{1 + (street % 2)},street,\n")))
            + string.Concat(units.Select(unit => Text($"{unit.Id},示例{unit.Id},s{unit.Street},office,{names[unit.Sector]}\n"))));
        input.Put("input/tables.yaml", string.Concat(new[] { "area", "sector" }.Select(dimension =>
            $"- id: by-{dimension}\n  title: 示例\n  indicators: [form.work.persons]\n  measure: count\n  dimensions: [{dimension}{(haveWeeks ? ", week" : "")}]\n")));
        var returns = "form,unit,as_of,indicator,value\n";
        for (var week = 1; week <= weeks; week++)
        {
            var day = new DateOnly(2026, 6, 7).AddDays(7 * (week - 1));
            returns += string.Concat(units.Select(unit => Text($"form,{unit.Id},{day:yyyy-MM-dd},form.work.persons,{unit.Size + ((week - 1) * (unit.Size < 3 ? unit.Sector % 2 : 5 + ((unit.Size + unit.Street) % 19)))}\n")));
            input.Put("input/returns/all.csv", returns);
            var made = input.Release(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Assert.Equal("", MadeUpInput.SaidErrors(made.Diagnostics));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
