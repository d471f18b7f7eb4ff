namespace Site.Tests;

/// <summary>A unit knows its own figures of every day: with them it must not work out what is withheld of another.</summary>
public class InsiderTests
{
    /// <summary>
    /// In 示例a1街道 an office grows and the street itself stands still at 16. Were a1 shown on the first and the third day alone, the office would know it on the second (1,168), and with it the 3 of a2.
    /// </summary>
    [Theory]
    [InlineData("a1,2026-06-07,16 a1,2026-06-14,16 a1,2026-06-21,16", "433 1152 1794")]
    [InlineData("a1,2026-06-07,16 a1,2026-06-14,16 a1,2026-06-21,16", "500 700 900")]
    [InlineData("a1,2026-06-07,40", "433 1152 1794")]
    public void What_stood_still_between_two_days_that_are_shown_gives_no_day_between_away(string still, string grown)
    {
        var input = new MadeUpInput(
            """
            -- input/units.csv --
            id,name,parent,level,sector
            city,示例市,,city,
            a,示例甲区,city,district,
            b,示例乙区,city,district,
            a1,示例a1街道,a,street,
            a1o,示例a1消防站,a1,office,fire
            a2,示例a2街道,a,street,
            a3,示例a3街道,a,street,
            b1,示例b1街道,b,street,
            b2,示例b2街道,b,street,
            b3,示例b3街道,b,street,
            b4,示例b4街道,b,street,
            b5,示例b5街道,b,street,
            b6,示例b6街道,b,street,
            b7,示例b7街道,b,street,
            b8,示例b8街道,b,street,
            b9,示例b9街道,b,street,
            -- input/tables.yaml --
            - { id: persons, title: 示例, indicators: [form.work.persons], dimensions: [area, week], measure: count }
            """);
        string[] days = ["2026-06-07", "2026-06-14", "2026-06-21"];
        var rows = still.Split(' ').Concat(grown.Split(' ').Zip(days, (value, day) => $"a1o,{day},{value}"))
            .Concat(["a2,2026-06-07,0", "a2,2026-06-14,3", "a2,2026-06-21,60", "a3,2026-06-07,41000", "a3,2026-06-14,52000", "a3,2026-06-21,63000"])
            .Concat(days.SelectMany((day, at) => Enumerable.Range(1, 9).Select(street => $"b{street},{day},{(3000 + (500 * street)) * (at + 1)}")));
        input.Put("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n"
            + string.Concat(rows.Select(row => row.Split(',')).Select(row => $"form,{row[0]},{row[1]},form.work.persons,{row[2]},\n")));

        var made = input.Release("2026-06-21");

        Assert.Equal("", MadeUpInput.SaidErrors(made.Diagnostics));
        var printed = MadeUpInput.Print(input.Build().Value[^1].Tables[0]).Split('\n').Select(line => line.Split(' ')).ToArray();
        var (a1, a2) = (printed[2], printed[3]);
        Assert.Equal("*", a2[^2]);
        Assert.False(a1[^2] == "*" && a1[^1] != "*" && a1[^3] != "*", string.Join('\n', printed.Select(line => string.Join(' ', line))));
    }

    /// <summary>
    /// The whole was shown, then one office alone, or the two of one body, files late or corrects what it had, so little that the new whole is withheld: the office knows it, and must not know the 4 of a2 from it.
    /// </summary>
    [Theory]
    [InlineData("", "a1o,2026-06-07,3,")]
    [InlineData("", "a1o,2026-06-07,4,")]
    [InlineData("a1o,2026-06-07,40,", "a1o,2026-06-07,42,1")]
    [InlineData("a1o,2026-06-07,40,", "a1o,2026-06-07,37,1")]
    [InlineData("a1o,2026-06-07,40,;a3o,2026-06-07,40,", "a1o,2026-06-07,41,1;a3o,2026-06-07,42,1")]
    [InlineData("", "a1o,2026-06-07,2,;a3o,2026-06-07,1,")]
    [InlineData("", "a1o,2026-06-07,3,;a3o,2026-06-07,1,")]
    public void Who_alone_changed_what_was_shown_learns_nothing_else_from_it(string before, string after)
    {
        var input = new MadeUpInput(
            """
            -- input/units.csv --
            id,name,parent,level,sector,parent_body
            city,示例市,,city,,
            a1,示例一街道,city,street,,
            a1o,示例消防站,a1,office,fire,示例集团
            a2,示例二街道,city,street,,
            a3,示例三街道,city,street,,
            a3o,示例消防二站,a3,office,fire,示例集团
            a4,示例四街道,city,street,,
            a5,示例五街道,city,street,,
            a6,示例六街道,city,street,,
            a7,示例七街道,city,street,,
            -- input/tables.yaml --
            - { id: whole, title: 示例, indicators: [form.work.persons], dimensions: [], measure: count }
            """);
        string[] first = ["a1,2026-06-07,70,", "a2,2026-06-07,4,", .. Enumerable.Range(3, 5).Select(street => $"a{street},2026-06-07,{50 + (3 * street)},")];
        string[] second = [.. Enumerable.Range(1, 7).Select(street => $"a{street},2026-06-14,{150 + (7 * street)},"), "a1o,2026-06-14,60,", "a3o,2026-06-14,61,"];
        Put([.. first, .. before.Split(';')]);
        Assert.NotEmpty(input.Release("2026-06-07").Files);

        input.Put("input/tables.yaml", "- { id: streets, title: 示例, indicators: [form.work.persons], dimensions: [area, week], measure: count }\n");
        Put([.. first, .. before.Split(';'), .. after.Split(';'), .. second]);
        var made = input.Release("2026-06-14");

        Assert.Equal("", MadeUpInput.SaidErrors(made.Diagnostics));
        var printed = MadeUpInput.Print(input.Build().Value[^1].Tables[0]).Split('\n').Select(line => line.Split(' ')[^2]).ToArray();
        Assert.Equal("*", printed[2]);
        Assert.True(printed[0] != "*" || printed.Skip(3).Contains("*"), string.Join(' ', printed));

        void Put(string[] rows) => input.Put("input/returns/all.csv", "form,unit,as_of,indicator,value,correction\n"
            + string.Concat(rows.Where(row => row.Length > 0).Select(row => row.Split(',')).Select(row => $"form,{row[0]},{row[1]},form.work.persons,{row[2]},{row[3]}\n")));
    }
}
