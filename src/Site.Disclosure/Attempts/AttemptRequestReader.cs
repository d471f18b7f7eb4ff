using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads from <c>input/tables.yaml</c> the table of quiz attempts: the one whose dimensions are a quiz, an age band or a score band.</summary>
internal static class AttemptRequestReader
{
    private const string Path = "input/tables.yaml";

    private static readonly ImmutableArray<string> Names = ["id", "title", "dimensions", "areas", "notes", "scope", "indicators", "measure"];

    /// <returns>Whether an item of the list of tables is one of attempts.</returns>
    public static bool IsOne(InputNode item) => item is InputNode.Fields fields
        && fields.Entries.FirstOrDefault(entry => entry.Name.Text == "dimensions")?.Value is InputNode.Items dimensions
        && AttemptTable.IsOne(dimensions.Nodes.OfType<InputNode.Word>().Select(word => word.Text));

    /// <returns>The table, or null where none is asked for or it cannot be made.</returns>
    /// <param name="files">Files of <c>input/</c>.</param>
    public static Checked<AttemptTable?> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        if (files.FirstOrDefault(file => file.Path == Path) is not { } file || InputYaml.Read(file, problems) is not { } node)
        {
            return new(null, [.. problems]);
        }

        var list = node is InputNode.Fields root ? root.Entries.FirstOrDefault(entry => entry.Name.Text == "tables")?.Value ?? node : node;
        var items = list is InputNode.Items found ? found.Nodes.Where(IsOne).ToArray() : [];
        var tables = items.Select(item => Table(item, problems)).ToArray();
        foreach (var second in items.Skip(1))
        {
            problems.Add(Problem.Error("attempts/second-table", new(Path, second.Line, second.Column), "答题记录只能有一张表：两种分法合在一起会让人推算出隐去的数。",
                "请把要的维度写进同一张表的 dimensions。"));
        }

        return new(problems.Count > 0 ? null : tables.FirstOrDefault(), [.. problems]);
    }

    private static AttemptTable Table(InputNode item, List<Problem> problems)
    {
        var fields = new InputFields(Path, "tables", item, Names, problems);
        var id = fields.Required("id");
        if (id.Length > 0 && !FrozenNames.IsTableName(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "表的 id 会写进网址，只能用小写字母、数字和单个连字符。", "写成 quiz-attempts 这样。");
        }

        foreach (var other in fields.List("indicators").Where(other => other is not InputNode.Word { Text: AttemptTables.IndicatorId }))
        {
            fields.Report("unknown-indicator", other, "答题记录的表只有一个指标：答题次数。", "删掉 indicators 一行。");
        }

        var dimensions = fields.Words("dimensions");
        for (var at = 0; at < dimensions.Length; at++)
        {
            if (!AttemptTable.Known.Contains(dimensions[at]) || dimensions.IndexOf(dimensions[at]) < at)
            {
                fields.Report("unknown-dimension", fields.List("dimensions")[at], "答题记录不能按它来分，或者写了两次。",
                    $"可以写：{string.Join("、", AttemptTable.Known)}，各写一次。");
            }
        }

        return new(id, fields.Required("title"), dimensions, fields.Where)
        {
            FinestRank = Rank(fields),
            Notes = [.. fields.Optional("scope") is { } scope ? [scope] : Array.Empty<string>(), .. fields.Words("notes")],
        };
    }

    private static int Rank(InputFields fields)
    {
        if (fields.Optional("areas") is not { } areas)
        {
            return int.MaxValue;
        }

        if (UnitLevel.Find(areas) is { IsArea: true } level)
        {
            return level.Rank;
        }

        fields.Report("unknown-level", fields.Find("areas")!, "areas 写表里最细的一级地区。",
            $"可以写：{string.Join("、", UnitLevel.All.Where(known => known.IsArea).Select(known => $"{known.Id}（{known.Label}）"))}。");
        return int.MaxValue;
    }
}
