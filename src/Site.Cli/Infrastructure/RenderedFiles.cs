using System.Buffers;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Makes the files of the site, one at a time on each processor, so that only a few are in memory at once.</summary>
internal static class RenderedFiles
{
    /// <summary>Receives one finished file.</summary>
    /// <param name="at">Its place in the list.</param>
    /// <param name="bytes">All its bytes; they are gone when the receiver returns.</param>
    public delegate void Receiver(int at, ReadOnlySpan<byte> bytes);

    /// <summary>Makes every file once.</summary>
    /// <param name="receive">Called from several threads at once.</param>
    public static void Each(IReadOnlyList<OutputFile> files, Receiver receive)
    {
        var next = -1;
        Parallel.For(0, Environment.ProcessorCount, _ =>
        {
            var buffer = new ArrayBufferWriter<byte>(64 * 1024);
            for (int at; (at = Interlocked.Increment(ref next)) < files.Count;)
            {
                files[at].Write(buffer);
                receive(at, buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        });
    }

    /// <summary>Makes every file once and lets it go.</summary>
    public static void MakeAll(IReadOnlyList<OutputFile> files) => Each(files, (_, _) => { });
}
