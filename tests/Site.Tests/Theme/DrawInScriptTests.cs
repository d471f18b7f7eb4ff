using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Site.Content.Markdown;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Themes.Campaign.Quizzes;

namespace Site.Tests;

/// <summary>The draw in the browser is the draw of the build.</summary>
public class DrawInScriptTests
{
    private const int Seeds = 12;

    [Fact]
    public void Both_draw_the_same_papers_from_the_same_seeds()
    {
        var quizzes = Gen.Sample(Quizzes(), 400, 20).Where(quiz => quiz.Blueprint is null || DrawConflictFinder.Find(quiz.Blueprint, quiz.Questions) is null).ToList();
        var keys = quizzes.Select(quiz => JsonDocument.Parse(QuizPlayerData.Of(quiz, "示例单位")).RootElement);
        var expected = from quiz in quizzes from seed in SeedTexts() select Tell(Draw.Of(quiz, seed));

        var drawn = NodeScript.Run(
            "quiz/draw.mjs",
            "input.keys.flatMap((key) => input.seeds.map((seed) => module.drawPaper(key, seed).map(({ at, choices }) => `${key.questions[at].id}:${choices.join('')}`).join(' ')))",
            new { keys, seeds = SeedTexts() });

        Assert.True(quizzes.Count > 100, $"Only {quizzes.Count} of the quizzes give a paper.");
        Assert.Equal(expected, drawn.EnumerateArray().Select(paper => paper.GetString()!));
    }

    private static IEnumerable<string> SeedTexts() => [.. Enumerable.Range(0, Seeds).Select(seed => $"2026-06-{seed + 10}"), "A", "B", "卷一", ""];

    private static string Tell(Paper paper) =>
        string.Join(' ', paper.Questions.Select(question => $"{question.Question.Id}:{string.Concat(question.Choices)}"));

    private static Gen<QuizPage> Quizzes() =>
        from size in Gen.Choose(1, 30)
        from kinds in Gen.Choose(0, 11).ArrayOf(size)
        from groups in Gen.Choose(-20, 5).ArrayOf(size)
        from scenarios in Gen.Choose(-6, 1).ArrayOf(size)
        from choices in Gen.Choose(2, 6).ArrayOf(size)
        from draw in Gen.Choose(0, 12)
        from topics in Gen.Choose(-1, 3).ArrayOf(3)
        from levels in Gen.Choose(-6, 4).ArrayOf(3)
        from required in Gen.Choose(0, 100).ArrayOf(2)
        select Quiz(kinds, groups, scenarios, choices, draw, topics, levels, required);

    private static QuizPage Quiz(int[] kinds, int[] groups, int[] scenarios, int[] choices, int draw, int[] topics, int[] levels, int[] required)
    {
        string?[] names = ["消防", "用电", "燃气", null];
        ImmutableArray<Question> questions = [.. kinds.Select((kind, at) => DrawSamples.Question($"q{at}", names[kind % 4], 1 + (kind / 4)) with
        {
            Scenario = scenarios[at] < 0 ? null : new(new("quiz.md"), $"s{scenarios[at]}", "情景", HtmlFragment.Empty),
            Answer = new Answer.Single([.. Enumerable.Range(0, choices[at]).Select(choice => DrawSamples.Choice(choice == 5 ? "以上都对" : $"选项{choice}", choice == 0))]),
        })];
        var quiz = SampleSite.Read("-- content/quizzes/home.md --\n---\ntitle: 示例\n---\n## 甲[[1]] {#a .blank}\n").Of<QuizPage>().Single();
        return quiz with
        {
            Questions = questions,
            Blueprint = draw == 0 ? null : new(draw, [.. topics.Select((count, at) => (names[at]!, count)).Where(topic => topic.count > 0)], "daily")
            {
                Levels = [.. levels.Select((count, at) => (at + 1, count)).Where(level => level.count > 0)],
                Groups = [.. Enumerable.Range(0, 6).Select(group => questions.Where((_, at) => groups[at] == group).Select(question => question.Id).ToImmutableArray())
                    .Where(group => group.Length > 1)],
                Required = [.. required.Where(at => at < questions.Length).Distinct().Select(at => $"q{at}")],
            },
        };
    }
}
