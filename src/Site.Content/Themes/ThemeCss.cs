using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Themes;

/// <summary>Looks through styles that a site adds: they fetch nothing but files of their own folder, whole rules of them (CSS Syntax Level 3).</summary>
public static partial class ThemeCss
{
    /// <summary>What fetches something, or runs it in old browsers; looked for in styles whose comments are gone and whose escapes are read.</summary>
    private static readonly string[] Refused = ["@import", "@charset", "@namespace", "image-set(", "image(", "src(", "expression(", "-moz-binding", "behavior:"];

    /// <param name="diagnostics">Takes <c>theme/unsafe-css</c> and <c>theme/broken-css</c>, each at its place.</param>
    /// <returns>Files that the styles name, as they name them, each time with its place.</returns>
    public static List<(string Name, Location Location)> Find(string path, string css, List<Diagnostic> diagnostics)
    {
        var (plain, places, fault) = Plain(css);
        if (fault is { } broken)
        {
            diagnostics.Add(Diagnostic.Error("theme/broken-css", Location.At(path, css, broken.At), broken.Message, "补上再保存；后面的样式才会照写的起作用。"));
        }

        foreach (var word in Refused)
        {
            for (var at = plain.IndexOf(word, StringComparison.Ordinal); at >= 0; at = plain.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                if (word is not ("src(" or "image(") || at == 0 || !IsName(plain[at - 1]))
                {
                    diagnostics.Add(Unsafe(Location.At(path, css, places[at]), word));
                }
            }
        }

        var references = new List<(string, Location)>();
        for (var at = plain.IndexOf("url(", StringComparison.Ordinal); at >= 0; at = plain.IndexOf("url(", at + 1, StringComparison.Ordinal))
        {
            var location = Location.At(path, css, places[at]);
            if (Address().Match(css, places[at]) is { Success: true } written && written.Index == places[at] && IsOwn(written.Groups["name"].Value))
            {
                references.Add((written.Groups["name"].Value, location));
            }
            else
            {
                diagnostics.Add(Unsafe(location, "url("));
            }
        }

        return references;
    }

    /// <param name="address">Gives the address of a file by the name that the styles have; null where it is none of the theme, as may stand in a comment.</param>
    /// <returns>The styles with those addresses.</returns>
    public static string WithAddresses(string css, Func<string, string?> address) =>
        Address().Replace(css, written => address(written.Groups["name"].Value) is { } found ? $"url({found})" : written.Value);

    private static Diagnostic Unsafe(Location location, string what) => Diagnostic.Error(
        "theme/unsafe-css", location, $"样式里不能用 “{Quoted.Short(what)}” 取别处的东西。", "图片放在主题的文件夹里，写成 url(图片.svg)；别的样式抄进这个文件。");

    private static bool IsOwn(string name) => !name.StartsWith('/') && !name.Contains("..", StringComparison.Ordinal) && !name.Contains(':', StringComparison.Ordinal);

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';

    /// <summary>Drops comments, reads escapes and makes letters small; strings keep their length, so that what stands in them counts for nothing.</summary>
    /// <returns>The text; of each of its characters, the place in the styles; and the first thing that is not closed or opened.</returns>
    private static (string Plain, List<int> Places, (int At, string Message)? Fault) Plain(string css)
    {
        var plain = new StringBuilder(css.Length);
        var places = new List<int>(css.Length);
        var open = new Stack<(char Closing, int At)>();
        (int, string)? fault = null;
        for (var at = 0; at < css.Length; at++)
        {
            var c = css[at];
            if (c == '/' && css.AsSpan(at).StartsWith("/*"))
            {
                var end = css.IndexOf("*/", at + 2, StringComparison.Ordinal);
                if (end < 0)
                {
                    fault ??= (at, "注释没有结束，缺 “*/”。");
                    break;
                }

                at = end + 1;
            }
            else if (c is '"' or '\'')
            {
                var end = EndOfString(css, at);
                if (end < 0)
                {
                    fault ??= (at, $"引号没有配对，缺 “{c}”。");
                    break;
                }

                Add('"', at);
                at = end;
            }
            else if (c == '\\' && Escape().Match(css, at) is { Success: true } escape && escape.Index == at)
            {
                var rune = escape.Groups["code"].Success && int.TryParse(escape.Groups["code"].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                    ? Rune.IsValid(code) ? new Rune(code).ToString() : "?" : escape.Groups["other"].Value;
                foreach (var one in rune)
                {
                    Add(char.ToLowerInvariant(one), at);
                }

                at += escape.Length - 1;
            }
            else
            {
                Add(char.ToLowerInvariant(c), at);
                if (c is '{' or '(' or '[')
                {
                    open.Push((c switch { '{' => '}', '(' => ')', _ => ']' }, at));
                }
                else if (c is '}' or ')' or ']' && (!open.TryPop(out var last) || last.Closing != c))
                {
                    fault ??= (at, $"多了一个 “{c}”。");
                }
            }
        }

        if (fault is null && open.TryPop(out var unclosed))
        {
            fault = (unclosed.At, $"这里打开的括号没有结束，缺 “{unclosed.Closing}”。");
        }

        return (plain.ToString(), places, fault);

        void Add(char one, int at)
        {
            plain.Append(one);
            places.Add(at);
        }
    }

    /// <returns>Where the string that begins at a quotation mark ends, or -1.</returns>
    private static int EndOfString(string css, int start)
    {
        for (var at = start + 1; at < css.Length; at++)
        {
            if (css[at] == '\\')
            {
                at++;
            }
            else if (css[at] == css[start])
            {
                return at;
            }
            else if (css[at] == '\n')
            {
                return -1;
            }
        }

        return -1;
    }

    [GeneratedRegex("""url\(\s*(?:"(?<name>[^"\\\r\n]+)"|'(?<name>[^'\\\r\n]+)'|(?<name>[^"'()\\\s]+))\s*\)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, MatchTime.Milliseconds)]
    private static partial Regex Address();

    [GeneratedRegex("""\\(?:(?<code>[0-9A-Fa-f]{1,6})\s?|(?<other>.))""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Escape();
}
