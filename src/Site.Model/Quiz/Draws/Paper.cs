using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A paper that was drawn from a quiz.</summary>
/// <param name="Seed">What it was drawn by.</param>
/// <param name="Questions">In their order on the paper; questions of one scenario stand together.</param>
public sealed record Paper(string Seed, ImmutableArray<PaperQuestion> Questions);
