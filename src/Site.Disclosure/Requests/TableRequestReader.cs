using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads <c>input/tables.yaml</c>: a list of tables, at the root or under <c>tables:</c>.</summary>
internal static class TableRequestReader
{
    private static readonly ImmutableArray<string> RootNames = ["tables", "sample"];

    private static readonly ImmutableArray<string> Names =
        ["id", "title", "indicators", "dimensions", "measure", "areas", "notes", "scope"];

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns>The tables that can be made; codes of subject <c>tables</c> say at its place what is wrong with the others.</returns>
    public static Checked<TableRequests> Read(ImmutableArray<SourceFile> files, FormBook forms, Policy policy)
    {
        var problems = new List<Problem>();
        if (files.FirstOrDefault(file => file.Path == TableRequests.Path) is not { } file || InputYaml.Read(file, problems) is not { } node)
        {
            return new(TableRequests.None, [.. problems]);
        }

        var (list, isSample) = (ImmutableArray<InputNode>.Empty, false);
        if (node is InputNode.Items items)
        {
            list = items.Nodes;
        }
        else
        {
            var root = new InputFields(TableRequests.Path, "tables", node, RootNames, problems);
            (list, isSample) = (root.List("tables"), root.Flag("sample"));
        }

        var tables = new List<TableRequest>();
        foreach (var item in list)
        {
            if (IsOfAttempts(item) || Table(item, forms, policy, problems) is not { } table)
            {
                continue;
            }

            if (tables.Find(other => other.Id == table.Id) is { } other)
            {
                problems.Add(Problem.Error("tables/duplicate-id", table.Where, $"表 “{table.Id}” 在第 {other.Where.Line} 行已经有了。", "换一个 id。"));
                continue;
            }

            tables.Add(table);
        }

        return new(new([.. tables], isSample), [.. problems]);
    }

    private static TableRequest? Table(InputNode node, FormBook forms, Policy policy, List<Problem> problems)
    {
        var before = problems.Count;
        var fields = new InputFields(TableRequests.Path, "tables", node, Names, problems);
        var id = fields.Required("id");
        if (id.Length > 0 && !FrozenNames.IsTableName(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "表的 id 会写进网址，只能用小写字母、数字和单个连字符。", "写成 sessions-by-street 这样。");
        }

        var dimensions = Dimensions(fields);
        var indicators = TableIndicators.Read(fields, forms, policy, IsWholeCity(fields, dimensions), dimensions);
        var table = new TableRequest(
            id, fields.Required("title"), indicators, TableIndicators.Measure(fields, indicators), Rank(fields, dimensions),
            dimensions.Contains("sector"), dimensions.Contains("week"), [.. Notes(fields)], fields.Where);
        return problems.Skip(before).Any(problem => problem.Severity == Severity.Error) ? null : table;
    }

    /// <summary>Tables of quiz attempts stand in the same file and are read apart.</summary>
    private static bool IsOfAttempts(InputNode node) => node is InputNode.Fields fields && fields.Entries.Any(entry => entry.Name.Text == "dimensions"
        && entry.Value is InputNode.Items items && AttemptTable.IsOne(items.Nodes.OfType<InputNode.Word>().Select(word => word.Text)));

    private static ImmutableArray<string> Dimensions(InputFields fields)
    {
        if (fields.Find("dimensions") is null)
        {
            fields.Required("dimensions");
        }

        var words = fields.Words("dimensions").Select(word => word switch { "地区" => "area", "行业" => "sector", "周" => "week", _ => word }).ToImmutableArray();
        foreach (var (word, at) in words.Select((word, at) => (word, at)))
        {
            if (!FrozenCategories.Dimensions.Contains(word) || words.IndexOf(word) < at)
            {
                fields.Report("unknown-dimension", fields.List("dimensions")[at], "这不是一个可用的维度，或者写了两次。",
                    $"可以写：{string.Join("、", FrozenCategories.Dimensions)}，各写一次；只要全市合计就写 []。");
            }
        }

        return words;
    }

    private static bool IsWholeCity(InputFields fields, ImmutableArray<string> dimensions) =>
        !dimensions.Contains("area") || fields.Optional("areas") is { } areas && UnitLevel.Find(areas)?.Rank <= UnitLevel.Find("city")!.Rank;

    private static int? Rank(InputFields fields, ImmutableArray<string> dimensions)
    {
        if (fields.Optional("areas") is not { } areas)
        {
            return dimensions.Contains("area") ? int.MaxValue : null;
        }

        if (UnitLevel.Find(areas) is { IsArea: true } level && dimensions.Contains("area"))
        {
            return level.Rank;
        }

        fields.Report("unknown-level", fields.Find("areas")!, "areas 写表里最细的一级地区，并且 dimensions 里要有 area。",
            $"可以写：{string.Join("、", UnitLevel.All.Where(known => known.IsArea).Select(known => $"{known.Id}（{known.Label}）"))}。");
        return null;
    }

    private static IEnumerable<string> Notes(InputFields fields)
    {
        if (fields.Optional("scope") is { } scope)
        {
            yield return scope;
        }

        foreach (var note in fields.Words("notes"))
        {
            yield return note;
        }
    }
}
