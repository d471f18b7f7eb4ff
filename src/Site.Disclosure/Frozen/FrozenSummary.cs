using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads <c>release.yaml</c>, and with it the tables of a release.</summary>
internal static class FrozenSummary
{
    /// <summary>Version of the layout of frozen files.</summary>
    public const string Format = "1";

    private static readonly ImmutableArray<string> ReleaseNames =
        ["format", "title", "as_of", "sample", "reported", "expected", "categories_sha256", "tables", "restates", "changes"];

    private static readonly ImmutableArray<string> ChangeNames = ["earlier", "table", "indicator", "categories", "from", "to"];
    private static readonly ImmutableArray<string> RestatementNames = ["earlier", "table", "indicator"];

    /// <param name="name">Name of the release's folder.</param>
    /// <param name="source">The file.</param>
    /// <param name="texts">All files of the folder by name, with LF.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <returns>The release as far as it can be read; null where nothing can.</returns>
    public static FrozenRelease? Read(string name, SourceFile source, Dictionary<string, string> texts, List<Problem> problems)
    {
        if (InputYaml.Read(source, problems) is not { } node)
        {
            return null;
        }

        var fields = new InputFields(source.Path, "release", node, ReleaseNames, problems);
        if (fields.Required("format") is not Format and not "")
        {
            fields.Report("unknown-format", fields.Find("format")!, "这一期是用另一个版本的程序冻结的。", "换用与它相配的程序版本，或者从版本库取回原来的文件。");
            return null;
        }

        FrozenHash.Check(source.Path, FrozenNames.Categories, fields.Required("categories_sha256"), fields.Where, texts, problems);
        var folder = source.Path[..^FrozenNames.Summary.Length];
        var categories = FrozenCategories.Read(folder + FrozenNames.Categories, texts.GetValueOrDefault(FrozenNames.Categories, ""), problems);
        var tables = fields.List("tables").Select(table => FrozenTables.Read(folder, source.Path, table, categories, texts, problems))
            .OfType<FrozenTable>().ToImmutableArray();
        if (tables.Select(table => table.Safe.Id).Distinct().Count() < tables.Length)
        {
            fields.Report("duplicate-table", fields.Find("tables")!, "同一张表写了两次。", "从版本库取回这个文件。");
        }

        var asOf = Day(fields, "as_of");
        var coverage = (fields.Number("reported"), fields.Number("expected")) is ({ } reported, { } expected) && reported <= expected
            ? new SafeCoverage(reported, expected) : null;
        var safe = new SafeRelease
        {
            Name = name,
            Title = fields.Required("title"),
            AsOf = asOf,
            IsSample = fields.Flag("sample"),
            Coverage = coverage,
            Tables = [.. tables.Select(table => table.Safe)],
            Changes = [.. fields.List("changes").Select(change => Change(source.Path, change, problems))],
        };
        return new(safe, tables, [.. fields.List("restates").Select(item => Restated(source.Path, item, problems))], fields.Where);
    }

    /// <returns>The day of a field; the first of all days, and a problem, where it is none.</returns>
    public static DateOnly Day(InputFields fields, string name)
    {
        var text = fields.Required(name);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
        {
            fields.Report("wrong-type", fields.Find(name)!, $"字段 “{name}” 应当是一个日期。", "写成 2026-06-28 这样。");
        }

        return day;
    }

    private static Restatement Restated(string path, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "release", node, RestatementNames, problems);
        return new(fields.Required("earlier"), fields.Required("table"), fields.Required("indicator"));
    }

    private static SafeChange Change(string path, InputNode node, List<Problem> problems)
    {
        var fields = new InputFields(path, "release", node, ChangeNames, problems);
        return new(fields.Required("earlier"), fields.Required("table"), fields.Required("indicator"), fields.Words("categories"),
            Cell("from"), Cell("to"));

        Cell Cell(string name)
        {
            if (FrozenCells.Parse(fields.Required(name)) is { } cell)
            {
                return cell;
            }

            fields.Report("wrong-type", node, $"字段 “{name}” 应当是一个数、“*”或“—”。", "从版本库取回这个文件。");
            return FrozenCells.WithheldCell;
        }
    }
}
