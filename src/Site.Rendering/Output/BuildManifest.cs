using System.Buffers;
using System.Text.Json;
using Site.Core.Json;
using Site.Core.Sources;

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
        using var json = JsonText.LineWriter(output);
        Span<byte> hash = stackalloc byte[Digest.Length];
        Span<byte> digits = stackalloc byte[2 * Digest.Length];
        foreach (var (path, length, sha256) in sorted)
        {
            output.Write(separator);
            sha256.CopyTo(hash);
            _ = Convert.TryToHexStringLower(hash, digits, out _);
            json.WriteStartObject();
            json.WriteString(Names.Path, path);
            json.WriteNumber(Names.Bytes, length);
            json.WriteString(Names.Sha256, digits);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            separator = ",\n"u8;
        }

        output.Write("\n]}\n"u8);
    }

    private static class Names
    {
        public static readonly JsonEncodedText Path = JsonEncodedText.Encode("path"), Bytes = JsonEncodedText.Encode("bytes"), Sha256 = JsonEncodedText.Encode("sha256");
    }
}

/// <summary>A finished file of the site.</summary>
/// <param name="Path">Path in the output folder, with forward slashes.</param>
/// <param name="Length">Bytes, 0 or more.</param>
/// <param name="Sha256">Of its bytes.</param>
public sealed record WrittenFile(string Path, long Length, Digest Sha256);
