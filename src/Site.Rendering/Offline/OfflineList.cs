using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using Site.Content.Settings;
using Site.Core.Json;
using Site.Core.Sources;

namespace Site.Rendering.Offline;

/// <summary>
/// Lists what devices keep, so that their service worker fetches what changed and nothing else: <c>offline.json</c>. It needs the finished bytes, as <c>build.json</c> does.
/// </summary>
public static class OfflineList
{
    public const string Path = "offline.json";

    /// <summary>The most files that a device keeps unasked.</summary>
    internal const int MostFiles = 1_000;

    /// <summary>The most bytes, uncompressed.</summary>
    internal const long MostBytes = 12_000_000;

    private const int HashLength = 16;

    private const string PageFile = "index.html";

    /// <summary>
    /// Writes <c>{"version", "bytes", "left", "files": [{"address", "bytes", "hash"}, …]}</c>, a file a line, by rank. Addresses are encoded and hold from the folder of the list on; <c>left</c>
    /// counts the files that are left out because they, or one before them, are more than a device keeps unasked.
    /// </summary>
    /// <param name="files">With their ranks, in any order.</param>
    /// <returns>Whether there is anything to list; otherwise nothing is written.</returns>
    public static bool Write(IBufferWriter<byte> output, IReadOnlyCollection<RankedFile> files)
    {
        var all = files.OrderBy(file => file.Rank).ToList();
        var bytes = 0L;
        var kept = all.TakeWhile((file, at) => at < MostFiles && (bytes += file.Length) <= MostBytes).ToList();
        if (kept.Count == 0)
        {
            return false;
        }

        var entries = kept.Select(file => new OfflineEntry(AddressOf(file.Path), file.Length, file.Hash.ToString()[..HashLength])).ToList();
        var version = Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', entries.Select(entry => $"{entry.Address} {entry.Hash}")))).ToString()[..HashLength];
        output.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"{{\"version\": \"{version}\", \"bytes\": {entries.Sum(entry => entry.Bytes)}, \"left\": {all.Count - kept.Count}, \"files\": [")));
        var separator = "\n"u8;
        foreach (var entry in entries)
        {
            output.Write(separator);
            JsonText.WriteLine(output, entry, OfflineContext.Default.OfflineEntry);
            separator = ",\n"u8;
        }

        output.Write("\n]}\n"u8);
        return true;
    }

    private static string AddressOf(string path)
    {
        var page = path.EndsWith("/" + PageFile, StringComparison.Ordinal) || path == PageFile ? path[..^PageFile.Length] : path;
        return SiteAddress.Join("/", "/" + page)[1..];
    }
}

/// <summary>A finished file that devices keep.</summary>
/// <param name="Path">Path in the output folder, with forward slashes, decoded.</param>
/// <param name="Rank">0 or more, the most needed first.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Hash">SHA-256 of them.</param>
public sealed record RankedFile(string Path, int Rank, long Length, Digest Hash);

internal sealed record OfflineEntry(string Address, long Bytes, string Hash);

[JsonSerializable(typeof(OfflineEntry))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class OfflineContext : JsonSerializerContext;
