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

    /// <summary>Written last, so that a folder without it is not whole.</summary>
    private const string Entry = "entry.json";

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

    /// <summary>Returns a file that is drawn once for all builds.</summary>
    /// <param name="kind">Name of a folder in the cache: <c>share</c>.</param>
    /// <param name="version">Part of the hash; to be raised when the drawing changes.</param>
    /// <param name="told">Everything that the drawing depends on.</param>
    /// <param name="ending">Of the file's name, with its dot.</param>
    /// <param name="draw">Gives the bytes.</param>
    /// <returns>Path of the file, whose name is 32 hexadecimal digits and the ending.</returns>
    public string Draw(string kind, int version, byte[] told, string ending, Func<byte[]> draw)
    {
        var path = Path.Combine(folder, kind, Hash([.. Encoding.UTF8.GetBytes($"{version} "), .. told]) + ending);
        if (File.Exists(path))
        {
            Touch(path);
        }
        else
        {
            WriteWhole(path, draw());
        }

        return path;
    }

    /// <returns>The folder in which what is made of one source file is kept; it may be missing.</returns>
    /// <param name="kind">Name of a folder in the cache: <c>pictures</c>.</param>
    /// <param name="version">Part of the name; to be raised when the making changes.</param>
    /// <param name="source">Bytes of the source file.</param>
    /// <param name="ending">Of the source file's name, with its dot.</param>
    public string FolderOf(string kind, int version, byte[] source, string ending) => Path.Combine(folder, kind, $"{Hash(source)}-{version}{ending}");

    /// <returns>What was written about a folder, or null where it is not whole.</returns>
    public JsonObject? Read(string made)
    {
        var entry = Path.Combine(made, Entry);
        if (!File.Exists(entry))
        {
            return null;
        }

        Touch(entry);
        return JsonNode.Parse(File.ReadAllBytes(entry)) as JsonObject;
    }

    /// <summary>Writes the files of a folder, and last what is to be known about them.</summary>
    public void Write(string made, JsonObject description, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, bytes) in files)
        {
            WriteWhole(Path.Combine(made, name), bytes);
        }

        WriteWhole(Path.Combine(made, Entry), Encoding.UTF8.GetBytes(description.ToJsonString()));
    }

    /// <summary>Writes a file whole or not at all, and makes its folder where it is missing.</summary>
    private static void WriteWhole(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllBytes(draft, bytes);
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Notes the day of the last use, once a day.</summary>
    private static void Touch(string path)
    {
        if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > TimeSpan.FromDays(1))
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
}
