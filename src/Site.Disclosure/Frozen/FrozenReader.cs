using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Reads all releases frozen in <c>input/releases/</c>.</summary>
internal static class FrozenReader
{
    private const long LargestFile = 64 * 1024 * 1024;

    /// <param name="files">Files of <c>input/</c>, in any order.</param>
    /// <returns>
    /// The releases that can be read, oldest first, and what is wrong with any: <c>release/merge-conflict</c>, <c>release/edited</c>,
    /// <c>release/wrong-name</c>, <c>release/stray-file</c>, <c>release/wrong-row</c> and the codes of unreadable files.
    /// </returns>
    public static Checked<ImmutableArray<FrozenRelease>> Read(ImmutableArray<SourceFile> files)
    {
        var problems = new List<Problem>();
        var releases = new List<FrozenRelease>();
        var frozen = files.Where(file => file.Path.StartsWith(FrozenNames.Folder, StringComparison.Ordinal));
        foreach (var folder in frozen.GroupBy(Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
        {
            if (folder.Key.Length == 0)
            {
                problems.AddRange(folder.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal)).Select(Stray));
            }
            else if (ReadFolder(folder.Key, [.. folder], problems) is { } release)
            {
                releases.Add(release);
            }
        }

        return new([.. releases.OrderBy(release => release.Safe.AsOf).ThenBy(release => release.Safe.Name, StringComparer.Ordinal)], [.. problems]);
    }

    /// <returns>The folder right below <c>input/releases/</c> in which a file lies; empty where it lies in none.</returns>
    private static string Folder(SourceFile file)
    {
        var rest = file.Path[FrozenNames.Folder.Length..];
        return rest.Contains('/') ? rest[..rest.IndexOf('/')] : "";
    }

    private static FrozenRelease? ReadFolder(string name, ImmutableArray<SourceFile> files, List<Problem> problems)
    {
        var folder = $"{FrozenNames.Folder}{name}/";
        if (!FrozenNames.IsReleaseName(name))
        {
            problems.Add(Problem.Error("release/wrong-name", new(folder + FrozenNames.Summary), $"一期数据的文件夹不能叫 {SafeWord.Quote(name)}。",
                "名字用小写字母、数字和单个连字符，例如 2026-06-28。"));
            return null;
        }

        var texts = new Dictionary<string, string>();
        var before = problems.Count;
        foreach (var file in files)
        {
            if (InputText.Read(file, LargestFile, problems) is { } text)
            {
                texts[file.Path[folder.Length..]] = text.ReplaceLineEndings("\n");
            }
        }

        foreach (var (file, text) in texts)
        {
            if (MergeMarkers.Find(folder + file, text, "release") is { } conflict)
            {
                problems.Add(conflict);
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        if (!texts.TryGetValue(FrozenNames.Summary, out var summary))
        {
            problems.Add(Problem.Error("release/no-summary", new(folder + FrozenNames.Summary), $"这一期缺少 {FrozenNames.Summary}。",
                "从版本库取回这个文件；不要这一期就删掉整个文件夹。"));
            return null;
        }

        var source = files.First(file => file.Path == folder + FrozenNames.Summary);
        var release = FrozenSummary.Read(name, source, texts, problems);
        if (release is null || problems.Skip(before).Any(problem => problem.Code != "release/edited"))
        {
            return null;
        }

        problems.AddRange(files.Where(file => file.Path[folder.Length..] is not (FrozenNames.Summary or FrozenNames.Categories)
            && release.Tables.All(table => table.Where.Path != file.Path)).Select(Stray));
        return release;
    }

    private static Problem Stray(SourceFile file) => Problem.Error("release/stray-file", new(file.Path),
        "这个文件不属于任何一期冻结的数据。", "把它移出 input/releases/；一期里的文件都由 site stats release 写出，不手工添加。");
}
