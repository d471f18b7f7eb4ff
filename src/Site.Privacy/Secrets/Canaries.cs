using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Privacy.Secrets;

/// <summary><c>input/canaries.txt</c>: names, telephones and sentences that must never be published, one a line.</summary>
public static class Canaries
{
    public const string Path = "input/canaries.txt";
    private const int LargestInBytes = 1024 * 1024;
    private const int LongestLine = 1000;

    /// <returns>The lines; empty ones and those that begin with # are notes.</returns>
    internal static IEnumerable<string> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (file.Length > LargestInBytes)
        {
            diagnostics.Add(Diagnostic.Error("canaries/too-large", new(file.Path), $"文件有 {file.Length / 1024} KB，最多 {LargestInBytes / 1024} KB。", "每行写一个姓名、电话或一句话，不要放整份材料。"));
            return [];
        }

        var lines = Encoding.UTF8.GetString(file.Load()).TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Contains('\uFFFD') || lines[i].Length > LongestLine)
            {
                diagnostics.Add(Diagnostic.Error(lines[i].Length > LongestLine ? "canaries/too-long" : "canaries/not-utf8", new(file.Path, i + 1),
                    lines[i].Length > LongestLine ? $"这一行有 {lines[i].Length} 个字，最多 {LongestLine} 个。" : "这一行不是 UTF-8 文字。",
                    lines[i].Length > LongestLine ? "每行只写一个要防止泄露的内容。" : "在编辑器里选“以 UTF-8 编码保存”，再提交一次。"));
                lines[i] = "";
            }
        }

        return lines.Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');
    }
}
