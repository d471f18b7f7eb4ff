namespace Site.Tests;

public class SignCommandTests
{
    private const string Sample =
        """
        -- content/warnings/a.md --
        ---
        title: 示例事故
        date: 2026-05-12
        summary: 示例
        source: 示例
        reviewer: 示例科室
        occurred: 2020-01-01
        place: 示例市
        image: img/a.svg
        imageAlt: 示例图
        ---
        正文。
        -- content/warnings/img/a.svg --
        <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="10" height="10"/></svg>
        -- input/policy.yaml --
        signOff:
          warnings: [科室审核, 分管领导]
        """;

    [Fact]
    public async Task A_page_that_nobody_signed_is_not_published()
    {
        using var site = new SiteFolder(Sample);

        var run = await CheckAsync(site);

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            """
            content/warnings/a.md:1:1: error sign-off/missing
              警示发布前要有“分管领导”签核，现在还没有。
              核对无误后运行：site sign content/warnings/a.md --role 分管领导 --by 科室名称

            content/warnings/a.md:1:1: error sign-off/missing
              警示发布前要有“科室审核”签核，现在还没有。
              核对无误后运行：site sign content/warnings/a.md --role 科室审核 --by 科室名称

            2 个错误，0 个警告

            """,
            run.Error);
    }

    [Fact]
    public async Task Two_offices_sign_and_the_page_says_who_and_when()
    {
        using var site = await SignedAsync();

        var run = await SiteProgram.RunAsync("build", "--site", site.Path, "--as-of", "2026-06-10", "--no-search");

        Assert.Equal("0 个错误，0 个警告", run.LastLine);
        var page = site.Read("output/warnings/a/index.html");
        Assert.Contains("<dt>科室审核</dt>", page, StringComparison.Ordinal);
        Assert.Contains("示例宣教科 <time datetime=\"2026-06-01\">2026年6月1日</time>", page, StringComparison.Ordinal);
        Assert.Contains("示例分管领导 <time datetime=\"2026-06-02\">2026年6月2日</time>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Files("output").Keys, path => path.Contains("policy", StringComparison.Ordinal) || path.Contains("sign-offs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("content/warnings/a.md", "正文。", "正文！")]
    [InlineData("content/warnings/a.md", "示例市", "示例县")]
    [InlineData("content/warnings/img/a.svg", "10", "11")]
    public async Task A_change_of_one_character_in_text_fields_or_pictures_voids_every_sign_off(string path, string from, string to)
    {
        using var site = await SignedAsync();
        site.Write(path, site.Read(path).Replace(from, to, StringComparison.Ordinal));

        var run = await SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10", "--format", "github");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Output.Split('\n').Count(line => line.StartsWith("::error file=content/warnings/a.md,line=1,col=1,title=sign-off/void::", StringComparison.Ordinal)));
        Assert.Contains("示例宣教科在 2026-06-01 作了“科室审核”签核，之后文字、图片或数据又改过，签核已失效。", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_line_ends_change_nothing()
    {
        using var site = await SignedAsync();
        site.Write("content/warnings/a.md", site.Read("content/warnings/a.md").Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.Equal(0, (await CheckAsync(site)).ExitCode);
    }

    [Theory]
    [InlineData("示例宣教科")]
    [InlineData("示例 宣教科")]
    public async Task One_office_cannot_sign_for_two_roles(string office)
    {
        using var site = new SiteFolder(Sample);
        await SignAsync(site, "科室审核", "示例宣教科", "2026-06-01");
        var before = site.Files();

        var run = await SignAsync(site, "分管领导", office, "2026-06-02");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("input/sign-offs/content/warnings/a.md.csv:2:1: error sign-off/same-office\n  “科室审核”和“分管领导”都由示例宣教科签核，两个环节要由不同的科室把关。", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task A_ledger_in_which_somebody_wrote_one_office_twice_is_caught_by_the_build()
    {
        using var site = await SignedAsync();
        const string Ledger = "input/sign-offs/content/warnings/a.md.csv";
        site.Write(Ledger, site.Read(Ledger).Replace("示例分管领导", "示例宣教科", StringComparison.Ordinal));

        Assert.Contains("error sign-off/same-office", (await CheckAsync(site)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_again_replaces_what_is_void()
    {
        using var site = await SignedAsync();
        site.Write("content/warnings/a.md", site.Read("content/warnings/a.md").Replace("正文。", "改过。", StringComparison.Ordinal));
        await SignAsync(site, "分管领导", "示例分管领导", "2026-06-05");
        await SignAsync(site, "科室审核", "示例宣教科", "2026-06-04");

        Assert.Equal(0, (await CheckAsync(site)).ExitCode);
        Assert.Equal(3, site.Read("input/sign-offs/content/warnings/a.md.csv").TrimEnd('\n').Split('\n').Length);
    }

    [Theory]
    [InlineData("分管", "示例办", "警示的签核环节是科室审核、分管领导，没有“分管”。")]
    [InlineData("科室审核", "李四海", "--by 只写科室或单位，不写个人的姓名和电话：它会公布在网页上。")]
    [InlineData("科室审核", "示例科16900000008", "--by 只写科室或单位，不写个人的姓名和电话：它会公布在网页上。")]
    [InlineData("科室审核", "示例科,x", "--by 要写 1 到 60 个字的科室名称，不能有逗号、引号和看不见的字符。")]
    [InlineData("科室审核", "示例\u202E科", "--by 要写 1 到 60 个字的科室名称，不能有逗号、引号和看不见的字符。")]
    public async Task What_cannot_be_a_sign_off_is_refused_in_one_line(string role, string office, string says)
    {
        using var site = new SiteFolder(Sample);

        (await SignAsync(site, role, office, "2026-06-01")).AssertEnvironmentFailed(says);
        Assert.False(Directory.Exists(site.In("input/sign-offs")));
    }

    [Theory]
    [InlineData("content/warnings/b.md", "找不到 content/warnings/b.md。")]
    [InlineData("site.yaml", "input/policy.yaml 没有要求 site.yaml 这一类内容签核。")]
    [InlineData("../other", "找不到 ../other。")]
    public async Task What_needs_no_sign_off_is_not_signed(string file, string says)
    {
        using var site = new SiteFolder(Sample);

        (await SiteProgram.RunAsync("sign", file, "--role", "科室审核", "--by", "示例科", "--site", site.Path)).AssertEnvironmentFailed(says);
    }

    [Fact]
    public async Task A_table_of_exposures_and_a_release_are_signed_as_a_whole()
    {
        using var site = new SiteFolder("-- content/news/x/a.txt --\n-- input/policy.yaml --\nsignOff: {exposures: [科室审核]}\n-- input/exposures/README.md --\n说明\n-- input/exposures/2026.csv --\nid,published,kind,enterprise,credit_code,area,sector,place,hazard,legal_basis,decision,deadline,status,status_on,source,reporter,contact,note");
        var first = await CheckAsync(site);
        await SiteProgram.RunAsync("sign", "input/exposures/2026.csv", "--role", "科室审核", "--by", "示例科", "--site", site.Path, "--as-of", "2026-06-01");

        var second = await CheckAsync(site);

        Assert.Contains("input/exposures/2026.csv:1:1: error sign-off/missing", first.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("sign-off", second.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("README", first.Error, StringComparison.Ordinal);
    }

    private static async Task<SiteFolder> SignedAsync()
    {
        var site = new SiteFolder(Sample);
        Assert.Equal(0, (await SignAsync(site, "科室审核", "示例宣教科", "2026-06-01")).ExitCode);
        Assert.Equal(0, (await SignAsync(site, "分管领导", "示例分管领导", "2026-06-02")).ExitCode);
        return site;
    }

    private static Task<SiteRun> SignAsync(SiteFolder site, string role, string office, string day) =>
        SiteProgram.RunAsync("sign", "content/warnings/a.md", "--role", role, "--by", office, "--site", site.Path, "--as-of", day);

    private static Task<SiteRun> CheckAsync(SiteFolder site) => SiteProgram.RunAsync("check", "--site", site.Path, "--as-of", "2026-06-10");
}
