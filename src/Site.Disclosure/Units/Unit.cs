using Site.Model;

namespace Site.Disclosure;

/// <summary>A line of <c>input/units.csv</c>: an area with its own office, or an office, firm or school in one.</summary>
internal sealed record Unit
{
    public required string Id { get; init; }

    /// <summary>In simplified Chinese.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the unit it belongs to; null for the first one.</summary>
    public string? Parent { get; init; }

    public required UnitLevel Level { get; init; }

    /// <summary>Id of its sector, or null.</summary>
    public string? Sector { get; init; }

    /// <summary>Its unified social credit code, if given: units that share it are one contributor.</summary>
    public string? CreditCode { get; init; }

    /// <summary>The body behind it, if given: units that share it are one contributor.</summary>
    public string? ParentBody { get; init; }

    /// <summary>The first day it exists, or null where it always did.</summary>
    public DateOnly? Opened { get; init; }

    /// <summary>The first day it no longer exists, or null.</summary>
    public DateOnly? Closed { get; init; }

    /// <summary>Id of the unit that reports in its place since it closed, or null.</summary>
    public string? MergedInto { get; init; }

    /// <summary>What the return of an area with parts is.</summary>
    public ReportKind Reports { get; init; }

    /// <summary>Where it is written.</summary>
    public required Place Where { get; init; }

    /// <returns>Whether it exists in June of a year, the month of the campaign, which decides for the whole year.</returns>
    public bool ExistsIn(int year) => !(Opened > new DateOnly(year, 6, 30)) && !(Closed <= new DateOnly(year, 6, 1));
}

/// <summary>What the return of an area stands for, where its parts report too.</summary>
internal enum ReportKind
{
    /// <summary>Not said: it must be the sum of its parts' returns, or someone must say.</summary>
    Unsaid,

    /// <summary>The area's own activities, which are added to those of its parts.</summary>
    Own,

    /// <summary>The total of its parts, which is checked and not added.</summary>
    Total,
}
