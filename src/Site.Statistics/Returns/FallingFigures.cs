using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Finds counts that fall: what counts up to a day is never less than what the same unit counted up to an earlier day of the year.</summary>
internal static class FallingFigures
{
    /// <param name="returns">By form, unit and day; of each day only the return that counts.</param>
    /// <returns>Each count that is less than the one last reported before it, in the order of the returns.</returns>
    public static IEnumerable<FallenFigure> Find(IEnumerable<UnitReturn> returns, FormRegistry forms)
    {
        var before = new Dictionary<string, ReturnFigure>(StringComparer.Ordinal);
        var (form, unit, year) = ("", "", 0);
        foreach (var one in returns)
        {
            if ((one.Form, one.Unit, one.AsOf.Year) != (form, unit, year))
            {
                before.Clear();
                (form, unit, year) = (one.Form, one.Unit, one.AsOf.Year);
            }

            foreach (var figure in one.Figures.Where(figure => figure.Value is not null))
            {
                if (before.TryGetValue(figure.Indicator, out var earlier) && figure.Value < earlier.Value
                    && forms.FindIndicator(figure.Indicator) is { Kind: IndicatorKind.Count } indicator)
                {
                    yield return new(one, figure, earlier, indicator);
                }

                before[figure.Indicator] = figure;
            }
        }
    }
}

/// <summary>A count that is less than an earlier one. Raw, so it never leaves this project.</summary>
/// <param name="Return">The return it stands in.</param>
/// <param name="Figure">The later count.</param>
/// <param name="Earlier">The greater one that was reported before.</param>
/// <param name="Indicator">What both count.</param>
internal sealed record FallenFigure(UnitReturn Return, ReturnFigure Figure, ReturnFigure Earlier, Indicator Indicator);
