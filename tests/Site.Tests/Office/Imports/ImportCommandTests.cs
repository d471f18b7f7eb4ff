using System.Text;
using Site.Core.Office;
using Site.Office.Imports;
using Site.Statistics.Returns;
using Site.Statistics.Templates;

namespace Site.Tests;

public class ImportCommandTests
{
    private static readonly string Folder = OfficeSample.Units + OfficeSample.Form
        + OfficeSample.Duties("  - {id: weekly, title: 周报, form: sample, units: {levels: [街道]}, every: 周四, from: 2026-06-01, to: 2026-06-30}") + OfficeSample.Returns("jia-1 2026-06-11 3");

    [Fact]
    public async Task A_preview_says_what_would_change_and_writes_nothing()
    {
        using var site = new SiteFolder(Folder);
        site.Write("收回/示例甲一街道.csv", Form("示例甲一街道", "2026-06-18", "5"));
        site.Write("收回/示例乙一街道.csv", Form("示例乙一街道", "2026-06-18", "约5"));
        site.Write("收回/Thumbs.db", "x");
        site.Write("收回/~$示例乙一街道.docx", "x");
        var before = site.Files();

        var run = await RunAsync(site, "--preview");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(before, site.Files());
        Assert.Contains("示例甲一街道.csv：可以导入\n  示例甲一街道　示例活动情况统计表　截至 2026-06-18\n    上一次报到 2026-06-11：这次填了 1 个，空着 3 个\n    开展集中学习：3场 → 5场\n", run.Output);
        Assert.Contains("示例乙一街道.csv：有 1 处要改，不会导入\n  示例乙一街道　示例活动情况统计表　截至 2026-06-18\n", run.Output);
        Assert.DoesNotContain("Thumbs", run.Output + run.Error);
        Assert.DoesNotContain("~$", run.Output + run.Error);
    }

    [Fact]
    public async Task On_a_log_a_preview_shows_no_figure()
    {
        using var site = new SiteFolder(Folder);
        site.Write("收回/a.csv", Form("示例甲一街道", "2026-06-18", "57"));

        var run = await RunAsync(site, "--preview", SiteProgram.Environment with { Variable = name => name == "CI" ? "true" : null });

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("开展集中学习：变了", run.Output);
        Assert.DoesNotContain("57", run.Output + run.Error);
    }

