using System.Collections.Immutable;

namespace Site.Model;

/// <summary>What could be read, and everything that was wrong with it.</summary>
/// <param name="Value">The value, without the parts that could not be read.</param>
/// <param name="Problems">All problems found, in no particular order.</param>
public sealed record Checked<T>(T Value, ImmutableArray<Problem> Problems);
