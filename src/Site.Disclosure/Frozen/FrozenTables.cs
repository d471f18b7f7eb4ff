using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads and writes one table of a frozen release: its entry in <c>release.yaml</c> and its CSV file with a row a cell.</summary>
internal static class FrozenTables
{
    private static readonly ImmutableArray<string> TableNames = ["id", "title", "notes", "day", "sha256", "indicators"];
    private static readonly ImmutableArray<string> IndicatorNames = ["id", "label", "unit", "concept", "measure"];

    /// <summary>A word for each <see cref="Measure"/>, in its order.</summary>
    public static ImmutableArray<string> MeasureNames { get; } = ["open", "count", "sum", "person-sum"];

    /// <param name="folder">Path of the release's folder, with a slash at its end.</param>
    /// <param name="summary">Path of <c>release.yaml</c>.</param>
    /// <returns>The table, or null where it cannot be read.</returns>
    public static FrozenTable? Read(
        string folder, string summary, InputNode node, Dictionary<string, ImmutableArray<SafeDimension>> categories,
        Dictionary<string, string> texts, List<Problem> problems)
    {
        var before = problems.Count;
        var fields = new InputFields(summary, "release", node, TableNames, problems);
        var id = fields.Required("id");
        if (!FrozenNames.IsTableName(id) || !categories.TryGetValue(id, out var dimensions) || dimensions.IsEmpty)
        {
            fields.Report("wrong-table", node, "这张表的名字或分类不是冻结时写下的样子。", "从版本库取回这一期的文件。");
            return null;
        }

        var measures = ImmutableArray.CreateBuilder<Measure>();
        var indicators = fields.List("indicators").Select(item => Indicator(summary, item, measures, problems)).ToImmutableArray();
        var day = FrozenSummary.Day(fields, "day");
        var title = fields.Required("title");
        FrozenHash.Check(summary, $"{id}.csv", fields.Required("sha256"), fields.Where, texts, problems);
        if (!texts.TryGetValue($"{id}.csv", out var text) || indicators.IsEmpty)
        {
            return null;
        }

        var place = new Place($"{folder}{id}.csv");
        var cells = Cells(place.Path, text, dimensions, indicators, problems);
        return cells.IsEmpty || problems.Skip(before).Any(problem => problem.Code != "release/edited") ? null
            : new(new(id, title, dimensions, indicators, cells) { Notes = fields.Words("notes") }, measures.ToImmutable(), day, place);
    }

    /// <returns>The CSV file of a table: its dimensions, <c>indicator,value,status</c>.</returns>
    public static string Write(SafeTable table) => string.Concat(
        Keys(table.Dimensions, table.Indicators).Zip(table.Cells, (key, cell) => CsvText.Line([.. key, FrozenCells.Write(cell), FrozenCells.Status(cell)]))
            .Prepend(CsvText.Line(Head(table.Dimensions))));

    private static IEnumerable<string> Head(ImmutableArray<SafeDimension> dimensions) =>
        [.. dimensions.Select(dimension => dimension.Id), "indicator", "value", "status"];

    /// <returns>What stands before value and status, a row a cell, in the order of the cells.</returns>
    private static IEnumerable<ImmutableArray<string>> Keys(ImmutableArray<SafeDimension> dimensions, ImmutableArray<SafeIndicator> indicators)
    {
        IEnumerable<ImmutableArray<string>> keys = indicators.Select(indicator => ImmutableArray.Create(indicator.Id));
        foreach (var dimension in dimensions)
        {
            keys = keys.SelectMany(key => dimension.Categories.Select(category => key.Insert(key.Length - 1, category)));
        }

        return keys;
    }

    private static ImmutableArray<Cell> Cells(
        string path, string text, ImmutableArray<SafeDimension> dimensions, ImmutableArray<SafeIndicator> indicators, List<Problem> problems)
    {
        var rows = CsvTable.Read(path, text, problems);
        if (rows.IsEmpty || !rows[0].Fields.SequenceEqual(Head(dimensions)))
        {
            problems.Add(Wrong(new(path)));
            return [];
        }

        var cells = ImmutableArray.CreateBuilder<Cell>(rows.Length - 1);
        var at = 1;
        foreach (var key in Keys(dimensions, indicators))
        {
            var row = at < rows.Length ? rows[at++] : null;
            if (row is null || row.Fields.Length != key.Length + 2 || !row.Fields.AsSpan(0, key.Length).SequenceEqual(key.AsSpan())
                || FrozenCells.Parse(row.Fields[^2]) is not { } cell || FrozenCells.Status(cell) != row.Fields[^1])
            {
                problems.Add(Wrong(new(path, row?.Line ?? rows[^1].Line)));
                return [];
            }

            cells.Add(cell);
        }

        if (at < rows.Length)
        {
            problems.Add(Wrong(new(path, rows[at].Line)));
        }

        return cells.DrainToImmutable();
    }

    private static SafeIndicator Indicator(string path, InputNode node, ImmutableArray<Measure>.Builder measures, List<Problem> problems)
    {
        var fields = new InputFields(path, "release", node, IndicatorNames, problems);
        measures.Add(fields.OneOf("measure", MeasureNames, [Measure.Open, Measure.Count, Measure.Sum, Measure.PersonSum]));
        return new(fields.Required("id"), fields.Required("label"), fields.Required("unit"), fields.Optional("concept"));
    }

    private static Problem Wrong(Place where) => Problem.Error("release/wrong-row", where,
        "这一行不是冻结时写下的样子：多了、少了、换了次序，或者数与状态对不上。", "从版本库取回冻结时的文件；不要手工改动。");
}
