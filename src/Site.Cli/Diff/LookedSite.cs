using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Diff;

/// <summary>A site that is drawn to be looked at and lies nowhere.</summary>
internal static class LookedSite
{
    /// <param name="files">What was drawn. A file that cannot be made because of a mistake in its source is left out.</param>
    /// <returns>The site; a file is made again when it is asked for.</returns>
    public static PublishedSite Of(ImmutableArray<OutputFile> files)
    {
        var hashes = new ConcurrentDictionary<string, string>(StringComparer.Ordinal);
        Parallel.ForEach(files, new() { MaxDegreeOfParallelism = Environment.ProcessorCount }, file =>
        {
            try
            {
                hashes[file.Path] = Convert.ToHexStringLower(Sha256.HashData(Bytes(file)));
            }
            catch (Exception exception) when (!EnvironmentException.Covers(exception))
            {
                // Drawing relies on what the mistakes say is not so; they are told beside the report.
            }
        });
        var byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        return new(hashes.ToImmutableSortedDictionary(StringComparer.Ordinal), path => Bytes(byPath[path]));
    }

    private static byte[] Bytes(OutputFile file)
    {
        var buffer = new ArrayBufferWriter<byte>();
        file.Write(buffer);
        return buffer.WrittenSpan.ToArray();
    }
}
