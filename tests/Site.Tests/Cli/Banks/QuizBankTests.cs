namespace Site.Tests;

public class QuizBankTests
{
    private const string Quiz =
        """
        -- content/quizzes/oil.md --
        ---
        title: 油锅
        summary: 一道题
        source: 示例
        reviewer: 示例科室
        ---
        ## 油锅起火怎么办？ {#oil-01 .single}
        ![锅里冒着火](img/oil.svg)

        - [x] 盖锅盖
        - [ ] 浇水

        --- 解析
        隔绝空气。
        -- content/quizzes/img/oil.svg --
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>
        """;

    [Fact]
    public async Task A_bank_becomes_a_draft_that_lacks_only_what_its_editor_has_to_add()
    {
        using var site = new SiteFolder(Quiz);
        site.Write("bank.txt", "1.灭火器要检查。（√）\n2.谈谈体会。\n简答题\n3.谈谈。");
        site.Write("bank.gift", "$CATEGORY: 消防\n\n灭火器要检查吗？{=要 ~不要}\n\n谈谈体会。{}");
        var output = site.In("content/quizzes/消防.md");

        var run = await SiteProgram.RunAsync("quiz", "import", site.In("bank.gift"), "--format", "gift", "--output", output, "--report", site.In("report.txt"), "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("共 2 道题，写出 1 道，1 道没有带过来；1 处有丢失或者改变：", run.Error);
        Assert.Contains("没有带过来：这是问答题", site.Read("report.txt"));
        Assert.Contains("缺少字段 “source”", run.Error);
        Assert.Contains("缺少字段 “reviewer”", run.Error);
        Assert.Equal("2 个错误，1 个警告", run.LastLine);
        Assert.Contains("## 灭火器要检查吗？ {#消防-01 .single}", site.Read("content/quizzes/消防.md"));
        Assert.Equal(0, (await SiteProgram.RunAsync("check", "--site", site.Path)).ExitCode);

        var again = await SiteProgram.RunAsync("quiz", "import", site.In("bank.gift"), "--format", "gift", "--output", output, "--site", site.Path);
        again.AssertEnvironmentFailed("已经有了，没有改动它");
    }

    [Fact]
    public async Task A_bad_bank_writes_nothing_and_says_where_it_is_bad()
    {
        using var site = new SiteFolder(Quiz);
        site.Write("bank.txt", "1.好题（√）\n2.坏题\nA.甲\nB.乙");
        var before = site.Files();

        var run = await SiteProgram.RunAsync("quiz", "import", site.In("bank.txt"), "--format", "text", "--output", site.In("content/quizzes/new.md"), "--site", site.Path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("bank.txt:2:1: error bank/no-answer\n  第2题“坏题”没有答案。\n", run.Error);
        Assert.Equal(before, site.Files());
    }

    [Fact]
    public async Task A_quiz_goes_out_with_its_pictures_and_comes_back()
    {
        using var site = new SiteFolder(Quiz);

        var export = await SiteProgram.RunAsync("quiz", "export", "oil", "--format", "moodle-xml", "--output", site.In("oil.xml"), "--site", site.Path);
        var import = await SiteProgram.RunAsync("quiz", "import", site.In("oil.xml"), "--format", "moodle-xml", "--output", site.In("copy/oil.md"), "--site", site.Path);

        Assert.Equal(0, export.ExitCode);
        Assert.Contains("共 1 道题，写出 1 道；没有丢失，没有改变。", export.Error);
        Assert.Equal(0, import.ExitCode);
        Assert.Contains("没有丢失，没有改变。", import.Error);
        Assert.Equal(site.Read("content/quizzes/img/oil.svg"), site.Read("copy/img/oil.svg"));
        Assert.Contains("![锅里冒着火](img/oil.svg)", site.Read("copy/oil.md"));
    }

    [Fact]
    public async Task A_drawing_with_a_script_is_left_out_and_that_is_told()
    {
        using var site = new SiteFolder(Quiz);
        var svg = Convert.ToBase64String("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8);
        site.Write("bank.xml", $"<quiz><question type='truefalse'><questiontext><text><![CDATA[题<img src='@@PLUGINFILE@@/a.svg' alt='图'>]]></text><file name='a.svg' encoding='base64'>{svg}</file></questiontext><answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer></question></quiz>");

        var run = await SiteProgram.RunAsync("quiz", "import", site.In("bank.xml"), "--format", "moodle-xml", "--output", site.In("copy/a.md"), "--site", site.Path);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("图片 a.svg\n  - 没有带过来：", run.Error);
        Assert.Contains("error picture/", run.Error);
        Assert.Equal(["copy/a.md"], site.Files().Keys.Where(path => path.StartsWith("copy/", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("--format 可以是", "quiz", "import", "a.txt", "--format", "word")]
    [InlineData("找不到文件 missing.txt。", "quiz", "import", "missing.txt", "--format", "gift")]
    [InlineData("没有“none”这套测验，可以写：oil。", "quiz", "export", "none", "--format", "gift")]
    [InlineData("没有写要做什么，可以写：import、export、levels。", "quiz")]
    public async Task A_wrong_command_is_told_in_one_line(string says, params string[] arguments)
    {
        using var site = new SiteFolder(Quiz);

        var run = await SiteProgram.RunAsync([.. arguments, .. arguments.Length > 1 ? new[] { "--site", site.Path } : []]);

        run.AssertEnvironmentFailed(says);
    }
}
