using System.Collections.Immutable;
using Site.Content.Pages;

namespace Site.Rendering.Quizzes;

/// <summary>What to read on a topic of a quiz.</summary>
/// <param name="Topic">A topic of the quiz, or null for halls where its topics can be tried out.</param>
/// <param name="Pages">One to three.</param>
public sealed record TopicReading(string? Topic, ImmutableArray<Page> Pages);
