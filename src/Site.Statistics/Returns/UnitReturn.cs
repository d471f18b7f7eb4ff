using System.Collections.Immutable;
using Site.Core.Diagnostics;

namespace Site.Statistics.Returns;

/// <summary>One form, filled in by one unit as of one day. Raw, so it never leaves this project.</summary>
/// <param name="Correction">0 for the first return; a correction counts from 1 and takes the place of all with lower numbers, as a whole.</param>
/// <param name="Figures">One for each blank that is written, in the order written.</param>
/// <param name="Location">Where it begins.</param>
internal sealed record UnitReturn(
    string Form, string Unit, DateOnly AsOf, int Correction, ImmutableArray<ReturnFigure> Figures, Location Location)
{
    /// <summary>Whether it takes the place of an earlier one.</summary>
    public bool IsCorrection => Correction > 0;
}

/// <summary>What a unit reported for one blank. Raw, so it never leaves this project.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Unit">Id of the unit in <c>input/units.csv</c>, or what stands in its place.</param>
/// <param name="AsOf">The day up to which it counts.</param>
/// <param name="Indicator">Id of the blank.</param>
/// <param name="Value">The figure up to that day, 0 or more; 1 or 0 for yes or no; null where nothing was reported, which is not 0, and for words.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record ReturnFigure(string Form, string Unit, DateOnly AsOf, string Indicator, long? Value, Location Location)
{
    /// <summary>What stands in a blank for words, without what is private in it; null for figures and where nothing is written.</summary>
    public string? Words { get; init; }
}

/// <summary>What identifies a return, apart from corrections: form, unit and day.</summary>
internal sealed record ReturnKey(string Form, string Unit, DateOnly AsOf) : IComparable<ReturnKey>
{
    public static ReturnKey Of(UnitReturn one) => new(one.Form, one.Unit, one.AsOf);

    /// <summary>Orders by form and unit (ordinal), then day.</summary>
    public int CompareTo(ReturnKey? other)
    {
        var byForm = string.CompareOrdinal(Form, other!.Form);
        var byUnit = byForm != 0 ? byForm : string.CompareOrdinal(Unit, other.Unit);
        return byUnit != 0 ? byUnit : AsOf.CompareTo(other.AsOf);
    }
}
