using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>A kind of page: where its files lie, which fields they may have, and how they become a record.</summary>
/// <param name="Folder">Folder of <c>content/</c>: <c>guides</c>.</param>
/// <param name="Name">What messages call it: 防护指南.</param>
/// <param name="OwnFields">Fields that it has beside the shared ones.</param>
/// <param name="OwnRequired">Those of them that must be there; and <c>date</c>, where it must.</param>
/// <param name="Read">Makes the page.</param>
/// <param name="When">The day by which its list goes, newest first; null where the list has no days.</param>
internal sealed record ContentKind(
    string Folder,
    string Name,
    ImmutableArray<string> OwnFields,
    ImmutableArray<string> OwnRequired,
    Func<PageFields, Page> Read,
    Func<Page, DateOnly?> When)
{
    /// <summary>Every field that a page of this kind may have, the shared ones that everyone writes first.</summary>
    public FieldSet Fields { get; } = new(
        [.. SharedFields.First, .. OwnFields, .. SharedFields.Rest],
        [.. SharedFields.Required, .. OwnRequired],
        FieldNames.Synonyms);
}
