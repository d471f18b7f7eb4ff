using System.Collections.Immutable;
using System.Globalization;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Yaml;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Tables;

namespace Site.Statistics.Snapshots;

/// <summary>Reads and writes one table of a snapshot: its entry in <c>release.yaml</c> and its CSV file with a row a cell.</summary>
internal static class SnapshotTables
{
    private static readonly ImmutableArray<string> TableFields = ["id", "title", "notes", "day", "sha256", "indicators"];
    private static readonly ImmutableArray<string> IndicatorFieldNames = ["id", "label", "unit", "concept", "measure"];

    /// <summary>A word for each <see cref="Measure"/>, in its order.</summary>
    public static ImmutableArray<string> MeasureIds { get; } = ["open", "count", "sum", "person-sum"];

    /// <param name="folder">Path of the release's folder, with a slash at its end.</param>
    /// <param name="summary">Path of <c>release.yaml</c>.</param>
    /// <returns>The table, or null where it cannot be read.</returns>
    public static SnapshotTable? Read(
        string folder, string summary, YamlNode node, Dictionary<string, ImmutableArray<Dimension>> categories,
        Dictionary<string, string> texts, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        var fields = new InputFields(summary, "release", node, TableFields, diagnostics);
        var id = fields.Required("id");
        if (!ReleaseNames.IsTableName(id) || !categories.TryGetValue(id, out var dimensions) || dimensions.IsEmpty)
        {
            fields.Report("wrong-table", node, "这张表的名字或分类不是冻结时写下的样子。", "从版本库取回这一期的文件。");
            return null;
        }

        var measures = ImmutableArray.CreateBuilder<Measure>();
        var indicators = fields.List("indicators").Select(item => Indicator(summary, item, measures, diagnostics)).ToImmutableArray();
        var day = SnapshotSummary.Day(fields, "day");
        var title = fields.Required("title");
        SnapshotHash.Check(summary, $"{id}.csv", fields.Required("sha256"), fields.Location, texts, diagnostics);
        if (!texts.TryGetValue($"{id}.csv", out var text) || indicators.IsEmpty)
        {
            return null;
        }

        var location = new Location($"{folder}{id}.csv");
        var (cells, incomplete) = Cells(location.Path, text, dimensions, indicators, diagnostics);
        return cells.IsEmpty || diagnostics.Skip(before).Any(diagnostic => diagnostic.Code != "release/edited") ? null
            : new(Make(id, title, dimensions, indicators, cells) with { Notes = fields.Texts("notes"), Incomplete = incomplete }, measures.ToImmutable(), day, location);
    }

    /// <returns>The CSV file of a table: its dimensions, <c>indicator,value,status</c>.</returns>
    public static string Write(TableDraft table) => string.Concat(
        Keys(table.Dimensions, table.Indicators).Select((key, at) => CsvLine.Of([.. key, table.Cells[at], Status(table, at)]))
            .Prepend(CsvLine.Of(Head(table.Dimensions))));

    /// <summary>The one place that makes a safe table: from what is printed in a snapshot, which is attacked before any page sees it.</summary>
    private static SafeTable Make(
        string id, string title, ImmutableArray<Dimension> dimensions, ImmutableArray<SafeIndicator> indicators, ImmutableArray<Cell> cells) =>
        new(id, title, [.. dimensions.Select(dimension => new SafeDimension(dimension.Id, dimension.Categories, dimension.Parents))], indicators, cells);

    private static string Status(TableDraft table, int at) =>
        !table.Incomplete.IsEmpty && table.Incomplete[at] ? SnapshotCells.Incomplete : SnapshotCells.Status(table.Cells[at]);

    private static IEnumerable<string> Head(ImmutableArray<Dimension> dimensions) =>
        [.. dimensions.Select(dimension => dimension.Id), "indicator", "value", "status"];

