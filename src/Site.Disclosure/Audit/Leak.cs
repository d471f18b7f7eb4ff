namespace Site.Disclosure;

/// <summary>How a withheld figure gives way.</summary>
internal enum LeakKind
{
    /// <summary>Its feasibility interval is narrower than it must be.</summary>
    Interval,

    /// <summary>A published relation gives away a sum of withheld cells that may not be known.</summary>
    Sum,

    /// <summary>A lone contributor, who knows its own figure, can work it out.</summary>
    Insider,

    /// <summary>No figures fit: two published numbers contradict each other.</summary>
    Contradiction,
}

/// <summary>A withheld figure that is not protected.</summary>
/// <param name="Cell">The cell; the first of the sum, where a sum gives way.</param>
/// <param name="Relation">The relation that gives a sum away, or that contradicts another; -1 where it is no single one.</param>
/// <param name="Kind">How it gives way.</param>
internal readonly record struct Leak(int Cell, int Relation, LeakKind Kind);
