using System.Collections.Immutable;

namespace Site.Reading;

/// <summary>A row of a table.</summary>
/// <param name="Line">Row of the sheet, or line of the file, from 1.</param>
/// <param name="Cells">Trimmed; empty where nothing is written.</param>
internal sealed record SheetRow(int Line, ImmutableArray<string> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);

    /// <returns>The cell of a column, or empty where the row is shorter.</returns>
    public string At(int column) => column >= 0 && column < Cells.Length ? Cells[column] : "";
}
