using System.Collections.Immutable;
using Site.Content.FrontMatter;
using Site.Content.Markdown;
using Site.Content.Quizzes;

namespace Site.Content.Pages;

/// <summary>A kind of page: where its files lie, which fields they may have, and how they become a record.</summary>
/// <param name="Folder">Folder of <c>content/</c>: <c>guides</c>.</param>
/// <param name="Name">What messages call it: 防护指南.</param>
/// <param name="OwnFields">Fields that it has beside the shared ones.</param>
/// <param name="OwnRequired">Those of them that must be there; and <c>date</c>, where it must.</param>
/// <param name="Read">Makes the page.</param>
/// <param name="When">The day by which its list goes, newest first; null where the list has no days.</param>
internal sealed record ContentType(
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

/// <summary>What the reader of a kind has to go by: the fields of its own as written, and what every page must have, already made.</summary>
internal sealed record PageFields(FieldValues Written)
{
    public required string Path { get; init; }

    public required string Address { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required ImmutableArray<Source> Sources { get; init; }

    public required string Reviewer { get; init; }

    public required HtmlFragment Body { get; init; }

    public required FieldLocations Locations { get; init; }

    /// <summary>For a quiz: its questions, in the order written, without those that are overdue.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>For a quiz: its questions past their day of review, in the order written.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}
