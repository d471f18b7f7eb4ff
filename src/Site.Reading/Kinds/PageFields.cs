using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>What the reader of a kind has to go by: the fields of its own as written, and what every page must have, already made.</summary>
internal sealed record PageFields(WrittenFields Written)
{
    public required string Path { get; init; }

    public required string Address { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required ImmutableArray<Source> Sources { get; init; }

    public required string Reviewer { get; init; }

    public required HtmlFragment Body { get; init; }

    public required FieldPlaces Places { get; init; }

    /// <summary>For a quiz: its questions, in the order written, without those that are overdue.</summary>
    public ImmutableArray<Question> Questions { get; init; } = [];

    /// <summary>For a quiz: its questions past their day of review, in the order written.</summary>
    public ImmutableArray<Question> Overdue { get; init; } = [];
}
