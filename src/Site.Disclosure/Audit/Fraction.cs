namespace Site.Disclosure;

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
