namespace Site.Model;

/// <summary>
/// One published figure: a number, that we do not say, or that there can be none. No reason is given why a figure is withheld:
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

    /// <summary>A figure that cannot exist; printed as <c>—</c>.</summary>
    public sealed record NotApplicable : Cell
    {
        internal NotApplicable() { }
    }
}
