using Site.Core.Diagnostics;

namespace Site.Core.Csv;

/// <summary>The diagnostics of one file, of which at most 50 are reported: a file with wrong columns has one in each row.</summary>
/// <param name="path">Path of the file.</param>
public sealed class RowDiagnostics(string path)
{
    private const int Most = 50;
    private readonly List<Diagnostic> diagnostics = [];

    public string Path => path;

    /// <summary>How many were found, reported or not.</summary>
    public int Count { get; private set; }

    /// <param name="line">From 1; likewise the column.</param>
    public void Report(string code, int line, int column, string message, string help)
    {
        Count++;
        if (Count <= Most)
        {
            diagnostics.Add(Diagnostic.Error(code, new(path, line, column), message, help));
        }
    }

    /// <summary>Adds the diagnostics to others, and a last one that counts those not reported.</summary>
    public void CopyTo(List<Diagnostic> others)
    {
        others.AddRange(diagnostics);
        if (Count > Most)
        {
            others.Add(Diagnostic.Error("input/more-problems", diagnostics[^1].Location, $"这个文件里还有 {Count - Most} 处问题没有列出。", "先改正列出的，再检查一次。"));
        }
    }
}
