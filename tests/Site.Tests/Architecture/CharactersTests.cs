using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>A Chinese character may have two UTF-16 units (𠮷): only <c>Site.Core.Text.Han</c> says which units are Chinese, and only folded text is asked unit by unit.</summary>
public sealed partial class CharactersTests
{
    private static readonly string[] OfFoldedText = ["src/Site.Privacy/", "src/Site.Core/Text/", "src/Site.Exposures/Ledgers/FirmReader.cs", "src/Site.Exposures/SignOffs/SignOffNames.cs"];

    [Fact]
    public void No_code_but_that_of_texts_lists_ranges_of_Chinese_characters() =>
        Findings.AssertNone(Found("src/Site.Core/Text/", Range(), "takes some characters for Chinese and leaves out others: use Han.Is, or Han.Pattern in a regular expression (\\p{Script=Han} with the flag u in scripts)"));

    [Fact]
    public void No_code_asks_single_units_whether_they_are_letters() =>
        Findings.AssertNone(
        [
            .. Found("src/Site.Privacy/", Letter(), "asks a UTF-16 unit, and loses 𠮷: ask runes (EnumerateRunes, Rune.IsLetter, Rune.IsLetterOrDigit)"),
            .. Found("src/", Folded(), "is for folded text, in which each character has one unit: ask runes (Han.Is)").Where(finding => !OfFoldedText.Any(folder => finding.StartsWith(folder, StringComparison.Ordinal))),
        ]);

    [Theory]
    [InlineData("c is >= '\\u4E00' and <= '\\u9FFF'", true)]
    [InlineData("[\\u4e00-\\u9fff]+", true)]
    [InlineData("[一-龥]", true)]
    [InlineData("[\\u3400-\\u9FFF]", true)]
    [InlineData("rune.Value >= 0x4E00", true)]
    [InlineData("c >= '一'", true)]
    [InlineData("[一二三四五六七八九十]", false)]
    [InlineData("unit is >= '\\uFF01' and <= '\\uFF5E'", false)]
    public void A_range_is_seen_however_it_is_written(string code, bool isOne) => Assert.Equal(isOne, Range().IsMatch(code));

    private static IEnumerable<string> Found(string except, Regex pattern, string advice) =>
        from folder in new[] { "src", "themes" }
        from ending in new[] { "*.cs", "*.razor", "*.mjs", "*.js" }
        from file in SourceFiles.Below(folder, ending)
        let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
        where !path.StartsWith(except, StringComparison.Ordinal) || except == "src/"
        from line in File.ReadLines(file).Index()
        let match = pattern.Match(line.Item)
        where match.Success
        select $"{path}:{line.Index + 1}: “{match.Value}” {advice}.";

    // Bounds of blocks of ideographs, or a range between two of them.
    [GeneratedRegex(@"(?:\\u|0x|U\+)(?:3400|4[eE]00|4[dD][bB][fF]|9[fF][aA-fF][0-9a-fA-F])|[\u3400-\u9FFF]-[\u3400-\u9FFF]\]|[<>]=? '[\u3400-\u9FFF]'", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(@"\bchar\.(?:IsLetter|IsLetterOrDigit|IsUpper|IsLower)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\bHan\.(?:IsFolded|IsAt|EndOfRun)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Folded();
}
