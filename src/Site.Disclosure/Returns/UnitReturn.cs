using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>One form, filled in by one unit as of one day. Raw, so it never leaves this room.</summary>
/// <param name="Correction">0 for the first return; a correction counts from 1 and takes the place of all with lower numbers, as a whole.</param>
/// <param name="Figures">One for each blank that is written, in the order written.</param>
/// <param name="Where">Where it begins.</param>
internal sealed record UnitReturn(
    string Form, string Unit, DateOnly AsOf, int Correction, ImmutableArray<ReturnFigure> Figures, Place Where)
{
    /// <summary>Whether it takes the place of an earlier one.</summary>
    public bool IsCorrection => Correction > 0;
}
