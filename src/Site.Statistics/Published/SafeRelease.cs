using System.Collections.Immutable;

namespace Site.Statistics.Published;

/// <summary>The snapshot of one release of statistics: what was published as of a day. Only reading it back from <c>input/releases/</c> makes one.</summary>
public sealed record SafeRelease
{
    internal SafeRelease() { }

    /// <summary>Its name in addresses and in <c>input/releases/</c>: lower-case ASCII letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>In simplified Chinese.</summary>
    public required string Title { get; init; }

    /// <summary>The day up to which the figures count.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether the figures are made up to show how the site works, and are marked 示例 wherever they are shown.</summary>
    public bool IsSample { get; init; }

    /// <summary>Units that have reported and units that should have, or null where nobody is asked to report.</summary>
    public SafeCoverage? Coverage { get; init; }

    /// <summary>The tables, in the order of <c>input/tables.yaml</c>.</summary>
    public required ImmutableArray<SafeTable> Tables { get; init; }

    /// <summary>Figures that an earlier release gave otherwise, in the order of the tables.</summary>
    public ImmutableArray<SafeChange> Changes { get; init; } = [];
}

/// <summary>“42/50 个单位已报送”.</summary>
/// <param name="Reported">Units that have reported, 0 or more.</param>
/// <param name="Expected">Units that should have, no less than <paramref name="Reported"/>.</param>
/// <param name="Week">
/// The last day of the week for which they have; who reported for an earlier one alone is not counted. Null in old releases, which count whoever ever reported.
/// </param>
public sealed record SafeCoverage(int Reported, int Expected, DateOnly? Week = null);

/// <summary>A published figure that a later release gives otherwise.</summary>
/// <param name="Earlier">Name of the release that gave it first.</param>
/// <param name="Table">Id of the table.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Categories">One category of each dimension of the table.</param>
/// <param name="From">What stood there.</param>
/// <param name="To">What stands there now.</param>
public sealed record SafeChange(string Earlier, string Table, string Indicator, ImmutableArray<string> Categories, Cell From, Cell To);
