using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Pages;
using Site.Content.Rules;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Leaks;
using Site.Privacy.Values;
using Site.Rendering.Pictures;
using Site.Rendering.Pictures.Sources;

namespace Site.Cli.Build;

/// <summary>
/// What goes from one look at the site to the next while somebody writes: what has not changed is not read, parsed or checked again. A look says the same with a memory as without one.
/// It belongs to one site, one day and one look at a time.
/// </summary>
internal sealed class LookMemory
{
    /// <summary>Holds what the pages were read as.</summary>
    public BuildSession Session { get; } = new(() => [], _ => { });

    /// <summary>Files of the site folder as they were read last.</summary>
    public FileMemory Files { get; } = new();

    /// <summary>What a file beside the pages says of itself.</summary>
    public Recollection<SourceFile, FileFindings> Findings { get; } = new();

    /// <summary>Sizes of a picture, or why there are none; by its path and <see cref="ContentFile.Origin"/>, as its pixels.</summary>
    public Recollection<(string Path, Func<byte[]> Origin), (ResponsivePicture? Sizes, PictureFault? Fault)> Pictures { get; } = new();

    /// <summary>Pixels of a picture, and what they count of the budget of all.</summary>
    public Recollection<(string Path, Func<byte[]> Origin), (long Pixels, long Counted)> Pixels { get; } = new();

    /// <summary>What lies in <c>input/</c>.</summary>
    public Recollection<InputKey, LoadedInput> Inputs { get; } = new();

    /// <summary>What looks for private values.</summary>
    public Recollection<ScannerKey, LeakScanner> Scanners { get; } = new();

    /// <summary>Private values in a file that is no page; by what looked for them, its path and <see cref="ContentFile.Origin"/>.</summary>
    public Recollection<(LeakScanner Scanner, string Path, Func<byte[]> Origin), ImmutableArray<Diagnostic>> Leaks { get; } = new();

    /// <summary>Forgets what the look that ends has not asked for.</summary>
    public void Next()
    {
        Findings.Next();
        Pictures.Next();
        Pixels.Next();
        Inputs.Next();
        Scanners.Next();
        Leaks.Next();
    }
}

/// <summary>What the reading of <c>input/</c> depends on.</summary>
/// <param name="Files">All files of <c>input/</c>, and <c>site.yaml</c>.</param>
/// <param name="Listed">What was wrong with listing them, and with the signatures.</param>
/// <param name="Content">Hash of the pages of laws and campaigns.</param>
internal sealed record InputKey(ImmutableArray<SourceFile> Files, ImmutableArray<Diagnostic> Listed, Digest Content, DateOnly AsOf, DateOnly? Today)
{
    public bool Equals(InputKey? other) => other is not null && Content == other.Content && (AsOf, Today) == (other.AsOf, other.Today) && Files.SequenceEqual(other.Files) && Listed.SequenceEqual(other.Listed);

    public override int GetHashCode() => HashCode.Combine(Content, Files.Length);
}

/// <summary>What the scan for private values depends on.</summary>
/// <param name="Values">Equal only to itself.</param>
/// <param name="Texts">What may be shown all the same.</param>
internal sealed record ScannerKey(PrivateValues Values, ImmutableArray<string> Texts)
{
    public bool Equals(ScannerKey? other) => other is not null && ReferenceEquals(Values, other.Values) && Texts.SequenceEqual(other.Texts);

    public override int GetHashCode() => Texts.Length;
}

/// <summary>Results by what they were made from; from any thread.</summary>
internal sealed class Recollection<TKey, TValue>
    where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> before = new();
    private ConcurrentDictionary<TKey, TValue> now = new();

    /// <returns>What was made from an equal key since the last but one <see cref="Next"/>, else what is made now.</returns>
    public TValue Of(TKey key, Func<TKey, TValue> make) => now.GetOrAdd(key, wanted => before.TryGetValue(wanted, out var known) ? known : make(wanted));

    /// <summary>Forgets what was not asked for since the last time.</summary>
    public void Next() => (before, now) = (now, new());
}
