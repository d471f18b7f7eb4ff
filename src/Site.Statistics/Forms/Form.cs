using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Statistics.Forms;

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
    public required Location Location { get; init; }

    /// <summary>All blanks in the order printed, header included.</summary>
    public ImmutableArray<Indicator> Indicators { get; private init; }

    /// <returns>The section that an indicator of this form stands in.</returns>
    public FormSection SectionOf(Indicator indicator) => Sections.First(section => section.Id == indicator.Section);
}

/// <summary>A row of a form: a heading and its blanks.</summary>
/// <param name="Id">The second part of its indicators' ids.</param>
/// <param name="Title">The heading in simplified characters.</param>
/// <param name="PrintedTitle">The heading as printed.</param>
/// <param name="Requirement">The column "内容要求" as printed; empty where the form file does not give it.</param>
/// <param name="Indicators">In the order printed.</param>
internal sealed record FormSection(string Id, string Title, string PrintedTitle, string Requirement, ImmutableArray<Indicator> Indicators);

/// <summary>What the figures of one return must agree on. A figure that is not reported says nothing.</summary>
/// <param name="Id">Name of the rule, in kebab case: <c>participants-need-sessions</c>.</param>
/// <param name="Kind">How both sides are compared.</param>
/// <param name="Left">Ids of indicators whose figures are added up, one or more; empty for <see cref="FormCheckKind.Cumulative"/>.</param>
/// <param name="Right">Id of the indicator on the other side; empty for <see cref="FormCheckKind.Cumulative"/>.</param>
/// <param name="Times">For <see cref="FormCheckKind.AtMost"/>: how many times the right side is the most, 1 or more.</param>
/// <param name="Severity">A warning where the count may rightly differ and someone should look.</param>
/// <param name="Location">Where the form file says so.</param>
internal sealed record FormCheck(
    string Id, FormCheckKind Kind, ImmutableArray<string> Left, string Right, int Times, Severity Severity, Location Location);

/// <summary>How the sides of a check are compared.</summary>
internal enum FormCheckKind
{
    /// <summary>Left above 0 needs right above 0.</summary>
    Needs,

    /// <summary>Left is at most right times <see cref="FormCheck.Times"/>.</summary>
    AtMost,

    /// <summary>Left is above 0 exactly when right is.</summary>
    Together,

    /// <summary>No figure of the form falls from one date to a later one of the same unit.</summary>
    Cumulative,
}

/// <summary>All forms of <c>input/forms/</c>, by id.</summary>
internal sealed class FormRegistry
{
    private readonly FrozenDictionary<string, Form> forms;
    private readonly FrozenDictionary<string, Indicator> indicators;

    /// <param name="forms">Forms with different ids, whose indicators have different ids.</param>
    public FormRegistry(ImmutableArray<Form> forms)
    {
        Forms = forms;
        this.forms = forms.ToFrozenDictionary(form => form.Id, StringComparer.Ordinal);
        indicators = forms.SelectMany(form => form.Indicators).ToFrozenDictionary(indicator => indicator.Id, StringComparer.Ordinal);
    }

    public static FormRegistry Empty { get; } = new([]);

    /// <summary>Whether a form could not be read, which is reported: then nothing is said of forms and indicators that are not here.</summary>
    public bool IsIncomplete { get; init; }

    /// <summary>By id (ordinal).</summary>
    public ImmutableArray<Form> Forms { get; }

    /// <summary>Forms that units hand in as returns.</summary>
    public IEnumerable<Form> Collected => Forms.Where(form => !form.IsNeverPublished);

    public Form? FindForm(string id) => forms.GetValueOrDefault(id);

    public Indicator? FindIndicator(string id) => indicators.GetValueOrDefault(id);
}
