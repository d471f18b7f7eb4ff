using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Core.Yaml;
using Site.Statistics.Published;

namespace Site.Statistics.Snapshots;

/// <summary>Reads all snapshots in <c>input/releases/</c>.</summary>
internal static class SnapshotReader
{
    private const long LargestFile = 64 * 1024 * 1024;

    /// <param name="files">Files of <c>input/</c>, in any order.</param>
    /// <returns>
    /// The releases that can be read, oldest first, and what is wrong with any: <c>release/merge-conflict</c>, <c>release/edited</c>,
    /// <c>release/wrong-name</c>, <c>release/stray-file</c>, <c>release/wrong-row</c> and the codes of unreadable files.
    /// </returns>
    public static Result<ImmutableArray<Snapshot>> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var releases = new List<Snapshot>();
        var published = files.Where(file => file.Path.StartsWith(ReleaseNames.Folder, StringComparison.Ordinal));
        foreach (var folder in published.GroupBy(Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            if (folder.Key.Length == 0)
            {
                diagnostics.AddRange(folder.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal)).Select(Stray));
            }
            else if (ReadFolder(folder.Key, [.. folder], diagnostics) is { } release)
            {
                releases.Add(release);
            }
        }

        return new([.. releases.OrderBy(release => release.Safe.AsOf).ThenBy(release => release.Safe.Name, StringComparer.Ordinal)], [.. diagnostics]);
    }

    /// <returns>The folder right below <c>input/releases/</c> in which a file lies; empty where it lies in none.</returns>
    private static string Folder(SourceFile file)
    {
        var rest = file.Path[ReleaseNames.Folder.Length..];
        return rest.Contains('/') ? rest[..rest.IndexOf('/')] : "";
    }

    private static Snapshot? ReadFolder(string name, ImmutableArray<SourceFile> files, List<Diagnostic> diagnostics)
    {
        var folder = $"{ReleaseNames.Folder}{name}/";
        if (!ReleaseNames.IsReleaseName(name))
        {
            diagnostics.Add(Diagnostic.Error("release/wrong-name", new(folder + ReleaseNames.Summary), $"一期数据的文件夹不能叫 {Quoted.Id(name)}。",
                "名字用小写字母、数字和单个连字符，例如 2026-06-28。"));
            return null;
        }

        var texts = new Dictionary<string, string>();
        var before = diagnostics.Count;
        foreach (var file in files)
        {
            if (InputText.Read(file, LargestFile, diagnostics) is { } text)
            {
                texts[file.Path[folder.Length..]] = text.ReplaceLineEndings("\n");
            }
        }

        foreach (var (file, text) in texts)
        {
            if (MergeMarkers.Find(folder + file, text, "release") is { } conflict)
            {
                diagnostics.Add(conflict);
            }
        }

        if (diagnostics.Count > before)
        {
            return null;
        }

        if (!texts.TryGetValue(ReleaseNames.Summary, out var summary))
        {
            diagnostics.Add(Diagnostic.Error("release/no-summary", new(folder + ReleaseNames.Summary), $"这一期缺少 {ReleaseNames.Summary}。",
                "从版本库取回这个文件；不要这一期就删掉整个文件夹。"));
            return null;
        }

        var source = files.First(file => file.Path == folder + ReleaseNames.Summary);
        var release = SnapshotSummary.Read(name, source, texts, diagnostics);
        if (release is null || diagnostics.Skip(before).Any(diagnostic => diagnostic.Code != "release/edited"))
        {
            return null;
        }

        diagnostics.AddRange(files.Where(file => file.Path[folder.Length..] is not (ReleaseNames.Summary or ReleaseNames.Categories)
            && release.Tables.All(table => table.Location.Path != file.Path)).Select(Stray));
        return release;
    }

    private static Diagnostic Stray(SourceFile file) => Diagnostic.Error("release/stray-file", new(file.Path),
        "这个文件不属于任何一期冻结的数据。", "把它移出 input/releases/；一期里的文件都由 site stats release 写出，不手工添加。");
}

/// <summary>Reads <c>release.yaml</c>, and with it the tables of a release.</summary>
internal static class SnapshotSummary
{
    /// <summary>Version of the layout of the files of a snapshot.</summary>
    public const string Format = "1";

    private static readonly ImmutableArray<string> ReleaseFields =
        ["format", "title", "as_of", "sample", "reported", "expected", "reported_for", "categories_sha256", "tables", "restates", "changes"];

    private static readonly ImmutableArray<string> ChangeNames = ["earlier", "table", "indicator", "categories", "from", "to"];
    private static readonly ImmutableArray<string> RestatementNames = ["earlier", "table", "indicator"];

