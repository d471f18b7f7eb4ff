using System.Text;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Output;

/// <summary>Finds files whose names the disk of a web server could not hold, or that would climb out of the output folder.</summary>
internal static class OutputPaths
{
    /// <summary>The longest name of a file or folder on Linux, macOS and Windows file systems, in bytes of UTF-8 (NAME_MAX).</summary>
    public const int LongestName = 255;

    public static IEnumerable<Problem> Find(IReadOnlyList<OutputFile> files) =>
        files.Select(file => file.Path).Select(Find).OfType<Problem>();

    private static Problem? Find(string path)
    {
        foreach (var range in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan(range);
            if (name.IsEmpty || name is "." or ".." || !IsText(name))
            {
                return Problem.Error("output/unsafe-path", Place(path),
                    $"输出路径 “{Quoted.Short(path)}” 里有空的、只有点的或带不可见字符的一段。",
                    "改正产生这个地址的文件名、标签或 redirectFrom。");
            }

            if (Encoding.UTF8.GetByteCount(name) is var bytes and > LongestName)
            {
                return Problem.Error("output/path-too-long", Place(path),
                    $"地址中的 “{Quoted.Short(name.ToString())}” 有 {bytes} 个字节，磁盘上的名称最多 {LongestName} 个字节（一个汉字 3 个字节）。",
                    "把产生这个地址的文件名或标签改短。");
            }
        }

        return null;
    }

    /// <returns>Where a problem with an output file stands: in the output folder, for it may come from several sources.</returns>
    internal static Place Place(string path) => new("output/" + Quoted.Printable(path));

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
