using System.Collections.Immutable;
using Site.Model;

namespace Site.Rendering;

/// <summary>All data that the site gives away. What another format adds to <c>data/</c> gets a line here, and is then described and listed.</summary>
public static class OpenDatasets
{
    /// <summary>The licence of all data.</summary>
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    /// <returns>The data sets, in the order in which they are listed; each id once.</returns>
    public static ImmutableArray<OpenDataset> Of(Website website, Release release) =>
    [
        .. FigureDatasets.Of(release),
        .. ExposureDatasets.Of(website, release),
        .. QuizDatasets.Of(website),
    ];
}
