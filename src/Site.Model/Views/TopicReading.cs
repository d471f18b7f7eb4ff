using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What to read on a topic of a quiz.</summary>
/// <param name="Topic">A topic of the quiz, or null for halls where its topics can be tried out.</param>
/// <param name="Pages">One to three.</param>
public sealed record TopicReading(string? Topic, ImmutableArray<Page> Pages);
