using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Model;

namespace Site.Reading;

/// <summary>Takes the pictures out of a bank. A picture is told by its first bytes, never by what it is called.</summary>
/// <param name="name">What file names begin with where the bank's own will not do.</param>
/// <param name="mayLie">Whether a picture of this name and these bytes may lie beside the quiz.</param>
internal sealed partial class BankPictures(string name, Func<string, ReadOnlyMemory<byte>, bool> mayLie)
{
    /// <summary>The largest picture, in bytes.</summary>
    public const int Largest = 8 * 1024 * 1024;

    private readonly Dictionary<string, BankPicture> byHash = new(StringComparer.Ordinal);

    /// <summary>In the order in which they were first shown.</summary>
    public List<BankPicture> All { get; } = [];

    /// <returns>The name under which the picture will lie beside the quiz, or null where the bytes are no picture that a page may show.</returns>
    /// <param name="own">What the bank calls it.</param>
    public string? Add(ReadOnlyMemory<byte> bytes, string own)
    {
        if (bytes.Length > Largest || Ending(bytes.Span) is not { } ending)
        {
            return null;
        }

        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes.Span));
        if (!byHash.TryGetValue(hash, out var picture))
        {
            var isGood = GoodName().IsMatch(own) && own.EndsWith(ending, StringComparison.Ordinal) && All.All(other => other.Name != own) && mayLie(own, bytes);
            picture = new(isGood ? own : string.Create(CultureInfo.InvariantCulture, $"{name}-{All.Count + 1:00}{ending}"), bytes);
            byHash.Add(hash, picture);
            All.Add(picture);
        }

        return picture.Name;
    }

    /// <returns>The bytes that the text in base64 stands for, white space in it skipped; null where it is none or too large.</returns>
    public static ReadOnlyMemory<byte>? Decode(string base64)
    {
        if (base64.Length > Largest * 3 / 2)
        {
            return null;
        }

        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length) + 3];
        return Convert.TryFromBase64String(base64, bytes, out var length) ? bytes.AsMemory(0, length) : null;
    }

    private static string? Ending(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? ".png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? ".jpg"
        : bytes.StartsWith("GIF87a"u8) || bytes.StartsWith("GIF89a"u8) ? ".gif"
        : bytes.StartsWith("RIFF"u8) && bytes.Length > 12 && bytes[8..12].SequenceEqual("WEBP"u8) ? ".webp"
        : IsSvg(bytes) ? ".svg"
        : null;

    // What a drawing may hold is checked with the whole site.
    private static bool IsSvg(ReadOnlySpan<byte> bytes)
    {
        var start = bytes[..Math.Min(bytes.Length, 1024)];
        start = start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? start[3..] : start;
        return start.TrimStart(" \t\r\n"u8).StartsWith("<"u8) && start.IndexOf("<svg"u8) >= 0;
    }

    [GeneratedRegex(@"^[a-z0-9\u4e00-\u9fff][a-z0-9\u4e00-\u9fff-]{0,50}\.(png|jpg|gif|webp|svg)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoodName();
}
