using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Values;

namespace Site.Privacy.Secrets;

/// <summary>Files of <c>input/</c> that hold private values, and how to take them out.</summary>
/// <param name="Accepts">Whether a file is one of them, by its path from the site folder.</param>
/// <param name="Read">Gives the values as written, each by itself; diagnostics name places and never values.</param>
public sealed record PrivateSource(Func<string, bool> Accepts, Func<SourceFile, List<Diagnostic>, IEnumerable<string>> Read)
{
    /// <summary>Sources that are the same whatever is published: canaries, names of files, columns that hold what was told in confidence.</summary>
    public static ImmutableArray<PrivateSource> Common { get; } =
    [
        new(path => path == Canaries.Path, Canaries.Read),
        new(InputFileNames.Accepts, InputFileNames.Read),
        new(ConfidentialColumns.Accepts, ConfidentialColumns.Read),
    ];

    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>The private values, which can be looked for and not listed; and what cannot be read, without a value.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<PrivateValues> ReadAll(IEnumerable<PrivateSource> sources, ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var written = sources.SelectMany(source => files.Where(file => source.Accepts(file.Path)).SelectMany(file => source.Read(file, diagnostics))).ToList();
        return new(written.Count == 0 ? PrivateValues.None : PrivateValues.Of(written).Without(PublicNames.Of(files)), [.. diagnostics]);
    }
}
