#!/usr/bin/env dotnet
#:package Microsoft.CodeAnalysis.CSharp@5.0.0
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// How the code is cut, project by project:
//
//     dotnet run tests/structure.cs            # of this folder
//     dotnet run tests/structure.cs -- OTHER   # of another checkout, to compare
//
// C# files; lines, empty ones included; statements, blocks and local functions not counted; length of the file in the middle and of the one that nine in ten are
// not longer than; types at the top of a file; and of these the ones that only one other file of src/ and themes/ names, Razor files included.

using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

var root = Path.GetFullPath(args.FirstOrDefault() ?? ".");
var files = new[] { "src", "themes", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
    .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
    .Where(file => !Path.GetRelativePath(root, file).Split('/', '\\').Any(part => part is "bin" or "obj" or "node_modules"))
    .Order(StringComparer.Ordinal).Select(file => SourceFile.Read(root, file)).ToList();
var product = files.Where(file => !file.Project.StartsWith("tests/", StringComparison.Ordinal)).ToList();
var code = files.Where(file => !file.IsRazor).ToList();

Console.WriteLine($"{"",-28}{"files",8}{"lines",8}{"stmts",8}{"median",8}{"90 %",8}{"types",8}{"once",8}{"tests",8}");
foreach (var project in code.GroupBy(file => file.Project).OrderBy(project => project.Key, StringComparer.Ordinal))
{
    Write(project.Key, [.. project]);
}

Write("src and themes", [.. code.Where(product.Contains)]);
Write("all", code);

void Write(string name, List<SourceFile> of)
{
    var lengths = of.Select(file => file.Lines).Order().ToList();
    var types = of.Sum(file => file.Types.Count);
    var once = of.Where(product.Contains).Sum(file => file.Types.Count(type => product.Count(other => other != file && other.Words.Contains(type)) == 1));
    Console.WriteLine($"{name,-28}{of.Count,8}{lengths.Sum(),8}{of.Sum(file => file.Statements),8}{lengths[lengths.Count / 2],8}{lengths[lengths.Count * 9 / 10],8}{types,8}{once,8}{of.Sum(file => file.Tests),8}");
}

internal sealed record SourceFile(string Project, bool IsRazor, int Lines, int Statements, int Tests, List<string> Types, HashSet<string> Words)
{
    public static SourceFile Read(string root, string path)
    {
        var parts = Path.GetRelativePath(root, path).Split('/', '\\');
        var text = File.ReadAllText(path);
        var words = Regex.Matches(text, @"[A-Za-z_]\w*").Select(word => word.Value).ToHashSet();
        var project = parts.Length > 2 ? $"{parts[0]}/{parts[1]}" : parts[0];
        var lines = text.Split('\n').Length - (text.EndsWith('\n') ? 1 : 0);
        if (Path.GetExtension(path) == ".razor")
        {
            return new(project, true, lines, 0, 0, [], words);
        }

        var unit = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        var types = unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .Select(node => node switch { BaseTypeDeclarationSyntax type => type.Identifier.Text, DelegateDeclarationSyntax type => type.Identifier.Text, _ => null })
            .OfType<string>().Distinct().ToList();
        return new(
            project, false, lines,
            unit.DescendantNodes().Count(node => node is StatementSyntax and not (BlockSyntax or LocalFunctionStatementSyntax)),
            unit.DescendantNodes().OfType<AttributeSyntax>().Count(attribute => attribute.Name.ToString() is "Fact" or "Theory"),
            types, words);
    }
}