    /// <returns>What stands before value and status, a row a cell, in the order of the cells.</returns>
    private static IEnumerable<ImmutableArray<string>> Keys(ImmutableArray<Dimension> dimensions, ImmutableArray<SafeIndicator> indicators)
    {
        IEnumerable<ImmutableArray<string>> keys = indicators.Select(indicator => ImmutableArray.Create(indicator.Id));
        foreach (var dimension in dimensions)
        {
            keys = keys.SelectMany(key => dimension.Categories.Select(category => key.Insert(key.Length - 1, category)));
        }

        return keys;
    }

    /// <returns>The cells, and for each whether it lacks units; none where the file is not as it was written.</returns>
    private static (ImmutableArray<Cell> Cells, ImmutableArray<bool> Incomplete) Cells(
        string path, string text, ImmutableArray<Dimension> dimensions, ImmutableArray<SafeIndicator> indicators, List<Diagnostic> diagnostics)
    {
        var rows = InputCsv.ReadAll(path, text, diagnostics);
        if (rows.IsEmpty || !rows[0].Fields.SequenceEqual(Head(dimensions)))
        {
            diagnostics.Add(WrongRow(new(path)));
            return ([], []);
        }

        var cells = ImmutableArray.CreateBuilder<Cell>(rows.Length - 1);
        var incomplete = ImmutableArray.CreateBuilder<bool>(rows.Length - 1);
        var at = 1;
        foreach (var key in Keys(dimensions, indicators))
        {
            var row = at < rows.Length ? rows[at++] : null;
            if (row is null || row.Fields.Length != key.Length + 2 || !row.Fields.AsSpan(0, key.Length).SequenceEqual(key.AsSpan())
                || SnapshotCells.Parse(row.Fields[^2]) is not { } cell || !SnapshotCells.IsStatus(cell, row.Fields[^1]))
            {
                diagnostics.Add(WrongRow(new(path, row?.Line ?? rows[^1].Line)));
                return ([], []);
            }

            cells.Add(cell);
            incomplete.Add(row.Fields[^1] == SnapshotCells.Incomplete);
        }

        if (at < rows.Length)
        {
            diagnostics.Add(WrongRow(new(path, rows[at].Line)));
        }

        return (cells.DrainToImmutable(), incomplete.Contains(true) ? incomplete.DrainToImmutable() : []);
    }

    private static SafeIndicator Indicator(string path, YamlNode node, ImmutableArray<Measure>.Builder measures, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "release", node, IndicatorFieldNames, diagnostics);
        measures.Add(fields.Enum("measure", MeasureIds, [Measure.Open, Measure.Count, Measure.Sum, Measure.PersonSum]));
        return new(fields.Required("id"), fields.Required("label"), fields.Required("unit"), fields.Optional("concept"));
    }

    private static Diagnostic WrongRow(Location location) => Diagnostic.Error("release/wrong-row", location,
        "这一行不是冻结时写下的样子：多了、少了、换了次序，或者数与状态对不上。", "从版本库取回冻结时的文件；不要手工改动。");
}

/// <summary>Reads and writes <c>categories.csv</c>: <c>table,dimension,category,total</c>, a line a category, totals before their parts.</summary>
internal static class SnapshotCategories
{
    private static readonly ImmutableArray<string> Header = ["table", "dimension", "category", "total"];

    /// <returns>For each table its dimensions, in the order written.</returns>
    public static Dictionary<string, ImmutableArray<Dimension>> Read(string path, string text, List<Diagnostic> diagnostics)
    {
        var rows = InputCsv.ReadAll(path, text, diagnostics);
        if (rows.IsEmpty || !rows[0].Fields.SequenceEqual(Header))
        {
            diagnostics.Add(Diagnostic.Error("release/wrong-head", new(path), $"第一行应当是 {string.Join(',', Header)}。", "从版本库取回这个文件。"));
            return [];
        }

        var found = new Dictionary<string, ImmutableArray<Dimension>>();
        foreach (var table in rows.Skip(1).GroupBy(row => row.Fields[0]))
        {
            found[table.Key] = [.. table.GroupBy(row => row.Fields.Length == Header.Length ? row.Fields[1] : "")
                .Select(dimension => ReadDimension(dimension.Key, [.. dimension], diagnostics)).OfType<Dimension>()];
        }

        return found;
    }

