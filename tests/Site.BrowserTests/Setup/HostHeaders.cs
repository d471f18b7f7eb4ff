using System.Text.RegularExpressions;

namespace Site.BrowserTests;

/// <summary>The headers of a <c>_headers</c> file, as hosts that read it send them.</summary>
/// <remarks>A line without indent is a pattern (<c>*</c>: anything; <c>:name</c>: one segment), the indented lines below it its headers.</remarks>
internal sealed class HostHeaders
{
    private readonly List<(Regex Pattern, string Name, string Value)> rules = [];

    public HostHeaders(string text)
    {
        Regex? pattern = null;
        foreach (var line in text.Split('\n').Where(line => line.Trim().Length > 0))
        {
            if (!char.IsWhiteSpace(line[0]))
            {
                pattern = new("^" + Regex.Replace(Regex.Escape(line.Trim()), @"\\\*|:[a-z]+", match => match.Value == @"\*" ? ".*" : "[^/]+") + "$");
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            rules.Add((pattern!, line[..colon].Trim(), line[(colon + 1)..].Trim()));
        }
    }

    /// <param name="path">From the host's root, without query: <c>/news/</c>.</param>
    public IEnumerable<(string Name, string Value)> For(string path) =>
        rules.Where(rule => rule.Pattern.IsMatch(path)).Select(rule => (rule.Name, rule.Value));
}
