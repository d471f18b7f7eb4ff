using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>A question of a bank in the terms that all banks share.</summary>
/// <param name="Where">Its place in the file.</param>
/// <param name="Name">What the bank calls it; empty where it does not.</param>
/// <param name="Id">The bank's id, or null.</param>
/// <param name="Category">The last part of its category, or empty.</param>
internal sealed record RawQuestion(Place Where, string Name, string? Id, ImmutableArray<string> Tags, string Category, RawText Text, RawAnswer Answer)
{
    public RawText Explanation { get; init; } = RawText.Empty;

    public ImmutableArray<RawText> Hints { get; init; } = [];

    /// <summary>Sentences on what the reader of the file had to leave or change already.</summary>
    public ImmutableArray<string> Said { get; init; } = [];
}
