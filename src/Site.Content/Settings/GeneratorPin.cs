using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Settings;

/// <summary>Compares the program with the version that a site asks for: <c>1.2.0</c>, <c>&gt;=1.2</c>, or <c>&gt;=1.2 &lt;2</c>.</summary>
public static partial class GeneratorPin
{
    /// <summary>Code of the diagnostic before which nothing else is worth saying: another version may know other fields.</summary>
    public const string WrongVersion = "site/wrong-generator";

    /// <param name="program">The version of the program, three numbers or more, of which three count.</param>
    /// <returns><c>site/wrong-generator</c> where the program is another than the site asks for, <c>site/wrong-type</c> where it asks for no version; else nothing.</returns>
    public static IEnumerable<Diagnostic> Find(SiteSettings settings, Version program)
    {
        if (settings.Generator is not { } asked)
        {
            return [];
        }

        var place = settings.Locations["generator"];
        if (!Written().IsMatch(asked))
        {
            return [Diagnostic.Error("site/wrong-type", place, $"字段 “generator” 应当是 site 程序的版本，这里写的是 “{Quoted.Short(asked)}”。", "写成 “>=1.2”、“>=1.2 <2” 或者 “1.2.0”，带引号。")];
        }

        return Condition().Matches(asked).All(condition => Holds(condition.Groups["sign"].Value, program, condition.Groups["version"].Value))
            ? []
            : [Diagnostic.Error(WrongVersion, place, $"这个网站要用 {asked} 的 site 程序，现在用的是 {program.ToString(3)}。", "换成合适的版本再运行（自动发布用的写在 .ci/program.env 里）；确认现在的版本可用，就改 site.yaml 的 generator。")];
    }

    /// <summary>What an asked version leaves out counts for nothing: <c>1.2</c> is any 1.2.x, and <c>&gt;=1.2</c> begins at 1.2.0.</summary>
    private static bool Holds(string sign, Version program, string written)
    {
        var parts = written.Split('.').Select(int.Parse).ToArray();
        var asked = new Version(parts[0], parts.ElementAtOrDefault(1), parts.ElementAtOrDefault(2));
        var isWithin = new[] { program.Major, program.Minor, program.Build }.Take(parts.Length).SequenceEqual(parts);
        return sign switch
        {
            ">=" => program >= asked,
            ">" => program > asked && !isWithin,
            "<=" => program <= asked || isWithin,
            "<" => program < asked,
            _ => isWithin,
        };
    }

    [GeneratedRegex(@"^(?:>=|<=|>|<|=)? ?[0-9]{1,5}(?:\.[0-9]{1,5}){0,2}(?: +(?:>=|<=|>|<|=)? ?[0-9]{1,5}(?:\.[0-9]{1,5}){0,2})*$", RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<sign>>=|<=|>|<|=)? ?(?<version>[0-9]+(\.[0-9]+){0,2})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex Condition();
}
