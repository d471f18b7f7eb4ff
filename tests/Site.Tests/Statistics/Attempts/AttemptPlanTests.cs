using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Attempts;

namespace Site.Tests;

public class AttemptPlanTests
{
    private const string Units = "id,name,parent,level,sector\ncity,示例市,,city,\njia,示例甲区,city,district,\none,示例一街道,jia,street,\noffice,示例局,city,office,fire\n";

    private const string Table =
        """
        tables:
          - id: quiz-attempts
            title: 答题情况
            dimensions: [quiz, area, age_band, score_band]
            areas: district
            notes: [示例说明]
        """;

    [Fact]
    public void Attempts_may_name_the_quizzes_of_the_site_and_the_areas_of_the_units_by_id_or_name()
    {
        var plan = Find(("input/tables.yaml", Table), ("input/units.csv", Units), ("input/attempts/a.csv", ""));

        Assert.Empty(plan.Diagnostics);
        Assert.Equal(["input/attempts/a.csv"], plan.Value!.Files);
        Assert.Equal("fire 0, 消防知识 0", Listed(plan.Value.Question.QuizSpellings));
        Assert.Equal("city 0, jia 1, one 2, 示例一街道 2, 示例市 0, 示例甲区 1", Listed(plan.Value.Question.AreaSpellings));
        Assert.Equal([new(2026, 6, 28)], plan.Value.Question.Weeks);

        static string Listed(IReadOnlyDictionary<string, int> spellings) =>
            string.Join(", ", spellings.OrderBy(spelling => spelling.Key, StringComparer.Ordinal).Select(spelling => $"{spelling.Key} {spelling.Value}"));
    }

    [Fact]
    public void Where_no_table_of_attempts_is_asked_for_nothing_is_to_be_done()
    {
        var plan = Find(("input/tables.yaml", "- id: a\n  dimensions: [area]\n"), ("input/attempts/a.csv", ""));

        Assert.Null(plan.Value);
        Assert.Empty(plan.Diagnostics);
    }

    [Theory]
    [InlineData("attempts/no-file", "input/tables.yaml:2:5", Table, Units, "")]
    [InlineData("attempts/no-areas", "input/tables.yaml:2:5", Table, "", "input/attempts/a.csv")]
    [InlineData("attempts/second-table", "input/tables.yaml:7:5", Table + "\n  - id: b\n    title: b\n    dimensions: [age_band]\n", Units, "input/attempts/a.csv")]
    [InlineData("tables/unknown-dimension", "input/tables.yaml:3:22", "- id: a\n  title: b\n  dimensions: [quiz, week]\n", Units, "input/attempts/a.csv")]
    [InlineData("tables/unknown-level", "input/tables.yaml:4:10", "- id: a\n  title: b\n  dimensions: [quiz]\n  areas: 大区\n", Units, "input/attempts/a.csv")]
    [InlineData("tables/unknown-indicator", "input/tables.yaml:4:16", "- id: a\n  title: b\n  dimensions: [quiz]\n  indicators: [phone]\n", Units, "input/attempts/a.csv")]
    public void What_cannot_be_counted_is_said_at_its_place(string code, string place, string tables, string units, string attempts)
    {
        var plan = Find([.. new[] { ("input/tables.yaml", tables), ("input/units.csv", units), (attempts, "") }.Where(file => file.Item1.Length > 0 && (file.Item2.Length > 0 || file.Item1 == attempts))]);

        Assert.Null(plan.Value);
        var diagnostic = Assert.Single(plan.Diagnostics);
        Assert.Equal((code, place), (diagnostic.Code, diagnostic.Location.ToString()));
    }

    [Fact]
    public void A_release_that_is_not_later_than_the_last_is_refused()
    {
        var snapshot = SampleAttempts.Snapshot("week-4", 28, "100", "40", "40", "20");

        var plan = AttemptPlan.Find(new([.. snapshot, SampleAttempts.File("input/tables.yaml", Table), SampleAttempts.File("input/units.csv", Units), SampleAttempts.File("input/attempts/a.csv", "")]), Quizzes, new(2026, 6, 28));

        Assert.Equal("表“答题情况”已经公布到 2026-06-28，新的一期要晚于这一天。", Assert.Single(plan.Diagnostics).Message);
    }

    private static Result<AttemptPlan?> Find(params (string Path, string Text)[] files) =>
        AttemptPlan.Find(new([.. files.Select(file => SampleAttempts.File(file.Path, file.Text))]), Quizzes, new(2026, 6, 28));

    private static readonly ImmutableArray<QuizName> Quizzes = [new("fire", "消防知识")];
}
