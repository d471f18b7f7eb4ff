using System.Text.RegularExpressions;
using Acornima;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>
/// What readers and offices open the pages with: Chrome 100, Firefox 100 and Safari 15.4 of spring 2022, and programs that show pages with as old an engine. What they do not know may make a page
/// plainer, never break it: a script that does not parse does nothing at all, and a rule is left out whole where one of its selectors is unknown.
/// </summary>
public partial class OldBrowserTests
{
    /// <summary>Known to none or not all of them.</summary>
    private static readonly string[] NewSelectors = [":has(", "::details-content", ":popover-open", ":user-invalid", ":user-valid", ":open", ":state(", "&"];

    private static readonly string[] NewValues = ["color-mix(", "light-dark(", "oklch(", "oklab(", "dvh", "svh", "lvh", "cqi", "cqw", "cqb", "anchor("];

    public static TheoryData<string> Scripts => [.. Files("*.js").Concat(Files("*.mjs"))];

    public static TheoryData<string> Styles => [.. Files("*.css")];

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_script_is_written_in_the_language_of_2021(string path)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, path));

        // Safari 15.4 has neither static blocks, which are of 2022, nor looking behind in regular expressions, which are of 2018.
        Assert.NotEmpty(new Parser(new() { EcmaVersion = EcmaVersion.ES2021, AllowAwaitOutsideFunction = true }).ParseModule(text).Body);
        Assert.DoesNotMatch(LookBehind(), text);
        Assert.DoesNotMatch(NewFunction(), text);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_rule_of_a_style_sheet_loses_nothing_but_what_is_new_in_it(string path)
    {
        foreach (Match rule in Rule().Matches(Comment().Replace(File.ReadAllText(Path.Combine(Repository.Root, path)), "")))
        {
            var selectors = Separator().Split(Forgiving().Replace(rule.Groups["selectors"].Value, ":is"));
            Assert.True(selectors.Select(selector => NewSelectors.Any(one => selector.Contains(one, StringComparison.Ordinal))).Distinct().Count() == 1,
                $"{path}: browsers of 2022 leave out the whole rule {rule.Groups["selectors"].Value.Trim()}");
            var declared = new HashSet<string>(StringComparer.Ordinal);
            foreach (var declaration in rule.Groups["declarations"].Value.Split(';').Select(line => line.Split(':', 2)).Where(parts => parts.Length == 2))
            {
                Assert.True(!NewValues.Any(one => declaration[1].Contains(one, StringComparison.Ordinal)) || declared.Contains(declaration[0].Trim()),
                    $"{path}: browsers of 2022 do not know {string.Join(':', declaration).Trim()}, and nothing stands before it.");
                declared.Add(declaration[0].Trim());
            }
        }
    }

    private static IEnumerable<string> Files(string pattern) =>
        new[] { "themes/Campaign/Assets", "src/Site.Cli" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Where(path => !path.Contains("/bin/") && !path.Contains("/obj/")).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\(\?<[=!]", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex LookBehind();

    /// <summary>Functions of engines that came later.</summary>
    [GeneratedRegex(@"\.(toSorted|toReversed|toSpliced|findLast|findLastIndex|isWellFormed|withResolvers|checkVisibility|showPicker|requestIdleCallback|showPopover)\b|\b(Object\.groupBy|Map\.groupBy|Array\.fromAsync|AbortSignal\.(any|timeout)|URL\.canParse|Intl\.Segmenter)\b", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex NewFunction();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline, MatchTime.Milliseconds)]
    private static partial Regex Comment();

    [GeneratedRegex(@"(?<selectors>[^{};]+)\{(?<declarations>[^{}]*)\}", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Rule();

    /// <summary>What forgives a selector that is unknown, innermost brackets and one level around them.</summary>
    [GeneratedRegex(@":(is|where)\(([^()]|\(([^()]|\([^()]*\))*\))*\)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Forgiving();

    /// <summary>Commas outside brackets.</summary>
    [GeneratedRegex(@",(?![^()]*\))", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Separator();
}
