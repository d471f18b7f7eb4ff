using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Forms;
using Site.Statistics.Policies;

namespace Site.Statistics.Requests;

/// <summary>A table that <c>input/tables.yaml</c> asks for.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Indicators">What it shows, one or more.</param>
/// <param name="Measure">What is asked for all of them, or null for each indicator's usual one.</param>
/// <param name="FinestRank">The finest rank of areas shown; null where it is not broken down by area.</param>
/// <param name="HasSectors">Whether it is broken down by sector.</param>
/// <param name="HasWeeks">Whether it shows the course of the weeks; else the figures up to the day of the release.</param>
/// <param name="Notes">Notes for readers.</param>
/// <param name="Location">Where it is written.</param>
internal sealed record TableRequest(
    string Id, string Title, ImmutableArray<Indicator> Indicators, Measure? Measure, int? FinestRank, bool HasSectors, bool HasWeeks,
    ImmutableArray<string> Notes, Location Location);

/// <summary>What <c>input/tables.yaml</c> says.</summary>
/// <param name="Tables">With different ids, in the order written.</param>
/// <param name="IsSample">Whether the figures are made up.</param>
internal sealed record TableRequests(ImmutableArray<TableRequest> Tables, bool IsSample)
{
    public const string Path = "input/tables.yaml";

    public static TableRequests None { get; } = new([], false);

    /// <summary>Tables that are asked for and kept back: nothing is printed of them, and their rules guard their indicators in the others all the same.</summary>
    public ImmutableArray<TableRequest> KeptBack { get; init; } = [];

    /// <returns>The same with one table kept back.</returns>
    public TableRequests Without(TableRequest table) => this with { Tables = Tables.Remove(table), KeptBack = KeptBack.Add(table) };

    /// <returns>The rules that guard an indicator: those of all tables that show it, since they are protected together.</returns>
    public Measure MeasureOf(Indicator indicator) => MeasureNames.Strictest(Tables.Concat(KeptBack).Where(table => table.Indicators.Any(other => other.Id == indicator.Id))
        .Select(table => (table.Measure is { } asked ? MeasureNames.Of(indicator, asked) : null) ?? MeasureNames.Default(indicator))
        .DefaultIfEmpty(MeasureNames.Default(indicator)));
}
