using System.Runtime.InteropServices;
using System.Text;
using Site.Cli.Publishing;
using Site.Content.Markdown;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Released;
using Site.Privacy.Leaks;
using Site.Rendering;
using Site.Statistics.Inputs;
using Site.Themes.Campaign;

namespace Site.Cli.Build;

/// <summary>
/// What every file of a site follows from beside the pages: the program, what it was asked, settings, <c>input/</c> with its private values, what may be published all the same, the
/// files beside the pages, and which pages come from packs. On another ground nothing of an earlier site is believed: each file is made and scanned again.
/// </summary>
internal static class BuildGround
{
    /// <summary>Longer files are known by their stamps, so that recordings need not be read; where they have none, they are read.</summary>
    private const long LargestToRead = 4 * 1024 * 1024;

    /// <summary>The program: this version and no other, with the packages it was built with: an assembly's id is a hash of all that stands in it, in that of the command line the list of packages included.</summary>
    private static string Program { get; } = string.Join('\n',
        from assembly in new[]
        {
            typeof(BuildGround).Assembly, typeof(Diagnostic).Assembly, typeof(LeakScanner).Assembly, typeof(MarkdownReader).Assembly, typeof(InputFiles).Assembly,
            typeof(PrivateInput).Assembly, typeof(SiteRenderer).Assembly, typeof(CampaignTheme).Assembly,
        }
        select assembly.ManifestModule.ModuleVersionId) + RuntimeInformation.FrameworkDescription;

    /// <returns>What pages are read by: the same program on the same day reads the same file as the same page.</returns>
    public static string ReaderOf(BuildRequest request) => $"{Program}\n{request.AsOf:O}\n{request.WithDrafts}";

    /// <returns>The program and all that a build is asked, by which what it says is the same as long as its files are.</returns>
    public static string AskedBy(BuildRun run) =>
        $"{Program}\n{run.Request with { Unsaved = null }}\n{run.Environment.IsOnCi}";

    /// <returns>The digest, made with the key of the cache, since it covers what nobody may try out.</returns>
    public static Digest Of(BuildRun run, AssembledSite site, SiteCache cache) => cache.Ground(Parts(run, site));

    private static IEnumerable<ReadOnlyMemory<byte>> Parts(BuildRun run, AssembledSite site)
    {
        var request = run.Request;
        yield return Bytes($"{Program}\n{request.Url}\n{request.AsOf:O}\n{request.Today:O}\n{request.WithDrafts}\n{request.WithSearch}\n{site.Website.Settings.Theme}");
        yield return run.Folder.Find("site.yaml")?.Load() ?? [];
        yield return BuildPipeline.PublishedExposures(run)?.Load() ?? [];
        foreach (var text in PublicTexts.Of(site.Website, site.Input.Public, site.SignOffs))
        {
            yield return Bytes(text);
        }

        foreach (var file in site.Website.Packs.Sources)
        {
            yield return Bytes("pack " + file.Path);
        }

        foreach (var file in (site.Website.Theme?.Files ?? []).Concat(site.Website.Editor?.Files ?? []).Concat(site.Input.Files.All).Concat(site.Content.Files.Where(file => !file.Path.EndsWith(".md", StringComparison.Ordinal))))
        {
            yield return Bytes(file.Path);
            yield return file is { Length: > LargestToRead, Stamp: { } stamp } ? Bytes(stamp.ToString()) : file.Load();
        }
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
