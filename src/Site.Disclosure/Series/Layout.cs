using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>One table that prints an indicator, in a release that is frozen or in the one being made.</summary>
internal abstract record Layout
{
    private Layout() { }

    /// <summary>The days it prints.</summary>
    public abstract IEnumerable<DateOnly> Days { get; }

    /// <returns>What it prints of the axes; null where the axes lack a category of it.</returns>
    public abstract Slice? On(Axes axes);

    /// <param name="Release">The release it is frozen in.</param>
    /// <param name="Indicator">Place of the indicator in the table.</param>
    public sealed record Frozen(FrozenRelease Release, FrozenTable Table, int Indicator) : Layout
    {
        public override IEnumerable<DateOnly> Days => Axes.DaysOf(Table);

        /// <returns>What is printed, in the order of the slice's cells.</returns>
        public ReadOnlySpan<Cell> Cells
        {
            get
            {
                var size = Table.Safe.Cells.Length / Table.Safe.Indicators.Length;
                return Table.Safe.Cells.AsSpan().Slice(Indicator * size, size);
            }
        }

        public override Slice? On(Axes axes) => axes.Place(Table);
    }

    /// <param name="Request">What is asked for.</param>
    /// <param name="Weeks">The days it is to print, ascending.</param>
    /// <param name="Plan">The areas of the year.</param>
    public sealed record Asked(TableRequest Request, ImmutableArray<DateOnly> Weeks, AreaPlan Plan) : Layout
    {
        public override IEnumerable<DateOnly> Days => Weeks;

        public override Slice? On(Axes axes)
        {
            var depth = Request.FinestRank is { } rank ? rank == int.MaxValue ? int.MaxValue : Plan.DepthOf(rank) : 0;
            return new([.. Enumerable.Range(0, axes.Tree.Count).Where(area => Plan.Depths[area] <= depth)],
                Request.HasSectors ? [.. Enumerable.Range(0, axes.Sectors.Length)] : [0], [.. Weeks.Select(day => axes.Days.BinarySearch(day))]);
        }
    }
}
