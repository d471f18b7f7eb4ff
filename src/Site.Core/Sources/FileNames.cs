using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Core.Sources;

/// <summary>
/// The rules for names of files and folders: lower-case ASCII letters, digits, hyphen, underscore, dot, and Chinese characters. So no two names
/// become equal on a disk or server that ignores case or normalizes Unicode, and an address looks like its file.
/// </summary>
public static partial class FileNames
{
    private const int LongestNameInBytes = 200;

    /// <summary>The longest path, so that it fits the limits of disks (4,096 on Linux, 1,024 on macOS) below the folder of the site or of a web server.</summary>
    private const int LongestPathInBytes = 600;

    private static readonly SearchValues<char> Ascii = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Names that Windows reserves for devices, with any extension.</summary>
    private static readonly string[] Devices = ["con", "prn", "aux", "nul", .. from kind in new[] { "com", "lpt" } from number in "0123456789" select kind + number];

    /// <summary>Reports the first name of a path that is not allowed, as <c>file/name</c>.</summary>
    /// <param name="path">Below the site folder, with forward slashes.</param>
    /// <returns>Whether all names are allowed.</returns>
    public static bool AreValid(string path, List<Diagnostic> diagnostics)
    {
        if (Encoding.UTF8.GetByteCount(path) > LongestPathInBytes)
        {
            diagnostics.Add(Diagnostic.Error("file/name", new(Quoted.Printable(path)),
                $"这个路径超过了 {LongestPathInBytes} 个字节（约 {LongestPathInBytes / 3} 个汉字）。", "少套几层文件夹，或者把名称改短。"));
            return false;
        }

        // A string of each name would be most of what a large site takes here.
        for (var at = path.IndexOf('/') + 1; at > 0;)
        {
            var end = path.IndexOf('/', at) is >= 0 and var next ? next : path.Length;
            if (Fault(path.AsSpan(at..end)) is { } fault)
            {
                var name = path[at..end];
                diagnostics.Add(Diagnostic.Error("file/name", new(Quoted.Printable(path)),
                    $"名称 “{Quoted.Field(name)}” {fault}。", Help(name)));
                return false;
            }

            at = end < path.Length ? end + 1 : 0;
        }

        return true;
    }

