using System.Collections.Immutable;
using System.Text;
using Site.Content.Loading;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Tests;

/// <summary>
/// Makes a site from one text, in which each file begins with a line <c>-- path --</c>. Without <c>-- site.yaml --</c> the site is
/// 示例市安全生产月 at https://example.gov.cn/. The build's day is 10 June 2025 unless another is given.
/// </summary>
internal static class SampleSite
{
    private const string Settings = "title: 示例市安全生产月\nurl: https://example.gov.cn/\norganiser: 示例市安委办\n";

    /// <returns>The website. Required fields may be left out of the text, so that it need not be longer than the fact.</returns>
    /// <exception cref="InvalidOperationException">Anything else is wrong with the text.</exception>
    public static Website Read(string text, string asOf = "2025-06-10", bool drafts = false)
    {
        var (website, diagnostics) = Check(text, asOf, drafts);
        var mistakes = diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error && diagnostic.Code != "front-matter/missing-field").ToList();
        return mistakes.Count == 0
            ? website
            : throw new InvalidOperationException($"The sample itself is wrong:\n{string.Join('\n', mistakes)}");
    }

    /// <returns>The website and all that is wrong with it.</returns>
    public static Result<Website> Check(string text, string asOf = "2025-06-10", bool drafts = false)
    {
        var files = Files(text);
        return WebsiteReader.Read(
            files.FirstOrDefault(file => file.Path == "site.yaml") ?? File("site.yaml", Settings),
            [.. files.Where(file => file.Path != "site.yaml")],
            DateOnly.ParseExact(asOf, "yyyy-MM-dd"),
            drafts);
    }

    /// <returns>All that is wrong, as it is printed, one problem after another.</returns>
    public static string Diagnostics(string text, string asOf = "2025-06-10", bool drafts = false) =>
        string.Join('\n', Check(text, asOf, drafts).Diagnostics);

    /// <returns>The files of a text.</returns>
    public static ImmutableArray<SourceFile> Files(string text)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        foreach (var part in ("\n" + text.ReplaceLineEndings("\n")).Split("\n-- ").Skip(1))
        {
            var end = part.IndexOf(" --\n", StringComparison.Ordinal);
            files.Add(end < 0 ? File(part[..^" --".Length], "") : File(part[..end], part[(end + 4)..] + "\n"));
        }

        return files.DrainToImmutable();
    }

    /// <returns>A file of this text.</returns>
    public static SourceFile File(string path, string text) => File(path, Encoding.UTF8.GetBytes(text));

    /// <returns>A file of these bytes.</returns>
    public static SourceFile File(string path, byte[] bytes) => new(path, bytes.Length, () => bytes);
}
