using System.Collections.Concurrent;

namespace Site.Tests;

public class ReadOnceTests
{
    private const string Sample =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        ![示例图](img/a.svg)

        [下载](a.csv)
        -- content/pages/img/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="10" height="10"/></svg>
        -- content/pages/a.csv --
        甲,乙
        -- content/laws/work-safety-law.md --
        ---
        title: 安全生产法
        summary: 示例
        source: 示例
        reviewer: 示例科室
        id: 安全生产法
        name: 中华人民共和国安全生产法
        version: 2021-06-10
        articles: 119
        ---
        说明。
        -- input/policy.yaml --
        signOff:
          pages: [科室审核]
          exposures: [科室审核]
        -- input/canaries.txt --
        李四海
        """;

    [Theory]
    [InlineData("check")]
    [InlineData("build", "--no-search")]
    public async Task Every_file_of_content_and_input_is_read_once_whatever_asks_for_it(params string[] command)
    {
        using var site = Folder();
        var reads = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);

        var run = await SiteProgram.RunAsync(Counting(reads), [.. command, "--site", site.Path, "--as-of", "2026-06-10"]);

        Assert.Equal("0 个错误，0 个警告", run.LastLine);
        Assert.Empty(reads.Where(read => read.Value != 1).Select(read => $"{read.Key}: {read.Value}"));
        Assert.Equal(
            site.Files().Keys.Where(IsSource).Order(StringComparer.Ordinal),
            reads.Keys.Select(path => Path.GetRelativePath(site.Path, path)).Where(IsSource).Order(StringComparer.Ordinal));

        // What a build has published it may look at, to know by what the next one goes.
        static bool IsSource(string path) => !path.StartsWith("output", StringComparison.Ordinal);
    }

    private static SiteFolder Folder()
    {
        var site = new SiteFolder(Sample);
        site.Write("input/units.csv", Ledger.Units);
        site.Write("input/exposures/a.csv", $"{Ledger.Columns}\n{Ledger.Row("source=执法检查", "reporter=")}\n");
        foreach (var path in new[] { "content/pages/about.md", "input/exposures/a.csv" })
        {
            var signed = SiteProgram.RunAsync("sign", path, "--role", "科室审核", "--by", "示例科", "--site", site.Path, "--as-of", "2026-06-01");
            Assert.Equal(0, signed.GetAwaiter().GetResult().ExitCode);
        }

        return site;
    }

    private static Site.Cli.Infrastructure.SiteEnvironment Counting(ConcurrentDictionary<string, int> reads) => SiteProgram.Environment with
    {
        ReadFile = path =>
        {
            reads.AddOrUpdate(path, 1, (_, count) => count + 1);
            return File.ReadAllBytes(path);
        },
    };
}
