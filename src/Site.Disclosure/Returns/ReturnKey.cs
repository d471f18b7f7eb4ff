namespace Site.Disclosure;

/// <summary>What there may be one return of, corrections apart: a form, a unit, a day.</summary>
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
