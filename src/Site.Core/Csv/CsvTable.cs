using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Csv;

/// <summary>Reads a small CSV file whole, each row with its place.</summary>
public static class CsvTable
{
    /// <param name="text">The whole file.</param>
    /// <param name="diagnostics">Takes <c>csv/merge-conflict</c> (one, at the first marker), <c>csv/quotes</c> and <c>csv/too-wide</c>.</param>
    /// <returns>All rows, the head first, up to the first mistake.</returns>
    public static ImmutableArray<CsvRow> Read(string path, string text, List<Diagnostic> diagnostics)
    {
        if (MergeMarkers.Find(path, text, "csv") is { } conflict)
        {
            diagnostics.Add(conflict);
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<CsvRow>();
        var malformed = new RowDiagnostics(path);
        using var written = CsvRows.Open(text, malformed);
        while (written.Read())
        {
            var fields = Enumerable.Range(0, written.Count);
            rows.Add(new(path, written.Line, [.. fields.Select(field => written[field])], [.. fields.Select(written.Column)]));
        }

        malformed.CopyTo(diagnostics);
        return rows.DrainToImmutable();
    }
}

/// <summary>One row of a CSV file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Line on which it begins, from 1.</param>
/// <param name="Fields">Without quotes.</param>
/// <param name="Columns">For each field the column at which it begins, from 1.</param>
public sealed record CsvRow(string Path, int Line, ImmutableArray<string> Fields, ImmutableArray<int> Columns)
{
    /// <returns>Where a field stands; the end of the row for one that is missing.</returns>
    public Location At(int field) => new(Path, Line, field < Columns.Length ? Columns[field] : Columns[^1] + Fields[^1].Length);
}