    [Fact]
    public async Task What_was_refused_goes_back_marked_and_comes_in_again_when_mended()
    {
        using var site = new SiteFolder(Folder);
        site.Write("收回/示例乙一街道.csv", Form("示例乙一街道", "2026-06-18", "约5"));

        var refused = await RunAsync(site, "--problems");

        Assert.Equal(1, refused.ExitCode);
        Assert.Equal(["退回-示例乙一街道.csv.xlsx"], site.Files("office/退回").Keys);
        var workbook = await File.ReadAllBytesAsync(site.In("office/退回/退回-示例乙一街道.csv.xlsx"));
        using (var package = OfficePackage.Open(workbook, OfficeLimits.Form))
        {
            var sheets = Workbook.Open(package).Sheets;
            Assert.Equal(["填报", "要改的"], sheets.Select(sheet => sheet.Name));
            Assert.Contains(sheets[0].Rows(), row => row.Cells is [_, { Text: "开展集中学习" }, _, { Text: "约5" }, { Text: var remark }, ..] && remark.StartsWith("这里是约数", StringComparison.Ordinal));
        }

        // The style of the marked cell is not that of the others.
        var sheet = Encoding.UTF8.GetString(OfficeFiles.Parts(workbook)["xl/worksheets/sheet1.xml"]);
        Assert.Contains($"s=\"{(int)BookStyle.Marked}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">约5</t>", sheet);

        File.Delete(site.In("收回/示例乙一街道.csv"));
        site.Write("收回/b.xlsx", OfficeFiles.With(workbook, "xl/worksheets/sheet1.xml", Encoding.UTF8.GetBytes(sheet.Replace("约5", "5", StringComparison.Ordinal))));
        Assert.Equal(0, (await RunAsync(site)).ExitCode);
        Assert.Contains("sample,yi-1,2026-06-18,sample.study.sessions,5", site.Read("input/returns/2026-06-18-sample-yi-1.csv"));
    }

    [Fact]
    public async Task A_reminder_tells_why_a_return_was_refused_and_when_one_came_in()
    {
        using var site = new SiteFolder(Folder);
        var environment = SiteProgram.Environment with { Today = () => new(2026, 6, 20) };
        site.Write("收回/示例乙一街道.csv", Form("示例乙一街道", "2026-06-18", "约5"));
        await RunAsync(site, null, environment);
        Assert.False(Directory.Exists(site.In("office")));

        await SiteProgram.RunAsync(environment, "office", "remind", "--as-of", "2026-06-20", "--site", site.Path);
        Assert.Matches("没有收下，原因如下，改好后请重新发来：\n- 第 [0-9]+ 行，栏目 “开展专题学习” 的 “开展集中学习”：这里是约数", site.Read("office/催报/各单位/示例乙一街道.txt"));

        site.Write("收回/示例乙一街道.csv", Form("示例乙一街道", "2026-06-18", "5"));
        Assert.Equal(0, (await RunAsync(site, null, environment)).ExitCode);
        var run = await SiteProgram.RunAsync(environment, "office", "remind", "--as-of", "2026-06-20", "--site", site.Path);
        Assert.Contains("示例乙一街道  补   补   迟", run.Output);
        Assert.Contains("  新报的：周报（6月18日）：示例乙一街道", run.Output);
    }

    [Fact]
    public async Task An_old_document_comes_in_through_LibreOffice_where_it_is_installed()
    {
        using var site = new SiteFolder(Folder);
        site.Write("收回/示例甲一街道.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        var docx = OfficeFiles.Change(FormTemplate.Make(SampleSite.Files(Folder), "sample", "docx").Value!, "word/document.xml", document =>
        {
            foreach (var text in document.Descendants(OfficeFiles.W + "t"))
            {
                text.Value = text.Value.Replace("日期：〔    〕", "日期：〔2026-06-18〕").Replace("〔    〕场", "〔5〕场");
            }
        });
        site.Write("bin/filled.docx", docx);
        site.Write("bin/soffice", $"#!/bin/sh\nwhile [ \"$1\" != --outdir ]; do shift; done\ncp '{site.In("bin/filled.docx")}' \"$2/a.docx\"\n");
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(site.In("bin/soffice"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        var without = await RunAsync(site, null, SiteProgram.Environment with { Variable = _ => null });
        Assert.Contains("error document/unknown-format", without.Error);
        Assert.Contains("LibreOffice", without.Error);
        var with = await RunAsync(site, null, SiteProgram.Environment with { Variable = name => name == "PATH" ? site.In("bin") + ":/bin:/usr/bin" : null });
        Assert.Equal(0, with.ExitCode);
        Assert.Contains("sample,jia-1,2026-06-18,sample.study.sessions,5", site.Read("input/returns/2026-06-18-sample-jia-1.csv"));
    }

    [Fact]
    public void The_memory_of_an_import_holds_no_figure_and_no_name_of_a_file()
    {
        var files = SampleSite.Files(Folder);
        var received = ReturnsImport.Read(files, [SampleSite.File("李示例发来.csv", Encoding.UTF8.GetBytes(Form("示例乙一街道", "2026-06-18", "约4321").Replace("电话,文本,", "电话,文本,13900000001")))], new()).Value;

        var journal = Encoding.UTF8.GetString(ImportRecord.Add("", received, wasWritten: false, new(2026, 6, 20))!);

        Assert.Contains("2026-06-20,sample,yi-1,2026-06-18,", journal);
        Assert.DoesNotContain("4321", journal);
        Assert.DoesNotContain("李示例", journal);
        Assert.DoesNotContain("139", journal);
    }

    private static Task<SiteRun> RunAsync(SiteFolder site, string? option = null, Site.Cli.Infrastructure.SiteEnvironment? environment = null) =>
        SiteProgram.RunAsync((environment ?? SiteProgram.Environment) with { Today = environment?.Today ?? (() => new(2026, 6, 20)) },
            ["stats", "import", site.In("收回"), .. option is null ? Array.Empty<string>() : [option], "--site", site.Path]);

    private static string Form(string unit, string day, string sessions) => Encoding.UTF8.GetString(FormTemplate.Make(SampleSite.Files(Folder), "sample", "csv").Value!)
        .Replace("（盖章）,文本,", $"（盖章）,文本,{unit}").Replace("填报日期,日期,", $"填报日期,日期,{day}").Replace("开展集中学习,场,", $"开展集中学习,场,{sessions}");
}
