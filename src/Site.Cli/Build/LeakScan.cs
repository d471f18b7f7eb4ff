using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Cli.Reports;
using Site.Content.Rules;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Leaks;
using Site.Privacy.Values;

namespace Site.Cli.Build;

/// <summary>The step that looks for private values in every finished file. <c>build</c> and <c>check</c> share it.</summary>
/// <param name="scanner">Knows the private values and what may be published all the same.</param>
/// <param name="website">Tells which source a finished file was made from.</param>
/// <param name="folder">Holds the sources.</param>
/// <param name="memory">Of earlier looks; null where nothing is kept.</param>
internal sealed class LeakScan(LeakScanner scanner, Website website, SourceFolder folder, LookMemory? memory)
{
    private readonly ConcurrentQueue<Diagnostic> leaks = new();
    private readonly Discretion discretion = new(scanner);

    /// <summary>Whether a leak has been found so far.</summary>
    public bool HasLeaks => !leaks.IsEmpty;

    /// <summary>
    /// Scans pictures, recordings and downloads as they lie in <c>content/</c>: what is written inside a picture is removed before it is
    /// published, but whoever put it there had it from <c>input/</c> all the same.
    /// </summary>
    /// <param name="values">Where there are none, nothing is read.</param>
    public IEnumerable<Diagnostic> FindInSources(PrivateValues values) => values.IsEmpty ? [] :
        website.Files.SelectMany(file => (memory is null ? scanner.Find(file.Path, file.Load()) : memory.Leaks.Of((scanner, file.Path, file.Origin), _ => scanner.Find(file.Path, file.Load()))).Select(leak => LeakSources.AsSource(leak, leak.Location.Path["output/".Length..])));

    /// <returns>The same files; each is scanned as soon as its bytes are made, so that no file is made twice and none is kept in memory for the scan.</returns>
    public ImmutableArray<OutputFile> Watch(ImmutableArray<OutputFile> files) => [.. files.Select(file => new OutputFile(file.Path, output => WriteScanned(file, output)))];

    /// <returns>The same file; it cannot be made where anything private is in it.</returns>
    public OutputFile Refusing(OutputFile file) => new(file.Path, output =>
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        output.Write(MayShow(file.Path, buffer.WrittenSpan) ? buffer.WrittenSpan : throw new InvalidOperationException("Something private is in the file."));
    });

    /// <summary>Scans a finished file; from any thread.</summary>
    /// <param name="path">Path in the output folder, with forward slashes.</param>
    public void Scan(string path, ReadOnlySpan<byte> bytes)
    {
        foreach (var leak in scanner.Find(path, bytes))
        {
            leaks.Enqueue(leak);
        }
    }

    /// <returns>Whether a finished file may be shown; nothing is noted of it.</returns>
    public bool MayShow(string path, ReadOnlySpan<byte> bytes) => scanner.Find(path, bytes).IsEmpty;

    /// <returns>Every leak found so far, without what must not be told; each at its place in the source, as far as that can be told.</returns>
    public IEnumerable<Diagnostic> Diagnostics() => leaks.SelectMany(leak => LeakSources.Trace(website, leak, path => (folder.Find(path) ?? website.Packs.Files.GetValueOrDefault(path)?.File)?.Load(), scanner)).Select(Hide);

    /// <inheritdoc cref="Discretion.MaySay"/>
    public void MaySay(IReadOnlySet<string> paths) => discretion.MaySay(paths);

    /// <inheritdoc cref="Discretion.Hide(Diagnostic)"/>
    public Diagnostic Hide(Diagnostic written) => discretion.Hide(written);

    private void WriteScanned(OutputFile file, IBufferWriter<byte> output)
    {
        if (output is not ArrayBufferWriter<byte> buffer)
        {
            buffer = new ArrayBufferWriter<byte>();
            file.Write(buffer);
            Scan(file.Path, buffer.WrittenSpan);
            output.Write(buffer.WrittenSpan);
            return;
        }

        var start = buffer.WrittenCount;
        file.Write(buffer);
        Scan(file.Path, buffer.WrittenSpan[start..]);
    }
}
