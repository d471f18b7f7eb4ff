namespace Site.Model.Privacy;

/// <summary>How many values of one kind were masked.</summary>
/// <param name="Kind">What they were.</param>
/// <param name="Count">How many, 1 or more.</param>
public readonly record struct MaskedCount(PrivateKind Kind, int Count);
