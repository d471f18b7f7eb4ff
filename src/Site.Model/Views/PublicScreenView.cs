namespace Site.Model;

/// <summary>A quiz for a public screen: question and answer take turns by themselves.</summary>
public sealed record PublicScreenView : View
{
    public required QuizPage Quiz { get; init; }
}
