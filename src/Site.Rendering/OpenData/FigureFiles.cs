using Site.Model;

namespace Site.Rendering;

/// <summary>The figures of all releases as files for other programs, below <c>data/</c>.</summary>
internal static class FigureFiles
{
    public static IEnumerable<OutputFile> Render(Website website, Release release) => release.Statistics.IsEmpty ? [] :
    [
        new(FigureJson.SchemaAddress[1..], FigureSchema.Write),
        .. release.Statistics.SelectMany(one => Of(website.Settings, one)),
    ];

    private static IEnumerable<OutputFile> Of(SiteSettings settings, SafeRelease release) =>
    [
        new(Statistics.Hierarchies(release)[1..], output => Hierarchies.Write(output, release)),
        .. release.Tables.SelectMany(table => new OutputFile[]
        {
            new(Statistics.File(release, table, "csv")[1..], output => FigureCsv.Write(output, table)),
            new(Statistics.File(release, table, "json")[1..], output => FigureJson.Write(output, settings, release, table)),
        }),
    ];
}
