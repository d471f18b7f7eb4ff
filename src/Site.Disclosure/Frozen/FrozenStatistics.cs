using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What a build publishes of the units' returns: the frozen releases, and nothing else.</summary>
internal static class FrozenStatistics
{
    /// <param name="files">All files of <c>input/</c>.</param>
    public static Checked<ImmutableArray<SafeRelease>> Read(ImmutableArray<SourceFile> files)
    {
        if (!files.Any(file => file.Path.StartsWith(FrozenNames.Folder, StringComparison.Ordinal)))
        {
            return new([], []);
        }

        var frozen = FrozenReader.Read(files);
        return new([.. frozen.Value.Select(release => release.Safe)], frozen.Problems);
    }
}
