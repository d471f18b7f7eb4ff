using System.Reflection;
using System.Xml.Linq;
using Site.Cli.Build;
using Site.Content.Pages;
using Site.Rendering.Pages;
using Site.Rendering.Views;

namespace Site.Tests;

public class LayersTests
{
    /// <summary>Projects from the bottom up, each with those below it that it may use.</summary>
    private static readonly Dictionary<string, string[]> Layers = new()
    {
        ["Site.Core"] = [],
        ["Site.Privacy"] = ["Site.Core"],
        ["Site.Content"] = ["Site.Core", "Site.Privacy"],
        ["Site.Statistics"] = ["Site.Core", "Site.Privacy"],
        ["Site.Exposures"] = ["Site.Core", "Site.Privacy", "Site.Content", "Site.Statistics"],
        ["Site.Rendering"] = ["Site.Core", "Site.Privacy", "Site.Content", "Site.Statistics", "Site.Exposures"],
        ["Site.Themes.Campaign"] = ["Site.Core", "Site.Privacy", "Site.Content", "Site.Statistics", "Site.Exposures", "Site.Rendering"],
    };

    private static readonly Assembly[] Projects = [.. Layers.Keys.Select(Assembly.Load)];

    private static readonly Dictionary<string, string[]> Homes = new()
    {
        ["Site.Core"] = ["CsvHelper", "YamlDotNet"],
        ["Site.Privacy"] = [],
        ["Site.Content"] = ["AngleSharp", "CsvHelper", "DocumentFormat.OpenXml", "Markdig"],
        ["Site.Statistics"] = [],
        ["Site.Exposures"] = [],
        ["Site.Rendering"] = ["QRCoder"],
        ["Site.Cli"] = ["System.CommandLine", "Spectre.Console"],
        ["Campaign"] = [],
    };

    [Fact]
    public void Every_project_uses_only_layers_below_it()
    {
        var upwards = from project in Projects
                      from known in project.GetReferencedAssemblies()
                      where Layers.ContainsKey(known.Name!) && !Layers[project.GetName().Name!].Contains(known.Name)
                      select $"{project.GetName().Name} uses {known.Name}: move what they share down.";

        Assert.Equal([], upwards);
    }

    [Fact]
    public void Every_package_is_used_in_its_home_alone()
    {
        var lost = from project in ProjectFiles()
                   from package in XDocument.Load(project).Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value)
                   where !Homes[Path.GetFileNameWithoutExtension(project)].Contains(package)
                   select $"{Path.GetFileName(project)} uses {package}, which src/README.md gives to another project.";

        Assert.Equal([], lost);
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        var changeable = from project in Projects.Append(typeof(BuildPipeline).Assembly)
                         from type in project.GetTypes()
                         where !type.Name.Contains('<') && !type.FullName!.Contains('<')
                         from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                         where field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains("__")
                         select $"{type.FullName}.{field.Name} can be changed while the program runs: make it readonly, or a value that is passed on.";

        Assert.Equal([], changeable);
    }

    [Fact]
    public void Every_theme_has_a_layout_for_every_kind_of_page_and_view()
    {
        var kinds = typeof(Page).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && (type.IsSubclassOf(typeof(Page)) || (type.IsSubclassOf(typeof(View)) && type != typeof(PageView))));

        var missing = from theme in ThemeRegistry.All
                      from kind in kinds
                      where theme.Templates.All(layout => layout.Of != kind)
                      select $"{kind.Name} has no layout in the theme {theme.Name}: add one, and a line in its table.";

        Assert.Equal([], missing);
    }

    private static IEnumerable<string> ProjectFiles() =>
        new[] { "src", "themes" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories));
}
