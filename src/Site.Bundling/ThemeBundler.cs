using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using NUglify;
using NUglify.Css;
using NUglify.JavaScript;

namespace Site.Bundling;

/// <summary>
/// Joins a theme's styles and scripts and makes them small. Styles and scripts right in its folder are entries; those in inner folders are parts that entries import;
/// a part that no entry takes in is a problem. Every other file is copied. Each file has its content's hash in its name.
/// </summary>
/// <remarks>
/// Scripts are modules that import one another by name; they are joined into one function, so that no two may declare the same name. Anything else of the module syntax
/// (default, renamed or dynamic imports of files of the theme) is a problem that is told. Nothing is rewritten for old browsers: sources keep to what those of spring 2022 know, ES2021 and the CSS of Safari 15.4 (<c>OldBrowserTests</c>).
/// </remarks>
internal static partial class ThemeBundler
{
    /// <summary>Far longer than any pattern here takes: a machine with too much to do is not to end a build.</summary>
    private const int MatchMilliseconds = 10_000;

    private static readonly CssSettings Css = new() { CommentMode = CssComment.None };

    /// <summary>JS1013 is about patterns: .NET's, by which NUglify reads them, know no <c>\p{Script=Han}</c>.</summary>
    private static readonly CodeSettings Script = new() { PreserveImportantComments = false, IgnoreErrorList = "JS1013" };

    private static readonly CodeSettings Reading = new() { MinifyCode = false, IgnoreErrorList = "JS1013" };

    /// <param name="assets">Content by path below the theme's folder, with <c>/</c> between folders.</param>
    /// <returns>The files by name; where there is a problem they are not whole.</returns>
    public static (ImmutableArray<BundledFile> Files, List<BundleProblem> Problems) Bundle(IReadOnlyDictionary<string, byte[]> assets)
    {
        var bundle = new Bundling(assets);
        foreach (var (name, bytes) in assets.Where(asset => !IsStyle(asset.Key) && !IsScript(asset.Key)).OrderBy(asset => asset.Key, StringComparer.Ordinal))
        {
            bundle.Files[name] = Named(name, bytes);
        }

        foreach (var name in assets.Keys.Where(name => !name.Contains('/') && (IsStyle(name) || IsScript(name))).Order(StringComparer.Ordinal))
        {
            var text = IsStyle(name) ? bundle.Style(name, name, 1, 1) : bundle.Script(name);
            bundle.Files[name] = Named(name, Encoding.UTF8.GetBytes(text));
        }

        bundle.Problems.AddRange(assets.Keys.Where(name => (IsStyle(name) || IsScript(name)) && !bundle.Taken.Contains(name)).Order(StringComparer.Ordinal)
            .Select(name => new BundleProblem(name, 1, 1, "No style or script right in the assets folder imports this one.")));
        return ([.. bundle.Files.Values.OrderBy(file => file.Name, StringComparer.Ordinal)], bundle.Problems);
    }

    private static bool IsStyle(string name) => name.EndsWith(".css", StringComparison.Ordinal);

    private static bool IsScript(string name) => name.EndsWith(".js", StringComparison.Ordinal) || name.EndsWith(".mjs", StringComparison.Ordinal);

