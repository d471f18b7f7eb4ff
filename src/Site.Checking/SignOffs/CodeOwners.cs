using System.Collections.Immutable;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.SignOffs;

/// <summary>Compares CODEOWNERS with the policy, and finds rules that never count because a later one fits the same files.</summary>
internal static class CodeOwners
{
    private const string Cure = "运行 site codeowners，它会照 input/policy.yaml 重写。";

    /// <param name="text">The file, or null where there is none.</param>
    /// <param name="paths">Files of the repository that the rules may be about, relative to it.</param>
    internal static IEnumerable<Problem> Compare(SignOffBook book, string? text, ImmutableArray<string> paths)
    {
        var wanted = CodeOwnersText.Wanted(book);
        if (wanted.IsEmpty)
        {
            return [];
        }

        return text is null
            ? [Problem.Error("code-owners/missing", new(CodeOwnersText.Path), "政策写明了各环节的负责人，但没有 CODEOWNERS 文件。", Cure)]
            : Find(book, text, paths);
    }

    private static IEnumerable<Problem> Find(SignOffBook book, string text, ImmutableArray<string> paths)
    {
        var rules = CodeOwnersText.Read(text);
        var patterns = rules.Select(rule => new OwnerPattern(rule.Pattern)).ToArray();
        var wanted = CodeOwnersText.Wanted(book);
        var known = paths.Concat(wanted.Select(rule => rule.Key.EndsWith('/') ? rule.Key[1..] + "新文件.md" : rule.Key[1..])).Distinct(StringComparer.Ordinal).ToArray();
        var last = known.Select(path => Array.FindLastIndex(patterns, pattern => pattern.IsFor(path))).ToArray();
        var lost = Overruled(wanted, rules, known, last).ToList();
        if (lost.Count == 0 && CodeOwnersText.Write(text, book) != text.Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            lost.Add(Problem.Error("code-owners/out-of-date", new(CodeOwnersText.Path), "CODEOWNERS 和 input/policy.yaml 不一致。", Cure));
        }

        return lost.Concat(Shadowed(rules, patterns, known, last));
    }

    /// <summary>Finds what the policy asks for and does not get, because the last rule that fits names others.</summary>
    private static IEnumerable<Problem> Overruled(
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

            yield return Problem.Error("code-owners/overruled", new(CodeOwnersText.Path, rules[last[i]].Line),
                $"这一行 “{Quoted.Short(rules[last[i]].Pattern)}” 盖住了 {wanted[mine].Key} 应有的负责人：同一个文件以最后一条规则为准。", "把这一行移到生成的段落之前，或者删去；" + Cure);
        }
    }

    private static IEnumerable<Problem> Shadowed(ImmutableArray<OwnerRule> rules, OwnerPattern[] patterns, string[] known, int[] last)
    {
        for (var i = 0; i < patterns.Length; i++)
        {
            var mine = Enumerable.Range(0, known.Length).Where(path => patterns[i].IsFor(known[path])).ToArray();
            if (mine.Length > 0 && Array.TrueForAll(mine, path => last[path] != i))
            {
                yield return Problem.Error("code-owners/shadowed", new(CodeOwnersText.Path, rules[i].Line),
                    $"这一行 “{Quoted.Short(rules[i].Pattern)}” 从不生效：第 {rules[last[mine[0]]].Line} 行的 “{Quoted.Short(rules[last[mine[0]]].Pattern)}” 在它后面，也适合这些文件。",
                    "删去这一行，或者把更具体的规则移到后面。");
            }
        }
    }
}
