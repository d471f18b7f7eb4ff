namespace Site.Model;

/// <summary>A word of a vocabulary: the id that stands in files and addresses, and what readers see.</summary>
/// <param name="Id">Lower-case ASCII: <c>fire</c>.</param>
/// <param name="Label">Chinese: 消防.</param>
public sealed record Term(string Id, string Label);
