using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>A row of a ledger as written, private columns included. It stays in this room.</summary>
/// <param name="Path">The ledger, relative to the site folder.</param>
/// <param name="Columns">Heads, each once, as many as cells.</param>
/// <param name="Cells">In the same order.</param>
internal sealed record ExposureRow(string Path, ImmutableArray<string> Columns, ImmutableArray<LedgerCell> Cells)
{
    /// <summary>The text in a column; empty where the ledger lacks it.</summary>
    public string this[string column] => Columns.IndexOf(column) is var at and >= 0 ? Cells[at].Text : "";

    /// <summary>The first cell.</summary>
    public Place Where => new(Path, Cells[0].Line, Cells[0].Column);

    /// <returns>Where a column's cell begins.</returns>
    public Place PlaceOf(string column) =>
        Columns.IndexOf(column) is var at and >= 0 ? new(Path, Cells[at].Line, Cells[at].Column) : Where;
}
