using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>From the files of <c>input/</c> to what may be shown of them: the one way out of this room in a build.</summary>
public static class InputReader
{
    /// <returns>The safe part, and everything that is wrong; no problem names a private value.</returns>
    /// <param name="files">All files of <c>input/</c>, in any order.</param>
    /// <param name="website">What was read from <c>content/</c>: laws, settings and the day of the build.</param>
    /// <param name="published">The file <c>data/exposures.json</c> of the site that is published now, or null: a status may not go back behind it.</param>
    public static Checked<Release> Read(ImmutableArray<SourceFile> files, Website website, SourceFile? published = null)
    {
        var statistics = ReleasedStatistics.Read(files);
        var exposures = ExposureReader.Read(files, website, published);
        return new(exposures.Value with { Statistics = statistics.Value }, [.. statistics.Problems, .. exposures.Problems]);
    }
}
