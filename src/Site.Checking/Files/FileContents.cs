using System.Collections.Immutable;
using System.Text;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Files;

/// <summary>
/// Finds files that are not what their endings say, and files that are two things at once: a browser or a person must not be
/// led to open something else than what was reviewed.
/// </summary>
internal static class FileContents
{
    /// <summary>The longest file that is looked at, in bytes; longer ones are refused for their length.</summary>
    public const int LargestInBytes = 50 * 1_048_576;

    /// <summary>How many bytes at the beginning a browser might take for a web page (MIME Sniffing, section 7, reads 1,445).</summary>
    private const int Beginning = 1_445;

    private static readonly ImmutableArray<string> Markup =
        ["<script", "<html", "<!doctype", "<iframe", "<body", "<img", "<svg", "<?php", "javascript:"];

    /// <summary>Endings of all kinds that have a signature.</summary>
    public static ImmutableArray<string> Endings { get; } = [.. FileSignatures.All.SelectMany(kind => kind.Endings)];

    public static IEnumerable<Problem> Find(string path, byte[] bytes)
    {
        var (where, ending) = (new Place(Quoted.Printable(path)), Ending.Of(path));
        var expected = FileSignatures.All.First(kind => kind.Endings.Contains(ending));
        if (!expected.Fits(bytes))
        {
            var actual = FileSignatures.All.FirstOrDefault(kind => kind.Fits(bytes));
            yield return Problem.Error("file/wrong-kind", where,
                $"这个文件的结尾是 “{ending}”，内容却{(actual is null ? $"不是{Quoted.Spaced(expected.Name)}" : $"是{Quoted.Spaced(actual.Name)}")}。",
                "用原来的软件另存为所写的格式，或者把结尾改成与内容一致的。");
        }
        else if (!expected.Endings.Contains(".txt") && MarkupIn(bytes) is { } markup)
        {
            yield return Problem.Error("file/polyglot", where,
                $"这个{Quoted.Spaced(expected.Name)}的开头夹着网页代码 “{markup}”，浏览器可能把它当网页打开。", "用原来的软件重新导出一份。");
        }
    }

    private static string? MarkupIn(byte[] bytes)
    {
        var beginning = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, Beginning));
        return Markup.FirstOrDefault(word => beginning.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