    /// <param name="name">Name of the release's folder.</param>
    /// <param name="source">The file.</param>
    /// <param name="texts">All files of the folder by name, with LF.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The release as far as it can be read; null where nothing can.</returns>
    public static Snapshot? Read(string name, SourceFile source, Dictionary<string, string> texts, List<Diagnostic> diagnostics)
    {
        if (YamlReader.ReadInput(source, diagnostics) is not { } node)
        {
            return null;
        }

        var fields = new InputFields(source.Path, "release", node, ReleaseFields, diagnostics);
        if (fields.Required("format") is not Format and not "")
        {
            fields.Report("unknown-format", fields.Find("format")!, "这一期是用另一个版本的程序冻结的。", "换用与它相配的程序版本，或者从版本库取回原来的文件。");
            return null;
        }

        SnapshotHash.Check(source.Path, ReleaseNames.Categories, fields.Required("categories_sha256"), fields.Location, texts, diagnostics);
        var folder = source.Path[..^ReleaseNames.Summary.Length];
        var categories = SnapshotCategories.Read(folder + ReleaseNames.Categories, texts.GetValueOrDefault(ReleaseNames.Categories, ""), diagnostics);
        var tables = fields.List("tables").Select(table => SnapshotTables.Read(folder, source.Path, table, categories, texts, diagnostics))
            .OfType<SnapshotTable>().ToImmutableArray();
        if (tables.Select(table => table.Safe.Id).Distinct().Count() < tables.Length)
        {
            fields.Report("duplicate-table", fields.Find("tables")!, "同一张表写了两次。", "从版本库取回这个文件。");
        }

        var asOf = Day(fields, "as_of");
        var coverage = (fields.Integer("reported"), fields.Integer("expected")) is ({ } reported, { } expected) && reported <= expected
            ? new SafeCoverage(reported, expected, fields.Find("reported_for") is null ? null : Day(fields, "reported_for")) : null;
        var safe = new SafeRelease
        {
            Name = name,
            Title = fields.Required("title"),
            AsOf = asOf,
            IsSample = fields.Boolean("sample"),
            Coverage = coverage,
            Tables = [.. tables.Select(table => table.Safe)],
            Changes = [.. fields.List("changes").Select(change => Change(source.Path, change, diagnostics))],
        };
        return new(safe, tables, [.. fields.List("restates").Select(item => Restated(source.Path, item, diagnostics))], fields.Location);
    }

    /// <returns>The day of a field; the first of all days, and a diagnostic, where it is none.</returns>
    public static DateOnly Day(InputFields fields, string name)
    {
        var text = fields.Required(name);
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && text.Length > 0)
        {
            fields.Report("wrong-type", fields.Find(name)!, $"字段 “{name}” 应当是一个日期。", "写成 2026-06-28 这样。");
        }

        return day;
    }

    private static Restatement Restated(string path, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "release", node, RestatementNames, diagnostics);
        return new(fields.Required("earlier"), fields.Required("table"), fields.Required("indicator"));
    }

    private static SafeChange Change(string path, YamlNode node, List<Diagnostic> diagnostics)
    {
        var fields = new InputFields(path, "release", node, ChangeNames, diagnostics);
        return new(fields.Required("earlier"), fields.Required("table"), fields.Required("indicator"), fields.Texts("categories"),
            Cell("from"), Cell("to"));

        Cell Cell(string name)
        {
            if (SnapshotCells.Parse(fields.Required(name)) is { } cell)
            {
                return cell;
            }

            fields.Report("wrong-type", node, $"字段 “{name}” 应当是一个数、“*”、“未报送”或“—”。", "从版本库取回这个文件。");
            return SnapshotCells.Withheld;
        }
    }
}

/// <summary>Tells whether a file of a snapshot is still as it was written.</summary>
internal static class SnapshotHash
{
    /// <returns>SHA-256 of the text in UTF-8 with LF, as lower-case hexadecimal digits: git may write other line ends.</returns>
    public static string Of(string text) => Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reports <c>release/edited</c> where a file is missing or has another hash than the summary says.</summary>
    /// <param name="summary">Path of <c>release.yaml</c>.</param>
    /// <param name="file">Name of the file beside it.</param>
    public static void Check(string summary, string file, string hash, Location location, Dictionary<string, string> texts, List<Diagnostic> diagnostics)
    {
        var path = summary[..^ReleaseNames.Summary.Length] + file;
        if (!texts.TryGetValue(file, out var text))
        {
            diagnostics.Add(Diagnostic.Error("release/missing-file", location, $"这一期缺少文件 {file}。", "从版本库取回它。"));
        }
        else if (Of(text) != hash)
        {
            diagnostics.Add(Diagnostic.Error("release/edited", new(path), "这个文件冻结之后被改动过，或者合并时混进了别的版本。",
                "从版本库取回冻结时的文件；数有错就更正报送，再用 site stats release 发布新的一期。"));
        }
    }
}
