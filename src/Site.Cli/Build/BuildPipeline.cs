using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Content.Rules;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.Entries;
using Site.Exposures.Released;
using Site.Privacy.Leaks;
using Site.Rendering;

namespace Site.Cli.Build;

/// <summary>The whole line, from the site folder to the published site: read, disclose, check, make, render, check, publish.</summary>
internal static class BuildPipeline
{
    /// <summary>Builds the site and puts it in the published one's place; where anything is wrong, that stays as it is.</summary>
    /// <exception cref="EnvironmentException">The disk is full, Node.js is needed and cannot be started, the output folder is not ours.</exception>
    public static async Task<BuildReport> BuildAsync(BuildRequest request)
    {
        OutputGuard.Refuse(request.Site, request.Output);
        using var worker = new NodeWorker();
        var (website, files, gate, diagnostics) = await RenderAsync(request, worker);
        if (diagnostics.HasErrors())
        {
            return new(diagnostics, 0);
        }

        using var staging = StagingFolder.Open(request.Output);
        var leaks = staging.Write(files, gate);
        if (request.WithSearch && leaks.IsEmpty)
        {
            if (!request.KeepsSearchIndex || !staging.Keep(SearchIndex.Folder))
            {
                await SearchIndex.MakeAsync(staging.Path, worker);
            }

            leaks = staging.Add(SearchIndex.Folder, gate);
        }

        if (!leaks.IsEmpty)
        {
            return new(diagnostics.Concat(LeakScan.Trace(request.Site, website, leaks, gate)).Sorted(), 0);
        }

        staging.Publish();
        return new(diagnostics, staging.Count) { Home = website.Settings.Url };
    }

    /// <summary>Finds everything that is wrong and writes nothing.</summary>
    public static async Task<BuildReport> CheckAsync(BuildRequest request)
    {
        using var worker = new NodeWorker();
        var (website, files, gate, diagnostics) = await RenderAsync(request, worker);
        return new(diagnostics.Concat(LeakScan.Trace(request.Site, website, RenderedFiles.Find(files, gate), gate)).Sorted(), 0);
    }

    /// <summary>Reads, checks, makes and renders; the files are only listed, their bytes come when they are asked for.</summary>
    private static async Task<Rendered> RenderAsync(
        BuildRequest request, NodeWorker worker)
    {
        SourceFolder.Require(request.Site, "content");
        var input = SourceFolder.List(request.Site, "input");
        var (content, release) = SiteLoader.Read(request, website => Disclose(request, input, website));
        var signed = SignOffStep.Check(request.Site, content.Value, input.Value);
        var read = new Result<Website>(content.Value with { SignOffs = signed.Value }, [.. content.Diagnostics, .. signed.Diagnostics]);
        var secrets = PrivateInput.Read(input.Value);
        var gate = LeakScan.Gate(secrets.Value, read.Value, release);
        var pictures = await PictureBuilder.MakeAsync(request.Site, ShownPictures.Of(read), worker);
        var attempts = await AttemptStep.CheckAsync(request.Site, input.Value, () => read.Value, worker);
        var diagnostics = read.Diagnostics.Concat(secrets.Diagnostics).Concat(pictures.Diagnostics).Concat(attempts)
            .Concat(LeakScan.FindInSources(read.Value, secrets.Value, gate)).Sorted();
        if (diagnostics.HasErrors())
        {
            return new(read.Value, [], gate, diagnostics);
        }

        HeapCompaction.Run(read.Value.Pages.Length);
        var materials = await AssetBuilder.MakeAsync(request, read.Value, release, pictures.Value, worker);
        var files = SiteRenderer.Render(read.Value, release, ThemeRegistry.Named(read.Value.Settings.Theme), materials);
        return new(read.Value, files, gate, diagnostics.Concat(Checks.FindInOutput(files)).Sorted());
    }

    /// <summary>Lets through what may be shown of <c>input/</c>.</summary>
    private static Result<PublicInput> Disclose(BuildRequest request, Result<ImmutableArray<SourceFile>> input, Website website)
    {
        var published = request.Output.Length == 0 ? null : SourceFolder.Find(request.Output, ExposureAddresses.Json[1..]);
        var release = PublicInputReader.Read(input.Value, website, published);
        return new(release.Value, [.. input.Diagnostics, .. release.Diagnostics]);
    }

    private sealed record Rendered(Website Website, ImmutableArray<OutputFile> Files, LeakScanner Gate, ImmutableArray<Diagnostic> Diagnostics);
}

/// <summary>What a build is asked to do.</summary>
/// <param name="Site">Folder with site.yaml and content/, absolute.</param>
/// <param name="Output">Folder to replace, absolute.</param>
/// <param name="Url">Address to use in place of the one in site.yaml, or null.</param>
/// <param name="AsOf">The day it is.</param>
/// <param name="WithDrafts">Whether drafts are pages too.</param>
/// <param name="WithSearch">Whether to make a search index.</param>
/// <param name="IsStrict">Whether missing footer entries are errors.</param>
internal sealed record BuildRequest(
    string Site, string Output, Uri? Url, DateOnly AsOf, bool WithDrafts, bool WithSearch, bool IsStrict)
{
    /// <summary>Whether the published site's search index will do, where there is one: a preview need not find its newest words.</summary>
    public bool KeepsSearchIndex { get; init; }
}

/// <summary>What came of a build.</summary>
/// <param name="Diagnostics">All diagnostics, sorted.</param>
/// <param name="Files">How many files were published; 0 where nothing was.</param>
internal sealed record BuildReport(ImmutableArray<Diagnostic> Diagnostics, int Files)
{
    /// <summary>Address of the home page of the site that was published, or null.</summary>
    public Uri? Home { get; init; }

    /// <summary>0 when the site was published, 1 when the content stopped it.</summary>
    public int ExitCode => Diagnostics.HasErrors() ? 1 : 0;
}
