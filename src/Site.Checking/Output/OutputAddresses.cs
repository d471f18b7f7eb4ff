using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Output;

/// <summary>
/// Finds files that would overwrite one another. Capitals do not count, for they do not on the disks of Windows and macOS;
/// and a file cannot be a folder too.
/// </summary>
internal static class OutputAddresses
{
    public static IEnumerable<Problem> Find(IReadOnlyList<OutputFile> files)
    {
        var firsts = new Dictionary<string, string>(files.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var file in files)
        {
            if (!firsts.TryAdd(file.Path, file.Path))
            {
                yield return Twice(firsts[file.Path], file.Path);
            }
        }

        var byFolder = firsts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var path in firsts.Values)
        {
            for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
            {
                if (byFolder.TryGetValue(path.AsSpan(0, end), out var file))
                {
                    yield return Problem.Error("output/duplicate-address", OutputPaths.Place(path),
                        $"“{Quoted.Short(file)}” 既是一个文件，又是 “{Quoted.Short(path)}” 所在的文件夹。",
                        "给其中一个的来源文件改名。");
                }
            }
        }
    }

    private static Problem Twice(string first, string second) =>
        Problem.Error("output/duplicate-address", OutputPaths.Place(second),
            first == second
                ? $"有两个来源要写同一个文件 “{Quoted.Short(second)}”。"
                : $"“{Quoted.Short(first)}” 和 “{Quoted.Short(second)}” 只有大小写不同，在有些磁盘上是同一个文件。",
            "给其中一个页面、文件或标签改名，或删去多余的 redirectFrom。");
}
