using System.Buffers;

namespace Site.Rendering;

/// <summary>Writes <c>build.json</c>: every file of the site but itself, so that anyone can check a copy and compare two builds.</summary>
public static class BuildManifest
{
    /// <summary>Writes <c>{"files": [{"path", "bytes", "sha256"}, …]}</c>, a file a line, by path (ordinal).</summary>
    /// <param name="output">Where to.</param>
    /// <param name="files">Path in the output folder, length in bytes, and the 32 bytes of the SHA-256; in any order.</param>
    public static void Write(IBufferWriter<byte> output, IEnumerable<(string Path, long Length, byte[] Sha256)> files)
    {
        var separator = "\n"u8;
        output.Write("{\"files\": ["u8);
        foreach (var (path, length, sha256) in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            output.Write(separator);
            using (var json = JsonText.LineWriter(output))
            {
                json.WriteStartObject();
                json.WriteString("path"u8, path);
                json.WriteNumber("bytes"u8, length);
                json.WriteString("sha256"u8, Convert.ToHexStringLower(sha256));
                json.WriteEndObject();
            }

            separator = ",\n"u8;
        }

        output.Write("\n]}\n"u8);
    }
}
