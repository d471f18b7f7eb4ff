using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.BrowserTests;

/// <summary>The newest release of statistics with a snapshot in this repository; where there is none, its pages are missing and the tests of them say so.</summary>
internal static partial class SampleRelease
{
    private static readonly string Releases = Path.Combine(Repository.Folder, "input", "releases");
    private static readonly string Newest = !Directory.Exists(Releases) ? "none" : Directory.EnumerateDirectories(Releases)
        .MaxBy(folder => AsOf().Match(Summary(folder)).Value, StringComparer.Ordinal) ?? "none";

    /// <summary>Address of its page: <c>/data/2026-06-28/</c>.</summary>
    public static string Page { get; } = $"/data/{Path.GetFileName(Newest)}/";

    /// <summary>Address of the page of its first table.</summary>
    public static string FirstTable { get; } = $"{Page}{FirstId().Match(Summary(Newest)).Groups[1].Value}/";

    private static string Summary(string folder) =>
        Path.Combine(folder, "release.yaml") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    [GeneratedRegex("- id: \"([a-z0-9-]+)\"", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex FirstId();

    [GeneratedRegex("as_of: \"[0-9-]+\"", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex AsOf();
}
