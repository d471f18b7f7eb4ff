using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads and writes <c>categories.csv</c>: <c>table,dimension,category,total</c>, a line a category, totals before their parts.</summary>
internal static class FrozenCategories
{
    private static readonly ImmutableArray<string> Head = ["table", "dimension", "category", "total"];

    /// <summary>What a table may be broken down by, in the order of its columns.</summary>
    public static ImmutableArray<string> Dimensions { get; } = ["area", "sector", "week"];

    /// <summary>What any table may be broken down by, tables of quiz attempts included.</summary>
    private static ImmutableArray<string> All { get; } = [.. Dimensions, AttemptTable.Quiz, AttemptTable.AgeBand, AttemptTable.ScoreBand];

    /// <returns>For each table its dimensions, in the order written.</returns>
    public static Dictionary<string, ImmutableArray<SafeDimension>> Read(string path, string text, List<Problem> problems)
    {
        var rows = CsvTable.Read(path, text, problems);
        if (rows.IsEmpty || !rows[0].Fields.SequenceEqual(Head))
        {
            problems.Add(Problem.Error("release/wrong-head", new(path), $"第一行应当是 {string.Join(',', Head)}。", "从版本库取回这个文件。"));
            return [];
        }

        var found = new Dictionary<string, ImmutableArray<SafeDimension>>();
        foreach (var table in rows.Skip(1).GroupBy(row => row.Fields[0]))
        {
            found[table.Key] = [.. table.GroupBy(row => row.Fields.Length == Head.Length ? row.Fields[1] : "")
                .Select(dimension => Dimension(dimension.Key, [.. dimension], problems)).OfType<SafeDimension>()];
        }

        return found;
    }

    /// <returns>The file for some tables.</returns>
    public static string Write(IEnumerable<SafeTable> tables) => string.Concat(
        from row in tables.SelectMany(Rows).Prepend(Head)
        select CsvText.Line(row));

    private static IEnumerable<ImmutableArray<string>> Rows(SafeTable table) =>
        from dimension in table.Dimensions
        from at in Enumerable.Range(0, dimension.Categories.Length)
        let total = dimension.Parents[at] < 0 ? "" : dimension.Categories[dimension.Parents[at]]
        select ImmutableArray.Create(table.Id, dimension.Id, dimension.Categories[at], total);

    private static SafeDimension? Dimension(string id, ImmutableArray<CsvRow> rows, List<Problem> problems)
    {
        var places = new Dictionary<string, int>();
        var parents = ImmutableArray.CreateBuilder<int>(rows.Length);
        foreach (var row in rows)
        {
            var parent = -1;
            if (!All.Contains(id) || row.Fields.Length != Head.Length || row.Fields[2].Length is 0 or > 100
                || (row.Fields[3].Length > 0 && !places.TryGetValue(row.Fields[3], out parent)) || !places.TryAdd(row.Fields[2], parents.Count)
                || !IsShaped(id, parents.Count, row.Fields[2], parent))
            {
                problems.Add(Problem.Error("release/wrong-row", new(row.Path, row.Line), "这一行不是冻结时写下的样子。", "从版本库取回这个文件。"));
                return null;
            }

            parents.Add(parent);
        }

        return new(id, [.. rows.Select(row => row.Fields[2])], parents.DrainToImmutable());
    }

    /// <summary>One area and one sector is the total of all; weeks are days without totals.</summary>
    private static bool IsShaped(string dimension, int at, string category, int parent) => dimension switch
    {
        "area" => at == 0 == parent < 0,
        "sector" => at == 0 ? parent < 0 : parent == 0,
        not "week" => true,
        _ => parent < 0 && DateOnly.TryParseExact(category, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
    };
}