    private static BundledFile Named(string name, byte[] bytes)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var dot = name.LastIndexOf('.');
        var at = dot > name.LastIndexOf('/') ? dot : name.Length;
        return new(name, $"{name[..at]}.{hash[..10]}{name[at..].Replace(".mjs", ".js", StringComparison.Ordinal)}", bytes, hash);
    }

    /// <returns>A path that a file names, from the theme's folder; null where it leads out of it.</returns>
    private static string? Resolve(string from, string target)
    {
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                {
                    return null;
                }

                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }

    private static (int Line, int Column) PlaceOf(string text, int at) => (text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at)));

    [GeneratedRegex("""^@import "(?<name>[^"]+)";[ \t]*$""", RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex StyleImport();

    [GeneratedRegex("""url\((?<quote>["']?)(?<path>[^"')#:]+)(?<rest>[^"')]*)\k<quote>\)""", RegexOptions.None, MatchMilliseconds)]
    private static partial Regex Url();

    [GeneratedRegex("""^import (?:\{(?<names>[^}]*)\} from )?"(?<name>[^"]+)";[ \t]*$""", RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex ScriptImport();

    [GeneratedRegex(@"^export (?=(?:async )?(?:function|const|let|class)\b)", RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex Export();

    [GeneratedRegex(@"^(?:import|export)\b.*$", RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex OtherModuleSyntax();

    [GeneratedRegex(@"^(?<export>export )?(?:async )?(?:function\*?|const|let|class|var) (?<declared>[\w$]+|[\[{][^=]*[\]}] *=)", RegexOptions.Multiline, MatchMilliseconds)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"[\w$]+", RegexOptions.None, MatchMilliseconds)]
    private static partial Regex Name();

    /// <summary>What one run has made so far.</summary>
    private sealed class Bundling(IReadOnlyDictionary<string, byte[]> assets)
    {
        public Dictionary<string, BundledFile> Files { get; } = new(StringComparer.Ordinal);

        public List<BundleProblem> Problems { get; } = [];

        /// <summary>Styles and scripts that an entry has taken in.</summary>
        public HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

        /// <returns>The style with all that it imports, small.</returns>
        public string Style(string name, string from, int line, int column)
        {
            if (!Find(name, from, line, column, out var text))
            {
                return "";
            }

            var made = new StringBuilder();
            var end = 0;
            foreach (Match import in StyleImport().Matches(text))
            {
                var (importLine, importColumn) = PlaceOf(text, import.Index);
                made.Append(Small(name, text, end, import.Index));
                made.Append(Style(Resolve(name, import.Groups["name"].Value) ?? import.Groups["name"].Value, name, importLine, importColumn));
                end = import.Index + import.Length;
            }

            return made.Append(Small(name, text, end, text.Length)).ToString();
        }

        /// <returns>The script with all that it imports, as one function, small.</returns>
        public string Script(string entry)
        {
            var (joined, declared) = (new StringBuilder(), new Dictionary<string, string>(StringComparer.Ordinal));
            Join(entry, entry, 1, 1, joined, declared, [], []);
            return Problems.Count > 0 ? "" : Minified(entry, $"(()=>{{{joined}}})();");
        }

        private void Join(string name, string from, int line, int column, StringBuilder joined, Dictionary<string, string> declared, HashSet<string> done, List<string> open)
        {
            if (open.Contains(name))
            {
                Problems.Add(new(from, line, column, $"\"{name}\" imports itself through others."));
                return;
            }

            if (!done.Add(name) || !Find(name, from, line, column, out var text) || HasErrors(name, text))
            {
                return;
            }

            foreach (Match import in ScriptImport().Matches(text))
            {
                var (importLine, importColumn) = PlaceOf(text, import.Index);
                var target = Resolve(name, import.Groups["name"].Value) ?? import.Groups["name"].Value;
                Join(target, name, importLine, importColumn, joined, declared, done, [.. open, name]);
                var exported = assets.TryGetValue(target, out var bytes)
                    ? Declaration().Matches(Encoding.UTF8.GetString(bytes)).Where(match => match.Groups["export"].Success).Select(match => match.Groups["declared"].Value).ToHashSet(StringComparer.Ordinal) : [];
                Problems.AddRange(import.Groups["names"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Where(wanted => bytes is not null && !exported.Contains(wanted)).Select(wanted => new BundleProblem(name, importLine, importColumn, $"\"{target}\" exports no \"{wanted}\".")));
            }

            var body = Export().Replace(ScriptImport().Replace(text, ""), "");
            foreach (Match rest in OtherModuleSyntax().Matches(body))
            {
                var place = PlaceOf(text, text.IndexOf(rest.Value, StringComparison.Ordinal));
                Problems.Add(new(name, place.Line, place.Column, "Parts are imported and exported by their names alone: import { a } from \"./b.js\"; export function a."));
            }

            foreach (Match declaration in Declaration().Matches(body))
            {
                foreach (var found in Name().Matches(declaration.Groups["declared"].Value).Select(match => match.Value))
                {
                    if (!declared.TryAdd(found, name) && declared[found] != name)
                    {
                        Problems.Add(new(name, PlaceOf(body, declaration.Index).Line, 1, $"\"{found}\" is declared in \"{declared[found]}\" too: give one another name."));
                    }
                }
            }

            joined.Append(body).Append('\n');
        }

        private bool Find(string name, string from, int line, int column, out string text)
        {
            var isFound = assets.TryGetValue(name, out var bytes);
            text = isFound ? Encoding.UTF8.GetString(bytes!).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
            if (!isFound)
            {
                Problems.Add(new(from, line, column, $"There is no \"{name}\" in the assets folder."));
            }

            Taken.Add(name);
            return isFound;
        }

        private bool HasErrors(string name, string text)
        {
            var errors = Uglify.Js(text, Reading).Errors.Where(error => error.IsError).ToList();
            Problems.AddRange(errors.Select(error => new BundleProblem(name, error.StartLine, error.StartColumn, error.Message)));
            return errors.Count > 0;
        }

        private string Minified(string name, string script)
        {
            var made = Uglify.Js(script, ThemeBundler.Script);
            Problems.AddRange(made.Errors.Where(error => error.IsError).Select(error => new BundleProblem(name, 1, 1, error.Message)));
            return made.Code;
        }

        private string Small(string name, string text, int start, int end)
        {
            var part = text[start..end];
            if (string.IsNullOrWhiteSpace(part))
            {
                return "";
            }

            var made = Uglify.Css(Url().Replace(part, match => Copied(name, match, PlaceOf(text, start + match.Index))), Css);
            Problems.AddRange(made.Errors.Where(error => error.IsError).Select(error => new BundleProblem(name, PlaceOf(text, start).Line + error.StartLine - 1, error.StartColumn, error.Message)));
            return made.Code ?? "";
        }

        /// <returns>The address of the named copy, from the theme's folder, where styles are published.</returns>
        private string Copied(string name, Match match, (int Line, int Column) place)
        {
            if (Resolve(name, match.Groups["path"].Value) is { } path && Files.TryGetValue(path, out var file))
            {
                return $"url({file.File}{match.Groups["rest"].Value})";
            }

            Problems.Add(new(name, place.Line, place.Column, $"There is no \"{match.Groups["path"].Value}\" in the assets folder."));
            return match.Value;
        }
    }
}

/// <summary>A file of a theme as it is published.</summary>
/// <param name="Name">What components call it: <c>site.css</c>.</param>
/// <param name="File">Its path below the output folder, ten digits of its hash in it.</param>
/// <param name="Bytes">The content.</param>
/// <param name="Hash">SHA-256, 64 hexadecimal digits in lower case.</param>
internal sealed record BundledFile(string Name, string File, byte[] Bytes, string Hash);

/// <summary>What is wrong with an asset.</summary>
/// <param name="File">Path below the theme's folder.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">An English sentence.</param>
internal sealed record BundleProblem(string File, int Line, int Column, string Text);
