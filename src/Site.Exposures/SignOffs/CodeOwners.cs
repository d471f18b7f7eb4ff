using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Exposures.SignOffs;

/// <summary>Compares CODEOWNERS with the policy, and finds rules without effect because a later one matches the same files.</summary>
public static class CodeOwnersCheck
{
    private const string HelpText = "运行 site codeowners，它会照 input/policy.yaml 重写。";

    /// <param name="text">The file, or null where there is none.</param>
    /// <param name="isOnGitHub">Whether the site folder has a folder <c>.github</c>; on Gitee or a shared disk nothing reads the file, so that its absence stops nobody.</param>
    /// <param name="paths">Files of the repository that the rules may be about, relative to it.</param>
    public static IEnumerable<Diagnostic> Compare(SignOffRegistry registry, string? text, bool isOnGitHub, ImmutableArray<string> paths)
    {
        var wanted = CodeOwnersFile.RequiredRules(registry);
        if (wanted.IsEmpty)
        {
            return [];
        }

        return text is null
            ? [new(isOnGitHub ? Severity.Error : Severity.Warning, "code-owners/missing", new(CodeOwnersFile.Path), "政策写明了各环节的负责人，但没有 CODEOWNERS 文件。", HelpText)]
            : Find(registry, text, paths);
    }

    private static IEnumerable<Diagnostic> Find(SignOffRegistry registry, string text, ImmutableArray<string> paths)
    {
        var rules = CodeOwnersFile.Read(text);
        var patterns = rules.Select(rule => new OwnerPattern(rule.Pattern)).ToArray();
        var wanted = CodeOwnersFile.RequiredRules(registry);
        var known = paths.Concat(wanted.Select(rule => rule.Key.EndsWith('/') ? rule.Key[1..] + "新文件.md" : rule.Key[1..])).Distinct(StringComparer.Ordinal).ToArray();
        var last = known.Select(path => Array.FindLastIndex(patterns, pattern => pattern.IsFor(path))).ToArray();
        var lost = Overruled(wanted, rules, known, last).ToList();
        if (lost.Count == 0 && CodeOwnersFile.Write(text, registry) != text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            lost.Add(Diagnostic.Error("code-owners/out-of-date", new(CodeOwnersFile.Path), "CODEOWNERS 和 input/policy.yaml 不一致。", HelpText));
        }

        return lost.Concat(Shadowed(rules, patterns, known, last));
    }

    /// <summary>Finds files for which the last matching rule names other owners than the policy.</summary>
    private static IEnumerable<Diagnostic> Overruled(
        ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> wanted, ImmutableArray<OwnerRule> rules, string[] known, int[] last)
    {
        var patterns = wanted.Select(rule => new OwnerPattern(rule.Key)).ToArray();
        for (var i = 0; i < known.Length; i++)
        {
            var mine = Array.FindLastIndex(patterns, pattern => pattern.IsFor(known[i]));
            if (mine < 0 || last[i] < 0 || wanted[mine].Value.All(owner => rules[last[i]].Owners.Contains(owner, StringComparer.OrdinalIgnoreCase)))
            {
                continue;
            }

            yield return Diagnostic.Error("code-owners/overruled", new(CodeOwnersFile.Path, rules[last[i]].Line),
                $"这一行 “{Quoted.Short(rules[last[i]].Pattern)}” 盖住了 {wanted[mine].Key} 应有的负责人：同一个文件以最后一条规则为准。", "把这一行移到生成的段落之前，或者删去；" + HelpText);
        }
    }

    private static IEnumerable<Diagnostic> Shadowed(ImmutableArray<OwnerRule> rules, OwnerPattern[] patterns, string[] known, int[] last)
    {
        for (var i = 0; i < patterns.Length; i++)
        {
            var mine = Enumerable.Range(0, known.Length).Where(path => patterns[i].IsFor(known[path])).ToArray();
            if (mine.Length > 0 && Array.TrueForAll(mine, path => last[path] != i))
            {
                yield return Diagnostic.Error("code-owners/shadowed", new(CodeOwnersFile.Path, rules[i].Line),
                    $"这一行 “{Quoted.Short(rules[i].Pattern)}” 从不生效：第 {rules[last[mine[0]]].Line} 行的 “{Quoted.Short(rules[last[mine[0]]].Pattern)}” 在它后面，也适合这些文件。",
                    "删去这一行，或者把更具体的规则移到后面。");
            }
        }
    }
}

