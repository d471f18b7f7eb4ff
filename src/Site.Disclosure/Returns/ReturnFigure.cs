using Site.Model;

namespace Site.Disclosure;

/// <summary>What a unit reported for one blank. Raw, so it never leaves this room.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Unit">Id of the unit in <c>input/units.csv</c>, or what stands in its place.</param>
/// <param name="AsOf">The day up to which it counts.</param>
/// <param name="Indicator">Id of the blank.</param>
/// <param name="Value">The figure up to that day, 0 or more; 1 or 0 for yes or no; null where nothing was reported, which is not 0, and for words.</param>
/// <param name="Where">Where it is written.</param>
internal sealed record ReturnFigure(string Form, string Unit, DateOnly AsOf, string Indicator, long? Value, Place Where)
{
    /// <summary>What stands in a blank for words, without what is private in it; null for figures and where nothing is written.</summary>
    public string? Words { get; init; }
}
