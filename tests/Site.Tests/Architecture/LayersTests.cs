using System.Reflection;
using System.Xml.Linq;

namespace Site.Tests;

/// <summary>References point down, as src/README.md draws them.</summary>
public class LayersTests
{
    [Fact]
    public void Every_project_stands_in_the_table() =>
        Assert.Equal(
            Layers.All.Select(layer => layer.Folder).Order(StringComparer.Ordinal),
            ProjectFiles().Select(file => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(file)!)).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_project_refers_to_the_layers_below_it_and_to_no_other()
    {
        var references = ProjectFiles().ToDictionary(NameOf, file => XDocument.Load(file).Descendants("ProjectReference")
            .Select(item => NameOf(Path.GetFullPath(item.Attribute("Include")!.Value.Replace('\\', '/'), Path.GetDirectoryName(file)!))).ToArray());

        Assert.All(Layers.All, layer => Assert.Equal((layer.Assembly, Told(layer.Below)), (layer.Assembly, Told(Reached(layer.Assembly, references)))));
    }

    [Fact]
    public void No_compiled_project_uses_what_is_not_below_it()
    {
        var upwards = from layer in Layers.All
                      from known in Assembly.Load(layer.Assembly).GetReferencedAssemblies()
                      where Layers.All.Any(other => other.Assembly == known.Name) && !layer.Below.Contains(known.Name)
                      select $"{layer.Assembly} uses {known.Name}: move what they share down.";

        Findings.AssertNone(upwards);
    }

    [Fact]
    public void Every_package_is_used_in_its_home_alone()
    {
        var lost = from file in ProjectFiles()
                   from package in XDocument.Load(file).Descendants("PackageReference").Select(item => item.Attribute("Include")!.Value)
                   where !Layers.All.Single(layer => layer.Assembly == NameOf(file)).Packages.Contains(package)
                   select $"{Path.GetFileName(file)} uses {package}, which src/README.md gives to another project.";

        Findings.AssertNone(lost);
    }

    [Fact]
    public void Nothing_static_can_change()
    {
        var changeable = from layer in Layers.All
                         from type in Assembly.Load(layer.Assembly).GetTypes()
                         where !type.Name.Contains('<') && !type.FullName!.Contains('<')
                         from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                         where field is { IsInitOnly: false, IsLiteral: false } && !field.Name.Contains("__")
                         select $"{type.FullName}.{field.Name} can be changed while the program runs: make it readonly, or a value that is passed on.";

        Findings.AssertNone(changeable);
    }

    private static IEnumerable<string> ProjectFiles() => SourceFiles.Below("src", "*.csproj").Concat(SourceFiles.Below("themes", "*.csproj"));

    /// <returns>The name of what a project is compiled to.</returns>
    private static string NameOf(string file) =>
        XDocument.Load(file).Descendants("AssemblyName").FirstOrDefault()?.Value ?? Path.GetFileNameWithoutExtension(file);

    private static HashSet<string> Reached(string project, Dictionary<string, string[]> references)
    {
        var reached = new HashSet<string>();
        var next = new Queue<string>(references[project]);
        while (next.TryDequeue(out var name))
        {
            if (reached.Add(name))
            {
                references[name].ToList().ForEach(next.Enqueue);
            }
        }

        return reached;
    }

    private static string Told(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
