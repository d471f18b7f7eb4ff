using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>What is noted while a bank is read.</summary>
/// <param name="path">The bank's file, as diagnostics name it.</param>
/// <param name="name">What the quiz will be called, fit for ids and file names.</param>
/// <param name="site">Address of our own site, whose links become relative; or null.</param>
/// <param name="canPlace">Whether a picture of this name and these bytes may lie beside the quiz.</param>
internal sealed class BankContext(string path, string name, Uri? site, Func<string, ReadOnlyMemory<byte>, bool> canPlace)
{
    private const int MostDiagnostics = 1000;

    public List<Diagnostic> Diagnostics { get; } = [];

    public List<BankChange> Changes { get; } = [];

    public BankPictures Pictures { get; } = new(name, canPlace);

    public BankIds Ids { get; } = new(name);

    /// <summary>What the bank calls itself, in one line; empty where it does not say.</summary>
    public string Title { get; set; } = "";

    public string Path => path;

    public Uri? Site => site;

    public void Error(string code, Location location, string message, string help)
    {
        if (Diagnostics.Count < MostDiagnostics)
        {
            Diagnostics.Add(Diagnostic.Error(code, location, message, help));
        }
    }

    /// <returns>The context of one question; what is reported of it twice is noted once.</returns>
    public ItemContext ForItem(Location location, string item) => new(this, location, Quoted.Line(item.Trim()));
}

/// <summary>What is noted about one question of a bank.</summary>
internal sealed class ItemContext(BankContext bank, Location location, string item)
{
    private readonly HashSet<string> reported = new(StringComparer.Ordinal);

    public BankContext Bank => bank;

    public Location Location => location;

    /// <summary>The question in a few words, as messages call it.</summary>
    public string Item => item;

    /// <summary>Reports what was lost or changed.</summary>
    public void ReportChange(string message)
    {
        if (reported.Add(message))
        {
            bank.Changes.Add(new(location, item, message));
        }
    }

    public void Error(string code, string message, string help) => bank.Error(code, location, message, help);
}

/// <summary>Gives every question of a bank an id of its own.</summary>
/// <param name="name">What ids begin with where the bank gives none: letters that have no upper case, digits, hyphens.</param>
internal sealed class BankIds(string name)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private int number;

    /// <returns>The bank's own id if it is one of ours and still free, or else a new one.</returns>
    public string Take(string? own)
    {
        if (own is not null && ExplicitIds.IsId(own) && taken.Add(own))
        {
            return own;
        }

        string made;
        do
        {
            number++;
            made = string.Create(CultureInfo.InvariantCulture, $"{name}-{number:00}");
        }
        while (!taken.Add(made));
        return made;
    }
}

/// <summary>Takes the pictures out of a bank. A picture is recognised by its first bytes, never by its name.</summary>
/// <param name="name">What file names begin with where the bank's own will not do.</param>
/// <param name="canPlace">Whether a picture of this name and these bytes may lie beside the quiz.</param>
internal sealed partial class BankPictures(string name, Func<string, ReadOnlyMemory<byte>, bool> canPlace)
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

        var hash = Convert.ToHexString(Sha256.HashData(bytes.Span));
        if (!byHash.TryGetValue(hash, out var picture))
        {
            var isGood = GoodName().IsMatch(own) && own.EndsWith(ending, StringComparison.Ordinal) && All.All(other => other.Name != own) && canPlace(own, bytes);
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

    [GeneratedRegex("^(?:[a-z0-9]|" + Han.Pattern + ")(?:[a-z0-9-]|" + Han.Pattern + @"){0,50}\.(png|jpg|gif|webp|svg)$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex GoodName();
}
