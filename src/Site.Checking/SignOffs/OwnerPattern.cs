using System.Text;
using System.Text.RegularExpressions;

namespace Site.Checking.SignOffs;

/// <summary>Says which files a pattern of CODEOWNERS is for.</summary>
/// <remarks>GitHub Docs, “About code owners”: the rules of .gitignore without <c>!</c> and <c>[ ]</c>; <c>docs/*</c> is for files right in docs alone.</remarks>
internal sealed class OwnerPattern
{
    private const int LongestInMilliseconds = 1000;
    private readonly Regex files;

    public OwnerPattern(string pattern)
    {
        var body = pattern.Trim('/');
        var isAnchored = pattern.StartsWith('/') || body.Contains('/');
        var expression = new StringBuilder(isAnchored ? "^" : "^(.*/)?");
        for (var i = 0; i < body.Length; i++)
        {
            var isDouble = body[i] == '*' && i + 1 < body.Length && body[i + 1] == '*';
            expression.Append(body[i] switch
            {
                '*' when isDouble && i + 2 < body.Length && body[i + 2] == '/' => "(.*/)?",
                '*' when isDouble => ".*",
                '*' => "[^/]*",
                '?' => "[^/]",
                _ => Regex.Escape(body[i].ToString()),
            });
            i += isDouble ? (i + 2 < body.Length && body[i + 2] == '/' ? 2 : 1) : 0;
        }

        expression.Append(pattern.EndsWith('/') ? "/" : body.EndsWith("/*", StringComparison.Ordinal) ? "$" : "(/|$)");
        files = new(body.Length == 0 ? "^" : expression.ToString(), RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture, TimeSpan.FromMilliseconds(LongestInMilliseconds));
    }

    /// <param name="path">Relative to the repository, without a slash before it.</param>
    public bool IsFor(string path) => files.IsMatch(path);
}
