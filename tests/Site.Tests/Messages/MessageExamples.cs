using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.Build;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>One wrong input and what <c>site check</c> says about it.</summary>
/// <param name="Code">The code that it is an example of.</param>
/// <param name="Files">What lies in the site folder besides a site with which nothing is wrong.</param>
internal sealed record MessageExample(string Code, ImmutableArray<SourceFile> Files);

/// <summary>
/// The examples of <c>examples.txt</c>: a line <c>=== code</c> each, then its files, each behind a line <c>-- path --</c>. What is no text is written
/// as <c>-- path base64 --</c>, and <c>-- path times 3000000 --</c> repeats a text.
/// </summary>
internal static partial class MessageExamples
{
    private static readonly DateOnly Today = new(2026, 6, 10);

    /// <summary>A site with which nothing is wrong but this: what is known to be wrong is not drawn, which would take most of the time.</summary>
    private const string Around =
        """
        -- content/pages/about.md --
        ---
        title: 关于
        summary: 示例
        source: 示例
        reviewer: 示例科室
        ---
        [没有的页](none.md)
        """;

    public static ImmutableArray<MessageExample> All { get; } = Read();

    /// <returns>All that <c>site check</c> says about the site with these files.</returns>
    public static async Task<ImmutableArray<Diagnostic>> CheckAsync(SiteFolder around, ImmutableArray<SourceFile> files)
    {
        var report = await BuildPipeline.CheckAsync(
            new(around.Path, "", null, Today, false, false, false) { Unsaved = files.ToImmutableDictionary(file => file.Path, file => file.Load()), IsInternal = true, Today = Today },
            SiteProgram.Environment);
        return report.Diagnostics.RemoveAll(one => one is { Code: "link/broken", Location.Path: "content/pages/about.md" });
    }

    /// <returns>The site that the examples are added to; whoever asks for it deletes it.</returns>
    public static SiteFolder Surroundings() => new(Around);

    private static ImmutableArray<MessageExample> Read() =>
        [.. File.ReadAllText(Path.Combine(Repository.Root, "tests", "Site.Tests", "Messages", "examples.txt")).Split("\n=== ").Skip(1).Select(text => new MessageExample(
            text[..text.IndexOf('\n')],
            [.. SampleSite.Files(text[(text.IndexOf('\n') + 1)..].TrimEnd('\n')).Select(Written)]))];

    private static SourceFile Written(SourceFile file)
    {
        var how = How().Match(file.Path);
        return !how.Success ? file : SampleSite.File(how.Groups["path"].Value, how.Groups["times"] is { Success: true, Value: var times }
            ? [.. Enumerable.Repeat(file.Load(), int.Parse(times, System.Globalization.CultureInfo.InvariantCulture)).SelectMany(bytes => bytes)]
            : Convert.FromBase64String(Encoding.UTF8.GetString(file.Load()).Trim()));
    }

    [GeneratedRegex("^(?<path>.+) (base64|times (?<times>[0-9]+))$", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex How();
}
