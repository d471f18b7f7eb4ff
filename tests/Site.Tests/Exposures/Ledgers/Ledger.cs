using System.Collections.Immutable;
using System.Text;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Ledgers;
using Site.Exposures.Released;

namespace Site.Tests;

/// <summary>Writes ledgers of exposure entries, each row with only what the fact needs; the rest is a usual entry about a made-up firm.</summary>
internal static class Ledger
{
    public const string Columns =
        "id,published,kind,enterprise,credit_code,area,sector,place,hazard,legal_basis,decision,deadline,status,status_on,source,reporter,contact,note";

    public const string Units =
        """
        id,name,parent,level,sector
        city,示例市,,city,
        jia,示例甲区,city,district,
        yi,示例乙区,city,district,
        jia-01,示例一街道,jia,street,
        office,示例市消防办,city,office,fire
        """;

    private const string Law =
        """
        -- content/laws/work-safety-law.md --
        ---
        title: 安全生产法
        id: 安全生产法
        name: 中华人民共和国安全生产法
        version: 2021-06-10
        articles: 119
        ---
        说明。
        """;

    private static readonly ImmutableArray<string> Names = [.. Columns.Split(',')];

    private static readonly ImmutableDictionary<string, string> Usual = new Dictionary<string, string>
    {
        ["id"] = "A-1",
        ["published"] = "2026-06-01",
        ["kind"] = "hazard",
        ["enterprise"] = "示例仓储有限公司",
        ["area"] = "示例甲区",
        ["sector"] = "fire",
        ["hazard"] = "安全出口上了锁。",
        ["legal_basis"] = "《安全生产法》第四十一条",
        ["decision"] = "责令改正（示消限字〔2026〕第23号）。",
        ["deadline"] = "2026-06-20",
        ["status"] = "open",
        ["status_on"] = "2026-06-01",
        ["source"] = "执法检查",
    }.ToImmutableDictionary();

    /// <returns>A site with one law, 119 articles long.</returns>
    public static Website Website(string asOf = "2026-06-10") => SampleSite.Read(Law, asOf);

    /// <returns>A row: the usual one but for these cells, each <c>column=text</c>.</returns>
    public static string Row(params string[] cells)
    {
        var row = Usual.SetItems(cells.Select(cell => KeyValuePair.Create(cell[..cell.IndexOf('=')], cell[(cell.IndexOf('=') + 1)..])));
        return string.Join(',', Names.Select(name => Quoted(row.GetValueOrDefault(name, ""))));
    }

    /// <returns>What comes of rows below the usual head in <c>input/exposures/a.csv</c>, with the usual units.</returns>
    public static Result<PublicInput> Read(params string[] rows) => ReadOn("2026-06-10", rows);

    /// <returns>The same on another day.</returns>
    public static Result<PublicInput> ReadOn(string asOf, params string[] rows) =>
        ReadFiles(asOf, File("input/exposures/a.csv", string.Join("\r\n", rows.Prepend(Columns)) + "\r\n"));

    /// <returns>What comes of these files beside the usual units.</returns>
    public static Result<PublicInput> ReadFiles(string asOf, params SourceFile[] files) =>
        PublicInputReader.Read(new(files.Any(file => file.Path == "input/units.csv") ? [.. files] : [File("input/units.csv", Units), .. files]), InputGround.Of(Website(asOf)));

    /// <returns>The only entry of a ledger with one row, on the lists or past them.</returns>
    public static SafeExposure Entry(params string[] cells)
    {
        var read = Read(Row(cells));
        Assert.DoesNotContain(read.Diagnostics, diagnostic => diagnostic.Severity == Severity.Error);
        return read.Value.Exposures.Concat(read.Value.PastExposures).Single();
    }

    /// <returns>Place and code of each problem of a ledger with one row: <c>2:1 exposure/wrong-id</c>.</returns>
    public static string[] Diagnostics(params string[] cells) => Short(Read(Row(cells)));

    /// <returns>Place and code of each problem.</returns>
    public static string[] Short(Result<PublicInput> read) =>
        [.. read.Diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Code}")];

    public static SourceFile File(string path, string text) => SampleSite.File(path, Encoding.UTF8.GetBytes(text));

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
