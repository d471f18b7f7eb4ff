using System.Text.RegularExpressions;
using Site.Core.Text;
using Site.Core.Yaml;

namespace Site.Tests;

/// <summary>
/// What runs in continuous integration, here and in the sites that <c>site init</c> makes, is what somebody has read: actions of others are named by the hash of a commit, which nobody can
/// move. A branch of a stranger is built without a secret and with a token that can only read; who writes a comment runs nothing of that branch.
/// </summary>
public partial class WorkflowsTests
{
    /// <summary>Every workflow, by its path in the repository.</summary>
    public static TheoryData<string> Workflows =>
    [
        .. new[] { ".github/workflows", "src/Site.Cli/New/Starter/.github/workflows", "src/Site.Cli/New/Starter/.gitea/workflows" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder))).Select(path => Path.GetRelativePath(Repository.Root, path)).Order(StringComparer.Ordinal),
    ];

    [Theory, MemberData(nameof(Workflows))]
    public void Actions_are_pinned_by_hash_with_their_version_beside_it(string path) =>
        Findings.AssertNone(Lines(path).Where(line => Uses().IsMatch(line.Text) && !Pinned().IsMatch(line.Text))
            .Select(line => $"{path}:{line.At}: name the commit by its hash and the version in a comment: uses: owner/name@0123… # v1.2.3"));

    [Theory, MemberData(nameof(Workflows))]
    public void No_workflow_runs_a_branch_of_others_with_the_rights_of_this_repository(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));

        Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("write-all", text, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^permissions:( \{\}$|\n  contents: read$)", text);
        // What others name goes into a script as a variable, never into its text.
        Findings.AssertNone(Scripts(path).Where(line => line.Text.Contains("${{", StringComparison.Ordinal)).Select(line => $"{path}:{line.At}: pass what others name as a variable: {line.Text.Trim()}"));
    }

    [Theory, MemberData(nameof(Workflows))]
    public void Whatever_may_write_fetches_no_branch_of_others(string path)
    {
        // A workflow that no pull request starts runs what is in this repository already.
        var isOfOthers = File.ReadAllText(Path.Combine(Repository.Root, path)) is var text && (text.Contains("pull_request:", StringComparison.Ordinal) || text.Contains("workflow_run:", StringComparison.Ordinal));
        foreach (var job in Jobs(path).Where(job => isOfOthers && Writes().IsMatch(job.Text)))
        {
            Assert.Matches("(?m)^    if: .*(github\\.event_name != 'pull_request'|workflow_run\\.event == 'pull_request'|head\\.repo\\.full_name == github\\.repository)", job.Text);
            Assert.True(!job.Text.Contains("actions/checkout", StringComparison.Ordinal) || job.Text.Contains("if: github.event_name != 'pull_request'", StringComparison.Ordinal), $"{path}: {job.Name}");
        }

        Assert.All(Jobs(path).Where(job => job.Text.Contains("site review", StringComparison.Ordinal) || job.Text.Contains(".ci/review", StringComparison.Ordinal)), job =>
        {
            Assert.DoesNotMatch(Writes(), job.Text);
            Assert.Equal(job.Text.Split("actions/checkout@").Length, job.Text.Split("persist-credentials: false").Length);
        });
    }

    [Fact]
    public void GitLab_gives_the_token_of_comments_to_a_step_that_fetches_nothing()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src/Site.Cli/New/Starter/.gitlab-ci.yml"));
        var jobs = GitLabJob().Split(text).ToDictionary(job => job.Split(':')[0], StringComparer.Ordinal);

        Assert.Contains("GIT_STRATEGY: none", jobs["comment"], StringComparison.Ordinal);
        Assert.Contains("name: review-comment", jobs["comment"], StringComparison.Ordinal);
        Assert.DoesNotContain("SITE_REVIEW_TOKEN", WithoutComments(string.Concat(jobs.Where(job => job.Key != "comment").Select(job => job.Value))), StringComparison.Ordinal);
        Assert.Contains("review/", jobs["review"], StringComparison.Ordinal);
        Assert.NotNull(YamlReader.Read(text, 1, ".gitlab-ci.yml", []));
    }

    [Theory]
    [InlineData("src/Site.Cli/New/Starter/.github/workflows/site.yml")]
    [InlineData("src/Site.Cli/New/Starter/.gitea/workflows/site.yml")]
    [InlineData("src/Site.Cli/New/Starter/.gitlab-ci.yml")]
    public void Each_platform_gives_reviewers_the_summary_the_pictures_and_the_preview(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));
        var script = File.ReadAllText(Path.Combine(Repository.Root, "src/Site.Cli/New/Starter/.ci/review"));

        Assert.Contains("sh .ci/review review-base", text, StringComparison.Ordinal);
        Assert.Contains("fonts-noto-cjk", text, StringComparison.Ordinal);
        Assert.All(["--preview review/preview.zip", "--pictures review/pictures", "review/summary.md", "GITHUB_STEP_SUMMARY"], part => Assert.Contains(part, script, StringComparison.Ordinal));
    }

    /// <summary>The summary is a stranger's: it may be long and be cut inside a character, or be no text at all.</summary>
    [Theory]
    [InlineData(".github/workflows/comment.yml")]
    [InlineData("src/Site.Cli/New/Starter/.github/workflows/comment.yml")]
    [InlineData("src/Site.Cli/New/Starter/.gitea/workflows/site.yml")]
    [InlineData("src/Site.Cli/New/Starter/.gitlab-ci.yml")]
    public async Task A_comment_is_made_of_whatever_the_summary_is(string path)
    {
        using var folder = new SiteFolder("");
        Directory.CreateDirectory(folder.In("summary"));
        var command = OfSummary().Match(File.ReadAllText(Path.Combine(Repository.Root, path))).Groups["command"].Value.Replace("review/", "summary/", StringComparison.Ordinal);
        await File.WriteAllTextAsync(folder.In("run.sh"), $"set -eo pipefail\ncd '{folder.Path}'\n{command}\necho\necho end\n");
        byte[][] summaries = ["# 审核\n可以发布。`a`\n"u8.ToArray(), [.. "x"u8, .. Enumerable.Repeat("审"u8.ToArray(), 20_000).SelectMany(bytes => bytes)], [0xFF, 0xFE, 0x41, 0xE5]];
        foreach (var (summary, shown) in summaries.Zip(["# 审核\n可以发布。a\n", "x审审审", "A"]))
        {
            await File.WriteAllBytesAsync(folder.In("summary/summary.md"), summary);

            var run = await SiteProgram.RunShellAsync($"bash '{folder.In("run.sh")}'");

            Assert.Equal(0, run.ExitCode);
            Assert.StartsWith(shown, run.Output, StringComparison.Ordinal);
            Assert.EndsWith("\nend\n", run.Output, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<(int At, string Text)> Lines(string path) => File.ReadLines(Path.Combine(Repository.Root, path)).Select((text, at) => (at + 1, text));

    /// <returns>The lines of the scripts that a workflow runs.</returns>
    private static IEnumerable<(int At, string Text)> Scripts(string path)
    {
        var inside = -1;
        foreach (var line in Lines(path))
        {
            var indent = line.Text.Length - line.Text.TrimStart().Length;
            inside = Run().IsMatch(line.Text) ? indent : inside >= 0 && line.Text.Length > 0 && indent <= inside ? -1 : inside;
            if (inside >= 0)
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<(string Name, string Text)> Jobs(string path) =>
        Job().Split(File.ReadAllText(Path.Combine(Repository.Root, path)).Split("\njobs:\n")[1]).Where(job => job.Trim().Length > 0 && !job.StartsWith("  #", StringComparison.Ordinal)).Select(job => (job.Split(':')[0].Trim(), job));

    private static string WithoutComments(string text) => Comment().Replace(text, "");

    [GeneratedRegex(@"(?<command>head -c 50000[^;\n]*)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex OfSummary();

    [GeneratedRegex("^\\s*(?:-\\s*)?uses:\\s*(?![.]/)")]
    private static partial Regex Uses();

    [GeneratedRegex("uses:\\s*[A-Za-z0-9_./-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$")]
    private static partial Regex Pinned();

    [GeneratedRegex("^\\s*(?:-\\s*)?run:")]
    private static partial Regex Run();

    [GeneratedRegex("(?m)^(?=  [a-z]+:$)")]
    private static partial Regex Job();

    [GeneratedRegex("(?m)^(?=[a-z.]+:$)")]
    private static partial Regex GitLabJob();

    [GeneratedRegex("(?m)^\\s*#.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("(?m)^      [a-z-]+: write$")]
    private static partial Regex Writes();
}
