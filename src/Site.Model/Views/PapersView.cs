using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A quiz to print: papers, their answer sheets and their keys.</summary>
public sealed record PapersView : View
{
    public required QuizPage Quiz { get; init; }

    /// <summary>Paper A, paper B: each with the letter it goes by.</summary>
    public required ImmutableArray<LetteredPaper> Papers { get; init; }
}

/// <summary>One of the papers that are printed together.</summary>
/// <param name="Letter"><c>A</c> or <c>B</c>.</param>
/// <param name="Paper">The same seed gives the same paper again.</param>
public sealed record LetteredPaper(string Letter, Paper Paper);
