using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Statistics.Attempts;

namespace Site.Cli.Infrastructure;

/// <summary>Has DuckDB count quiz attempts, through Node.js: ten million rows in one pass, in bounded memory, with a bar in the terminal.</summary>
internal static class AttemptCounting
{
    /// <summary>As DuckDB writes it; what does not fit goes to the private folder.</summary>
    private const string Memory = "1GB";

    /// <returns>The result of the <c>attempts</c> job, for Site.Disclosure alone to read.</returns>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="files">Paths relative to it.</param>
    /// <param name="question">What to count.</param>
    /// <param name="terminal">Shows how much is done.</param>
    /// <param name="worker">Runs the job.</param>
    /// <exception cref="EnvironmentException">Node.js or DuckDB cannot do it.</exception>
    public static async Task<JsonElement> CountAsync(string site, ImmutableArray<string> files, AttemptQuestion question, Terminal terminal, NodeWorker worker)
    {
        // For its owner alone; DuckDB puts there what does not fit into memory.
        var scratch = Directory.CreateTempSubdirectory("site-attempts-");
        try
        {
            var asked = Path.Combine(scratch.FullName, "question.json");
            await File.WriteAllBytesAsync(asked, question.ToJson(files.Select(file => Path.Combine(site, file)), Memory));
            var job = new JsonObject { ["job"] = "attempts", ["question"] = asked, ["scratch"] = scratch.FullName };
            var reply = await terminal.ShowProgressAsync("统计答题记录", told => worker.RunAsync(job, told));
            return reply.TryGetProperty("error", out var error) ? throw Failure(error) : reply.GetProperty("result");
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private static EnvironmentException Failure(JsonElement error) => error.GetProperty("code").GetString() switch
    {
        "out-of-memory" => new($"统计答题记录需要的内存超过 {Memory}：请检查 quiz、area、age_band 三列的内容是不是放错了列。"),
        "file-system" => new("统计答题记录时读写文件失败：请检查 input/attempts/ 的权限和临时文件夹的剩余空间。"),
        _ => new("统计答题记录的程序（DuckDB）没有运行成功：请在 src/node 里运行 npm ci 后再试。"),
    };
}
