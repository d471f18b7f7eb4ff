using System.Collections.Immutable;
using Site.Content.Pages;
using Site.Content.Settings;
using Site.Content.StructuredData;
using Site.Exposures.Released;
using Site.Rendering.Views;
using Site.Statistics.Published;

namespace Site.Rendering.Statistics;

/// <summary>All figures of the campaign at a glance: <c>/data/</c>.</summary>
public sealed record StatisticsView : View
{
    /// <summary>The newest release, in a few figures.</summary>
    public required ReleaseSummary Newest { get; init; }

    /// <summary>The most telling figure in words; null where no total is shown.</summary>
    public required string? Sentence { get; init; }

    /// <summary>The first chart of the newest release; null where nothing can be compared.</summary>
    public required FigureChart? Chart { get; init; }

    /// <summary>The table that has the chart's figures; null where there is no chart.</summary>
    public required PageLink? ChartOf { get; init; }

    /// <summary>What came of it: of each kind of exposure entry how many are put right, of how many; empty where none was shown.</summary>
    public required ImmutableArray<(string Label, int Rectified, int All)> Rectified { get; init; }

    /// <summary>The first ten figures of the newest release that an earlier one gave otherwise.</summary>
    public required ImmutableArray<FigureChange> Changes { get; init; }

    /// <summary>All releases, newest first; one at least.</summary>
    public required ImmutableArray<SafeRelease> Releases { get; init; }

    public override SchemaThing Describe(SchemaContext context) => DatasetSchema.Of(context) with
    {
        Type = "DataCatalog",
        Dataset = [.. Releases.Select(release => DatasetSchema.Link(context, release.Title, StatisticsUrls.Of(release)))],
    };
}

/// <summary>One release of statistics: its tables, what it corrects, what to take away.</summary>
public sealed record ReleaseView : View
{
    /// <summary>The release, in a few figures.</summary>
    public required ReleaseSummary Summary { get; init; }

    /// <summary>Figures that an earlier release gave otherwise, in the order of the tables.</summary>
    public required ImmutableArray<FigureChange> Changes { get; init; }

    /// <summary>The release before it, or null; likewise the one after it.</summary>
    public SafeRelease? Earlier { get; init; }

    public SafeRelease? Later { get; init; }

    public override SchemaThing Describe(SchemaContext context) => DatasetSchema.Of(context) with
    {
        DateModified = LocalTime.Day(Summary.Release.AsOf),
        IncludedInDataCatalog = DatasetSchema.Catalog(context),
        HasPart = [.. Summary.Release.Tables.Select(table => DatasetSchema.Link(context, table.Title, StatisticsUrls.Of(Summary.Release, table)))],
    };
}

/// <summary>One table of a release: sentences, charts, the figures themselves.</summary>
public sealed record TableView : View
{
    public required SafeRelease Release { get; init; }

    public required SafeTable Table { get; init; }

    /// <summary>The most telling figures in words; may be empty.</summary>
    public required ImmutableArray<string> Sentences { get; init; }

    /// <summary>What the year before had at about the same day, in words; empty where that is not published or cannot be compared.</summary>
    public required ImmutableArray<string> SinceLastYear { get; init; }

    /// <summary>The figures, in the order in which they are read.</summary>
    public required ImmutableArray<FigureSection> Sections { get; init; }

    /// <summary>Whether the page shows only a part of the figures, because there are very many; the files have all.</summary>
    public required bool IsShortened { get; init; }

    /// <summary>The same table in the other releases, oldest first.</summary>
    public ImmutableArray<PageLink> Others { get; init; } = [];

    public override SchemaThing Describe(SchemaContext context) => DatasetSchema.Of(context) with
    {
        DateModified = LocalTime.Day(Release.AsOf),
        IncludedInDataCatalog = DatasetSchema.Catalog(context),
        MeasurementTechnique = context.Absolute(StatisticsUrls.Method),
        VariableMeasured = [.. Table.Indicators.Select(indicator => new SchemaVariable(indicator.Id, indicator.Label, indicator.Unit))],
        Distribution =
        [
            new("text/csv", context.Absolute(StatisticsUrls.File(Release, Table, "csv"))),
            new("application/json", context.Absolute(StatisticsUrls.File(Release, Table, "json"))),
        ],
    };
}

/// <summary>How figures come about and why some are not said, in plain words.</summary>
public sealed record MethodView : View;

