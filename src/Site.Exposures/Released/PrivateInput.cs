using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Ledgers;
using Site.Privacy.Secrets;
using Site.Privacy.Values;
using Site.Statistics.Secrets;

namespace Site.Exposures.Released;

/// <summary>From the files of <c>input/</c> to everything in them that must never be published.</summary>
public static class PrivateInput
{
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>The private values, which can be looked for and not listed; and what cannot be read, without a value.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<PrivateValues> Read(ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var written = PrivateSources.All
            .SelectMany(source => files.Where(file => source.Accepts(file.Path)).SelectMany(file => source.Read(file, diagnostics)))
            .ToList();
        var values = written.Count == 0 ? PrivateValues.None : PrivateValues.Of(written).Without(PublicNames.Of(files));
        return new(values, [.. diagnostics]);
    }

    /// <param name="written">Values as they stand in their files.</param>
    internal static PrivateValues Of(params IEnumerable<string> written) => PrivateValues.Of(written);
}

/// <summary>Files of <c>input/</c> that hold private values, and how to take them out.</summary>
/// <param name="Accepts">Whether a file is one of them, by its path from the site folder.</param>
/// <param name="Read">Gives the values as written, each by itself; diagnostics name places and never values.</param>
internal sealed record PrivateSource(Func<string, bool> Accepts, Func<SourceFile, List<Diagnostic>, IEnumerable<string>> Read);

/// <summary>Everything in <c>input/</c> that is private. A new format is a reader beside the others and a line here.</summary>
internal static class PrivateSources
{
    public static ImmutableArray<PrivateSource> All { get; } =
    [
        new(path => path == Canaries.Path, Canaries.Read),
        new(InputFileNames.Accepts, InputFileNames.Read),
        new(ConfidentialColumns.Accepts, ConfidentialColumns.Read),
        new(FiledFormValues.Accepts, FiledFormValues.Read),
        new(PrivateBusinesses.Accepts, PrivateBusinesses.Read),
    ];
}
