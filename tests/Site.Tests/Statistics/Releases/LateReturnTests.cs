using Site.Core.Diagnostics;
using Site.Statistics.Published;

namespace Site.Tests;

/// <summary>Returns that come late or are corrected: what was published before stays known, and both together give nothing away.</summary>
public class LateReturnTests
{
    private const string Tables = "-- input/tables.yaml --\n- { id: persons, title: 示例, indicators: [form.work.persons], dimensions: [area], measure: count }\n";

    private static readonly string[] Streets = ["a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8"];

    [Theory]
    [InlineData("a1 a2 a3 a4 a5 a6 a7 a8 b1 b2 b3 b4 b5 b6 b7 b8")]
    [InlineData("b8 b7 b6 b5 b4 b3 b2 b1 a8 a7 a6 a5 a4 a3 a2 a1")]
    [InlineData("a3 b1 a8 b2 a1 b3 a4 b4 a2 b5 a5 b6 a7 b7 a6 b8")]
    public void A_late_return_of_one_does_not_give_away_the_two_figures_beside_it(string order)
    {
        var input = Input(order.Split(' '));
        Return(input, 1, "2026-06-07", 0, [4, 6, null, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        Return(input, 2, "2026-06-07", 0, [null, null, 1]);
        Return(input, 3, "2026-06-14", 0, [4, 6, 1, 30, 33, 37, 41, 48, 41, 45, 48, 49, 50, 55, 59, 60]);

        AssertSafe(input, "2026-06-14");
    }

    [Theory]
    [InlineData(9)]
    [InlineData(5)]
    [InlineData(2)]
    public void A_correction_of_a_withheld_figure_does_not_give_it_away(long corrected)
    {
        var input = Input(Streets);
        Return(input, 1, "2026-06-07", 0, [4, 6, 12, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        Return(input, 2, "2026-06-07", 1, [corrected]);
        Return(input, 3, "2026-06-14", 0, [corrected, 6, 12, 30, 33, 37, 41, 48, 41, 45, 48, 49, 50, 55, 59, 60]);

        AssertSafe(input, "2026-06-14");
    }

    private static MadeUpInput Input(string[] streets) => new(
        "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\na,示例甲区,city,district,\nb,示例乙区,city,district,\n"
        + string.Concat(streets.Select(street => $"{street},示例{street}街道,{street[0]},street,\n")) + Tables);

    private static void Return(MadeUpInput input, int file, string day, int correction, long?[] figures) => input.Put($"input/returns/{file}.csv",
        "form,unit,as_of,indicator,value,correction\n" + string.Concat(Streets.Zip(figures).Where(one => one.Second is not null)
            .Select(one => $"form,{one.First},{day},form.work.persons,{one.Second},{(correction == 0 ? "" : $"{correction}")}\n")));

    /// <summary>A release is made, or refused, and from all that is published then no figure below five can be worked out.</summary>
    private static void AssertSafe(MadeUpInput input, string day)
    {
        var made = input.Release(day);
        var built = input.Build();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)) + "\n"
            + string.Join("\n\n", built.Value.SelectMany(release => release.Tables).Select(MadeUpInput.Print)));
        Assert.NotEmpty(made.Files);
        Assert.DoesNotContain(built.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal([], EmittedAttack.Find(built.Value, least: 5));
    }
}
