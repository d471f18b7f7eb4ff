namespace Site.Disclosure;

/// <summary>
/// What the feasibility interval [L, U] of a withheld cell must be: L no more than <paramref name="Low"/>, U no less than
/// <paramref name="High"/>, and U − L no less than <paramref name="Width"/>.
/// </summary>
/// <param name="Low">0 or more; <see cref="long.MaxValue"/> where any L will do.</param>
/// <param name="High">0 or more; 0 where any U will do.</param>
/// <param name="Width">0 or more; 1 forbids nothing but exact disclosure.</param>
/// <remarks>
/// Protection levels as in the Handbook on Statistical Disclosure Control, section 4.4 ("safety ranges"), and Fischetti and Salazar,
/// "Solving the Cell Suppression Problem on Tabular Data with Linear Constraints", Management Science 47 (2001).
/// </remarks>
internal readonly record struct Requirement(long Low, long High, long Width)
{
    /// <summary>Nothing is asked: the cell may be worked out.</summary>
    public static Requirement None { get; } = new(long.MaxValue, 0, 0);

    /// <summary>The cell must not be worked out exactly.</summary>
    public static Requirement NotExact { get; } = new(long.MaxValue, 0, 1);

    /// <returns>The stricter of both in each respect.</returns>
    public Requirement And(Requirement other) => new(Math.Min(Low, other.Low), Math.Max(High, other.High), Math.Max(Width, other.Width));

    /// <returns>Whether a cell that may be anything in <c>[low, high]</c> is protected.</returns>
    public bool IsMetBy(long low, long high) => low <= Low && high >= High && high - low >= Width;
}
