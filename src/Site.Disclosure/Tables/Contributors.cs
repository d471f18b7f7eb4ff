namespace Site.Disclosure;

/// <summary>Who makes up a figure, as far as the rules ask. Units of one parent body count as one contributor.</summary>
/// <param name="Count">Contributors with a figure above 0; 0 or more.</param>
/// <param name="Sum">All contributions together, 0 or more.</param>
/// <param name="Largest">The largest contribution; 0 if there is none.</param>
/// <param name="Second">The second largest; 0 if there is none.</param>
internal readonly record struct Contributors(int Count, long Sum, long Largest, long Second)
{
    /// <returns>The contributors together with one more, who is none of them.</returns>
    /// <param name="contribution">0 or more; a contribution of 0 is none.</param>
    public Contributors With(long contribution) => contribution == 0 ? this
        : new(Count + 1, Sum + contribution, Math.Max(Largest, contribution), Math.Max(Second, Math.Min(Largest, contribution)));
}
