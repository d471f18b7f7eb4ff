using System.Buffers;
using System.Text.Json.Serialization;
using Site.Core.Json;

namespace Site.Rendering.Output;

/// <summary>Writes <c>build.json</c>: every file of the site but itself, so that anyone can check a copy and compare two builds.</summary>
public static class BuildManifest
{
    /// <summary>Writes <c>{"files": [{"path", "bytes", "sha256"}, …]}</c>, a file a line, by path (ordinal).</summary>
    /// <param name="output">Where to.</param>
    /// <param name="files">In any order.</param>
    public static void Write(IBufferWriter<byte> output, IReadOnlyCollection<WrittenFile> files)
    {
        var separator = "\n"u8;
        output.Write("{\"files\": ["u8);
        var sorted = files.ToArray();
        Array.Sort(sorted, (a, b) => string.CompareOrdinal(a.Path, b.Path));
        foreach (var (path, length, sha256) in sorted)
        {
            output.Write(separator);
            JsonText.WriteLine(output, new ManifestEntry(path, length, Convert.ToHexStringLower(sha256)), ManifestContext.Default.ManifestEntry);
            separator = ",\n"u8;
        }

        output.Write("\n]}\n"u8);
    }
}

/// <summary>A finished file of the site.</summary>
/// <param name="Path">Path in the output folder, with forward slashes.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Sha256">The 32 bytes of its hash.</param>
public sealed record WrittenFile(string Path, long Length, byte[] Sha256);

internal sealed record ManifestEntry(string Path, long Bytes, string Sha256);

[JsonSerializable(typeof(ManifestEntry))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Serialization, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class ManifestContext : JsonSerializerContext;
