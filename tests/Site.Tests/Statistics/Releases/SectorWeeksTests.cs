using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>A table by sector and week in which one office alone is added to a sector: a few cells are withheld, not the table.</summary>
public class SectorWeeksTests
{
    private static readonly string[] Sectors = ["fire", "construction", "tourism", "fishing", "road", "industry-mining", "ship-repair"];

    [Theory]
    [InlineData("sum", 25)]
    [InlineData("sum", 3)]
    [InlineData("count", 3)]
    [InlineData("count", 25)]
    public void It_is_published_with_what_must_be_withheld(string measure, long added)
    {
        var units = Sectors.SelectMany(sector => Enumerable.Range(1, 4).Select(number => $"{sector}{number},示例{sector}{number},city,office,{sector}"));
        var input = new MadeUpInput("-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n" + string.Join('\n', units)
            + "\nnew,示例新办公室,city,office,fire\n"
            + $"-- input/tables.yaml --\n- {{ id: persons, title: 示例, indicators: [form.work.persons], dimensions: [sector, week], measure: {measure} }}\n");
        Return(input, 1, "2026-06-07", 20, "");
        Assert.Equal("", MadeUpInput.SaidErrors(input.Release("2026-06-07").Diagnostics));
        Return(input, 2, "2026-06-14", 45, $"form,new,2026-06-14,form.work.persons,{added}\n", stands: "fire");

        Assert.Equal("", MadeUpInput.SaidErrors(input.Release("2026-06-14").Diagnostics));

        var table = input.Build().Value[1].Tables[0];
        Assert.InRange(table.Cells.Count(cell => cell is Cell.Withheld), added == 25 && measure == "count" ? 0 : 1, 3);
        Assert.Equal([], EmittedAttack.Find(input.Build().Value, least: 5));
    }

    /// <summary>Every office reports, those of one sector what they did before.</summary>
    private static void Return(MadeUpInput input, int file, string day, long figure, string more, string stands = "") => input.Put($"input/returns/{file}.csv",
        "form,unit,as_of,indicator,value\n" + string.Concat(Sectors.SelectMany((sector, at) => Enumerable.Range(1, 4).Select(number =>
            $"form,{sector}{number},{day},form.work.persons,{(sector == stands ? 20 : figure) + number + (3 * at)}\n"))) + more);
}
