using Site.Core.Diagnostics;

namespace Site.Tests;

/// <summary>Returns that come late or are corrected: what was published before stays known, and both together give nothing away.</summary>
public class LateReturnTests
{
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

    /// <summary>Late returns and a correction, after which nothing that fits what was printed is as safe as the rules ask: that concerns the next release, not the site.</summary>
    [Fact]
    public void A_build_goes_on_until_the_next_release_says_what_was_corrected()
    {
        var input = new MadeUpInput(
            """
            -- input/units.csv --
            id,name,parent,level,sector,parent_body,reports
            city,示例市,,city,,,
            a,示例甲区,city,district,,,
            a1,示例甲一街道,a,street,,,
            a1o1,示例办一,a1,office,tourism,示例集团,
            a1o2,示例办二,a1,office,fire,,
            a1o3,示例办三,a1,office,tourism,,
            a2,示例甲二街道,a,street,,,
            a2o5,示例办五,a2,office,fire,,
            a2o6,示例办六,a2,office,construction,,
            a4,示例甲四街道,a,street,,,
            a4o9,示例办九,a4,office,tourism,,
            b,示例乙区,city,district,,,own
            b1,示例乙一街道,b,street,,,
            b1o14,示例办十四,b1,office,fire,,
            b2,示例乙二街道,b,street,,,
            b2o16,示例办十六,b2,office,construction,示例集团,
            b2o17,示例办十七,b2,office,construction,,
            bo18,示例办十八,b,office,tourism,,
            bo19,示例办十九,b,office,tourism,,
            o20,示例市办,city,office,construction,,
            -- input/tables.yaml --
            - { id: areas, title: 示例, indicators: [form.work.persons], measure: sum, dimensions: [area, week] }
            - { id: sectors, title: 示例, indicators: [form.work.persons], measure: sum, dimensions: [sector, week] }
            -- input/returns/1.csv --
            form,unit,as_of,indicator,value
            form,o20,2026-06-07,form.work.persons,3
            form,a1,2026-06-07,form.work.persons,34
            form,a1o2,2026-06-07,form.work.persons,12
            form,a2,2026-06-07,form.work.persons,23
            form,a2o6,2026-06-07,form.work.persons,24
            form,a4o9,2026-06-07,form.work.persons,104
            form,bo18,2026-06-07,form.work.persons,1
            form,b1o14,2026-06-07,form.work.persons,3
            form,b2o16,2026-06-07,form.work.persons,7
            form,b2o17,2026-06-07,form.work.persons,36
            form,a2o5,2026-06-07,form.work.persons,13
            form,a1o2,2026-06-14,form.work.persons,23
            form,a1o3,2026-06-14,form.work.persons,103
            form,a2,2026-06-14,form.work.persons,54
            form,b,2026-06-14,form.work.persons,197
            form,bo19,2026-06-14,form.work.persons,37
            form,b1o14,2026-06-14,form.work.persons,105
            form,b2o16,2026-06-14,form.work.persons,7
            form,b2o17,2026-06-14,form.work.persons,81
            """);
        Assert.NotEmpty(input.Release("2026-06-14").Files);

        input.Put("input/returns/2.csv",
            """
            form,unit,as_of,indicator,value,correction
            form,a1o1,2026-06-07,form.work.persons,199,
            form,o20,2026-06-14,form.work.persons,5,
            form,bo18,2026-06-14,form.work.persons,3,
            form,a2o5,2026-06-07,form.work.persons,3,1
            """);
        var built = input.Build().Diagnostics;

        Assert.Equal("", MadeUpInput.SaidErrors(built));
        Assert.Contains(built, diagnostic => diagnostic.Code == "disclosure/gives-way" && diagnostic.Help.Contains("site stats release", StringComparison.Ordinal));
        Assert.Contains("disclosure/gives-way", MadeUpInput.SaidErrors(Site.Statistics.Releases.ReleaseAudit.Find(new(input.Files), null).Diagnostics));
    }

