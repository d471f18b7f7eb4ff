namespace Site.Disclosure;

/// <summary>The whole numbers a cell can have for someone who has read everything: its feasibility interval.</summary>
/// <param name="Low">The least, 0 or more.</param>
/// <param name="High">The greatest, <paramref name="Low"/> or more; <see cref="Unbounded"/> where nothing bounds it.</param>
internal readonly record struct Interval(long Low, long High)
{
    /// <summary>Stands for "no upper bound"; figures themselves stay below a thousandth of it.</summary>
    public const long Unbounded = 1L << 52;

    /// <summary>Whether the figure can be worked out.</summary>
    public bool IsExact => Low == High;

    /// <returns><c>[3, 9]</c>, or <c>[3, ∞)</c>.</returns>
    public override string ToString() => High >= Unbounded ? $"[{Low}, ∞)" : $"[{Low}, {High}]";
}
