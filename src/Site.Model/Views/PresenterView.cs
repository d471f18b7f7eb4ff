namespace Site.Model;

/// <summary>A quiz for a hall (我问你答): one question fills the screen, and someone reveals the answer.</summary>
public sealed record PresenterView : View
{
    public required QuizPage Quiz { get; init; }
}
