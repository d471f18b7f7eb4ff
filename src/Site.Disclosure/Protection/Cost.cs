using System.Numerics;

namespace Site.Disclosure;

/// <summary>What withholding a cell costs readers. Whole numbers, so that every machine chooses alike.</summary>
internal static class Cost
{
    /// <returns>The logarithm of the figure, in sixteenths, times a penalty for totals; 16 or more.</returns>
    /// <param name="value">The figure, 0 or more.</param>
    /// <param name="height">How many levels of totals it stands above the finest, 0 or more, over all dimensions together.</param>
    public static int Of(long value, int height)
    {
        var whole = BitOperations.Log2((ulong)value + 1);
        var rest = whole >= 4 ? (int)((value + 1) >> (whole - 4)) - 16 : (int)((value + 1) << (4 - whole)) - 16;
        return (32 + (16 * whole) + rest) * (1 + (2 * height));
    }
}
