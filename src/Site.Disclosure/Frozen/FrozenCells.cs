using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>How a cell is written in frozen files.</summary>
internal static class FrozenCells
{
    /// <summary>Longer numbers are no figures of a campaign.</summary>
    private const int MostDigits = 12;

    public static Cell WithheldCell { get; } = new Cell.Withheld();

    public static Cell NotApplicableCell { get; } = new Cell.NotApplicable();

    public static string Write(Cell cell) => cell switch
    {
        Cell.Shown shown => shown.Value.ToString(CultureInfo.InvariantCulture),
        Cell.Withheld => FrozenNames.Withheld,
        _ => FrozenNames.NotApplicable,
    };

    /// <returns>The word for a cell's status, which stands beside its value so that one alone cannot be changed.</returns>
    public static string Status(Cell cell) => cell switch
    {
        Cell.Shown => "shown",
        Cell.Withheld => "withheld",
        _ => "not-applicable",
    };

    /// <returns>The cell, or null where the text is none.</returns>
    public static Cell? Parse(string text) => text switch
    {
        FrozenNames.Withheld => WithheldCell,
        FrozenNames.NotApplicable => NotApplicableCell,
        _ when text.Length is > 0 and <= MostDigits && (text[0] != '0' || text.Length == 1)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) => new Cell.Shown(value),
        _ => null,
    };
}
