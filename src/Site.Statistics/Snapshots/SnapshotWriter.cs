using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Sources;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Snapshots;

/// <summary>A release that is to be written as a snapshot.</summary>
/// <param name="Name">Its name in addresses and in <c>input/releases/</c>.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="AsOf">The day up to which the figures count.</param>
/// <param name="IsSample">Whether the figures are made up.</param>
internal sealed record SnapshotDraft(string Name, string Title, DateOnly AsOf, bool IsSample)
{
    /// <summary>Units that have reported and units that should have, or null where nobody is asked to report.</summary>
    public SafeCoverage? Coverage { get; init; }

    /// <summary>The tables, in the order in which they are asked for.</summary>
    public ImmutableArray<TableDraft> Tables { get; init; } = [];

    /// <summary>What earlier releases said that is no longer so.</summary>
    public ImmutableArray<Restatement> Restates { get; init; } = [];

    /// <summary>Figures that an earlier release gave otherwise.</summary>
    public ImmutableArray<ChangeDraft> Changes { get; init; } = [];
}

/// <summary>A table that is to be written in a snapshot.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Dimensions">What it is broken down by, one or more.</param>
/// <param name="Indicators">The indicators shown, one or more.</param>
/// <param name="Cells">What is printed: indicator by indicator, then category by category of each dimension in turn, the last one fastest.</param>
/// <param name="Measures">For each indicator which rule guards it.</param>
/// <param name="Day">The day up to which the figures of a table without weeks count, and the last of one with weeks.</param>
internal sealed record TableDraft(
    string Id, string Title, ImmutableArray<Dimension> Dimensions, ImmutableArray<SafeIndicator> Indicators, ImmutableArray<string> Cells,
    ImmutableArray<Measure> Measures, DateOnly Day)
{
    /// <summary>Notes for readers.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>For each cell whether it shows a figure that lacks those of units that have not reported; empty where none does.</summary>
    public ImmutableArray<bool> Incomplete { get; init; } = [];
}

/// <summary>A figure that an earlier release gave otherwise.</summary>
/// <param name="Earlier">Name of the release that gave it first.</param>
/// <param name="Table">Id of the table.</param>
/// <param name="Indicator">Id of the indicator.</param>
/// <param name="Categories">One category of each dimension of the table.</param>
/// <param name="From">What was printed.</param>
/// <param name="To">What is printed now.</param>
internal sealed record ChangeDraft(string Earlier, string Table, string Indicator, ImmutableArray<string> Categories, string From, string To);

/// <summary>Writes the snapshot of a release; <see cref="SnapshotReader"/> reads what is written here.</summary>
internal static class SnapshotWriter
{
    /// <returns>The files of the release, by path from the site folder.</returns>
    public static ImmutableArray<SourceFile> Write(SnapshotDraft release)
    {
        var folder = $"{ReleaseNames.Folder}{release.Name}/";
        var categories = SnapshotCategories.Write(release.Tables);
        var tables = release.Tables.Select(table => (table.Id, Text: SnapshotTables.Write(table))).ToArray();
        return
        [
            File(folder + ReleaseNames.Summary, Summary(release, SnapshotHash.Of(categories), [.. tables.Select(table => SnapshotHash.Of(table.Text))])),
            File(folder + ReleaseNames.Categories, categories),
            .. tables.Select(table => File($"{folder}{table.Id}.csv", table.Text)),
        ];
    }

    private static string Summary(SnapshotDraft release, string categories, ImmutableArray<string> hashes)
    {
        var text = new StringBuilder();
        text.Append("# 由 site stats release 写出的冻结文件，可以公开，不要手工改动。\n");
        Field("", "format", SnapshotSummary.Format);
        Field("", "title", release.Title);
        Field("", "as_of", Day(release.AsOf));
        text.Append(CultureInfo.InvariantCulture, $"sample: {(release.IsSample ? "true" : "false")}\n");
        if (release.Coverage is { } coverage)
        {
            text.Append(CultureInfo.InvariantCulture, $"reported: {coverage.Reported}\nexpected: {coverage.Expected}\n");
            if (coverage.Week is { } week)
            {
                Field("", "reported_for", Day(week));
            }
        }

        Field("", "categories_sha256", categories);
        text.Append("tables:\n");
        foreach (var (table, hash) in release.Tables.Zip(hashes))
        {
            Field("  - ", "id", table.Id);
            Field("    ", "title", table.Title);
            List("    ", "notes", table.Notes);
            Field("    ", "day", Day(table.Day));
            Field("    ", "sha256", hash);
            text.Append("    indicators:\n");
            foreach (var (indicator, measure) in table.Indicators.Zip(table.Measures))
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

            text.Append(release.Changes.IsEmpty ? "" : "changes:\n");
            foreach (var change in release.Changes)
            {
                Source(change.Earlier, change.Table, change.Indicator);
                List("    ", "categories", change.Categories);
                Field("    ", "from", change.From);
                Field("    ", "to", change.To);
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
