using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Yaml;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Units;

namespace Site.Statistics.Requests;

/// <summary>A table of quiz attempts that <c>input/tables.yaml</c> asks for.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Title">In simplified Chinese.</param>
/// <param name="Dimensions">Some of <see cref="SafeDimensions.OfAttempts"/>, each once, one or more, in the order of the table.</param>
/// <param name="Location">Where it is asked for.</param>
internal sealed record AttemptRequest(string Id, string Title, ImmutableArray<string> Dimensions, Location Location)
{
    /// <summary>Id of the only indicator of such a table.</summary>
    public const string IndicatorId = "attempts";

    /// <summary>Finest rank of areas shown; see <see cref="UnitLevel.Rank"/>.</summary>
    public int FinestRank { get; init; } = int.MaxValue;

    /// <summary>Notes for readers.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}

/// <summary>Reads from <c>input/tables.yaml</c> the table of quiz attempts: the one whose dimensions are a quiz, an age band or a score band.</summary>
internal static class AttemptRequestReader
{
    private static readonly ImmutableArray<string> Names = ["id", "title", "dimensions", "areas", "notes", "scope", "indicators", "measure"];

    /// <returns>Whether an item of the list of tables is one of attempts.</returns>
    public static bool IsOne(YamlNode item) => item is YamlNode.Mapping fields
        && fields.Find("dimensions") is YamlNode.Sequence dimensions
        && SafeDimensions.AreOfAttempts(dimensions.Items.OfType<YamlNode.Scalar>().Select(word => word.Value));

    /// <returns>The table, or null where none is asked for or it cannot be made.</returns>
    /// <param name="file">What the file says.</param>
    public static Result<AttemptRequest?> Read(Result<YamlNode?> file)
    {
        if (file.Value is not { } node)
        {
            return new(null, file.Diagnostics);
        }

        var diagnostics = file.Diagnostics.ToList();

        var list = node is YamlNode.Mapping root ? root.Find("tables") ?? node : node;
        var items = list is YamlNode.Sequence found ? found.Items.Where(IsOne).ToArray() : [];
        var tables = items.Select(item => Table(item, diagnostics)).ToArray();
        foreach (var second in items.Skip(1))
        {
            diagnostics.Add(Diagnostic.Error("attempts/second-table", new(TableRequests.Path, second.Line, second.Column), "答题记录只能有一张表：两种分法合在一起会让人推算出隐去的数。",
                "请把要的维度写进同一张表的 dimensions。"));
        }

        return new(diagnostics.Count > 0 ? null : tables.FirstOrDefault(), [.. diagnostics]);
    }

    private static AttemptRequest Table(YamlNode item, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(TableRequests.Path, "tables", item, Names, diagnostics);
        var id = fields.Required("id");
        if (id.Length > 0 && !ReleaseNames.IsTableName(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "表的 id 会写进网址，只能用小写字母、数字和单个连字符。", "写成 quiz-attempts 这样。");
        }

        foreach (var other in fields.List("indicators").Where(other => other is not YamlNode.Scalar { Value: AttemptRequest.IndicatorId }))
        {
            fields.Report("unknown-indicator", other, "答题记录的表只有一个指标：答题次数。", "删掉 indicators 一行。");
        }

        if (fields.Optional("measure") is { } word && MeasureNames.Find(word) != Measure.Count)
        {
            fields.Report("measure-too-weak", fields.Find("measure")!, "答题次数太少的不能公布，只按人数的规则来。", "删掉这一行。");
        }

        var dimensions = fields.Texts("dimensions");
        for (var at = 0; at < dimensions.Length; at++)
        {
            if (!SafeDimensions.OfAttempts.Contains(dimensions[at]) || dimensions.IndexOf(dimensions[at]) < at)
            {
                fields.Report("unknown-dimension", fields.List("dimensions")[at], "答题记录不能按它来分，或者写了两次。",
                    $"可以写：{string.Join("、", SafeDimensions.OfAttempts)}，各写一次。");
            }
        }

        return new(id, fields.Required("title"), dimensions, fields.Location)
        {
            FinestRank = Rank(fields),
            Notes = [.. fields.Optional("scope") is { } scope ? [scope] : Array.Empty<string>(), .. fields.Texts("notes")],
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
