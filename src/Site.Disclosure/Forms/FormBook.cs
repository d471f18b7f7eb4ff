using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Site.Disclosure;

/// <summary>All forms of <c>input/forms/</c>, by id.</summary>
internal sealed class FormBook
{
    private readonly FrozenDictionary<string, Form> forms;
    private readonly FrozenDictionary<string, Indicator> indicators;

    /// <param name="forms">Forms with different ids, whose indicators have different ids.</param>
    public FormBook(ImmutableArray<Form> forms)
    {
        Forms = forms;
        this.forms = forms.ToFrozenDictionary(form => form.Id, StringComparer.Ordinal);
        indicators = forms.SelectMany(form => form.Indicators).ToFrozenDictionary(indicator => indicator.Id, StringComparer.Ordinal);
    }

    public static FormBook Empty { get; } = new([]);

    /// <summary>By id (ordinal).</summary>
    public ImmutableArray<Form> Forms { get; }

    /// <summary>Forms that units hand in as returns.</summary>
    public IEnumerable<Form> Returned => Forms.Where(form => !form.IsNeverPublished);

    public Form? FindForm(string id) => forms.GetValueOrDefault(id);

    public Indicator? FindIndicator(string id) => indicators.GetValueOrDefault(id);

    /// <returns>Whether two indicators count the same thing in the same unit, so that their figures may be added up or share an axis.</returns>
    public static bool AreComparable(Indicator one, Indicator other) =>
        one.Id == other.Id || (one.Concept is not null && one.Concept == other.Concept && one.Unit == other.Unit && one.Kind == other.Kind);
}
