using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Site.Cli.Infrastructure;

/// <summary>
/// Keeps pictures from one build to the next, each under the hash of what it was made from, so that it is made once; what no build has used for two months goes.
/// It lies in the user's own cache, not in the site folder, so that a pull request cannot bring a cache with it and have its files published unchecked.
/// </summary>
/// <param name="folder">May be missing.</param>
internal sealed class ContentCache(string folder)
{
    private const int HashLength = 32;

    private const string Pictures = "pictures", Shares = "share";

    /// <summary>How long what no build uses is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Written last, so that a folder without it is not whole.</summary>
    private const string Entry = "entry.json";

    /// <summary>Returns a file that is drawn once for all builds.</summary>
    /// <param name="version">Part of the hash; to be raised when the drawing changes.</param>
    /// <param name="told">Everything that the drawing depends on.</param>
    /// <param name="ending">Of the file's name, with its dot.</param>
    /// <param name="draw">Gives the bytes.</param>
    /// <returns>Path of the file, whose name is 32 hexadecimal digits and the ending.</returns>
    public string Draw(int version, byte[] told, string ending, Func<byte[]> draw)
    {
        var path = Path.Combine(folder, Shares, Hash([.. Encoding.UTF8.GetBytes($"{version} "), .. told]) + ending);
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
    /// <param name="version">Part of the name; to be raised when the making changes.</param>
    /// <param name="source">Bytes of the source file.</param>
    /// <param name="ending">Of the source file's name, with its dot.</param>
    public string FolderOf(int version, byte[] source, string ending) => Path.Combine(folder, Pictures, $"{Hash(source)}-{version}{ending}");

    /// <returns>What was written about a folder, or null where it is not whole.</returns>
    public static JsonObject? Read(string made)
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
    public static void Write(string made, JsonObject description, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        foreach (var (name, bytes) in files)
        {
            WriteWhole(Path.Combine(made, name), bytes);
        }

        WriteWhole(Path.Combine(made, Entry), Encoding.UTF8.GetBytes(description.ToJsonString()));
    }

    /// <summary>Removes what no build has used for two months, and drafts of builds that were killed.</summary>
    public void Prune()
    {
        try
        {
            PruneBefore(DateTime.UtcNow - Kept);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The next build tries again.
        }
    }

    private void PruneBefore(DateTime oldest)
    {
        foreach (var file in Files(Path.Combine(folder, Shares)).Where(file => File.GetLastWriteTimeUtc(file) < oldest))
        {
            File.Delete(file);
        }

        foreach (var made in Folders(Path.Combine(folder, Pictures)).Where(made => LastUse(made) < oldest))
        {
            // First what says that the folder is whole.
            File.Delete(Path.Combine(made, Entry));
            foreach (var file in Files(made))
            {
                File.Delete(file);
            }

            Directory.Delete(made);
        }
    }

    private static DateTime LastUse(string made) =>
        Path.Combine(made, Entry) is var entry && File.Exists(entry) ? File.GetLastWriteTimeUtc(entry) : Directory.GetLastWriteTimeUtc(made);

    private static string[] Files(string folder) => Directory.Exists(folder) ? Directory.GetFiles(folder) : [];

    private static string[] Folders(string folder) => Directory.Exists(folder) ? Directory.GetDirectories(folder) : [];

    /// <summary>Writes a file whole or not at all, and makes its folder where it is missing.</summary>
    private static void WriteWhole(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        WholeFile.Write(path, bytes, replaces: true);
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
