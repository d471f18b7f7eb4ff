using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;

namespace Site.Cli.Diff;

/// <summary>What a reviewer reads first, in Markdown: whether it can be published, which sign-offs are missing, what is wrong by file, and what changes for the public.</summary>
internal static class ReviewReport
{
    private const int MostProblems = 200;

    /// <param name="diagnostics">Of the site as it would be, sorted.</param>
    /// <param name="changes">What changes for the public, as Markdown; null where the site could not be drawn.</param>
    public static string Write(ImmutableArray<Diagnostic> diagnostics, string? changes)
    {
        var signOffs = diagnostics.Where(IsSignOff).ToArray();
        var problems = diagnostics.Where(one => !IsSignOff(one)).ToArray();
        var errors = problems.Count(one => one.Severity == Severity.Error);
        var text = new StringBuilder("# 审核\n\n");
        text.Append(errors > 0 ? string.Create(CultureInfo.InvariantCulture, $"**还不能发布：有 {errors} 个错误。**\n\n")
            : signOffs.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"**内容没有错误，还缺 {signOffs.Length} 项签核。**\n\n")
            : "**没有错误，签核齐全。**\n\n");
        WriteSignOffs(text, signOffs);
        WriteProblems(text, problems, errors);
        text.Append(changes ?? "# 公开内容的变化\n\n有不能公开的内容，或者页面画不出来，没有比较，也没有预览；先改好上面的错误。\n");
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static bool IsSignOff(Diagnostic one) => one.Code is "sign-off/missing" or "sign-off/void" or "sign-off/same-office";

    private static void WriteSignOffs(StringBuilder text, Diagnostic[] signOffs)
    {
        if (signOffs.Length == 0)
        {
            return;
        }

        text.Append("## 还缺的签核\n\n");
        foreach (var one in signOffs.Take(MostProblems))
        {
            text.Append($"- {MarkdownText.Plain(one.Location.Path)}：{MarkdownText.Plain(one.Message)}\n");
        }

        Rest(text, signOffs.Length, "项");
    }

    private static void WriteProblems(StringBuilder text, Diagnostic[] problems, int errors)
    {
        if (problems.Length == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"## 要改的地方：{errors} 个错误，{problems.Length - errors} 个提醒\n\n");
        foreach (var file in problems.Take(MostProblems).GroupBy(one => one.Location.Path))
        {
            text.Append($"### {MarkdownText.Plain(file.Key)}\n\n");
            foreach (var one in file)
            {
                text.Append(CultureInfo.InvariantCulture, $"- 第 {one.Location.Line} 行第 {one.Location.Column} 列，{(one.Severity == Severity.Error ? "**错误**" : "提醒")}：")
                    .Append($"{MarkdownText.Plain(one.Message, Longest)} {MarkdownText.Plain(one.Help, Longest)}（{MarkdownText.Plain(one.Code)}）\n");
            }

            text.Append('\n');
        }

        Rest(text, problems.Length, "处");
    }

    /// <summary>Messages are longer than titles, and their cures must be whole.</summary>
    private const int Longest = 600;

    private static void Rest(StringBuilder text, int count, string unit) =>
        text.Append(count > MostProblems ? string.Create(CultureInfo.InvariantCulture, $"\n另有 {count - MostProblems} {unit}没有列出。\n\n") : "\n");
}
