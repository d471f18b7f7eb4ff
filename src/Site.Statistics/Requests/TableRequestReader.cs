using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;
using Site.Statistics.Forms;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Units;

namespace Site.Statistics.Requests;

/// <summary>Reads <c>input/tables.yaml</c>: a list of tables, at the root or under <c>tables:</c>.</summary>
internal static class TableRequestReader
{
    private static readonly ImmutableArray<string> RootNames = ["tables", "sample"];

    private static readonly ImmutableArray<string> Names =
        ["id", "title", "indicators", "dimensions", "measure", "areas", "notes", "scope"];

    /// <returns>What the file says; null where it is missing or cannot be read.</returns>
    /// <param name="files">Files of <c>input/</c>.</param>
    public static Result<YamlNode?> Open(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var node = files.FirstOrDefault(file => file.Path == TableRequests.Path) is { } file ? YamlReader.ReadInput(file, diagnostics) : null;
        return new(node, [.. diagnostics]);
    }

    /// <param name="file">What the file says.</param>
    /// <returns>The tables that can be made; codes of subject <c>tables</c> say at its place what is wrong with the others.</returns>
    public static Result<TableRequests> Read(Result<YamlNode?> file, FormRegistry forms, InputPolicy policy)
    {
        if (file.Value is not { } node)
        {
            return new(TableRequests.None, file.Diagnostics);
        }

        var diagnostics = file.Diagnostics.ToList();

        var (list, isSample) = (ImmutableArray<YamlNode>.Empty, false);
        if (node is YamlNode.Sequence items)
        {
            list = items.Items;
        }
        else
        {
            var root = new InputFields(TableRequests.Path, "tables", node, RootNames, diagnostics);
            (list, isSample) = (root.List("tables"), root.Boolean("sample"));
        }

        var tables = new List<TableRequest>();
        foreach (var item in list)
        {
            // Tables of quiz attempts stand in the same file and are read apart.
            if (AttemptRequestReader.IsOne(item) || Table(item, forms, policy, diagnostics) is not { } table)
            {
                continue;
            }

            if (tables.Find(other => other.Id == table.Id) is { } other)
            {
                diagnostics.Add(Diagnostic.Error("tables/duplicate-id", table.Location, $"表 “{table.Id}” 在第 {other.Location.Line} 行已经有了。", "换一个 id。"));
                continue;
            }

            tables.Add(table);
        }

        return new(new([.. tables], isSample), [.. diagnostics]);
    }

    private static TableRequest? Table(YamlNode node, FormRegistry forms, InputPolicy policy, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        var fields = new InputFields(TableRequests.Path, "tables", node, Names, diagnostics);
        var id = fields.Required("id");
        if (id.Length > 0 && !ReleaseNames.IsTableName(id))
        {
            fields.Report("wrong-id", fields.Find("id")!, "表的 id 会写进网址，只能用小写字母、数字和单个连字符。", "写成 sessions-by-street 这样。");
        }

        var dimensions = Dimensions(fields);
        var indicators = TableIndicators.Read(fields, forms, policy, IsWholeCity(fields, dimensions), dimensions);
        var table = new TableRequest(
            id, fields.Required("title"), indicators, TableIndicators.Measure(fields, indicators), Rank(fields, dimensions),
            dimensions.Contains(SafeDimensions.Sector), dimensions.Contains(SafeDimensions.Week), [.. Notes(fields)], fields.Location);
        var isWhole = indicators.Length == fields.List("indicators").Length || !forms.IsIncomplete;
        return !isWhole || diagnostics.Skip(before).Any(diagnostic => diagnostic.Severity == Severity.Error) ? null : table;
    }

    private static ImmutableArray<string> Dimensions(InputFields fields)
    {
        if (fields.Find("dimensions") is null)
        {
            fields.Required("dimensions");
        }

        var words = fields.Texts("dimensions").Select(word => word switch { "地区" => "area", "行业" => "sector", "周" => "week", _ => word }).ToImmutableArray();
        foreach (var (word, at) in words.Select((word, at) => (word, at)))
        {
            if (!SafeDimensions.OfReturns.Contains(word) || words.IndexOf(word) < at)
            {
                fields.Report("unknown-dimension", fields.List("dimensions")[at], "这不是一个可用的维度，或者写了两次。",
                    $"可以写：{string.Join("、", SafeDimensions.OfReturns)}，各写一次；只要全市合计就写 []。");
            }
        }

        return words;
    }

    private static bool IsWholeCity(InputFields fields, ImmutableArray<string> dimensions) =>
        !dimensions.Contains(SafeDimensions.Area) || fields.Optional("areas") is { } areas && UnitLevel.Find(areas)?.Rank <= UnitLevel.Find("city")!.Rank;

