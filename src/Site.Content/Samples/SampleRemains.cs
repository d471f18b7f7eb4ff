using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Samples;

/// <summary>Finds what is left of made-up offices, places and texts in a site that is no sample any more; each line once.</summary>
public static partial class SampleRemains
{
    /// <summary>What of <c>input/</c> people read or answer for; returns and attempts name units by their ids.</summary>
    private static readonly string[] Inputs = ["input/units.csv", "input/tables.yaml", "input/policy.yaml", "input/exposures/", "input/sign-offs/", "input/forms/"];

    private const string Word = "示例";
    private const long LargestInput = 4 * 1024 * 1024;

    /// <summary>The most lines of one file that are told one by one.</summary>
    private const int MostOfFile = 20;

    /// <returns><c>sample/left</c> at each line of <c>site.yaml</c> that is still made up. What is behind a comment sign is none.</returns>
    internal static IEnumerable<Diagnostic> InSettings(string path, string text) =>
        Lines(path, text, 1).Where(line => !line.Text.TrimStart().StartsWith('#') && IsIn(line.Text.Split(" #")[0]))
            .Select(line => Left(line.Location, "网站的设置里还有示例的文字。", "换成自己单位的。"));

    /// <param name="path">The page's file.</param>
    /// <param name="yaml">Its front matter, from line <paramref name="yamlLine"/> on.</param>
    /// <param name="body">What follows, from line <paramref name="bodyLine"/> on.</param>
    /// <param name="sample">Where the page says that it is a sample, or null.</param>
    /// <returns>One <c>sample/left</c> for a page that is a sample as a whole, else one for each line. The line of the reviewer is told for the whole site.</returns>
    internal static ImmutableArray<Diagnostic> InPage(string path, string yaml, int yamlLine, string body, int bodyLine, Location? sample)
    {
        if (sample is { } whole)
        {
            return [Left(whole, "这一页还是示例。", "换成自己的内容，再删掉 “sample: true” 这一行；用不着就删掉这个文件。")];
        }

        if (!yaml.Contains(Word, StringComparison.Ordinal) && !body.Contains(Word, StringComparison.Ordinal))
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        FindLines(path, yaml, yamlLine, "reviewer:", found);
        FindLines(path, body, bodyLine, null, found);
        return Cut(path, found.DrainToImmutable());
    }

    /// <param name="but">What lines begin with that are told elsewhere, or null.</param>
    private static void FindLines(string path, string text, int first, string? but, ImmutableArray<Diagnostic>.Builder found)
    {
        // Most pages with the word have it in few lines.
        var hasNumbers = Numbers().IsMatch(text);
        var rest = text.AsSpan();
        for (var number = first; ; number++)
        {
            var end = rest.IndexOf('\n');
            var line = end < 0 ? rest : rest[..end];
            var at = line.IndexOf(Word, StringComparison.Ordinal);
            if (((at >= 0 && MadeUp().IsMatch(line)) || (hasNumbers && Numbers().IsMatch(line))) && (but is null || !line.StartsWith(but, StringComparison.Ordinal)))
            {
                found.Add(Left(new(path, number, Math.Max(at, 0) + 1), "这一行还有示例的单位、地方或者文字。", "换成真实的；没有就删掉。"));
            }

            if (end < 0)
            {
                return;
            }

            rest = rest[(end + 1)..];
        }
    }

    /// <param name="pages">Paths of pages whose reviewer is made up and shown, in order.</param>
    /// <param name="settings">Where <c>site.yaml</c> could name the reviewer of all of them.</param>
    internal static IEnumerable<Diagnostic> OfReviewers(IReadOnlyList<string> pages, Location settings) => pages.Count == 0 ? [] :
        [Left(settings, $"有 {pages.Count} 页的审核单位还是示例，例如 {pages[0]}。", "在 site.yaml 里写一行 “reviewer: 审核的科室”，这些页就都写它，不用一页一页改，已经签核的也仍然有效。")];

    /// <param name="files">Files of <c>input/</c>.</param>
    /// <returns><c>sample/left</c> at each line that names something made up; what the line says is not repeated.</returns>
    /// <exception cref="IOException">The disk failed.</exception>
    public static IEnumerable<Diagnostic> InInput(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Length is > 0 and <= LargestInput && Inputs.Any(known => file.Path.StartsWith(known, StringComparison.Ordinal)) && !file.Path.EndsWith(".md", StringComparison.Ordinal)
        let bytes = file.Load()
        where bytes.AsSpan().IndexOf("示例"u8) >= 0
        from diagnostic in Cut(file.Path, [.. Lines(file.Path, Encoding.UTF8.GetString(bytes), 1).Where(line => !line.Text.TrimStart().StartsWith('#') && IsIn(line.Text)).Select(line => Left(line.Location, What(file.Path), Cure(file.Path)))])
        select diagnostic;

    private static string What(string path) =>
        path.StartsWith("input/sign-offs/", StringComparison.Ordinal) ? "这一条签核是示例的单位签的。"
        : path.StartsWith("input/exposures/", StringComparison.Ordinal) ? "这一条曝光是示例。"
        : path == "input/units.csv" ? "这一行的单位还是示例。"
        : "这一行还有示例的单位、地方或者文字。";

    private static string Cure(string path) =>
        path.StartsWith("input/sign-offs/", StringComparison.Ordinal) ? "删掉这个签核文件，请真正的科室核对以后用 site sign 签。"
        : path.StartsWith("input/exposures/", StringComparison.Ordinal) ? "删掉这一条；整个文件都是示例，就删掉文件。"
        : path == "input/units.csv" ? "换成自己的单位；示例的报表和发布（input/returns/、input/releases/）一起删掉。"
        : "换成真实的；没有就删掉。";

    /// <returns>The first so many, and one that counts the others.</returns>
    private static ImmutableArray<Diagnostic> Cut(string path, ImmutableArray<Diagnostic> found) => found.Length <= MostOfFile ? found :
        [.. found.Take(MostOfFile - 1), Left(found[MostOfFile - 1].Location, $"从这一行起，{path} 里还有 {found.Length - MostOfFile + 1} 行示例。", "一起换掉或者删掉。")];

    private static Diagnostic Left(Location location, string message, string help) => Diagnostic.Warning("sample/left", location, message, help);

    /// <summary>The word alone is no sign: a real page may speak of an example.</summary>
    private static bool IsIn(string text) => (text.Contains(Word, StringComparison.Ordinal) && MadeUp().IsMatch(text)) || Numbers().IsMatch(text);

    private static IEnumerable<(string Text, Location Location)> Lines(string path, string text, int first) =>
        text.Split('\n').Select((line, number) => (line, new Location(path, first + number, Math.Max(line.IndexOf(Word, StringComparison.Ordinal), 0) + 1)));

    [GeneratedRegex(
        "（示例）|\\(示例\\)|这是示例|示例：|示例:|示例主题|示例(?:省|市|自治|区|县|旗|镇|乡|村|街道|社区|小区|单位|科室|企业|公司|集团|学校|中学|小学|幼儿园|医院|中心|东区|西区|新区|南区|北区|港|码头|渔港|化工|船厂|造船|工业|园区|商场|饭店|工地|路|大队|支队|委|局|厅|办)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex MadeUp();

    // The numbers of the foot as the samples have them.
    [GeneratedRegex("示ICP备|示公网安备|siteCode: *[\"']?0{10}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, MatchTime.Milliseconds)]
    private static partial Regex Numbers();
}