    /// <summary>A return comes late, and the next release is too fine: what was published stays, and says so, until one can be made.</summary>
    [Theory]
    [InlineData("dimensions: [area]", 40)]
    [InlineData("dimensions: [area]", 3)]
    [InlineData("dimensions: [area, week]", 40)]
    [InlineData("dimensions: []", 40)]
    public void A_build_goes_on_after_a_late_return_though_no_new_release_can_be_made(string dimensions, long late)
    {
        var input = Input(Streets, dimensions);
        Return(input, 1, "2026-06-07", 0, [null, 50, 60, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);
        var before = input.Build().Value;

        Return(input, 2, "2026-06-07", 0, [late]);
        Return(input, 3, "2026-06-14", 0, [late + 1, 51, 61, 31, 34, 38, 42, 49, 32, 33, 35, 36, 37, 39, 43, 45]);
        input.Put("input/tables.yaml", "- { id: persons, title: 示例, indicators: [form.work.persons], dimensions: [area, week], measure: sum }\n");
        Assert.Empty(input.Release("2026-06-14").Files);

        var built = input.Build();
        Assert.Equal("", MadeUpInput.SaidErrors(built.Diagnostics));
        Assert.Contains("补报", Assert.Single(built.Diagnostics, diagnostic => diagnostic.Code == "release/differs-from-returns").Help);
        Assert.Equal(before.SelectMany(release => release.Tables).Select(MadeUpInput.Print), built.Value.SelectMany(release => release.Tables).Select(MadeUpInput.Print));
    }

    /// <summary>No return, and none that is missing, gives what the file of a release says: somebody changed it.</summary>
    [Theory]
    [InlineData("示例a3街道,2026-06-07,form.work.persons,60,shown", "示例a3街道,2026-06-07,form.work.persons,55,shown", "dimensions: [area, week]")]
    [InlineData("示例a3街道,2026-06-07,form.work.persons,60,shown", "示例a3街道,2026-06-07,form.work.persons,65,shown", "dimensions: [area, week]")]
    [InlineData("2026-06-07,form.work.persons,601,shown", "2026-06-07,form.work.persons,20,shown", "dimensions: []")]
    [InlineData("2026-06-07,form.work.persons,601,shown", "2026-06-07,form.work.persons,561,shown", "dimensions: []")]
    [InlineData("2026-06-07,form.work.persons,601,shown", "2026-06-07,form.work.persons,602,shown", "dimensions: []")]
    public void But_not_where_a_release_was_changed(string figure, string forged, string dimensions)
    {
        var input = Input(Streets, dimensions);
        Return(input, 1, "2026-06-07", 0, [40, 50, 60, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 12, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        input.Forge("input/releases/2026-06-07/persons.csv", figure, forged);

        Assert.Contains("release/differs-from-returns", MadeUpInput.SaidErrors(input.Build().Diagnostics));
    }

    [Theory]
    [InlineData(2_200_000_000)]
    [InlineData(6_442_450_944)]
    public void Nor_where_the_figure_is_too_large_to_look_for(long forged)
    {
        var input = Input(Streets, "dimensions: []");
        Return(input, 1, "2026-06-07", 0, [.. Enumerable.Repeat<long?>(900_000_000, 16)]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        input.Forge("input/releases/2026-06-07/persons.csv", "2026-06-07,form.work.persons,14400000000,shown", $"2026-06-07,form.work.persons,{forged},shown");

        Assert.Contains("release/differs-from-returns", MadeUpInput.SaidErrors(input.Build().Diagnostics));
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

    [Theory]
    [InlineData("dimensions: [area]")]
    [InlineData("dimensions: [area, week]")]
    public void A_small_increment_stays_withheld_though_a_street_elsewhere_reports_late(string dimensions)
    {
        var input = Input(Streets, dimensions);
        Return(input, 1, "2026-06-07", 0, [40, 50, 60, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, null, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        Return(input, 2, "2026-06-07", 0, [null, null, null, null, null, null, null, null, null, null, null, null, null, null, 20]);
        Return(input, 3, "2026-06-14", 0, [70, 54, 90, 60, 63, 67, 71, 78, 61, 62, 64, 65, 66, 68, 50, 74]);

        Assert.Equal("*", Last(AssertSafe(input, "2026-06-14"), 3));
    }

    [Theory]
    [InlineData("dimensions: [area]")]
    [InlineData("dimensions: [area, week]")]
    public void A_small_increment_stays_withheld_though_another_figure_is_corrected(string dimensions)
    {
        var input = Input(Streets, dimensions);
        Return(input, 1, "2026-06-07", 0, [21, 50, 60, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        Return(input, 2, "2026-06-07", 1, [null, null, null, null, null, null, null, null, null, null, null, null, null, 98]);
        Return(input, 3, "2026-06-14", 0, [23, 80, 90, 60, 63, 67, 71, 78, 61, 62, 64, 65, 66, 168, 70, 74]);

        Assert.Equal("*", Last(AssertSafe(input, "2026-06-14"), 2));
    }

    [Fact]
    public void Every_order_of_late_returns_and_corrections_of_one_district_gives_nothing_away()
    {
        (string Unit, string Day, long Value, string Correction)[] events =
            [("a3", "2026-06-07", 1, ""), ("a1", "2026-06-07", 7, "1"), ("b2", "2026-06-07", 29, "1"), ("a2", "2026-06-07", 2, "1")];
        foreach (var order in Orders(events))
        {
            var input = Input(Streets);
            Return(input, 0, "2026-06-07", 0, [4, 6, null, 30, 33, 37, 41, 48, 31, 32, 34, 35, 36, 38, 42, 44]);
            Assert.NotEmpty(input.Release("2026-06-07").Files);
            for (var at = 0; at < order.Length; at++)
            {
                var one = order[at];
                input.Put($"input/returns/{at + 1}.csv", $"form,unit,as_of,indicator,value,correction\nform,{one.Unit},{one.Day},form.work.persons,{one.Value},{one.Correction}\n");
                var day = $"2026-06-{14 + (2 * at)}";
                long?[] grown = [.. Enumerable.Range(0, 16).Select(street => 60L + (street * 3) + (at * 20))];
                grown[0] = grown[1] = grown[2] = null;
                Return(input, 100 + at, day, 0, grown);
                input.Release(day);
            }

            Assert.Equal([], EmittedAttack.Find(input.Build().Value, least: 5));
        }
    }

    /// <returns>The figure of an area on the last day that is printed.</returns>
    private static string Last(string printed, int area) => printed.Contains('\n') ? printed.Split('\n')[area].Split(' ')[^1] : printed.Split(' ')[area];

    private static IEnumerable<T[]> Orders<T>(T[] all) => all.Length < 2 ? [all]
        : all.SelectMany((first, at) => Orders<T>([.. all[..at], .. all[(at + 1)..]]).Select(rest => (T[])[first, .. rest]));

    private static MadeUpInput Input(string[] streets, string dimensions = "dimensions: [area]") => new(
        "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\na,示例甲区,city,district,\nb,示例乙区,city,district,\n"
        + string.Concat(streets.Select(street => $"{street},示例{street}街道,{street[0]},street,\n"))
        + $"-- input/tables.yaml --\n- {{ id: persons, title: 示例, indicators: [form.work.persons], {dimensions}, measure: count }}\n");

    private static void Return(MadeUpInput input, int file, string day, int correction, long?[] figures) => input.Put($"input/returns/{file}.csv",
        "form,unit,as_of,indicator,value,correction\n" + string.Concat(Streets.Zip(figures).Where(one => one.Second is not null)
            .Select(one => $"form,{one.First},{day},form.work.persons,{one.Second},{(correction == 0 ? "" : $"{correction}")}\n")));

    /// <summary>A release is made, and from all that is published then no figure below five can be worked out.</summary>
    /// <returns>What it prints.</returns>
    private static string AssertSafe(MadeUpInput input, string day)
    {
        var made = input.Release(day);
        Assert.Equal("", MadeUpInput.SaidErrors(made.Diagnostics));
        var built = input.Build();
        Assert.DoesNotContain(built.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        Assert.Equal([], EmittedAttack.Find(built.Value, least: 5));
        return MadeUpInput.Print(built.Value[^1].Tables[0]);
    }
}
