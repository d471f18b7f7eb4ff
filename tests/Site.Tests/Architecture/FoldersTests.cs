using System.Reflection;
using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>Inside a project: a namespace is the path of a folder, and folders that lie side by side do not need each other in a circle.</summary>
public partial class FoldersTests
{
    public static TheoryData<string> Projects => [.. Layers.All.Select(layer => layer.Assembly)];

    [Theory, MemberData(nameof(Projects))]
    public void Sibling_folders_do_not_depend_on_each_other_in_a_circle(string project)
    {
        var uses = CompiledUses.Of(Assembly.Load(project)).Where(use => use is { User.Namespace: not null, Used.Namespace: not null }).ToList();
        var root = Layers.All.Single(layer => layer.Assembly == project).RootNamespace;

        var circles = from parent in uses.Select(use => use.User.Namespace!).SelectMany(name => Outer(name, root)).Distinct().Order(StringComparer.Ordinal)
                      from circle in Circles(parent, uses)
                      select circle;

        Findings.AssertNone(circles);
    }

    [Theory]
    [InlineData("a-b b-c", "")]
    [InlineData("a-b b-a b-a", "a → b → a. The thinnest tie is a → b")]
    [InlineData("a-b b-c c-a a-d d-b b-c", "a → b → c → a. The thinnest tie is a → b\na → d → b → c → a. The thinnest tie is a → d")]
    public void A_circle_is_told_with_the_tie_to_cut(string ties, string told)
    {
        var counted = ties.Split(' ').GroupBy(tie => tie).ToDictionary(tie => (tie.Key.Split('-')[0], tie.Key.Split('-')[1]), tie => tie.Count());

        Assert.Equal(told, string.Join('\n', Circle.Find(counted).Select(circle => $"{circle}. The thinnest tie is {circle.Thinnest.From} → {circle.Thinnest.To}")));
    }

    [Fact]
    public void A_namespace_is_the_path_of_its_folder()
    {
        var strays = from layer in Layers.All
                     from file in SourceFiles.Below(layer.Folder, "*.cs")
                     let folder = Path.GetDirectoryName(Path.GetRelativePath(Path.Combine(Repository.Root, layer.Folder), file))!
                     let wanted = folder.Length == 0 ? layer.RootNamespace : $"{layer.RootNamespace}.{folder.Replace(Path.DirectorySeparatorChar, '.')}"
                     from Match declared in Namespace().Matches(File.ReadAllText(file))
                     where declared.Groups[1].Value != wanted
                     select $"{Path.GetRelativePath(Repository.Root, file)} stands in the namespace {declared.Groups[1].Value}: write {wanted}, or move the file.";

        Findings.AssertNone(strays);
    }

    /// <returns>The namespace and those around it, up to the project's own.</returns>
    private static IEnumerable<string> Outer(string name, string root)
    {
        for (var outer = name; outer.StartsWith(root, StringComparison.Ordinal); outer = outer[..outer.LastIndexOf('.')])
        {
            yield return outer;
        }
    }

    /// <returns>The circles among the folders that lie directly in a namespace, each with what to do.</returns>
    private static IEnumerable<string> Circles(string parent, List<CompiledUse> uses)
    {
        var ties = (from use in uses
                    let tie = (From: Child(parent, use.User.Namespace!), To: Child(parent, use.Used.Namespace!))
                    where tie is { From: not null, To: not null } && tie.From != tie.To
                    group use by (From: tie.From!, To: tie.To!)).ToDictionary(tie => tie.Key, tie => tie.ToList());

        return from circle in Circle.Find(ties.ToDictionary(tie => tie.Key, tie => tie.Value.Count))
               let examples = ties[circle.Thinnest].Select(use => $"{use.User.Name} uses {use.Used.Name}").Order(StringComparer.Ordinal).Take(5)
               select $"{parent}: {circle}. Cut {circle.Thinnest.From} → {circle.Thinnest.To} ({string.Join(", ", examples)}): move one of them, or what they share, down.";
    }

    private static string? Child(string parent, string name) =>
        name.StartsWith(parent + ".", StringComparison.Ordinal) ? name[(parent.Length + 1)..].Split('.')[0] : null;

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
