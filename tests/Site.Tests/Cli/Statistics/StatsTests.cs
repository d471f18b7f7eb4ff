namespace Site.Tests;

public class StatsTests
{
    private const string Units = "id,name,parent,level,sector\ncity,示例市,,city,\nstreet-a,示例街道,city,street,\n";

    [Fact]
    public async Task An_empty_form_goes_out_and_comes_back_as_returns()
    {
        using var site = new SiteFolder($"-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}");
        var file = site.In("统计表.csv");

        var template = await SiteProgram.RunAsync("stats", "template", "sample", file, "--site", site.Path);
        Assert.Equal((0, file + "\n"), (template.ExitCode, template.Output));
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("开展集中学习,场,", "开展集中学习,场,12").Replace("电话,文本,", "电话,文本,13900000001"));

        var import = await SiteProgram.RunAsync("stats", "import", file, "--unit", "street-a", "--as-of", "2026-06-20", "--site", site.Path);
        Assert.Equal((0, "已导入 1 份报表（1 个单位）：填报 1 个数，3 个空格没有填报；已丢弃 1 项个人信息。\n"), (import.ExitCode, import.Error));
        var written = site.Read("input/returns/2026-06-20-sample-street-a.csv");
        Assert.Contains("sample,street-a,2026-06-20,sample.study.sessions,12\n", written);
        Assert.DoesNotContain("1390000", written + import.Output + import.Error);
    }

    [Fact]
    public async Task Where_anything_is_wrong_nothing_is_written()
    {
        using var site = new SiteFolder($"-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}\n-- a.csv --\nform,unit,as_of,indicator,value\nsample,street-a,2026-06-20,sample.study.sessions,300余\n");
        var before = site.Files();

        var run = await SiteProgram.RunAsync("stats", "import", site.In("a.csv"), "--site", site.Path);

        Assert.Equal((1, "", "1 个错误，0 个警告"), (run.ExitCode, run.Output, run.LastLine));
        Assert.Contains("a.csv:2:50: error returns/not-a-figure", run.Error);
        Assert.DoesNotContain("300", run.Error);
        Assert.Equal(before, site.Files());
    }

    [Theory]
    [InlineData("2099-06-20", "returns/future-day")]
    [InlineData("2025-06-20", "returns/outside-campaign")]
    public async Task A_day_to_come_or_without_a_campaign_stops_an_import_and_a_check(string day, string code)
    {
        var table = $"form,unit,as_of,indicator,value\nsample,street-a,{day},sample.study.sessions,3\n";
        using var site = new SiteFolder($"{SiteFolder.AboutPage}\n-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}\n-- a.csv --\n{table}-- input/returns/a.csv --\n{table.Replace("street-a", "city")}");

        var import = await SiteProgram.RunAsync("stats", "import", site.In("a.csv"), "--site", site.Path);
        Assert.Equal((1, ""), (import.ExitCode, import.Output));
        Assert.Contains($"a.csv:2:50: error {code}", import.Error);

        var check = await SiteProgram.RunAsync("check", "--internal", "--site", site.Path);
        Assert.Contains($"input/returns/a.csv:2:46: error {code}", check.Output + check.Error);
        Assert.Contains("“示例市”", check.Output + check.Error);
        var outside = await SiteProgram.RunAsync("check", "--site", site.Path);
        Assert.Contains($"error {code}", outside.Output + outside.Error);
        Assert.DoesNotContain("“示例市”", outside.Output + outside.Error);
    }

    [Fact]
    public async Task On_a_log_of_continuous_integration_an_import_names_no_unit()
    {
        using var site = new SiteFolder($"-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}\n-- a.csv --\nform,unit,as_of,indicator,value\nsample,street-a,2099-06-20,sample.study.sessions,3\n");
        var environment = SiteProgram.Environment;

        var office = await SiteProgram.RunAsync(environment with { Variable = _ => null }, "stats", "import", site.In("a.csv"), "--site", site.Path);
        Assert.Contains("“示例街道”", office.Error);
        var log = await SiteProgram.RunAsync(environment with { Variable = name => name == "CI" ? "true" : null }, "stats", "import", site.In("a.csv"), "--site", site.Path);
        Assert.Contains("returns/future-day", log.Error);
        Assert.DoesNotContain("示例街道", log.Error);
    }

    /// <summary>A date that has not come, figures that fall, an unknown indicator, a file that is none: whatever is wrong, the name of the file may be the unit's.</summary>
    [Theory]
    [InlineData("示例街道.csv", "form,unit,as_of,indicator,value\nsample,street-a,2099-06-20,sample.study.sessions,3\n")]
    [InlineData("示例街道 6月.csv", "form,unit,as_of,indicator,value\nsample,street-a,2026-06-20,sample.study.sessions,许多\n")]
    [InlineData("收到/示例街道.csv", "form,unit,as_of,indicator,value\nsample,street-a,2026-06-20,sample.study.none,3\n")]
    [InlineData("示例街道.xlsx", "这不是表格")]
    [InlineData("示例街道.docx", "")]
    public async Task On_a_log_of_continuous_integration_an_import_names_no_file_of_a_unit(string name, string text)
    {
        using var site = new SiteFolder($"-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}");
        site.Write(name, text);

        var office = await SiteProgram.RunAsync(SiteProgram.Environment with { Variable = _ => null }, "stats", "import", site.In(name), "--site", site.Path);
        Assert.Contains("示例街道", office.Error);
        var log = await SiteProgram.RunAsync(SiteProgram.Environment with { Variable = one => one == "CI" ? "true" : null }, "stats", "import", site.In(name), "--site", site.Path);
        Assert.Equal(office.ExitCode, log.ExitCode);
        Assert.Contains("error ", log.Error);
        Assert.DoesNotContain("示例街道", log.Output + log.Error);
    }

    /// <summary>No mistake of the unit's figures, but of its file: a check on the office's machine says which, a log of continuous integration does not.</summary>
    [Theory]
    [InlineData("form,unit,as_of,indicator,value\nsample,street-a,2026-06-20,sample.study.sessions,\"3\n")]
    [InlineData("form,unit,as_of,indicator\nsample,street-a,2026-06-20,sample.study.sessions\n")]
    [InlineData("form,unit,as_of,indicator,value\nsample,nobody,2026-06-20,sample.study.sessions,3\n")]
    public async Task On_a_log_of_continuous_integration_no_check_or_release_names_a_returned_file(string text)
    {
        using var site = new SiteFolder($"{SiteFolder.AboutPage}\n-- input/forms/sample.yaml --\n{SampleForms.Short}\n-- input/units.csv --\n{Units}");
        site.Write("input/returns/示例街道6月.csv", text);
        foreach (var command in new string[][] { ["check"], ["build"], ["stats", "release", "2026-06-20", "--as-of", "2026-06-20"], ["stats", "audit"] })
        {
            var office = await SiteProgram.RunAsync(SiteProgram.Environment with { Variable = _ => null }, [.. command, "--site", site.Path]);
            Assert.Contains("示例街道6月", office.Output + office.Error);
            var log = await SiteProgram.RunAsync(SiteProgram.Environment with { Variable = one => one == "CI" ? "true" : null }, [.. command, "--site", site.Path]);
            Assert.Equal(office.ExitCode, log.ExitCode);
            Assert.Contains("error ", log.Output + log.Error);
            Assert.DoesNotContain("示例街道6月", log.Output + log.Error);
        }
    }

    [Fact]
    public async Task A_file_is_never_overwritten_and_a_missing_one_is_named()
    {
        using var site = new SiteFolder($"-- input/forms/sample.yaml --\n{SampleForms.Short}");

        (await SiteProgram.RunAsync("stats", "template", "sample", site.In("site.yaml"), "--format", "docx", "--site", site.Path)).AssertEnvironmentFailed("已经有了，没有改动它。");
        (await SiteProgram.RunAsync("stats", "template", "sample", site.In("a.pdf"), "--site", site.Path)).AssertEnvironmentFailed("看不出要写成什么格式");
        (await SiteProgram.RunAsync("stats", "import", site.In("gone.docx"), "--site", site.Path)).AssertEnvironmentFailed("找不到文件");
        (await SiteProgram.RunAsync("stats")).AssertEnvironmentFailed("没有写要做什么，可以写：template、import");
    }
}
