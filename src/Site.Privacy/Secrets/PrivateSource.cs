using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Values;

namespace Site.Privacy.Secrets;

/// <summary>Files of <c>input/</c> that hold private values, and how to take them out.</summary>
/// <param name="Accepts">Whether a file is one of them, by its path from the site folder.</param>
/// <param name="Read">Returns the values as written, each separately; diagnostics contain locations and never values.</param>
public sealed record PrivateSource(Func<string, bool> Accepts, Func<SourceFile, List<Diagnostic>, IEnumerable<SecretText>> Read)
{
    /// <param name="origin">Where all of its values stand.</param>
    public PrivateSource(Func<string, bool> accepts, SecretOrigin origin, Func<SourceFile, List<Diagnostic>, IEnumerable<string>> read)
        : this(accepts, (file, diagnostics) => read(file, diagnostics).Select(text => new SecretText(text, origin)))
    {
    }

    /// <summary>Sources that do not depend on a format: canaries, file names, confidential columns.</summary>
    public static ImmutableArray<PrivateSource> Common { get; } =
    [
        new(path => path == Canaries.Path, SecretOrigin.Canary, Canaries.Read),
        new(InputFileNames.Accepts, SecretOrigin.FileName, InputFileNames.Read),
        new(ConfidentialColumns.Accepts, ConfidentialColumns.Read),
    ];

    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>The private values, which can be searched for but not listed; diagnostics never contain a value.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<PrivateValues> ReadAll(IEnumerable<PrivateSource> sources, ImmutableArray<SourceFile> files)
    {
        var diagnostics = new List<Diagnostic>();
        var written = sources.SelectMany(source => files.Where(file => source.Accepts(file.Path)).SelectMany(file => source.Read(file, diagnostics))).ToList();
        return new(written.Count == 0 ? PrivateValues.None : PrivateValues.Of(written).Without(PublicNames.Of(files)), [.. diagnostics]);
    }
}
