using System.Collections.Immutable;

namespace Site.Model;

/// <summary>A part of a table's page: an indicator, or all of them where one table holds them all.</summary>
/// <param name="Id">Fragment of its heading.</param>
/// <param name="Title">What it counts.</param>
/// <param name="Charts">Charts of figures that the grids hold too; may be empty.</param>
/// <param name="Grids">Its tables, the one to read first in front.</param>
public sealed record FigureSection(string Id, string Title, ImmutableArray<FigureChart> Charts, ImmutableArray<FigureGrid> Grids);

/// <summary>A chart that has been drawn.</summary>
/// <param name="Id">Unique in the page, ASCII.</param>
/// <param name="Title">What it shows, with the unit.</param>
/// <param name="Svg">An <c>svg</c> element without style, script or addresses; its text is in the grids too.</param>
public sealed record FigureChart(string Id, string Title, string Svg);

/// <summary>A table of HTML.</summary>
/// <param name="Id">Unique in the page, ASCII.</param>
/// <param name="Caption">What it shows, with unit and day.</param>
/// <param name="Corner">What the rows are: 地区.</param>
/// <param name="Columns">Heads of the columns.</param>
/// <param name="Rows">One or more.</param>
public sealed record FigureGrid(string Id, string Caption, string Corner, ImmutableArray<string> Columns, ImmutableArray<FigureRow> Rows);

/// <summary>A row of figures.</summary>
/// <param name="Label">Its head.</param>
/// <param name="Depth">How many totals stand above it, 0 or more.</param>
/// <param name="Cells">One for each column.</param>
public sealed record FigureRow(string Label, int Depth, ImmutableArray<Cell> Cells);
