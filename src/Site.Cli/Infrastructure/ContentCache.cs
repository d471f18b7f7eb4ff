using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Cli.Infrastructure;

/// <summary>
/// Keeps what Node.js made from one build to the next, each result under the hash of its input, so that it is made once.
/// It lies in the user's own cache, not in the site folder, so that a pull request cannot bring a cache with it and have its files published unchecked.
/// </summary>
/// <param name="folder">May be missing.</param>
/// <param name="worker">Makes what the cache lacks; started only then.</param>
internal sealed class ContentCache(string folder, NodeWorker worker)
{
    private const int HashLength = 32;

    /// <summary>Returns the file that a job draws.</summary>
    /// <param name="kind">Name of a folder in the cache: <c>charts</c>.</param>
    /// <param name="version">Part of the hash; to be raised when the drawing changes.</param>
    /// <param name="job">Describes everything that is drawn.</param>
    /// <param name="ending">Of the file's name, with its dot.</param>
    /// <param name="subject">What is drawn, in words, should it fail.</param>
    /// <returns>Path of the file, whose name is 32 hexadecimal digits and the ending.</returns>
    /// <exception cref="EnvironmentException">It could not be drawn.</exception>
    public async Task<string> DrawAsync(string kind, int version, JsonObject job, string ending, string subject)
    {
        var path = Path.Combine(folder, kind, Hash(Encoding.UTF8.GetBytes(version + job.ToJsonString())) + ending);
        if (!File.Exists(path))
        {
            job["output"] = path;
            var reply = await worker.RunAsync(job);
            if (reply.TryGetProperty("error", out var error))
            {
                throw new EnvironmentException($"{subject}失败：{error.GetProperty("code").GetString()}。");
            }
        }

        return path;
    }

    /// <summary>Returns the folder of files that a job makes of one source file, and the job's reply.</summary>
    /// <param name="kind">Name of a folder in the cache: <c>pictures</c>.</param>
    /// <param name="version">Part of the name; to be raised when the making changes.</param>
    /// <param name="source">Bytes of the source file.</param>
    /// <param name="job">Says what to make; the source's own path does not count.</param>
    /// <param name="ending">Of the source file's name, with its dot.</param>
    /// <returns>The folder, and the reply, which is kept only where it tells of no error.</returns>
    public async Task<(string Folder, JsonElement Reply)> MakeAsync(string kind, int version, byte[] source, JsonObject job, string ending)
    {
        var made = Path.Combine(folder, kind, $"{Hash(source)}-{version}{ending}");
        var kept = Path.Combine(made, "reply.json");
        if (File.Exists(kept))
        {
            using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(kept));
            return (made, json.RootElement.Clone());
        }

        job["output"] = made;
        var reply = await worker.RunAsync(job);
        if (!reply.TryGetProperty("error", out _))
        {
            var fresh = $"{kept}.{Path.GetRandomFileName()}";
            await File.WriteAllTextAsync(fresh, reply.GetRawText());
            File.Move(fresh, kept, overwrite: true);
        }

        return (made, reply);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
}
