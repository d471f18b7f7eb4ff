using System.Security.Cryptography;
using System.Text;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Tells whether a frozen file is still as it was frozen.</summary>
internal static class FrozenHash
{
    /// <returns>SHA-256 of the text in UTF-8 with LF, as lower-case hexadecimal digits: git may write other line ends.</returns>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reports <c>release/edited</c> where a file is missing or has another hash than the summary says.</summary>
    /// <param name="summary">Path of <c>release.yaml</c>.</param>
    /// <param name="file">Name of the file beside it.</param>
    public static void Check(string summary, string file, string hash, Place where, Dictionary<string, string> texts, List<Problem> problems)
    {
        var path = summary[..^FrozenNames.Summary.Length] + file;
        if (!texts.TryGetValue(file, out var text))
        {
            problems.Add(Problem.Error("release/missing-file", where, $"这一期缺少文件 {file}。", "从版本库取回它。"));
        }
        else if (Of(text) != hash)
        {
            problems.Add(Problem.Error("release/edited", new(path), "这个文件冻结之后被改动过，或者合并时混进了别的版本。",
                "从版本库取回冻结时的文件；数有错就更正报送，再用 site stats release 发布新的一期。"));
        }
    }
}
