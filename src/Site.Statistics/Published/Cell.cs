using System.Globalization;

namespace Site.Statistics.Published;

/// <summary>
/// One published figure: a number, that we do not say, that nobody has reported it, or that there can be none. No reason is given why a figure is withheld:
/// to tell the small cells from those hidden beside them would tell which ones are small.
/// </summary>
public abstract record Cell
{
    private Cell() { }

    /// <summary>A figure that may be read by anyone.</summary>
    public sealed record Shown : Cell
    {
        /// <param name="value">In the unit of its indicator, 0 or more.</param>
        internal Shown(long value) => Value = value;

        /// <summary>The figure, in the unit of its indicator, 0 or more.</summary>
        public long Value { get; }
    }

    /// <summary>A figure that stays with us; printed as <c>*</c>.</summary>
    public sealed record Withheld : Cell
    {
        internal Withheld() { }
    }

    /// <summary>A figure that none of its units has reported, which is not 0; printed as <c>未报送</c>. Its totals lack it.</summary>
    public sealed record NotReported : Cell
    {
        internal NotReported() { }
    }

    /// <summary>A figure that cannot exist; printed as <c>—</c>.</summary>
    public sealed record NotApplicable : Cell
    {
        internal NotApplicable() { }
    }
}

/// <summary>Figures as they are written. Pages, charts and files all ask here, so that they cannot disagree.</summary>
public static class CellText
{
    /// <summary>Stands for a figure that is withheld.</summary>
    public const string Withheld = "*";

    /// <summary>Stands for a figure that none of its units has reported.</summary>
    public const string NotReported = "未报送";

    /// <summary>Stands for a figure that cannot exist.</summary>
    public const string NotApplicable = "—";

    /// <returns>For readers, with a comma between thousands: <c>12,345</c>, <c>*</c>, <c>未报送</c> or <c>—</c>.</returns>
    public static string Shown(Cell cell) => Of(cell, "N0");

    /// <returns>For programs: <c>12345</c>, <c>*</c>, <c>未报送</c> or <c>—</c>.</returns>
    public static string Plain(Cell cell) => Of(cell, "D");

    private static string Of(Cell cell, string format) => cell switch
    {
        Cell.Shown shown => shown.Value.ToString(format, CultureInfo.InvariantCulture),
        Cell.Withheld => Withheld,
        Cell.NotReported => NotReported,
        _ => NotApplicable,
    };
}
