using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Sources;
using Site.Statistics.Published;

namespace Site.Statistics.Snapshots;

/// <summary>Writes a release as it is frozen; what it writes, <see cref="SnapshotReader"/> reads back (a property of the tests).</summary>
internal static class SnapshotWriter
{
    /// <returns>The files of the release, by path from the site folder.</returns>
    public static ImmutableArray<SourceFile> Write(Snapshot release)
    {
        var folder = $"{ReleaseNames.Folder}{release.Safe.Name}/";
        var categories = SnapshotCategories.Write(release.Safe.Tables);
        var tables = release.Tables.Select(table => (Table: table, Text: SnapshotTables.Write(table.Safe))).ToArray();
        return
        [
            File(folder + ReleaseNames.Summary, Summary(release, SnapshotHash.Of(categories), [.. tables.Select(table => SnapshotHash.Of(table.Text))])),
            File(folder + ReleaseNames.Categories, categories),
            .. tables.Select(table => File($"{folder}{table.Table.Safe.Id}.csv", table.Text)),
        ];
    }

    private static string Summary(Snapshot release, string categories, ImmutableArray<string> hashes)
    {
        var text = new StringBuilder();
        text.Append("# 由 site stats release 写出的冻结文件，可以公开，不要手工改动。\n");
        Field("", "format", SnapshotSummary.Format);
        Field("", "title", release.Safe.Title);
        Field("", "as_of", Day(release.Safe.AsOf));
        text.Append(CultureInfo.InvariantCulture, $"sample: {(release.Safe.IsSample ? "true" : "false")}\n");
        if (release.Safe.Coverage is { } coverage)
        {
            text.Append(CultureInfo.InvariantCulture, $"reported: {coverage.Reported}\nexpected: {coverage.Expected}\n");
        }

        Field("", "categories_sha256", categories);
        text.Append("tables:\n");
        foreach (var (table, hash) in release.Tables.Zip(hashes))
        {
            Field("  - ", "id", table.Safe.Id);
            Field("    ", "title", table.Safe.Title);
            List("    ", "notes", table.Safe.Notes);
            Field("    ", "day", Day(table.Day));
            Field("    ", "sha256", hash);
            text.Append("    indicators:\n");
            foreach (var (indicator, measure) in table.Safe.Indicators.Zip(table.Measures))
            {
                Field("      - ", "id", indicator.Id);
                Field("        ", "label", indicator.Label);
                Field("        ", "unit", indicator.Unit);
                Field("        ", "concept", indicator.Concept ?? "");
                Field("        ", "measure", SnapshotTables.MeasureIds[(int)measure]);
            }
        }

        WriteHistory();
        return text.ToString();

        void WriteHistory()
        {
            text.Append(release.Restates.IsEmpty ? "" : "restates:\n");
            foreach (var restated in release.Restates)
            {
                Source(restated.Earlier, restated.Table, restated.Indicator);
            }

            text.Append(release.Safe.Changes.IsEmpty ? "" : "changes:\n");
            foreach (var change in release.Safe.Changes)
            {
                Source(change.Earlier, change.Table, change.Indicator);
                List("    ", "categories", change.Categories);
                Field("    ", "from", SnapshotCells.Write(change.From));
                Field("    ", "to", SnapshotCells.Write(change.To));
            }
        }

        void Source(string earlier, string table, string indicator)
        {
            Field("  - ", "earlier", earlier);
            Field("    ", "table", table);
            Field("    ", "indicator", indicator);
        }

        void Field(string indent, string name, string value) => text.Append(indent).Append(name).Append(": ").Append(Quote(value)).Append('\n');

        void List(string indent, string name, ImmutableArray<string> values) =>
            text.Append(indent).Append(name).Append(": [").AppendJoin(", ", values.Select(Quote)).Append("]\n");
    }

    /// <summary>YAML between double quotes: backslash and quote escaped, and no line breaks, which no field has.</summary>
    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}

/// <summary>Writes CSV as RFC 4180 has it, but with LF alone, as git likes it.</summary>
internal static class CsvLine
{
    /// <returns>One line with its line feed.</returns>
    public static string Of(params IEnumerable<string> fields) => string.Join(',', fields.Select(Quote)) + "\n";

    private static string Quote(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
