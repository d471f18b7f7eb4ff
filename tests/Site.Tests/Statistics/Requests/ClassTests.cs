using Site.Core.Diagnostics;
using Site.Statistics.Inputs;
using Site.Statistics.Releases;
using Site.Statistics.Requests;

namespace Site.Tests;

/// <summary>The class of an indicator decides how it may be shown, whatever measure a table asks for.</summary>
public class ClassTests
{
    private const string Units =
        """
        -- input/units.csv --
        id,name,parent,level,sector
        city,示例市,,city,
        a,示例甲街道,city,street,
        b,示例乙街道,city,street,
        c,示例丙街道,city,street,
        d,示例丁街道,city,street,

        """;

    private const string TwoSignOffs =
        """
        -- input/policy.yaml --
        reportTotals:
          indicators: [form.work.reports]
          signOffs: [示例科室, 示例领导]

        """;

    private const string Refused = "tables/not-publishable";
    private const string TooWeak = "tables/measure-too-weak";

    /// <summary>Every pair of class and measure: what is said at its line, or how it is published of figures 3, 3, 3 and 31 in four streets.</summary>
    public static TheoryData<string, string, string> Pairs() => new()
    {
        { "sessions", "", "40 3 3 3 31" },
        { "sessions", "open", "40 3 3 3 31" },
        { "sessions", "count", "disclosure/table-too-fine tables.yaml:1" },
        { "sessions", "sum", "disclosure/table-too-fine tables.yaml:1" },
        { "persons", "", "disclosure/table-too-fine tables.yaml:1" },
        { "persons", "open", TooWeak + " tables.yaml:5" },
        { "persons", "count", "disclosure/table-too-fine tables.yaml:1" },
        { "persons", "sum", "disclosure/table-too-fine tables.yaml:1" },
        { "leads", "", "disclosure/table-too-fine tables.yaml:1" },
        { "leads", "open", TooWeak + " tables.yaml:5" },
        { "leads", "count", "disclosure/table-too-fine tables.yaml:1" },
        { "leads", "sum", "disclosure/table-too-fine tables.yaml:1" },
        { "checks", "", Refused + " tables.yaml:3" },
        { "checks", "open", Refused + " tables.yaml:3" },
        { "checks", "count", Refused + " tables.yaml:3" },
        { "checks", "sum", Refused + " tables.yaml:3" },
        { "reports", "", Refused + " tables.yaml:3" },
        { "reports", "open", Refused + " tables.yaml:3" },
        { "reports", "count", Refused + " tables.yaml:3" },
        { "reports", "sum", Refused + " tables.yaml:3" },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_class_holds_under_every_measure(string indicator, string measure, string said) =>
        Assert.Equal(said, Publish(indicator, measure, "[area]", "", 3, 3, 3, 31));

    [Theory]
    [InlineData("sessions", "", "9")]
    [InlineData("sessions", "open", "9")]
    [InlineData("sessions", "count", "9")]
    [InlineData("sessions", "sum", "9")]
    [InlineData("persons", "", "9")]
    [InlineData("persons", "open", TooWeak + " tables.yaml:5")]
    [InlineData("persons", "count", "9")]
    [InlineData("persons", "sum", "9")]
    [InlineData("leads", "", "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("leads", "open", TooWeak + " tables.yaml:5")]
    [InlineData("leads", "count", "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("leads", "sum", "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("checks", "", Refused + " tables.yaml:3")]
    [InlineData("checks", "open", Refused + " tables.yaml:3")]
    [InlineData("checks", "count", Refused + " tables.yaml:3")]
    [InlineData("checks", "sum", Refused + " tables.yaml:3")]
    [InlineData("reports", "", Refused + " tables.yaml:3")]
    [InlineData("reports", "open", Refused + " tables.yaml:3")]
    [InlineData("reports", "count", Refused + " tables.yaml:3")]
    [InlineData("reports", "sum", Refused + " tables.yaml:3")]
    public void The_class_holds_under_every_measure_for_a_single_total(string indicator, string measure, string said) =>
        Assert.Equal(said, Publish(indicator, measure, "[]", "", 2, 2, 2, 3));

    [Theory]
    [InlineData("", 3, "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("count", 3, "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("persons", 3, "disclosure/table-too-fine tables.yaml:1")]
    [InlineData("", 4, "10")]
    [InlineData("count", 4, "10")]
    [InlineData("open", 4, TooWeak + " tables.yaml:5")]
    [InlineData("open", 3, TooWeak + " tables.yaml:5")]
    [InlineData("sum", 4, TooWeak + " tables.yaml:5")]
    [InlineData("sum", 3, TooWeak + " tables.yaml:5")]
    [InlineData("人次", 3, TooWeak + " tables.yaml:5")]
    [InlineData("合计", 3, TooWeak + " tables.yaml:5")]
    [InlineData("如实公布", 3, TooWeak + " tables.yaml:5")]
    public void Two_sign_offs_let_out_the_whole_from_ten_on_and_nothing_else(string measure, int last, string said)
    {
        Assert.Equal(said, Publish("reports", measure, "[]", TwoSignOffs, 2, 2, 2, last));
        Assert.Equal("tables/finer-than-allowed tables.yaml:3", Publish("reports", "", "[week]", TwoSignOffs, 2, 2, 2, last));
    }

    [Fact]
    public void One_table_cannot_take_from_an_indicator_what_another_gives_it()
    {
        var input = Input("""
            - { id: one, title: 示例, indicators: [form.work.sessions], dimensions: [], measure: sum }
            - { id: two, title: 示例, indicators: [form.work.sessions], dimensions: [], measure: count }
            """, "", "sessions", 1, 1, 1, 1);

        Assert.Equal("disclosure/table-too-fine tables.yaml:1, disclosure/table-too-fine tables.yaml:2", MadeUpInput.SaidErrors(input.Release("2026-06-30").Diagnostics));
    }

    [Theory]
    [InlineData("open", TooWeak)]
    [InlineData("sum", TooWeak)]
    [InlineData("count", "")]
    public void Attempts_are_counted_whatever_their_table_asks(string measure, string said) => Assert.Equal(said, string.Join(',', AttemptRequestReader.Read(
        new InputFiles(new MadeUpInput($"-- input/tables.yaml --\n- {{ id: attempts, title: 示例, dimensions: [quiz, area], measure: {measure} }}\n").Files).Tables)
        .Diagnostics.Select(diagnostic => diagnostic.Code)));

    [Theory]
    [InlineData("reports", "")]
    [InlineData("checks", "")]
    [InlineData("leads", "")]
    [InlineData("leads", "measure: \"open\"")]
    [InlineData("sessions", null)]
    public void A_snapshot_is_held_against_the_classes_with_returns_and_without(string indicator, string? measure)
    {
        var input = Input("- { id: table, title: 示例, indicators: [form.work.sessions], dimensions: [area] }", "", "sessions", 3, 3, 3, 31);
        Assert.NotEmpty(input.Release("2026-06-30").Files);

        input.Forge("input/releases/2026-06-30/table.csv", "form.work.sessions", "form.work." + indicator);
        input.Forge("input/releases/2026-06-30/release.yaml", "form.work.sessions", "form.work." + indicator);
        if (measure is not null)
        {
            input.Forge("input/releases/2026-06-30/release.yaml", "measure: \"open\"", measure.Length == 0 ? "measure: \"count\"" : measure);
        }

        string[] all =
        [
            MadeUpInput.SaidErrors(input.Build().Diagnostics), MadeUpInput.SaidErrors(ReleaseAudit.Find(new(input.Files), null).Diagnostics),
            MadeUpInput.SaidErrors(input.WithoutReturns().Build().Diagnostics),
        ];
        Assert.All(all, said => Assert.Equal(measure is not null, said.Contains("disclosure/class-not-kept table.csv:1", StringComparison.Ordinal)));
    }

    private static string Publish(string indicator, string measure, string dimensions, string policy, params int[] figures)
    {
        var input = Input(
            $"- id: table\n  title: 示例\n  indicators: [form.work.{indicator}]\n  dimensions: {dimensions}\n{(measure.Length > 0 ? $"  measure: {measure}\n" : "")}",
            policy, indicator, figures);
        var made = input.Release("2026-06-30");
        var errors = made.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ToArray();
        Assert.Equal(errors.Length == 0, made.Files.Length > 0);
        return errors.Length > 0 ? string.Join(", ", MadeUpInput.SaidErrors([.. errors]).Split(", ").Distinct())
            : MadeUpInput.Print(input.Build().Value[0].Tables[0]).Replace('\n', ' ');
    }

    private static MadeUpInput Input(string tables, string policy, string indicator, params int[] figures) => new(
        $"{Units}{policy}-- input/tables.yaml --\n{tables}\n-- input/returns/1.csv --\nform,unit,as_of,indicator,value\n"
        + string.Concat(figures.Select((figure, at) => $"form,{"abcd"[at]},2026-06-28,form.work.{indicator},{figure}\n")));
}