    private static int? Rank(InputFields fields, ImmutableArray<string> dimensions)
    {
        if (fields.Optional("areas") is not { } areas)
        {
            return dimensions.Contains(SafeDimensions.Area) ? int.MaxValue : null;
        }

        if (UnitLevel.Find(areas) is { IsArea: true } level && dimensions.Contains(SafeDimensions.Area))
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

        foreach (var note in fields.Texts("notes"))
        {
            yield return note;
        }
    }
}

/// <summary>Reads which indicators a table shows, and turns away those that may not be shown so.</summary>
internal static class TableIndicators
{
    /// <param name="isWholeCity">Whether the table shows no area but the whole.</param>
    public static ImmutableArray<Indicator> Read(
        InputFields fields, FormRegistry forms, InputPolicy policy, bool isWholeCity, ImmutableArray<string> dimensions)
    {
        if (fields.Find("indicators") is null)
        {
            fields.Required("indicators");
        }

        var found = ImmutableArray.CreateBuilder<Indicator>();
        foreach (var item in fields.List("indicators").OfType<YamlNode.Scalar>())
        {
            if (forms.FindIndicator(item.Value) is not { } indicator)
            {
                if (forms.IsIncomplete)
                {
                    continue;
                }

                fields.Report("unknown-indicator", item, $"指标 {Quoted.Id(item.Value)} 在 input/forms/ 的表格里没有。", "照抄表格里指标的 id，例如 bt2024-month.consult.events。");
            }
            else if (Refusal(indicator, policy, isWholeCity, dimensions) is { } refusal)
            {
                fields.Report(refusal.Code, item, refusal.Message, refusal.Help);
            }
            else if (found.Any(other => other.Id == indicator.Id))
            {
                fields.Report("duplicate-indicator", item, $"指标 “{indicator.Id}” 写了两次。", "只留下一个。");
            }
            else if (!isWholeCity && indicator.FinestLevel != "unit")
            {
                // The catalogue shows it for the city alone; the rules of protection hold for areas too, so the office may decide.
                fields.Warn("finer-than-usual", item, $"{indicator.Quoted}通常只公布全市的数。", "不需要分地区的，写 areas: city；要分地区，太少的数会按规则隐去。");
                found.Add(indicator);
            }
            else
            {
                found.Add(indicator);
            }
        }

        return found.DrainToImmutable();
    }

    /// <returns>The measure that is asked for, or null where none is; <c>tables/measure-too-weak</c> where the class of an indicator forbids it.</returns>
    public static Measure? Measure(InputFields fields, ImmutableArray<Indicator> indicators)
    {
        if (fields.Optional("measure") is not { } word)
        {
            return null;
        }

        if (MeasureNames.Find(word) is not { } measure)
        {
            fields.Report("unknown-measure", fields.Find("measure")!, "measure 只能写三种规则之一。",
                "open：如实公布（场次等）；count：人数，太少的不公布；sum：各单位相加的人次，单位太少或一家独大的不公布。不写就按指标的通常规则。");
            return null;
        }

        if (indicators.FirstOrDefault(indicator => MeasureNames.Of(indicator, measure) is null) is { } stricter)
        {
            fields.Report("measure-too-weak", fields.Find("measure")!, stricter.Publication == PublicationClass.Public
                ? $"{stricter.Quoted}数的是人，不能如实公布。" : $"{stricter.Quoted}太少的数不能公布，不能这样计。",
                stricter.Publication == PublicationClass.Never ? "改成 count，或者删掉这一行。" : "改成 count 或 sum，或者删掉这一行。");
        }

        return measure;
    }

    private static Refused? Refusal(Indicator indicator, InputPolicy policy, bool isWholeCity, ImmutableArray<string> dimensions)
    {
        if (indicator.Kind != IndicatorKind.Count)
        {
            return new("not-a-count", $"{indicator.Quoted}不是数，不能做成表。", "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Internal)
        {
            return new("not-publishable", $"{indicator.Quoted}只供内部核验，不能公布。", "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Never && (!indicator.MayShowCityTotal || !policy.ReportTotals.Contains(indicator.Id)))
        {
            return new("not-publishable", $"{indicator.Quoted}永不公布。", indicator.MayShowCityTotal
                ? $"删掉这一项；全市合计满 {InputPolicy.LeastReports} 的，可由两人在 policy.yaml 的 reportTotals 里签字后公布。"
                : "删掉这一项。");
        }

        if (indicator.Publication == PublicationClass.Never && !dimensions.IsEmpty)
        {
            return new("finer-than-allowed", $"{indicator.Quoted}只能公布全市、全部活动的合计。", "写 dimensions: []。");
        }

        return null;
    }

    private sealed record Refused(string Code, string Message, string Help);
}
