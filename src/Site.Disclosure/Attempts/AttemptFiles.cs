using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>The files of quiz attempts: <c>input/attempts/*.csv</c> and <c>.parquet</c>. They are only named here, never loaded.</summary>
public static class AttemptFiles
{
    private const string Folder = "input/attempts/";

    /// <returns>Their paths, in order, and a problem for each file beside them that is none.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    public static Checked<ImmutableArray<string>> Find(ImmutableArray<SourceFile> files)
    {
        var all = files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path != Folder + "README.md").ToArray();
        var found = all.Where(file => file.Path.LastIndexOf('/') == Folder.Length - 1
            && (file.Path.EndsWith(".csv", StringComparison.Ordinal) || file.Path.EndsWith(".parquet", StringComparison.Ordinal)));
        ImmutableArray<string> paths = [.. found.Select(file => file.Path)];
        return new(paths, [.. all.Select(file => file.Path).Except(paths).Select(path => Problem.Error("attempts/not-read", new(path),
            "答题记录只读 input/attempts/ 下的 .csv 和 .parquet 文件，这个文件不会被统计。", "请转成 .csv（UTF-8）或 .parquet 直接放在 input/attempts/，或者移走。"))]);
    }
}
