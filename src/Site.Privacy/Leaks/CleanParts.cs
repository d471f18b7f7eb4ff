using System.Collections.Concurrent;
using Site.Core.Sources;
using Site.Privacy.Decoding;

namespace Site.Privacy.Leaks;

/// <summary>
/// Parts of archives and documents, and files beside the pages, in which nothing was found: posters, their fonts, drawings and documents lie in more than one file. What is found in a part follows from
/// <see cref="CleanPart"/> alone, wherever it lies, but for archives in it that lie too deep there.
/// </summary>
/// <remarks>Belongs to one set of private values and of what may be shown. Safe to use from several threads.</remarks>
internal sealed class CleanParts
{
    /// <summary>In bytes: what is shorter is looked at sooner than looked up.</summary>
    public const int Shortest = 1024;

    /// <summary>In digits of base64, of what is decoded on a guess and remembered as it is.</summary>
    public const int LongestRun = 256;

    private const int Most = 100_000;
    private readonly ConcurrentDictionary<CleanPart, CleanLook> all = new();
    private int count;

    /// <summary>Runs of base64 of which, decoded, nothing was unpacked.</summary>
    public RecentBytes Runs { get; } = new(4096);

    public CleanLook? Find(CleanPart part) => all.GetValueOrDefault(part);

    public void Add(CleanPart part, CleanLook look)
    {
        if (Volatile.Read(ref count) < Most && all.TryAdd(part, look))
        {
            Interlocked.Increment(ref count);
        }
    }
}

/// <param name="Bytes">What it holds.</param>
/// <param name="Kind">How its lines are read, as its name tells.</param>
/// <param name="IsMail">Whether long lines are folded.</param>
/// <param name="HasNumbers">As in <see cref="ScanLayer"/>.</param>
/// <param name="IsGuess">As there.</param>
/// <param name="Decoded">As there.</param>
/// <param name="IsPacked">Whether the bytes are those of a compressed stream as it lies in its document.</param>
internal readonly record struct CleanPart(Digest Bytes, LinedKind Kind, bool IsMail, bool HasNumbers, bool IsGuess, int Decoded, bool IsPacked = false);

/// <summary>A look at a part in which nothing was found.</summary>
/// <param name="Parts">How many layers below it the innermost archive or document in it lies; negative where it is none.</param>
/// <param name="Inflated">How many bytes were decompressed for it, of those that one file may have.</param>
internal sealed record CleanLook(int Parts, long Inflated)
{
    /// <summary>The depth of the innermost archive where there is none; less than any other.</summary>
    public const int NoParts = -100;
}
