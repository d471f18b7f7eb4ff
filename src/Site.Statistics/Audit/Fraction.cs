using System.Numerics;

namespace Site.Statistics.Audit;

/// <summary>A fraction of 64-bit whole numbers in lowest terms. Every operation throws <see cref="OverflowException"/> rather than round.</summary>
internal readonly struct Fraction : IFraction<Fraction>
{
    private readonly long _top;
    private readonly long _bottomLessOne;

    private Fraction(long top, long bottom)
    {
        _top = top;
        _bottomLessOne = bottom - 1;
    }

    public int Sign => Math.Sign(_top);

    public bool IsWhole => _bottomLessOne == 0;

    private long Bottom => _bottomLessOne + 1;

    public static int Weight => 1;

    public static Fraction From(long whole) => new(whole, 1);

    public Fraction Plus(Fraction other) => IsWhole && other.IsWhole
        ? new(checked(_top + other._top), 1)
        : Lowest(((Int128)_top * other.Bottom) + ((Int128)other._top * Bottom), (Int128)Bottom * other.Bottom);

    public Fraction Minus(Fraction other) => IsWhole && other.IsWhole
        ? new(checked(_top - other._top), 1)
        : Lowest(((Int128)_top * other.Bottom) - ((Int128)other._top * Bottom), (Int128)Bottom * other.Bottom);

    public Fraction Times(Fraction other) => IsWhole && other.IsWhole
        ? new(checked(_top * other._top), 1)
        : Lowest((Int128)_top * other._top, (Int128)Bottom * other.Bottom);

    public Fraction Over(Fraction other) => other.Sign switch
    {
        0 => throw new DivideByZeroException(),
        > 0 => Lowest((Int128)_top * other.Bottom, (Int128)Bottom * other._top),
        _ => Lowest(-(Int128)_top * other.Bottom, -(Int128)Bottom * other._top),
    };

    public long Floor() => _top >= 0 || IsWhole ? _top / Bottom : ((_top + 1) / Bottom) - 1;

    private static Fraction Lowest(Int128 top, Int128 bottom)
    {
        if (bottom == 1)
        {
            return new(checked((long)top), 1);
        }

        var (a, b) = (Int128.Abs(top), bottom);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return new(checked((long)(top / a)), checked((long)(bottom / a)));
    }
}

/// <summary>An exact number: the audit decides with these alone, never with floating point.</summary>
/// <typeparam name="T">The number itself; its default value is 0.</typeparam>
internal interface IFraction<T>
    where T : struct, IFraction<T>
{
    /// <returns>The whole number as a fraction.</returns>
    static abstract T From(long whole);

    /// <summary>How much longer an addition takes than one of 64 bits.</summary>
    static abstract int Weight { get; }

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

/// <summary>A fraction of whole numbers of any size in lowest terms: what the audit falls back on where 64 bits are too few.</summary>
internal readonly struct BigFraction : IFraction<BigFraction>
{
    private readonly BigInteger _top;
    private readonly BigInteger _bottomLessOne;

    private BigFraction(BigInteger top, BigInteger bottom)
    {
        var divisor = BigInteger.GreatestCommonDivisor(top, bottom) * bottom.Sign;
        _top = top / divisor;
        _bottomLessOne = (bottom / divisor) - 1;
    }

    public int Sign => _top.Sign;

    public bool IsWhole => _bottomLessOne.IsZero;

    private BigInteger Bottom => _bottomLessOne + 1;

    public static int Weight => 20;

    public static BigFraction From(long whole) => new(whole, 1);

    public BigFraction Plus(BigFraction other) => new((_top * other.Bottom) + (other._top * Bottom), Bottom * other.Bottom);

    public BigFraction Minus(BigFraction other) => new((_top * other.Bottom) - (other._top * Bottom), Bottom * other.Bottom);

    public BigFraction Times(BigFraction other) => new(_top * other._top, Bottom * other.Bottom);

    public BigFraction Over(BigFraction other) =>
        other.Sign == 0 ? throw new DivideByZeroException() : new(_top * other.Bottom, Bottom * other._top);

    public long Floor()
    {
        var quotient = BigInteger.DivRem(_top, Bottom, out var rest);
        return (long)(rest.Sign < 0 ? quotient - 1 : quotient);
    }
}
