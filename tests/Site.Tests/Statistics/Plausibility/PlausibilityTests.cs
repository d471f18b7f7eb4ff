using Site.Core.Diagnostics;
using Site.Statistics.Published;

namespace Site.Tests;

public class PlausibilityTests
{
    private const string Units = "-- input/units.csv --\nid,name,parent,level,sector\ncity,示例市,,city,\n";

    private static readonly string Streets = string.Concat(Enumerable.Range(1, 12).Select(street => $"s{street},示例{street}街道,city,street,\n"));

    [Fact]
    public void A_unit_that_wrote_a_digit_too_many_is_named_to_the_office()
    {
        var returns = string.Concat(Enumerable.Range(1, 12).Select(street => $"form,s{street},2026-06-07,form.work.sessions,{(street == 5 ? 400 : 3 + (street % 4))}\n"));

        var input = new MadeUpInput(Units + Streets + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n" + returns);

        var diagnostics = input.Build().Diagnostics;
        Assert.Equal(
            """
            input/returns/1.csv:6:39: warning returns/outlier
              “示例5街道”报的“宣讲”比同级单位多得多。
              请单位核对是不是多写或少写了一位；确实如此就不用改。
            """,
            Assert.Single(diagnostics).ToString());
        Assert.Equal(
            """
            input/returns/:1:1: warning returns/outlier
              有单位报的“宣讲”比同级单位多得多或者少得多。是哪个单位，在本机用 --internal 查看。
              请单位核对是不是多写或少写了一位；确实如此就不用改。
            """,
            Assert.Single(diagnostics.ForOutside()).ToString());
    }

    [Fact]
    public void A_correction_of_one_person_is_not_given_away_by_the_next_release()
    {
        string[] weeks = ["2026-06-07", "2026-06-14"];
        var returns = string.Concat(Enumerable.Range(1, 12).SelectMany(street => weeks.Select((day, week) =>
            $"form,s{street},{day},form.work.persons,{20 + street + (week * 9)}\nform,s{street},{day},form.work.sessions,2\n")));
        var input = new MadeUpInput(Units + Streets
            + "-- input/tables.yaml --\n- id: persons\n  title: 人数\n  indicators: [form.work.persons]\n  measure: count\n  dimensions: [area, week]\n"
            + "-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n" + returns);
        input.Release(weeks[0]);
        input.Put("input/returns/c.csv", "form,unit,as_of,indicator,value,correction\nform,s3,2026-06-07,form.work.persons,24,1\nform,s3,2026-06-07,form.work.sessions,2,1\n");

        Assert.Equal("", MadeUpInput.SaidErrors(input.Release(weeks[1]).Diagnostics));

        var built = input.Build();
        Assert.Equal("", MadeUpInput.SaidErrors(built.Diagnostics));
        Assert.Equal("23", MadeUpInput.Print(built.Value[0].Tables[0]).Split('\n')[3]);
        Assert.Equal("* 32", MadeUpInput.Print(built.Value[1].Tables[0]).Split('\n')[3]);
        Assert.Contains(built.Value[1].Changes, change => change.Categories[0] == "示例3街道" && change.To is Cell.Withheld);
    }
}
