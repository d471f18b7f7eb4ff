using System.Collections.Immutable;
using System.Text;
using Site.Cli.Reports;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Privacy.Leaks;

namespace Site.Tests;

/// <summary>No command repeats what a line of <c>input/canaries.txt</c> keeps back, wherever somebody has written it and whatever is wrong there.</summary>
public class DiscretionTests
{
    private const string Name = "慕容示例丙";
    private const string Short = "暗巷尾灯";
    private const string Telephone = "15400000777";
    private const string Sentence = "夜里，后门“常年”上锁——老板知情。";
    private static readonly string[] Canaries = [Name, Short, Telephone, Sentence];

    [Theory]
    [InlineData("quiz import bank.csv --format csv --output content/quizzes/new.md")]
    [InlineData("quiz import bank.txt --format text --output content/quizzes/new.md")]
    [InlineData("quiz export q --format gift")]
    [InlineData("quiz levels trial.csv")]
    [InlineData("accept in.zip --as-of 2026-06-10")]
    [InlineData("sign content/pages/bad.md --role 科室审核 --by 示例科")]
    [InlineData("check --as-of 2026-06-10 --internal")]
    [InlineData("build --as-of 2026-06-10 --no-search")]
    [InlineData("codeowners")]
    public async Task What_is_wrong_with_content_is_said_without_it(string command)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        Write(site);
        site.Write("input/policy.yaml", command is "codeowners" ? $"signOff:\n  {Short}: [{Name}]\n" : "signOff:\n  page: [科室审核]\n");

