using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Core.Sources;

/// <summary>
/// The rules for names of files and folders: lower-case ASCII letters, digits, hyphen, underscore, dot, and Chinese characters. So no two names
/// become equal on a disk or server that ignores case or normalizes Unicode, and an address looks like its file.
/// </summary>
public static class FileNames
{
    private const int LongestNameInBytes = 200;

    /// <summary>The longest path, so that it fits the limits of disks (4,096 on Linux, 1,024 on macOS) below the folder of the site or of a web server.</summary>
    private const int LongestPathInBytes = 600;

    private static readonly SearchValues<char> Ascii = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Names that Windows reserves for devices, with any extension.</summary>
    private static readonly FrozenSet<string> Devices = new[] { "con", "prn", "aux", "nul" }
        .Concat(Enumerable.Range(0, 10).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })).ToFrozenSet(StringComparer.Ordinal);

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

        foreach (var name in path.Split('/').Skip(1))
        {
            if (Fault(name) is { } fault)
            {
                diagnostics.Add(Diagnostic.Error("file/name", new(Quoted.Printable(path)),
                    $"名称 “{Quoted.Field(name)}” {fault}。", Cure(name)));
                return false;
            }
        }

        return true;
    }

    /// <returns>Whether the character is a Chinese one without compatibility variants: extension A, the unified block, and 〇.</returns>
    public static bool IsIdeograph(char c) => c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or '〇';

    private static string? Fault(string name)
    {
        if (name.Length == 0 || name is "." or "..")
        {
            return "不能用作文件名";
        }

        foreach (var rune in name.EnumerateRunes())
        {
            if (!rune.IsBmp || !(Ascii.Contains((char)rune.Value) || IsIdeograph((char)rune.Value)))
            {
                return Fault(rune);
            }
        }

        return name[0] is '.' or '-' || name[^1] == '.' ? $"不能以 “{(name[^1] == '.' ? '.' : name[0])}” {(name[^1] == '.' ? "结尾" : "开头")}"
            : Devices.Contains(name.Split('.')[0]) ? "是 Windows 保留的设备名"
            : Encoding.UTF8.GetByteCount(name) > LongestNameInBytes ? $"超过了 {LongestNameInBytes} 个字节（约 {LongestNameInBytes / 3} 个汉字）"
            : null;
    }

    private static string Fault(Rune rune) => rune.Value switch
    {
        ' ' => "里有空格",
        >= 'A' and <= 'Z' => $"里有大写字母 “{rune}”",
        >= 0xF900 and <= 0xFAFF => $"里有兼容汉字 “{rune}”（U+{rune.Value:X4}），它和通用的写法编码不同",
        < 0x20 or (>= 0x7F and <= 0x9F) or (>= 0x200B and <= 0x206F) or 0xFFFD => $"里有看不见或认不出的字符 U+{rune.Value:X4}",
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark => $"里有附加符号 U+{rune.Value:X4}",
        _ => $"里有不能用的字符 “{rune}”（U+{rune.Value:X4}）",
    };

    private static string Cure(string name)
    {
        const string Rule = "文件名只用小写字母、数字、“-”、“_” 和汉字";
        var better = new StringBuilder();
        foreach (var c in name.ToLowerInvariant())
        {
            var kept = Ascii.Contains(c) || IsIdeograph(c) ? c : '-';
            if (kept != '-' || (better.Length > 0 && better[^1] != '-'))
            {
                better.Append(kept);
            }
        }

        var suggestion = better.ToString().Trim('-', '.').Replace("-.", ".", StringComparison.Ordinal);
        return suggestion.Length > 0 && Path.GetExtension(suggestion).Equals(Path.GetExtension(name), StringComparison.OrdinalIgnoreCase) && suggestion != name && Fault(suggestion) is null
            ? $"改名为 “{suggestion}”：{Rule}。"
            : $"换一个名称：{Rule}。";
    }
}

/// <summary>Extensions of file names.</summary>
public static class FileExtension
{
    /// <returns>The extension in lower case with its dot, <c>.svg</c>; empty if the last name of the path has none.</returns>
    public static string Of(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.LastIndexOf('.') is var dot and >= 0 ? name[dot..].ToString().ToLowerInvariant() : "";
    }
}
