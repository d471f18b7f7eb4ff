using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Privacy.Secrets;

/// <summary>Names of the folders and files of raw figures, which often say who filed what.</summary>
internal static partial class InputFileNames
{
    private const int ShortestInAscii = 8;
    private const int LeastLetters = 4;
    private const int LeastChinese = 2;
    private static readonly string[] Folders = ["input/returns/", "input/attempts/", "input/exposures/"];

    public static bool Accepts(string path) => Folders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));

    /// <returns>The name of each folder and file, except names that only contain a date or the kind of table.</returns>
    public static IEnumerable<string> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        var names = file.Path.Split('/')[2..];
        return names[..^1].Append(Stem(names[^1])).Where(IsDistinctive).Append(names[^1].Length >= ShortestInAscii && names[^1].EnumerateRunes().Any(Rune.IsLetter) ? names[^1] : "")
            .Where(name => name.Length > 0);
    }

    private static string Stem(string name) => name.LastIndexOf('.') is var dot and > 0 ? name[..dot] : name;

    private static bool IsDistinctive(string name)
    {
        var rest = Everyday().Replace(name, "");
        var letters = rest.Count(char.IsAsciiLetter);
        return rest.EnumerateRunes().Count(Han.Is) >= LeastChinese
            || (letters >= LeastLetters && rest.Any(char.IsAsciiDigit) && rest.Count(char.IsAsciiLetterOrDigit) >= ShortestInAscii);
    }

    [GeneratedRegex("统计|报表|表格|表|活动|上报|报送|汇总|更正|材料|台账|曝光|名单|[第年月日周季度期上中下旬一二三四五六七八九十]|安全生产|returns|week|district|street|correction|exposures", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Everyday();
}
