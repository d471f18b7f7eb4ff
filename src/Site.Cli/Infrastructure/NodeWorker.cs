using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Cli.Infrastructure;

/// <summary>
/// One long-lived Node.js process that answers jobs, JSON lines in and out (src/node/README.md). It starts with the first job, so that
/// a build without pictures, share pictures and search starts none.
/// </summary>
internal sealed class NodeWorker : IDisposable
{
    private readonly ConcurrentDictionary<int, Awaited> waiting = new();
    private readonly Lock starting = new();
    private Process? process;
    private int lastId;

    /// <summary>Sends a job and waits for its reply.</summary>
    /// <param name="job">Its fields without <c>id</c>.</param>
    /// <param name="progress">Hears from any thread how much is done, 0 to 1, where the job tells.</param>
    /// <returns>The reply: an object with <c>result</c> or <c>error</c>.</returns>
    /// <exception cref="EnvironmentException">Node.js cannot be started, its packages are missing, or it died.</exception>
    public async Task<JsonElement> RunAsync(JsonObject job, Action<double>? progress = null)
    {
        var id = Interlocked.Increment(ref lastId);
        var reply = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[id] = new(reply, progress);
        job["id"] = id;
        var line = job.ToJsonString();
        lock (starting)
        {
            process ??= Start();
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }

        return await reply.Task;
    }

    public void Dispose()
    {
        if (process is not null)
        {
            process.StandardInput.Close();
            process.WaitForExit(TimeSpan.FromSeconds(10));
            process.Dispose();
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(NodeFolder.Path, "worker.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        try
        {
            var node = Process.Start(start)!;
            _ = Task.Run(() => ReadReplies(node));
            _ = node.StandardError.ReadToEndAsync();
            return node;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new EnvironmentException("找不到 Node.js（命令 node），处理图片和搜索需要 Node.js 20 或更高版本。");
        }
    }

    private void ReadReplies(Process node)
    {
        while (node.StandardOutput.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.GetProperty("id") is not { ValueKind: JsonValueKind.Number } id)
            {
                continue;
            }

            if (json.RootElement.TryGetProperty("progress", out var done))
            {
                waiting.GetValueOrDefault(id.GetInt32())?.Progress?.Invoke(done.GetDouble());
            }
            else if (waiting.TryRemove(id.GetInt32(), out var awaited))
            {
                awaited.Reply.SetResult(json.RootElement.Clone());
            }
        }

        foreach (var awaited in waiting.Values)
        {
            awaited.Reply.TrySetException(new EnvironmentException("处理图片和搜索的 Node.js 进程意外结束了，请再试一次；若仍然如此，请检查 Node.js 的版本（20 或更高）。"));
        }
    }

    private sealed record Awaited(TaskCompletionSource<JsonElement> Reply, Action<double>? Progress);
}

/// <summary>Where the Node.js jobs lie: beside the program where it was published with them, or else where it was built.</summary>
internal static class NodeFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, "node");
        return Directory.Exists(beside)
            ? beside
            : typeof(NodeFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "NodeFolder").Value!;
    }
}
