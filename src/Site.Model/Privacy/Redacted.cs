using System.Collections.Immutable;

namespace Site.Model.Privacy;

/// <summary>A text without its private values, and how many there were: what an editor may be told.</summary>
/// <param name="Text">The text; each private value is now ■■.</param>
/// <param name="Masked">How many values of each kind were masked, 1 or more, in the order of the kinds.</param>
public sealed record Redacted(string Text, ImmutableArray<MaskedCount> Masked);
