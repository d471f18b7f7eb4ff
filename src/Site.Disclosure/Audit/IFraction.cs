namespace Site.Disclosure;

/// <summary>An exact number: the audit decides with these alone, never with floating point.</summary>
/// <typeparam name="T">The number itself; its default value is 0.</typeparam>
internal interface IFraction<T>
    where T : struct, IFraction<T>
{
    /// <returns>The whole number as a fraction.</returns>
    static abstract T From(long whole);

    /// <returns>Below 0, 0 or above 0.</returns>
    int Sign { get; }

    /// <summary>Whether the number is whole.</summary>
    bool IsWhole { get; }

    T Plus(T other);

    T Minus(T other);

    T Times(T other);

    /// <exception cref="DivideByZeroException"><paramref name="other"/> is 0.</exception>
    T Over(T other);

    /// <returns>The greatest whole number that is not above this one.</returns>
    /// <exception cref="OverflowException">It does not fit in 64 bits.</exception>
    long Floor();
}
