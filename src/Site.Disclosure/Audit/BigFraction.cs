using System.Numerics;

namespace Site.Disclosure;

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
