using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>What runs in continuous integration is what somebody has read: actions of others are named by the hash of a commit, which nobody can move.</summary>
public partial class WorkflowsTests
{
    [Fact]
    public void Actions_are_pinned_by_hash_with_their_version_beside_it()
    {
        var folder = Path.Combine(Repository.Root, ".github");
        var uses = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => path.EndsWith(".yml", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(path => File.ReadLines(path).Select((text, at) => (Place: $"{Path.GetRelativePath(Repository.Root, path)}:{at + 1}", Text: text)))
            .Where(line => Uses().IsMatch(line.Text)).ToList();

        Assert.NotEmpty(uses);
        Findings.AssertNone(uses.Where(line => !Pinned().IsMatch(line.Text)).Select(line => $"{line.Place}: name the commit by its hash and the version in a comment: uses: owner/name@0123… # v1.2.3"));
    }

    [GeneratedRegex("^\\s*(?:-\\s*)?uses:\\s*(?![.]/)")]
    private static partial Regex Uses();

    [GeneratedRegex("uses:\\s*[A-Za-z0-9_./-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$")]
    private static partial Regex Pinned();
}
