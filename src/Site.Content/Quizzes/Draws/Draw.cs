using System.Collections.Immutable;

namespace Site.Content.Quizzes.Draws;

/// <summary>
/// Draws papers: the same seed gives the same paper on every device and on paper. The questions of the quiz are shuffled and gone through; one is taken if a
/// whole paper can still be made with it. So every paper is exactly what the blueprint asks for, and questions of the same topic, level and group are
/// drawn equally often.
/// </summary>
/// <remarks>The twin is <c>themes/Campaign/Assets/js/quiz/draw.mjs</c>; a test compares the two. A change here changes papers that are printed already.</remarks>
public static class Draw
{
    /// <param name="seed">Any text; <see cref="DaySeed"/> for the paper of a day. Another quiz draws another paper from the same seed.</param>
    /// <returns>A paper; without blueprint, all questions as they are written, and the seed does nothing.</returns>
    /// <exception cref="ArgumentException">No paper can be drawn by the blueprint; what reads quizzes finds this before.</exception>
    public static Paper Of(QuizPage quiz, string seed) => quiz.Blueprint is { } blueprint
        ? Of(blueprint, quiz.Questions, quiz.Id, seed)
        : new(seed, [.. quiz.Questions.Select(question => new PaperQuestion(question, ChoiceOrder.AsWritten(question)))]);

    /// <inheritdoc cref="Of(QuizPage, string)"/>
    /// <param name="id">The quiz's.</param>
    public static Paper Of(Blueprint blueprint, ImmutableArray<Question> questions, string id, string seed)
    {
        var plan = DrawPlan.Of(blueprint, questions);
        var taken = new bool[questions.Length];
        foreach (var at in plan.Required)
        {
            taken[at] = true;
        }

        if (!DrawFeasibility.CanComplete(plan, taken))
        {
            throw new ArgumentException("No paper can be drawn by this blueprint.", nameof(blueprint));
        }

        var numbers = new SeededRandom($"{id}/{seed}");
        var order = numbers.Shuffle(questions.Length);
        var count = plan.Required.Length;
        foreach (var at in order.Where(at => !taken[at]))
        {
            if (count == blueprint.Draw)
            {
                break;
            }

            taken[at] = true;
            taken[at] = DrawFeasibility.CanComplete(plan, taken);
            count += taken[at] ? 1 : 0;
        }

        return new(seed, [.. Together(questions, [.. order.Where(at => taken[at])])
            .Select(at => new PaperQuestion(questions[at], ChoiceOrder.Of(questions[at], numbers)))]);
    }

    /// <returns>The seed of a day's paper: <c>2026-06-16</c>.</returns>
    public static string DaySeed(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Questions of one scenario follow its first, in the order written.
    private static IEnumerable<int> Together(ImmutableArray<Question> questions, ImmutableArray<int> drawn)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var at in drawn)
        {
            if (questions[at].Scenario is not { Id: var scenario })
            {
                yield return at;
            }
            else if (placed.Add(scenario))
            {
                foreach (var other in drawn.Where(other => questions[other].Scenario?.Id == scenario).Order())
                {
                    yield return other;
                }
            }
        }
    }
}

/// <summary>A paper that was drawn from a quiz.</summary>
/// <param name="Seed">What it was drawn by.</param>
/// <param name="Questions">In their order on the paper; questions of one scenario stand together.</param>
public sealed record Paper(string Seed, ImmutableArray<PaperQuestion> Questions);

/// <summary>A question on a paper.</summary>
/// <param name="Question">The question.</param>
/// <param name="Choices">The order in which its <see cref="Question.Choices"/> stand: places in them, from 0, each once; empty for types without choices.</param>
public sealed record PaperQuestion(Question Question, ImmutableArray<int> Choices);
