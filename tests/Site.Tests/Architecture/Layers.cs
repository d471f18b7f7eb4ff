namespace Site.Tests;

/// <summary>A project of ours.</summary>
/// <param name="Assembly">Name of what it is compiled to.</param>
/// <param name="Folder">From the root of the repository.</param>
/// <param name="RootNamespace">Namespace of the files that lie directly in the folder.</param>
/// <param name="Below">Assemblies of ours that it may use, directly or through others.</param>
/// <param name="Packages">Packages that have their home in it.</param>
internal sealed record Layer(string Assembly, string Folder, string RootNamespace, string[] Below, string[] Packages);

/// <summary>The table of src/README.md, from the bottom up.</summary>
internal static class Layers
{
    private static readonly string[] ToExposures = ["Site.Core", "Site.Privacy", "Site.Content", "Site.Statistics"];

    public static IReadOnlyList<Layer> All { get; } =
    [
        Plain("Site.Core", [], "CsvHelper", "YamlDotNet"),
        Plain("Site.Privacy", ["Site.Core"]),
        Plain("Site.Content", ["Site.Core", "Site.Privacy"], "AngleSharp", "Markdig"),
        Plain("Site.Statistics", ["Site.Core", "Site.Privacy"]),
        Plain("Site.Exposures", ToExposures),
        Plain("Site.Office", [.. ToExposures, "Site.Exposures"]),
        Plain("Site.Rendering", [.. ToExposures, "Site.Exposures"], "QRCoder", "SixLabors.ImageSharp", "System.ServiceModel.Syndication"),
        new("Site.Themes.Campaign", "themes/Campaign", "Site.Themes.Campaign", [.. ToExposures, "Site.Exposures", "Site.Rendering"], []),
        Plain("Site.Bundling", [], "NUglify"),
        new("site", "src/Site.Cli", "Site.Cli", [.. ToExposures, "Site.Exposures", "Site.Office", "Site.Rendering", "Site.Themes.Campaign", "Site.Bundling"], ["System.CommandLine", "DuckDB.NET.Data.Full", "Spectre.Console"]),
    ];

    private static Layer Plain(string name, string[] below, params string[] packages) => new(name, $"src/{name}", name, below, packages);
}