    /// <returns>The file for some tables.</returns>
    public static string Write(IEnumerable<TableDraft> tables) => string.Concat(
        from row in tables.SelectMany(Rows).Prepend(Header)
        select CsvLine.Of(row));

    private static IEnumerable<ImmutableArray<string>> Rows(TableDraft table) =>
        from dimension in table.Dimensions
        from at in Enumerable.Range(0, dimension.Categories.Length)
        let total = dimension.Parents[at] < 0 ? "" : dimension.Categories[dimension.Parents[at]]
        select ImmutableArray.Create(table.Id, dimension.Id, dimension.Categories[at], total);

    private static Dimension? ReadDimension(string id, ImmutableArray<CsvRow> rows, List<Diagnostic> diagnostics)
    {
        var places = new Dictionary<string, int>();
        var parents = ImmutableArray.CreateBuilder<int>(rows.Length);
        foreach (var row in rows)
        {
            var parent = -1;
            if (SafeDimensions.Names.All(known => known.Id != id) || row.Fields.Length != Header.Length || row.Fields[2].Length is 0 or > 100
                || (row.Fields[3].Length > 0 && !places.TryGetValue(row.Fields[3], out parent)) || !places.TryAdd(row.Fields[2], parents.Count)
                || !IsShaped(id, parents.Count, row.Fields[2], parent))
            {
                diagnostics.Add(Diagnostic.Error("release/wrong-row", new(row.Path, row.Line), "这一行不是冻结时写下的样子。", "从版本库取回这个文件。"));
                return null;
            }

            parents.Add(parent);
        }

        return new(id, [.. rows.Select(row => row.Fields[2])], parents.DrainToImmutable());
    }

    /// <summary>One area and one sector is the total of all; weeks are days without totals.</summary>
    private static bool IsShaped(string dimension, int at, string category, int parent) => dimension switch
    {
        SafeDimensions.Area => at == 0 == parent < 0,
        SafeDimensions.Sector => at == 0 ? parent < 0 : parent == 0,
        not SafeDimensions.Week => true,
        _ => parent < 0 && DateOnly.TryParseExact(category, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };
}

/// <summary>What snapshots print in a cell, and the one place that makes cells of it.</summary>
internal static class SnapshotCells
{
    /// <summary>Longer numbers are no figures of a campaign.</summary>
    private const int MostDigits = 12;

    /// <summary>Status of a figure that lacks units that have not reported.</summary>
    public const string Incomplete = "incomplete";

    private static readonly Cell NotApplicable = new Cell.NotApplicable();
    private static readonly Cell NotReported = new Cell.NotReported();

    /// <summary>Stands where a cell cannot be read.</summary>
    public static Cell Withheld { get; } = new Cell.Withheld();

    /// <summary>Nothing, as readers know it of categories that a table lacks.</summary>
    public static Cell Zero { get; } = new Cell.Shown(0);

    /// <returns>The word for what is printed, which stands beside it so that one alone cannot be changed.</returns>
    public static string Status(string text) => text switch
    {
        CellText.Withheld => "withheld",
        CellText.NotReported => "not-reported",
        CellText.NotApplicable => "not-applicable",
        _ => "shown",
    };

    /// <returns>Whether a word may stand beside a cell.</returns>
    public static bool IsStatus(Cell cell, string status) => status == Status(CellText.Plain(cell)) || (cell is Cell.Shown && status == Incomplete);

    /// <returns>The cell, or null where the text is none. No other place makes a cell.</returns>
    public static Cell? Parse(string text) => text switch
    {
        CellText.Withheld => Withheld,
        CellText.NotReported => NotReported,
        CellText.NotApplicable => NotApplicable,
        _ when text.Length is > 0 and <= MostDigits && (text[0] != '0' || text.Length == 1)
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) => new Cell.Shown(value),
        _ => null,
    };
}
