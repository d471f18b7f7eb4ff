using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A set of questions with answers, explanations and the rule by which papers are drawn from it.</summary>
public sealed record QuizPage : Page
{
    /// <summary>The topics its questions may name, in the order of the result; empty when none is declared.</summary>
    public ImmutableArray<string> Topics { get; init; } = [];

    /// <summary>How a paper is drawn, or null for all questions in order.</summary>
    public Blueprint? Blueprint { get; init; }

    /// <summary>The share of points that counts as passed, 0 to 100, or null.</summary>
    public int? Pass { get; init; }

    /// <summary>Minutes of a contest, 1 to 180, or null where nobody asks for the time; whoever wants to can do without it all the same.</summary>
    public int? ContestMinutes { get; init; }

    /// <summary>The day after which the questions leave the public quiz, or null.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>Those that are public; at least one is written (checked as <c>quiz/no-question</c>), and none is left where all are overdue.</summary>
    public required ImmutableArray<Question> Questions { get; init; }

    /// <summary>Those that have left the public quiz, since nobody has checked them again in time.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}
