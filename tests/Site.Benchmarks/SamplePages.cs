using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Sources;

namespace Site.Benchmarks;

/// <summary>News pages of about 3 KB, all made up: headings, a list, a table, a quote, links.</summary>
internal static class SamplePages
{
    public static SourceFile Settings { get; } = File("site.yaml", "title: 示例\nurl: https://example.org/\norganiser: 示例单位\n");

    /// <returns>As many pages as asked for, 1 or more.</returns>
    public static ImmutableArray<SourceFile> News(int count) => [.. Enumerable.Range(0, count).Select(Page)];

    private static SourceFile Page(int number)
    {
        var day = new DateOnly(2019, 1, 1).AddDays(number % 2500);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"---\ntitle: 示例社区检查消防通道（第{number}期）\ndate: {day:yyyy-MM-dd}\n");
        text.Append("summary: 示例社区组织居民清理消防通道。\ntags: [消防, 燃气, 演练]\nsectors: [fire]\nsource: 示例单位\nreviewer: 示例审核单位\n---\n\n");
        for (var section = 1; section <= 5; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {section}. 检查安全出口\n\n");
            text.Append(string.Concat(Enumerable.Repeat("**安全出口**：示例社区开展检查，重点关注疏散标志与灭火器配置，发现问题已当场整改。", 5))).Append("\n\n");
        }

        text.Append("| 单位 | 场次 |\n| --- | ---: |\n| 示例街道 | 3 |\n| 示例社区 | 5 |\n\n> 相关记录已归档备查。\n\n- 第一项\n- 第二项\n\n更多内容见[网站](https://example.org/1)。\n");
        return File($"content/news/{day.Year}/{day:MM-dd}-{number:D6}.md", text.ToString());
    }

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}
