using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A question on a paper.</summary>
/// <param name="Question">The question.</param>
/// <param name="Choices">The order in which its <see cref="Question.Choices"/> stand: places in them, from 0, each once; empty for types without choices.</param>
public sealed record PaperQuestion(Question Question, ImmutableArray<int> Choices);