    /// <returns>Whether a file or folder is nobody's work, and is passed over without a word: hidden (<c>.DS_Store</c>), a lock of an open document
    /// (<c>~$通知.docx</c>), a picture of a folder (<c>Thumbs.db</c>), a temporary or earlier copy (<c>6F2B1A00.tmp</c>, <c>通知.md~</c>).</returns>
    /// <param name="name">One name, without its folders.</param>
    public static bool IsLeftover(ReadOnlySpan<char> name) =>
        (name.StartsWith('.') && name is not ("." or "..")) || name.StartsWith("~$") || name.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase) || name.EndsWith('~')
        || IsOneOf(Leftovers, name);

    /// <summary>What Windows, macOS, Office, viewers of photographs, shared disks and archives write into folders by themselves.</summary>
    private static readonly string[] Leftovers = ["thumbs.db", "ehthumbs.db", "ehthumbs_vista.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "icon\r", "picasa.ini", "@eadir", "#recycle"];

    private static bool IsOneOf(string[] names, ReadOnlySpan<char> name)
    {
        foreach (var one in names)
        {
            if (name.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>Whether Windows keeps the name for a device, whatever follows its first dot: <c>con</c>, <c>aux.md</c>. Capitals do not count.</returns>
    public static bool IsDevice(ReadOnlySpan<char> name) => IsOneOf(Devices, name[..(name.IndexOf('.') is >= 0 and var dot ? dot : name.Length)]);

    /// <returns>A name that is allowed and as near as can be to one that is not: <c>照片-1.jpg</c> for <c>照片 (1).jpg</c>; or null.</returns>
    public static string? Better(string name)
    {
        var better = new StringBuilder();
        foreach (var rune in name.ToLowerInvariant().EnumerateRunes())
        {
            var folded = rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(char.ToLowerInvariant((char)(rune.Value - 0xFEE0))) : rune;
            var kept = IsAllowed(folded) ? folded.ToString() : IsAllowed(rune) ? rune.ToString() : "-";
            if (kept != "-" || (better.Length > 0 && better[^1] != '-'))
            {
                better.Append(kept);
            }
        }

        var suggestion = better.ToString().Trim('-', '.').Replace("-.", ".", StringComparison.Ordinal).Replace("..", ".", StringComparison.Ordinal);
        return suggestion.Length > 0 && Path.GetExtension(suggestion).Equals(Path.GetExtension(name), StringComparison.OrdinalIgnoreCase) && suggestion != name && Fault(suggestion) is null
            ? suggestion
            : null;
    }

    // 通知 - 副本.md, 通知(1).md, 通知 - Copy.md: what a file manager calls a second one. Photographs are numbered like that too.
    [GeneratedRegex(@"(?:[-–_ ]副本| - Copy|[(（][0-9]{1,2}[)）])[ 0-9()（）]*\.(?:md|ya?ml|csv)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Copy();

    private static bool IsAllowed(Rune rune) => rune.IsAscii ? Ascii.Contains((char)rune.Value) : Han.IsUnified(rune);

    private static string? Fault(ReadOnlySpan<char> name)
    {
        if (name.Length == 0 || name is "." or "..")
        {
            return "不能用作文件名";
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (!IsAllowed(rune))
            {
                return Fault(rune);
            }
        }

        return name[0] is '.' or '-' || name[^1] == '.' ? $"不能以 “{(name[^1] == '.' ? '.' : name[0])}” {(name[^1] == '.' ? "结尾" : "开头")}"
            : name.EndsWith("..md") ? "的结尾前面多了一个点，网址里的文件夹会以 “.” 结尾，在 Windows 上建不出来"
            : IsDevice(name) ? "是 Windows 保留的设备名"
            : Encoding.UTF8.GetByteCount(name) > LongestNameInBytes ? $"超过了 {LongestNameInBytes} 个字节（约 {LongestNameInBytes / 3} 个汉字）"
            : null;
    }

    private static string Fault(Rune rune) => rune.Value switch
    {
        ' ' => "里有空格",
        >= 'A' and <= 'Z' => $"里有大写字母 “{rune}”",
        _ when Han.IsCompatible(rune) => $"里有兼容汉字 “{rune}”（U+{rune.Value:X4}），它和通用的写法编码不同",
        < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0x200B and <= 0x206F) or 0xFFFD => $"里有看不见或认不出的字符 U+{rune.Value:X4}",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark => $"里有附加符号 U+{rune.Value:X4}",
        _ => $"里有不能用的字符 “{rune}”（U+{rune.Value:X4}）",
    };

    private static string Help(string name)
    {
        const string Rule = "文件名只用小写字母、数字、“-”、“_” 和汉字";
        return Better(name) is { } better ? $"{(Copy().IsMatch(name) ? "多半是复制出来的一份：多余的就删掉；要留下，" : "")}改名为 “{better}”：{Rule}。" : $"换一个名称：{Rule}。";
    }
}

/// <summary>Extensions of file names.</summary>
public static class FileExtension
{
    /// <returns>The extension in lower case with its dot, <c>.svg</c>; empty if the last name of the path has none.</returns>
    public static string Of(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var ending = name.LastIndexOf('.') is var dot and >= 0 ? name[dot..] : "";
        return ending is ".md" ? ".md" : ending.ToString().ToLowerInvariant();
    }

    /// <returns>Whether the last of two endings is that of the program in which the file was written: an editor of texts adds one to that of what is written by hand.</returns>
    public static bool IsDoubled(string path) => Of(path) is ".txt" or ".doc" or ".docx" && Of(path[..path.LastIndexOf('.')]) is ".md" or ".csv" or ".yaml" or ".yml";

    /// <summary>Reports, as <c>file/double-ending</c>, files that Notepad or Word gave a second ending, so that nothing reads them: <c>06-16-open-day.md.txt</c>.</summary>
    /// <param name="paths">Paths from the site folder.</param>
    public static IEnumerable<Diagnostic> FindDoubled(IEnumerable<string> paths) =>
        from path in paths
        where IsDoubled(path)
        let last = Of(path)
        let better = path[..^last.Length]
        let name = better[(better.LastIndexOf('/') + 1)..]
        select Diagnostic.Error("file/double-ending", new(Quoted.Printable(path)),
            $"这个文件名有两个结尾，最后一个 “{Quoted.Short(last)}” 是编辑软件加上的，这个文件不会被当作 “{Of(better)}” 文件读取。",
            last is ".doc" or ".docx"
                ? $"把文字复制到用记事本新建的 “{Quoted.Short(name)}” 里，再删掉这个文件；Word 文档改名没有用。"
                : $"改名为 “{Quoted.Short(name)}”：在资源管理器的“查看”里勾选“文件扩展名”，就能看到并删去多出来的结尾。");
}
