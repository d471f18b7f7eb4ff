using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Site.Cli.Infrastructure;
using Site.Cli.Publishing;

namespace Site.Cli.Diff;

/// <summary>A finished site, as a build wrote it.</summary>
/// <param name="Files">The SHA-256 of each file, by path (ordinal).</param>
/// <param name="Load">Gives a file's bytes by its path.</param>
internal sealed record PublishedSite(ImmutableSortedDictionary<string, string> Files, Func<string, byte[]> Load)
{
    /// <returns>A file as text; bytes that are not UTF-8 become U+FFFD.</returns>
    public string Text(string path) => Encoding.UTF8.GetString(Load(path));
}

/// <summary>Opens a folder that a build made, without trusting its content.</summary>
internal static class PublishedFolder
{
    private const long LargestManifest = 256L * 1024 * 1024;
    private const long LargestFile = 64L * 1024 * 1024;
    private const int LargestDepth = 8;

    /// <param name="folder">Absolute.</param>
    /// <exception cref="EnvironmentException">There is no such folder, no build made it, or its list of files leads out of it.</exception>
    public static PublishedSite Open(string folder)
    {
        var list = new FileInfo(Path.Combine(folder, FolderSwap.Marker));
        if (!Directory.Exists(folder) || !list.Exists || list.LinkTarget is not null || list.Length > LargestManifest)
        {
            throw new EnvironmentException(Directory.Exists(folder) ? $"{folder} 不是本程序生成的网站：没有可用的 {FolderSwap.Marker}。" : $"找不到文件夹 {folder}。");
        }

        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(list.FullName), new() { MaxDepth = LargestDepth });
            return new(
                manifest.RootElement.GetProperty("files").EnumerateArray().ToImmutableSortedDictionary(
                    file => Inside(folder, file.GetProperty("path").GetString()), file => file.GetProperty("sha256").GetString() ?? "", StringComparer.Ordinal),
                path => Load(folder, path));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new EnvironmentException($"{folder} 不是本程序生成的网站：{FolderSwap.Marker} 读不懂。");
        }
    }

    /// <returns>The path, after checking that it does not leave the folder.</returns>
    private static string Inside(string folder, string? path) =>
        !string.IsNullOrEmpty(path) && path.Length < 4096 && !path.Contains('\\') && !path.Contains('\0') && !Path.IsPathRooted(path)
        && path.Split('/').All(name => name.Length > 0 && name is not ("." or ".."))
            ? path
            : throw new EnvironmentException($"{folder} 不是本程序生成的网站：{FolderSwap.Marker} 里有文件夹以外的路径。");

    /// <exception cref="EnvironmentException">The file is missing, too large, or a symbolic link, or a folder on the way is one.</exception>
    private static byte[] Load(string folder, string path)
    {
        var full = folder;
        foreach (var name in path.Split('/'))
        {
            full = Path.Combine(full, name);
            if (new FileInfo(full).LinkTarget is not null)
            {
                throw new EnvironmentException($"{folder} 里有符号链接，没有读取。");
            }
        }

        var file = new FileInfo(full);
        return !file.Exists ? throw new EnvironmentException($"{folder} 不完整：少了 {FolderSwap.Marker} 列出的文件。")
            : file.Length > LargestFile ? throw new EnvironmentException($"{folder} 里有超过 {LargestFile / (1024 * 1024)} MB 的网页或数据，没有读取。")
            : File.ReadAllBytes(full);
    }
}
