using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Ledgers;
using Site.Privacy.Secrets;
using Site.Privacy.Values;
using Site.Statistics.Secrets;

namespace Site.Exposures.Released;

/// <summary>Everything in <c>input/</c> that must never be published. A new format is a reader in its own folder and a line here.</summary>
public static class PrivateInput
{
    private static readonly ImmutableArray<PrivateSource> Sources =
    [
        .. PrivateSource.Common,
        new(FiledFormValues.Accepts, SecretOrigin.Person, FiledFormValues.Read),
        new(PrivateBusinesses.Accepts, SecretOrigin.Business, PrivateBusinesses.Read),
    ];

    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <returns>The private values, which can be searched for but not listed; and diagnostics, which never contain a value.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static Result<PrivateValues> Read(ImmutableArray<SourceFile> files) => PrivateSource.ReadAll(Sources, files);
}
