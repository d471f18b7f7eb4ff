using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A blank in a question's text.</summary>
/// <param name="Answers">
/// Plain text, one or more; the first is shown as the answer, the others count as right too.
/// Whoever compares ignores spaces and case, and takes full and half width, simplified and traditional characters as equal.
/// </param>
public sealed record Blank(ImmutableArray<string> Answers)
{
    /// <summary>What stands for a blank in <see cref="Question.Text"/>, and nowhere else in it.</summary>
    public const string Mark = "____";
}
