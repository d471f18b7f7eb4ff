using System.Globalization;

namespace Site.Tests;

/// <summary>
/// Units that are withdrawn or moved between two releases of a year. What was published of them stays in the equations, though nothing says any more where they were: the site can
/// be built, and the next release is made.
/// </summary>
public class MovedUnitsTests
{
    private const string Units =
        """
        id,name,parent,level,sector
        city,示例市,,city,
        a,示例甲区,city,district,
        a1,示例甲一街道,a,street,
        a2,示例甲二街道,a,street,
        a3,示例甲三街道,a,street,
        a4,示例甲四街道,a,street,
        b,示例乙区,city,district,
        b1,示例乙一街道,b,street,
        b2,示例乙二街道,b,street,
        b3,示例乙三街道,b,street,
        b4,示例乙四街道,b,street,
        ax,示例甲消防一办,a1,office,fire
        ay,示例甲消防二办,a2,office,fire
        at,示例甲旅游办,a4,office,tourism
        bx,示例乙消防办,b2,office,fire
        bt,示例乙旅游办,b3,office,tourism

        """;

    private static readonly string[] Reporters = ["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4", "ax", "ay", "at", "bx", "bt"];

    [Theory]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "ay,示例甲消防二办,a3,office,fire", true)]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "ay,示例甲消防二办,a3,office,fire", false)]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "ay,示例甲消防二办,b1,office,fire", true)]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "ay,示例甲消防二办,b1,office,fire", false)]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "ay,示例甲消防二办,a2,office,tourism", true)]
    [InlineData("ay,示例甲消防二办,a2,office,fire", "", true)]
    [InlineData("ax,示例甲消防一办,a1,office,fire", "", true)]
    [InlineData("ax,示例甲消防一办,a1,office,fire", "", false)]
    [InlineData("bt,示例乙旅游办,b3,office,tourism", "", true)]
    [InlineData("bt,示例乙旅游办,b3,office,tourism", "", false)]
    public void The_next_release_is_made_and_the_site_is_built(string before, string after, bool byBoth)
    {
        var input = new MadeUpInput("");
        string[] tables = byBoth ? ["dimensions: [area, sector]\n  areas: district", "dimensions: [area, week]"] : ["dimensions: [area, week]", "dimensions: [sector]"];
        input.Put("input/policy.yaml", "leastPersons: 5\n");
        input.Put("input/tables.yaml", string.Concat(tables.Select((table, at) => $"- id: table-{at}\n  title: 示例\n  indicators: [form.work.persons]\n  measure: count\n  {table}\n")));
        input.Put("input/units.csv", Units);
        Return(input, "2026-06-07", 0, Reporters);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        input.Put("input/units.csv", Units.Replace(before + "\n", after.Length == 0 ? "" : after + "\n", StringComparison.Ordinal));
        var left = after.Length > 0 ? Reporters : Reporters.Where(unit => !before.StartsWith(unit + ",", StringComparison.Ordinal)).ToArray();
        Return(input, "2026-06-07", 0, left);
        Return(input, "2026-06-14", 40, left);
        var made = input.Release("2026-06-14");

        Assert.Equal("", MadeUpInput.SaidErrors(made.Diagnostics));
        Assert.NotEmpty(made.Files);
        Assert.Equal("", MadeUpInput.SaidErrors(input.Build().Diagnostics));
        Assert.Equal("", MadeUpInput.SaidErrors(input.WithoutReturns().Build().Diagnostics));
    }

    private static void Return(MadeUpInput input, string day, int more, string[] units) =>
        input.Put($"input/returns/{day}.csv", "form,unit,as_of,indicator,value\n" + string.Concat(units.Select(unit =>
            string.Create(CultureInfo.InvariantCulture, $"form,{unit},{day},form.work.persons,{31 + (7 * Array.IndexOf(Reporters, unit)) + more}\n"))));
}
