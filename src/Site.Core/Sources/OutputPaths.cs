using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Core.Sources;

/// <summary>Finds files whose names a disk cannot hold, or whose path would leave the output folder.</summary>
public static class OutputPaths
{
    /// <summary>The longest name of a file or folder on Linux, macOS and Windows file systems, in bytes of UTF-8 (NAME_MAX).</summary>
    public const int LongestName = 255;

    public static IEnumerable<Diagnostic> Find(IReadOnlyList<OutputFile> files) =>
        files.Select(file => file.Path).Select(Find).OfType<Diagnostic>();

    private static Diagnostic? Find(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan(range);
            if (name.IsEmpty || name is "." or ".." || !IsText(name))
            {
                return Diagnostic.Error("output/unsafe-path", LocationOf(path),
                    $"输出路径 “{Quoted.Short(path)}” 里有空的、只有点的或带不可见字符的一段。",
                    "改正产生这个地址的文件名、标签或 redirectFrom。");
            }

            if (name.Length >= 3 && name[0] is 'c' or 'C' or 'p' or 'P' or 'a' or 'A' or 'n' or 'N' or 'l' or 'L' && FileNames.IsDevice(name))
            {
                return Diagnostic.Error("output/unsafe-path", LocationOf(path),
                    $"输出路径 “{Quoted.Short(path)}” 里的 “{Quoted.Short(name.ToString())}” 是 Windows 保留的设备名。", "给产生这个地址的文件、标签或编号换一个名称。");
            }

            if (Encoding.UTF8.GetByteCount(name) is var bytes and > LongestName)
            {
                return Diagnostic.Error("output/path-too-long", LocationOf(path),
                    $"地址中的 “{Quoted.Short(name.ToString())}” 有 {bytes} 个字节，磁盘上的名称最多 {LongestName} 个字节（一个汉字 3 个字节）。",
                    "把产生这个地址的文件名或标签改短。");
            }
        }

        return null;
    }

    /// <returns>The location of an output file: in the output folder, since it may come from several sources.</returns>
    public static Location LocationOf(string path) => new("output/" + Quoted.Printable(path));

    private static bool IsText(ReadOnlySpan<char> name)
    {
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || rune.Value == '\\')
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>
/// Finds files that would overwrite one another. Case is ignored, as it is on the disks of Windows and macOS;
/// and a file must not have the path of a folder.
/// </summary>
public static class OutputAddresses
{
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<OutputFile> files)
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
                    yield return Diagnostic.Error("output/duplicate-address", OutputPaths.LocationOf(path),
                        $"“{Quoted.Short(file)}” 既是一个文件，又是 “{Quoted.Short(path)}” 所在的文件夹。",
                        "给其中一个的来源文件改名。");
                }
            }
        }
    }

    private static Diagnostic Twice(string first, string second) =>
        Diagnostic.Error("output/duplicate-address", OutputPaths.LocationOf(second),
            first == second
                ? $"有两个来源要写同一个文件 “{Quoted.Short(second)}”。"
                : $"“{Quoted.Short(first)}” 和 “{Quoted.Short(second)}” 只有大小写不同，在有些磁盘上是同一个文件。",
            "给其中一个页面、文件或标签改名，或删去多余的 redirectFrom。");
}
