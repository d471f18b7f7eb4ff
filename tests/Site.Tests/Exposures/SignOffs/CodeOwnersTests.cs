using Site.Exposures.SignOffs;

namespace Site.Tests;

public class CodeOwnersTests
{
    private const string Policy =
        """
        -- input/policy.yaml --
        signOff:
          warnings: [科室审核, 分管领导]
          exposures: [分管领导]
          owners:
            科室审核: ["@example/education"]
            分管领导: ["@example/leaders", leader@example.invalid]
        """;

    private const string Generated =
        """
        # 以下由 site codeowners 按 input/policy.yaml 生成，请勿手改
        /input/policy.yaml @example/leaders leader@example.invalid @example/education
        /.github/CODEOWNERS @example/leaders leader@example.invalid @example/education
        /input/sign-offs/ @example/leaders leader@example.invalid @example/education
        /input/exposures/ @example/leaders leader@example.invalid
        /input/sign-offs/input/exposures/ @example/leaders leader@example.invalid
        /content/warnings/ @example/education @example/leaders leader@example.invalid
        /input/sign-offs/content/warnings/ @example/education @example/leaders leader@example.invalid
        # 以上由 site codeowners 生成

        """;

    private static readonly SignOffRegistry Registry = SignOffReader.Read(new(SampleSite.Files(Policy))).Value;

    [Fact]
    public void It_is_written_from_the_policy() => Assert.Equal(Generated, CodeOwnersFile.Write("", Registry));

    [Fact]
    public void Lines_of_the_office_s_own_stay_before_the_generated_ones_and_writing_again_changes_nothing()
    {
        var written = CodeOwnersFile.Write("* @example/everybody\n", Registry);

        Assert.Equal("* @example/everybody\n\n" + Generated, written);
        Assert.Equal(written, CodeOwnersFile.Write(written, Registry));
        Assert.Equal("", Find(written));
    }

    [Fact]
    public void A_missing_file_and_one_from_an_older_policy_are_reported()
    {
        Assert.StartsWith(".github/CODEOWNERS:1:1: error code-owners/missing", Find(null), StringComparison.Ordinal);
        Assert.StartsWith(".github/CODEOWNERS:1:1: error code-owners/out-of-date", Find(Generated.Replace("# 以上由", "/content/laws/ @example/law\n# 以上由", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("* @example/everybody")]
    [InlineData("*.md @example/writers")]
    [InlineData("/content/ @example/writers")]
    [InlineData("warnings/ @example/writers")]
    [InlineData("/content/**/warnings/ @example/writers")]
    [InlineData("/content/warnings/")]
    public void A_later_rule_that_takes_a_signed_kind_from_its_owners_is_reported_at_its_line(string rule) =>
        Assert.StartsWith(".github/CODEOWNERS:11:1: error code-owners/overruled", Find($"{Generated}\n{rule}\n"), StringComparison.Ordinal);

    [Fact]
    public void A_rule_that_never_counts_is_reported_with_the_one_that_covers_it() =>
        Assert.Equal(
            """
            .github/CODEOWNERS:1:1: error code-owners/shadowed
              这一行 “/content/news/” 从不生效：第 2 行的 “/content/” 在它后面，也适合这些文件。
              删去这一行，或者把更具体的规则移到后面。
            """,
            Find("/content/news/ @example/news\n/content/ @example/writers\n\n" + Generated));

    [Theory]
    [InlineData("*", "a/b.md", true)]
    [InlineData("*.md", "content/a/b.md", true)]
    [InlineData("/content/", "content/a/b.md", true)]
    [InlineData("/content", "content/a/b.md", true)]
    [InlineData("/content", "contents/a.md", false)]
    [InlineData("content/*", "content/a.md", true)]
    [InlineData("content/*", "content/a/b.md", false)]
    [InlineData("/content/**", "content/a/b.md", true)]
    [InlineData("**/img/", "content/a/img/b.svg", true)]
    [InlineData("img/", "content/a/img/b.svg", true)]
    [InlineData("/img/", "content/a/img/b.svg", false)]
    [InlineData("content/?.md", "content/a.md", true)]
    [InlineData("(a|b)+", "content/a", false)]
    public void Patterns_are_read_as_GitHub_reads_them(string pattern, string path, bool isFor) =>
        Assert.Equal(isFor, new OwnerPattern(pattern).IsFor(path));

    [Fact]
    public async Task The_command_writes_the_file_and_the_check_is_content()
    {
        using var site = new SiteFolder(Policy + "\n-- content/news/x.txt --\nx\n-- .github/workflows/site.yml --\nname: x");
        var before = await CheckAsync(site);

        var run = await SiteProgram.RunAsync("codeowners", "--site", site.Path);

        Assert.Contains(".github/CODEOWNERS:1:1: error code-owners/missing", before.Error, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Generated, site.Read(".github/CODEOWNERS"));
        Assert.Equal(0, (await CheckAsync(site)).ExitCode);
    }

    [Theory]
    [InlineData("", "warning")]
    [InlineData("\n-- .github/dependabot.yml --\nversion: 2", "error")]
    [InlineData("\n-- .gitee/ISSUE_TEMPLATE.md --\nx", "warning")]
    public async Task Where_nothing_reads_the_file_its_absence_is_a_warning(string more, string severity)
    {
        using var site = new SiteFolder(Policy + "\n-- content/news/x.txt --\nx" + more);

        var run = await CheckAsync(site);

        Assert.Contains($".github/CODEOWNERS:1:1: {severity} code-owners/missing", run.Error, StringComparison.Ordinal);
        Assert.Equal(severity == "error" ? 1 : 0, run.ExitCode);
    }

    [Fact]
    public async Task Without_owners_in_the_policy_there_is_nothing_to_write()
    {
        using var site = new SiteFolder("-- input/policy.yaml --\nsignOff: {warnings: [科室审核]}");

        (await SiteProgram.RunAsync("codeowners", "--site", site.Path)).AssertEnvironmentFailed("没有写 owners");
    }

    private static string Find(string? text) =>
        string.Join('\n', CodeOwnersCheck.Compare(Registry, text, isOnGitHub: true, ["content/warnings/a.md", "content/news/b.md", "input/exposures/2026.csv"]).DistinctBy(diagnostic => diagnostic.Code));

    private static Task<SiteRun> CheckAsync(SiteFolder site) => SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10");
}
