using System.Globalization;

namespace Site.Model;

/// <summary>Figures as they are written. Pages, charts and files all ask here, so that they cannot disagree.</summary>
public static class CellText
{
    /// <summary>Stands for a figure that is withheld.</summary>
    public const string Withheld = "*";

    /// <summary>Stands for a figure that cannot exist.</summary>
    public const string NotApplicable = "—";

    /// <returns>For readers, with a comma between thousands: <c>12,345</c>, <c>*</c> or <c>—</c>.</returns>
    public static string Shown(Cell cell) => Of(cell, "N0");

    /// <returns>For programs: <c>12345</c>, <c>*</c> or <c>—</c>.</returns>
    public static string Plain(Cell cell) => Of(cell, "D");

    private static string Of(Cell cell, string format) => cell switch
    {
        Cell.Shown shown => shown.Value.ToString(format, CultureInfo.InvariantCulture),
        Cell.Withheld => Withheld,
        _ => NotApplicable,
    };
}
