using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A form that units fill in: its blanks, and when it is due.</summary>
internal sealed record Form
{
    /// <summary>Lower-case letters, digits and hyphens; a form of another year has another id.</summary>
    public required string Id { get; init; }

    /// <summary>Changes whenever a blank does; printed on every empty form, so that an old one is known when it comes back.</summary>
    public required string Version { get; init; }

    /// <summary>The title in simplified characters: for pages and messages.</summary>
    public required string Title { get; init; }

    /// <summary>The title as printed.</summary>
    public required string PrintedTitle { get; init; }

    public required int Year { get; init; }

    /// <summary>Last days for handing it in: months and days of its year, ascending, as <c>MM-DD</c>; it may be empty.</summary>
    public required ImmutableArray<string> Due { get; init; }

    /// <summary>Whether nothing of it is ever taken in or published: forms that name persons.</summary>
    public required bool IsNeverPublished { get; init; }

    public required ImmutableArray<FormSection> Sections
    {
        get;
        init => (field, Indicators) = (value, [.. value.SelectMany(section => section.Indicators)]);
    }

    public required ImmutableArray<FormCheck> Checks { get; init; }

    /// <summary>The file it was read from.</summary>
    public required Place Where { get; init; }

    /// <summary>All blanks in the order printed, header included.</summary>
    public ImmutableArray<Indicator> Indicators { get; private init; }

    /// <returns>The section that an indicator of this form stands in.</returns>
    public FormSection SectionOf(Indicator indicator) => Sections.First(section => section.Id == indicator.Section);
}
