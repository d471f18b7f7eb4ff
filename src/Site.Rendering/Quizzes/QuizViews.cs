using System.Collections.Immutable;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;
using Site.Rendering.Views;

namespace Site.Rendering.Quizzes;

/// <summary>A quiz to print: papers, their answer sheets and their keys.</summary>
public sealed record PapersView : View
{
    public required QuizPage Quiz { get; init; }

    /// <summary>Paper A, paper B: each with the letter it goes by.</summary>
    public required ImmutableArray<LetteredPaper> Papers { get; init; }

    public override bool IsIndexed => false;
}

/// <summary>One of the papers that are printed together.</summary>
/// <param name="Letter"><c>A</c> or <c>B</c>.</param>
/// <param name="Paper">The same seed gives the same paper again.</param>
public sealed record LetteredPaper(string Letter, Paper Paper);

/// <summary>A quiz for a hall (我问你答): one question fills the screen, and someone reveals the answer.</summary>
public sealed record PresenterView : View
{
    public required QuizPage Quiz { get; init; }

    public override bool IsIndexed => false;
}

/// <summary>A quiz for a public screen: question and answer take turns by themselves.</summary>
public sealed record PublicScreenView : View
{
    public required QuizPage Quiz { get; init; }

    public override bool IsIndexed => false;
}
