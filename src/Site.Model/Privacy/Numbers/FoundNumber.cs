namespace Site.Model.Privacy;

/// <summary>A private number in a folded text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First folded character, from 0.</param>
/// <param name="End">Behind the last folded character.</param>
internal readonly record struct FoundNumber(PrivateKind Kind, int Start, int End);
