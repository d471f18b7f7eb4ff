namespace Site.Tests;

/// <summary>Numbers that look random and are the same for the same seed on every machine (xorshift, Marsaglia 2003).</summary>
internal sealed class SeededDraw(int seed)
{
    private ulong _state = ((ulong)(uint)seed * 0x9E3779B97F4A7C15) | 1;

    /// <returns>From 0 up to, not including, 1.</returns>
    public double Unit()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (_state >> 11) / (double)(1UL << 53);
    }

    /// <returns>A draw of the standard normal distribution.</returns>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());
}