/// <summary>Figures as data sets, for search engines of data.</summary>
/// <remarks>schema.org <c>Dataset</c> and <c>DataCatalog</c>, with the properties that Google Dataset Search asks for.</remarks>
internal static class DatasetSchema
{
    public static SchemaDataset Of(SchemaContext context) => new()
    {
        Type = "Dataset",
        InLanguage = context.Settings.Language,
        License = SiteSettings.DataLicence,
        IsAccessibleForFree = true,
        Creator = context.Organiser,
    };

    /// <summary>The page of all figures.</summary>
    public static SchemaDataset Catalog(SchemaContext context) =>
        new() { Type = "DataCatalog", Name = context.Settings.Title, Url = context.Absolute(StatisticsUrls.Home) };

    public static SchemaDataset Link(SchemaContext context, string title, string address) =>
        new() { Type = "Dataset", Name = title, Url = context.Absolute(address) };
}

/// <summary>A release in a few figures.</summary>
/// <param name="Release">The release.</param>
/// <param name="Figures">Up to three totals that are shown, in the order of the tables.</param>
public sealed record ReleaseSummary(SafeRelease Release, ImmutableArray<KeyFigure> Figures)
{
    /// <returns>The last release of a year in a few figures, or null where it has none.</returns>
    public static ReleaseSummary? OfYear(PublicInput input, int year) =>
        input.Statistics.LastOrDefault(release => release.AsOf.Year == year) is { } newest ? FigureTexts.Summary(newest) : null;
}

/// <summary>A total.</summary>
/// <param name="Label">What it counts: 宣讲活动.</param>
/// <param name="Value">As readers see it: <c>1,234</c>.</param>
/// <param name="Unit">Unit of count: 场.</param>
/// <param name="IsIncomplete">Whether it lacks the figures of units that have not reported.</param>
public sealed record KeyFigure(string Label, string Value, string Unit, bool IsIncomplete);

/// <summary>A figure that a later release gives otherwise, in words.</summary>
/// <param name="Earlier">The release that gave it first; null where that is no longer published.</param>
/// <param name="Table">The table as it is now.</param>
/// <param name="Subject">Indicator and categories: 宣讲活动，示例甲区，消防，6月7日.</param>
/// <param name="From">What stood there, with its unit.</param>
/// <param name="To">What stands there now, with its unit.</param>
public sealed record FigureChange(SafeRelease? Earlier, PageLink Table, string Subject, string From, string To);

/// <summary>A part of a table's page: an indicator, or all of them where one table holds them all.</summary>
/// <param name="Id">Fragment of its heading.</param>
/// <param name="Title">What it counts.</param>
/// <param name="Charts">Charts of figures that the grids hold too; may be empty.</param>
/// <param name="Grids">Its tables, the one to read first in front.</param>
public sealed record FigureSection(string Id, string Title, ImmutableArray<FigureCharts> Charts, ImmutableArray<FigureGrid> Grids);

/// <summary>Charts that stand side by side.</summary>
/// <param name="Title">What they show together, where they are small drawings on one scale; else null.</param>
/// <param name="Charts">One or more.</param>
public sealed record FigureCharts(string? Title, ImmutableArray<FigureChart> Charts);

/// <summary>A chart.</summary>
/// <param name="Id">Unique in the page, ASCII.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Drawing">Where its bars stand; its figures are in the grids too.</param>
public sealed record FigureChart(string Id, string Title, ChartDrawing Drawing);

/// <summary>A table of HTML.</summary>
/// <param name="Id">Unique in the page, ASCII.</param>
/// <param name="Caption">What it shows, with unit and day.</param>
/// <param name="Corner">What the rows are: 地区.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">One or more.</param>
/// <param name="AreIndicators">Whether each column counts something else, so that a small screen may show one at a time.</param>
public sealed record FigureGrid(string Id, string Caption, string Corner, ImmutableArray<string> Columns, ImmutableArray<FigureRow> Rows, bool AreIndicators = false);

/// <summary>A row of figures.</summary>
/// <param name="Label">Its head.</param>
/// <param name="Depth">How many totals stand above it, 0 or more.</param>
/// <param name="Cells">One for each column.</param>
public sealed record FigureRow(string Label, int Depth, ImmutableArray<FigureCell> Cells);

/// <summary>A figure of a grid.</summary>
/// <param name="IsIncomplete">Whether it lacks those of units that have not reported.</param>
public sealed record FigureCell(Cell Figure, bool IsIncomplete);
