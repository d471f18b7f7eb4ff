using Site.Model;

namespace Site.Disclosure;

/// <summary>Problems of one file, of which no more than a screenful is told: a file with the wrong columns has one in each row.</summary>
/// <param name="path">Path of the file.</param>
internal sealed class RowProblems(string path)
{
    private const int Most = 50;
    private readonly List<Problem> problems = [];

    public string Path => path;

    /// <summary>How many were found, told or not.</summary>
    public int Count { get; private set; }

    /// <param name="line">From 1; likewise the column.</param>
    public void Report(string code, int line, int column, string what, string cure)
    {
        Count++;
        if (Count <= Most)
        {
            problems.Add(Problem.Error(code, new(path, line, column), what, cure));
        }
    }

    /// <summary>Adds the problems to others, and a last one that counts those not told.</summary>
    public void MoveTo(List<Problem> others)
    {
        others.AddRange(problems);
        if (Count > Most)
        {
            others.Add(Problem.Error("input/more-problems", problems[^1].Where, $"这个文件里还有 {Count - Most} 处问题没有列出。", "先改正列出的，再检查一次。"));
        }
    }
}
