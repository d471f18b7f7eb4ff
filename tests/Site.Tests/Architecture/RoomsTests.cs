using System.Reflection;
using System.Xml.Linq;
using Site.Model;
using Site.Rendering;

namespace Site.Tests;

public class RoomsTests
{
    private static readonly Assembly[] Rooms =
    [
        typeof(Website).Assembly, typeof(Reading.WebsiteReader).Assembly, typeof(Checking.Checks).Assembly,
        typeof(SiteRenderer).Assembly, Assembly.Load("Site.Disclosure"), typeof(Themes.Campaign.CampaignTheme).Assembly,
    ];

    private static readonly Dictionary<string, string[]> Homes = new()
    {
        ["Site.Model"] = [],
        ["Site.Reading"] = ["AngleSharp", "CsvHelper", "DocumentFormat.OpenXml", "Markdig", "YamlDotNet"],
        ["Site.Disclosure"] = ["CsvHelper", "ExcelDataReader", "DocumentFormat.OpenXml", "YamlDotNet"],
        ["Site.Checking"] = ["AngleSharp"],
        ["Site.Rendering"] = ["AngleSharp", "QRCoder"],
        ["Site.Cli"] = ["System.CommandLine", "Spectre.Console"],
        ["Campaign"] = [],
    };

    [Fact]
    public void Every_room_knows_the_model_and_no_other_room()
    {
        var strangers = from room in Rooms
                        from known in room.GetReferencedAssemblies()
                        where Rooms.Any(other => other.GetName().Name == known.Name) && known.Name != "Site.Model"
                        select $"{room.GetName().Name} uses {known.Name}: move what they share to Site.Model.";

        Assert.Equal([], strangers);
    }

    [Fact]
    public void Every_package_is_used_in_its_home_alone()
    {
        var lost = from project in Projects()
                   from package in XDocument.Load(project).Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value)
                   where !Homes[Path.GetFileNameWithoutExtension(project)].Contains(package)
                   select $"{Path.GetFileName(project)} uses {package}, which src/README.md gives to another room.";

        Assert.Equal([], lost);
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        var changeable = from room in Rooms.Append(typeof(Cli.BuildLine).Assembly)
                         from type in room.GetTypes()
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

        var missing = from theme in Cli.Themes.All
                      from kind in kinds
                      where theme.Layouts.All(layout => layout.Of != kind)
                      select $"{kind.Name} has no layout in the theme {theme.Name}: add one, and a line in its table.";

        Assert.Equal([], missing);
    }

    [Fact]
    public void Files_are_short()
    {
        var long_ = from folder in new[] { "src", "themes", "tests" }
                    from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.*", SearchOption.AllDirectories)
                    where Path.GetExtension(file) is ".cs" or ".razor" or ".mjs" or ".js" && !IsMade(file)
                    let lines = File.ReadLines(file).Count()
                    where lines > 250
                    select $"{Path.GetRelativePath(Repository.Root, file)} has {lines} lines: split it by subject.";

        Assert.Equal([], long_);
    }

    private static IEnumerable<string> Projects() =>
        new[] { "src", "themes" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories));

    private static bool IsMade(string file) =>
        new[] { "obj", "bin", "node_modules" }.Any(part => file.Split(Path.DirectorySeparatorChar).Contains(part));
}