/// <summary>Reads and writes <c>.github/CODEOWNERS</c>: lines that the office wrote, and, between two marker lines, those that follow from the policy.</summary>
public static class CodeOwnersFile
{
    /// <summary>Where GitHub looks for it first.</summary>
    public const string Path = ".github/CODEOWNERS";

    private const string Start = "# 以下由 site codeowners 按 input/policy.yaml 生成，请勿手改";
    private const string End = "# 以上由 site codeowners 生成";

    /// <returns>Every rule, from top to bottom; comments and empty lines left out.</returns>
    public static ImmutableArray<OwnerRule> Read(string text)
    {
        var rules = ImmutableArray.CreateBuilder<OwnerRule>();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var words = Words(lines[i]);
            if (words.Length > 0)
            {
                rules.Add(new(i + 1, words[0], [.. words[1..]]));
            }
        }

        return rules.DrainToImmutable();
    }

    /// <summary>Replaces the rules written before by those of the policy, or appends them: GitHub uses the last rule that matches.</summary>
    /// <param name="text">The file as it is; empty where there is none.</param>
    public static string Write(string text, SignOffRegistry registry)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n').ToList();
        var (start, end) = (lines.IndexOf(Start), lines.IndexOf(End));
        if (start >= 0 && end > start)
        {
            lines.RemoveRange(start, end - start + 1);
        }

        while (lines.Count > 0 && lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var written = new StringBuilder();
        lines.ForEach(line => written.Append(line).Append('\n'));
        written.Append(lines.Count > 0 ? "\n" : "").Append(Start).Append('\n');
        foreach (var (pattern, owners) in RequiredRules(registry))
        {
            written.Append(pattern).Append(' ').AppendJoin(' ', owners).Append('\n');
        }

        return written.Append(End).Append('\n').ToString();
    }

    /// <returns>The rules that the policy asks for: owners of the policy itself and of every signed kind with its ledgers. A later rule overrides an earlier one.</returns>
    public static ImmutableArray<KeyValuePair<string, ImmutableArray<string>>> RequiredRules(SignOffRegistry registry)
    {
        var everybody = registry.Owners.OrderBy(owner => owner.Key, StringComparer.Ordinal).SelectMany(owner => owner.Value).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return everybody.IsEmpty ? [] :
        [
            new("/input/policy.yaml", everybody),
            new($"/{Path}", everybody),
            new($"/{SignOffRegistry.Folder}", everybody),
            .. registry.Rules.Select(rule => KeyValuePair.Create(rule, OwnersOf(registry, rule))).Where(rule => !rule.Value.IsEmpty)
                .SelectMany(rule => (KeyValuePair<string, ImmutableArray<string>>[])[new($"/{rule.Key.Kind.Folder}", rule.Value), new($"/{SignOffRegistry.Folder}{rule.Key.Kind.Folder}", rule.Value)]),
        ];
    }

    private static ImmutableArray<string> OwnersOf(SignOffRegistry registry, SignOffRule rule) =>
        [.. rule.Roles.SelectMany(role => registry.Owners.GetValueOrDefault(role, [])).Distinct(StringComparer.Ordinal)];

    private static string[] Words(string line)
    {
        var content = line.TrimEnd('\r');
        var comment = content.StartsWith('#') ? 0 : content.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? content : content[..comment]).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
    }
}

/// <summary>A line of CODEOWNERS.</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Pattern">Which files it matches, as in .gitignore: <c>/content/warnings/</c>.</param>
/// <param name="Owners">Who has to agree; an empty list removes all owners.</param>
public sealed record OwnerRule(int Line, string Pattern, ImmutableArray<string> Owners);

/// <summary>Matches files against a pattern of CODEOWNERS.</summary>
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
