using System.Text;
using System.Text.Json.Nodes;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>
/// Keeps pictures from one build to the next, each under the hash of what it was made from, so that it is made once; what no build has used for two months goes.
/// It lies in the user's own cache, not in the site folder, and what it gives back bears the seal of this user: what others put there, or what was brought from elsewhere, is made anew.
/// </summary>
internal sealed class ContentCache
{
    private const int HashLength = 32;

    private const string Pictures = "pictures", Shares = "share";

    /// <summary>How long what no build uses is kept.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    /// <summary>Written last, so that a folder without it is not whole.</summary>
    private const string Entry = "entry.json";

    private readonly string folder;
    private readonly CacheSeal seal;

    /// <param name="folder">May be missing.</param>
    /// <param name="seal">By which what was kept is known again.</param>
    public ContentCache(string folder, CacheSeal seal) => (this.folder, this.seal) = (folder, seal);

    /// <returns>The user's own; where no key can be kept, what it keeps is believed in this process alone.</returns>
    public static ContentCache Of(SiteEnvironment environment) => new(environment.CacheFolder, CacheSeal.Open(environment.KeyFolder) ?? CacheSeal.OfProcess());

    /// <returns>A file that is drawn once for all builds: its name, which is 32 hexadecimal digits and the ending, and its bytes, kept or drawn when they are asked for.</returns>
    /// <param name="version">Part of the hash; to be raised when the drawing changes.</param>
    /// <param name="told">Everything that the drawing depends on.</param>
    /// <param name="ending">Of the file's name, with its dot.</param>
    /// <param name="draw">Gives the bytes.</param>
    /// <param name="mayKeep">Whether bytes that were drawn may lie in the cache; null where all may.</param>
    public (string Name, Func<byte[]> Load) Draw(int version, byte[] told, string ending, Func<byte[]> draw, Func<byte[], bool>? mayKeep = null)
    {
        var name = Hash([.. Encoding.UTF8.GetBytes($"{version} "), .. told]) + ending;
        var path = Path.Combine(folder, Shares, name);
        if (File.Exists(path))
        {
            Touch(path);
        }

        return (name, Load);

        byte[] Load()
        {
            if (seal.Read(path) is { } kept)
            {
                return kept.ToArray();
            }

            var bytes = draw();
            if (mayKeep?.Invoke(bytes) != false)
            {
                TryWriteWhole(path, bytes, isSealed: true);
            }

            return bytes;
        }
    }

    /// <returns>The folder in which what is made of one source file is kept; it may be missing.</returns>
    /// <param name="version">Part of the name; to be raised when the making changes.</param>
    /// <param name="source">Bytes of the source file.</param>
    /// <param name="ending">Of the source file's name, with its dot.</param>
    public string FolderOf(int version, byte[] source, string ending) => Path.Combine(folder, Pictures, $"{Hash(source)}-{version}{ending}");

    /// <returns>What was written about a folder, or null where it is not whole, or somebody else wrote it.</returns>
    public JsonObject? Read(string made)
    {
        var entry = Path.Combine(made, Entry);
        if (seal.Read(entry) is not { } bytes)
        {
            return null;
        }

        Touch(entry);
        return JsonNode.Parse(bytes.Span) as JsonObject;
    }

    /// <returns>A file of a folder; null where it is missing or has other bytes than were written.</returns>
    /// <param name="hash">As <see cref="HashOf"/> gives it, of the bytes that were written.</param>
    public static byte[]? Load(string made, string name, string hash)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(made, name)) is var bytes && HashOf(bytes) == hash ? bytes : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>The SHA-256 hash of a file, in hexadecimal digits; who describes a folder says it of each of its files.</returns>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(Sha256.HashData(bytes));

    /// <summary>Writes the files of a folder, and last what is to be known about them. Where the disk does not take them they are made again.</summary>
    public void Write(string made, JsonObject description, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        if (files.All(file => TryWriteWhole(Path.Combine(made, file.Name), file.Bytes, isSealed: false)))
        {
            TryWriteWhole(Path.Combine(made, Entry), Encoding.UTF8.GetBytes(description.ToJsonString()), isSealed: true);
        }
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
    /// <returns>Whether it is there: the disk may be full, and the folder somebody else's.</returns>
    private bool TryWriteWhole(string path, byte[] bytes, bool isSealed)
    {
        try
        {
            PrivateFolder.Make(Path.GetDirectoryName(path)!);
            if (isSealed)
            {
                seal.Write(path, [bytes]);
            }
            else
            {
                WholeFile.Write(path, bytes, replaces: true);
            }

            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Notes the day of the last use, once a day, where the file is ours.</summary>
    private static void Touch(string path)
    {
        try
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > TimeSpan.FromDays(1))
            {
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It goes with what is not used, and is made again.
        }
    }

    private static string Hash(byte[] bytes) => HashOf(bytes)[..HashLength];
}
