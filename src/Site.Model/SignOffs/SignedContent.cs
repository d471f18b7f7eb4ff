using System.Security.Cryptography;
using System.Text;

namespace Site.Model;

/// <summary>Says in 64 digits what someone signed, so that any later change of it shows.</summary>
public static class SignedContent
{
    private static readonly string[] TextEndings = [".md", ".csv", ".json", ".yaml", ".yml", ".txt", ".svg", ".vtt", ".srt"];

    /// <param name="parts">Every file that belongs to it, by path, with its bytes; null for one that is not there. In any order.</param>
    /// <returns>The SHA-256 of all names and all bytes, in lower-case hexadecimal digits. Line ends of text count as LF, for git may change them.</returns>
    public static string Hash(IEnumerable<KeyValuePair<string, byte[]?>> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (path, bytes) in parts.OrderBy(part => part.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\0"));
            hash.AppendData(bytes is null ? new byte[32] : SHA256.HashData(IsText(path) ? WithLineFeeds(bytes) : bytes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static bool IsText(string path) => TextEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static byte[] WithLineFeeds(byte[] bytes) =>
        bytes.AsSpan().Contains((byte)'\r') ? [.. bytes.Where((b, at) => b != '\r' || at + 1 == bytes.Length || bytes[at + 1] != '\n')] : bytes;
}
