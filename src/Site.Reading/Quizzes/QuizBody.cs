using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>The body of a quiz.</summary>
/// <param name="Body">
/// What stands before the first question, as HTML with headings and first paragraph; the links, pictures, characters and problems are those of the whole quiz.
/// </param>
/// <param name="Questions">The questions that could be read, in the order written.</param>
public sealed record QuizBody(MarkdownBody Body, ImmutableArray<Question> Questions)
{
    /// <summary>Questions that are past their day of review, and so not among the others.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}
