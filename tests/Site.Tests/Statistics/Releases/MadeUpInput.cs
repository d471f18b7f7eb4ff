using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Published;
using Site.Statistics.Releases;
using Site.Statistics.Snapshots;

namespace Site.Tests;

/// <summary>The files of <c>input/</c> in memory, with a small form: sessions, persons, visits, awards that nobody sees. Snapshots of releases are added as they are written.</summary>
internal sealed class MadeUpInput
{
    private const string Form =
        """
        id: form
        version: "1"
        title: "示例统计表"
        year: 2026
        sections:
          - id: work
            title: "示例"
            indicators:
              - { id: form.work.sessions, label: "宣讲", unit: 场, kind: count, publication: public, finest: unit, threshold: 0, blank: "（  ）", context: "宣讲（  ）场" }
              - { id: form.work.persons, label: "参与", unit: 人次, kind: count, publication: public, finest: unit, threshold: 5, blank: "（  ）", context: "参与（  ）人次" }
              - { id: form.work.leads, label: "线索", unit: 条, kind: count, publication: public-after-disclosure-control, finest: city, threshold: 10, blank: "（  ）", context: "线索（  ）条" }
              - { id: form.work.reports, label: "举报", unit: 条, kind: count, publication: never, finest: none, exception: whole-city-and-year, blank: "（  ）", context: "举报（  ）条" }
              - { id: form.work.checks, label: "暗访", unit: 次, kind: count, publication: internal, finest: none, blank: "（  ）", context: "暗访（  ）次" }
              - { id: form.work.plan, label: "有方案", unit: 是否, kind: boolean, publication: public, finest: unit, context: "有方案" }
        checks:
          - { id: participants-need-sessions, kind: needs, severity: warning, pairs: [[form.work.persons, form.work.sessions]] }

        """;

    private readonly SortedDictionary<string, SourceFile> files = new(StringComparer.Ordinal);

    /// <param name="text">Files, each after a line <c>-- path --</c>.</param>
    public MadeUpInput(string text)
    {
        Put("input/forms/form.yaml", Form);
        foreach (var file in SampleSite.Files(text))
        {
            files[file.Path] = file;
        }
    }

    /// <summary>All files, by path.</summary>
    public ImmutableArray<SourceFile> Files => [.. files.Values];

    public void Put(string path, string text) => files[path] = SampleSite.File(path, text);

    public void Delete(string path) => files.Remove(path);

    public string Read(string path) => System.Text.Encoding.UTF8.GetString(files[path].Load());

    /// <summary>Changes a file of a snapshot and makes its hash fit, as someone would who knows how.</summary>
    public void Forge(string path, string before, string after)
    {
        var text = Read(path);
        Assert.Contains(before, text);
        var summary = path[..(path.LastIndexOf('/') + 1)] + "release.yaml";
        Put(summary, Read(summary).Replace(SnapshotHash.Of(text), SnapshotHash.Of(text.Replace(before, after))));
        Put(path, text.Replace(before, after));
    }

    /// <summary>Makes a release and writes its snapshot, if nothing is wrong.</summary>
    public MadeRelease Release(string day)
    {
        var made = ReleaseMaker.Make(new(Files), day, DateOnly.ParseExact(day, "yyyy-MM-dd"), null);
        foreach (var file in made.Files)
        {
            files[file.Path] = file;
        }

        return made;
    }

    /// <returns>What a build publishes, and what is wrong.</returns>
    public Result<ImmutableArray<SafeRelease>> Build() => ReleasedStatistics.Read(new(Files));

    /// <summary>Takes away what a public copy of the site does not have.</summary>
    public MadeUpInput WithoutReturns()
    {
        var open = new MadeUpInput("");
        foreach (var file in Files.Where(file => !file.Path.StartsWith("input/returns/", StringComparison.Ordinal) && file.Path is not ("input/units.csv" or "input/policy.yaml")))
        {
            open.files[file.Path] = file;
        }

        return open;
    }

    /// <returns>The codes of problems, sorted, with file name and line.</returns>
    public static string Said(ImmutableArray<Diagnostic> diagnostics) =>
        string.Join(", ", diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location.Path.Split('/')[^1]}:{diagnostic.Location.Line}"));

    /// <returns>The same of the errors alone.</returns>
    public static string SaidErrors(ImmutableArray<Diagnostic> diagnostics) => Said([.. diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error)]);

    /// <returns>The cells of a table at its last day, row by row, as they are printed.</returns>
    public static string Print(SafeTable table)
    {
        var width = table.Dimensions[^1].Categories.Length;
        return string.Join('\n', Enumerable.Range(0, table.Cells.Length / width).Select(row =>
            string.Join(' ', table.Cells.Skip(row * width).Take(width).Select(CellText.Plain))));
    }
}
