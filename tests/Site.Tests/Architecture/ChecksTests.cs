using System.Reflection;
using Site.Content.Rules;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

public class ChecksTests
{
    [Fact]
    public void Every_check_is_in_a_table_and_so_it_runs()
    {
        var inTables = Checks.Content.Select(check => check.Find.Method)
            .Concat(Checks.Output.Select(check => check.Find.Method))
            .Concat(Checks.Files.Select(check => check.Find.Method))
            .Select(method => method.DeclaringType);

        var forgotten = typeof(Checks).Assembly.GetTypes().Concat(typeof(OutputPaths).Assembly.GetTypes()).Where(IsCheck).Except(inTables)
            .Select(type => $"{type!.Name} is in no table, so it never runs: add it to src/Site.Content/Rules/Checks.cs.");

        Findings.AssertNone(forgotten);
    }

    [Fact]
    public void A_check_goes_by_the_name_of_its_class()
    {
        var names = Checks.Content.Select(check => (check.Name, check.Find.Method))
            .Concat(Checks.Output.Select(check => (check.Name, check.Find.Method)))
            .Concat(Checks.Files.Select(check => (check.Name, check.Find.Method)))
            .ToArray();

        Assert.All(names, row => Assert.Equal(row.Method.DeclaringType!.Name, row.Name));
        Assert.Equal(names.Length, names.Select(row => row.Name).Distinct().Count());
    }

    /// <returns>Whether it is a class of functions with a Find that gives problems.</returns>
    private static bool IsCheck(Type type) =>
        type is { IsAbstract: true, IsSealed: true }
        && type != typeof(Checks)
        && type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Any(method => method.Name == "Find" && typeof(IEnumerable<Diagnostic>).IsAssignableFrom(method.ReturnType)
                && (method.GetParameters() is [{ ParameterType: var site }] && site == typeof(Website)
                    || method.GetParameters() is [{ ParameterType: var files }] && files == typeof(IReadOnlyList<OutputFile>)
                    || method.GetParameters() is [{ ParameterType: var path }, { ParameterType: var bytes }] && path == typeof(string) && bytes == typeof(byte[])));
}
