using System.Collections.Immutable;

namespace Site.Content.Quizzes;

/// <summary>How a paper is drawn from the questions of a quiz.</summary>
/// <param name="Draw">Questions on a paper, 1 or more.</param>
/// <param name="PerTopic">How many of them come from each topic named here, 1 or more each: exactly so many. The rest of the paper comes from the other
/// questions.</param>
/// <param name="Seed"><c>daily</c> for one paper a day, <c>free</c> for a new paper each time.</param>
public sealed record Blueprint(int Draw, ImmutableArray<(string Topic, int Count)> PerTopic, string Seed)
{
    /// <summary>How many of them are of each level named here, 1 or more each: exactly so many. The rest is of the other levels.</summary>
    public ImmutableArray<(int Level, int Count)> Levels { get; init; } = [];

    /// <summary>Ids of questions that exclude each other: a paper has at most one of each group. A question is in one group at most
    /// (checked as <c>quiz/question-in-two-groups</c>).</summary>
    public ImmutableArray<ImmutableArray<string>> Groups { get; init; } = [];

    /// <summary>Ids of questions that are on every paper.</summary>
    public ImmutableArray<string> Required { get; init; } = [];
}
