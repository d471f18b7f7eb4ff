using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Leaks;

namespace Site.Cli.Infrastructure;

/// <summary>Makes the files of the site, one after another on each processor, so that no more than a few are in memory.</summary>
internal static class RenderedFiles
{
    /// <summary>Receives one finished file.</summary>
    /// <param name="at">Its place in the list.</param>
    /// <param name="bytes">All its bytes; they are gone when the receiver returns.</param>
    public delegate void Taker(int at, ReadOnlySpan<byte> bytes);

    /// <summary>Makes every file once.</summary>
    /// <param name="take">Called from several threads at once.</param>
    public static void Each(IReadOnlyList<OutputFile> files, Taker take)
    {
        var next = -1;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            for (int at; (at = Interlocked.Increment(ref next)) < files.Count;)
            {
                files[at].Write(buffer);
                take(at, buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        });
    }

    /// <summary>Makes every file only to look at it.</summary>
    /// <returns>What must not be published, in no particular order.</returns>
    public static ImmutableArray<Diagnostic> Find(IReadOnlyList<OutputFile> files, LeakScanner gate)
    {
        var leaks = new ConcurrentQueue<Diagnostic>();
        Each(files, (at, bytes) =>
        {
            foreach (var leak in gate.Find(files[at].Path, bytes))
            {
                leaks.Enqueue(leak);
            }
        });
        return [.. leaks];
    }
}