        await AssertDiscreetAsync(site, command);
    }

    [Theory]
    [InlineData("input/units.csv", "id,name,parent,level,sector\ncity,示例市,,慕容示例丙,暗巷尾灯\n暗巷尾灯,慕容示例丙,15400000777,street,\n")]
    [InlineData("input/forms/sample.yaml", "id: sample\nversion: 暗巷尾灯\n慕容示例丙: 1\ntitle: 15400000777\nyear: 暗巷尾灯\n")]
    [InlineData("input/tables.yaml", "tables:\n  - {id: 暗巷尾灯, title: 慕容示例丙, indicators: [慕容示例丙], dimensions: [暗巷尾灯], areas: 慕容示例丙}\n")]
    [InlineData("input/duties.yaml", "year: 2026\nduties:\n  - {id: weekly, title: 周报, form: 慕容示例丙, units: {levels: [暗巷尾灯]}, every: 慕容示例丙, from: 15400000777}\n暗巷尾灯: 1\n")]
    [InlineData("input/plan.yaml", "year: 2026\ntasks:\n  - {id: 暗巷尾灯, title: 甲, office: 乙, duty: 慕容示例丙, public: 暗巷尾灯}\n")]
    [InlineData("input/policy.yaml", "exposureDays: [暗巷尾灯]\nkeepRectifiedDays: 慕容示例丙\n暗巷尾灯: 15400000777\n")]
    [InlineData("input/returns/2026-06-14.csv", "form,unit,as_of,indicator,value\n暗巷尾灯,慕容示例丙,15400000777,慕容示例丙,暗巷尾灯\nsample,暗巷尾灯,2026-06-14,慕容示例丙,暗巷尾灯\n")]
    [InlineData("input/exposures/2026.csv", "id,kind,published,暗巷尾灯\n慕容示例丙,暗巷尾灯,15400000777,慕容示例丙\n")]
    [InlineData("input/received.csv", "duty,unit,due,on\n暗巷尾灯,慕容示例丙,15400000777,慕容示例丙\n")]
    [InlineData("收回/示例.csv", "暗巷尾灯,慕容示例丙,15400000777\n（盖章）,文本,暗巷尾灯\n填报日期,日期,慕容示例丙\n开展集中学习,场,慕容示例丙\n")]
    public async Task What_is_wrong_with_input_is_said_without_it(string file, string text)
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        site.Write("input/canaries.txt", string.Join('\n', Canaries));
        site.Write(file, text);

        foreach (var command in new[]
        {
            "check --as-of 2026-06-21 --internal", "stats release 2026-06-14 --as-of 2026-06-14 --internal", "stats audit --internal", "stats import 收回", "stats import 收回 --preview", "stats template sample out.xlsx",
            "office due", "office received weekly 示例一街道", "office calendar", "office remind", "office summary sample --as-of 2026-06-14", "office report", "office bulletin", "office plan",
        })
        {
            await AssertDiscreetAsync(site, command);
        }
    }

    [Fact]
    public void Only_the_paths_that_may_be_said_are_not_looked_at()
    {
        var canaries = Encoding.UTF8.GetBytes(Name);
        var discretion = new Discretion(LeakScanner.Create(PrivateInput.Read([new("input/canaries.txt", canaries.Length, () => canaries)]).Value, []));
        discretion.MaySay(ImmutableHashSet.Create($"content/pages/{Name}.md"));

        var said = new[] { $"content/pages/{Name}.md", $"content/guides/{Name}.md" }.Select(path => discretion.Hide(Diagnostic.Warning("a/b", new(path, 1, 1), "甲。", "乙。")).Location.Path);

        Assert.Equal([$"content/pages/{Name}.md", "content/guides/■■.md"], said);
    }

    [Fact]
    public async Task What_the_site_shows_is_said_and_anybody_elses_number_is_not()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        site.Write("site.yaml", site.Read("site.yaml").Replace("宣教科（示例）", "宣教科（示例），电话 0571-55550101", StringComparison.Ordinal));
        Assert.Contains("0571-55550101", site.Read("site.yaml"), StringComparison.Ordinal);
        site.Write("content/pages/office.md", "---\ntitle: 联系我们\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\npublicContacts: [\"0571-55550202\"]\n---\n电话 0571-55550202。\n");
        site.Write("content/pages/bad.md", "---\ntitle: 示例\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ndate: 电话0571-55550101\nupdated: 电话0571-55550202\npublish: 电话0571-55550303\n---\n正文。\n");
        site.Write("input/policy.yaml", "signOff:\n  pages: [科室审核]\n");

        var said = (await SiteProgram.RunAsync(["sign", site.In("content/pages/bad.md"), "--role", "科室审核", "--by", "示例科", "--site", site.Path])).Error;

        Assert.Contains("0571-55550101", said, StringComparison.Ordinal);
        Assert.Contains("0571-55550202", said, StringComparison.Ordinal);
        Assert.DoesNotContain("0571-55550303", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_return_is_told_with_the_place_of_the_first()
    {
        using var site = new SiteFolder(SiteFolder.AboutPage);
        OfficeMonth.Write(site, "");
        var first = await SiteProgram.RunAsync(["stats", "import", site.In("收回/2026-06-14/示例一街道.csv"), "--site", site.Path]);

        var again = await SiteProgram.RunAsync(["stats", "import", site.In("收回/2026-06-14/示例一街道.csv"), "--site", site.Path]);

        Assert.Equal((0, 1), (first.ExitCode, again.ExitCode));
        Assert.Contains("的 “sample” 在 input/returns/2026-06-14-sample-street-01.csv:", again.Error, StringComparison.Ordinal);

        site.Write("input/canaries.txt", "已经报过\n");
        var kept = await SiteProgram.RunAsync(["stats", "import", site.In("收回/2026-06-14/示例一街道.csv"), "--site", site.Path]);
        Assert.Contains("原文里有不公开的内容（来自 input 的非公开内容：input/canaries.txt 里的一行），所以不显示。", kept.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("已经报过", kept.Error, StringComparison.Ordinal);
    }

    /// <summary>Runs a command, names of files in it below the site folder, and holds what it says against the canaries.</summary>
    private static async Task AssertDiscreetAsync(SiteFolder site, string command)
    {
        var words = command.Split(' ').Select(word => word.Contains('.') && !word.StartsWith('-') || word == "收回" ? site.In(word) : word);
        var run = await SiteProgram.RunAsync([.. words, "--site", site.Path]);

        Assert.All(Canaries, canary => Assert.False((run.Output + run.Error).Contains(canary, StringComparison.Ordinal), $"{command}:\n{run.Output}{run.Error}"));
    }

    private static void Write(SiteFolder site)
    {
        var wrong = $"---\ntitle: 示例\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ndate: {Name}\ntopic: {Short}\nupdated: {Telephone}\n{Short}: 1\n---\n[甲](/{Name}/)\n\n![{Short}](img/{Name}.png)\n\n<{Name} a=\"{Sentence}\">\n";
        site.Write("input/canaries.txt", string.Join('\n', Canaries));
        site.Write("content/pages/bad.md", wrong);
        site.Write("content/quizzes/q.md", $"---\ntitle: 测验\nsummary: 示例\nsource: 示例\nreviewer: 示例科室\ndate: {Name}\n---\n## {Short}在哪里？ {{#{Name} .{Short}}}\n\n- [x] 甲\n- [ ] {Name}\n");
        site.Write("bank.csv", $"题型,题干,选项A,选项B,答案,{Short},解析\n单选题,{Short}在哪里？,{Name},乙,{Short},{Name},无\n{Short},电话{Telephone},甲,乙,A,x,y\n判断题,{Name},,,{Short},,\n");
        site.Write("bank.txt", $"1.{Short}（{Name}）\nA.甲\nB.{Name}\n2.{Sentence}\n");
        site.Write("trial.csv", $"{Name},{Short},correct\n{Name},{Short},{Telephone}\n");
        site.Write("in.zip", OfficeFiles.Pack(new()
        {
            ["submission.json"] = "{\"format\":1,\"office\":\"示例科\",\"note\":\"\"}"u8.ToArray(),
            ["files/content/pages/new.md"] = Encoding.UTF8.GetBytes(wrong.Replace("title: 示例", "title: 另一页", StringComparison.Ordinal)),
        }));
    }
}
