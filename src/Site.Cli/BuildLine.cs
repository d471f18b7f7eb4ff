using System.Collections.Immutable;
using Site.Checking;
using Site.Checking.Leaks;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;
using Site.Rendering;

namespace Site.Cli;

/// <summary>The whole line, from the site folder to the published site: read, disclose, check, make, render, check, publish.</summary>
internal static class BuildLine
{
    /// <summary>Builds the site and puts it in the published one's place; where anything is wrong, that stays as it is.</summary>
    /// <exception cref="WorldFailure">The disk is full, Node.js is needed and cannot be started, the output folder is not ours.</exception>
    public static async Task<BuildReport> BuildAsync(BuildRequest request)
    {
        OutputGuard.Refuse(request.Site, request.Output);
        using var worker = new NodeWorker();
        var (website, files, gate, problems) = await RenderAsync(request, worker);
        if (problems.HasErrors())
        {
            return new(problems, 0);
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
            return new(problems.Concat(LeakLine.Trace(request.Site, website, leaks, gate)).Sorted(), 0);
        }

        staging.Publish();
        return new(problems, staging.Count) { Home = website.Settings.Url };
    }

    /// <summary>Finds everything that is wrong and writes nothing.</summary>
    public static async Task<BuildReport> CheckAsync(BuildRequest request)
    {
        using var worker = new NodeWorker();
        var (website, files, gate, problems) = await RenderAsync(request, worker);
        return new(problems.Concat(LeakLine.Trace(request.Site, website, FinishedFiles.Find(files, gate), gate)).Sorted(), 0);
    }

    /// <summary>Reads, checks, makes and renders; the files are only listed, their bytes come when they are asked for.</summary>
    private static async Task<Rendered> RenderAsync(
        BuildRequest request, NodeWorker worker)
    {
        SourceFolder.Require(request.Site, "content");
        var input = SourceFolder.List(request.Site, "input");
        var (content, release) = ReadingLine.Read(request, website => Disclose(request, input, website));
        var signed = SignOffLine.Check(request.Site, content.Value, input.Value);
        var read = new Checked<Website>(content.Value with { SignOffs = signed.Value }, [.. content.Problems, .. signed.Problems]);
        var secrets = PrivateInput.Read(input.Value);
        var gate = LeakLine.Gate(secrets.Value, read.Value, release);
        var pictures = await PictureWorkshop.MakeAsync(request.Site, ShownPictures.Of(read), worker);
        var attempts = await AttemptLine.CheckAsync(request.Site, input.Value, () => read.Value, worker);
        var problems = read.Problems.Concat(secrets.Problems).Concat(pictures.Problems).Concat(attempts)
            .Concat(LeakLine.FindInSources(read.Value, secrets.Value, gate)).Sorted();
        if (problems.HasErrors())
        {
            return new(read.Value, [], gate, problems);
        }

        Memory.Settle(read.Value.Pages.Length);
        var materials = await Workshop.MakeAsync(request, read.Value, release, pictures.Value, worker);
        var files = SiteRenderer.Render(read.Value, release, Themes.Named(read.Value.Settings.Theme), materials);
        return new(read.Value, files, gate, problems.Concat(Checks.FindInOutput(files)).Sorted());
    }

    /// <summary>Lets through what may be shown of <c>input/</c>.</summary>
    private static Checked<Release> Disclose(BuildRequest request, Checked<ImmutableArray<SourceFile>> input, Website website)
    {
        var published = request.Output.Length == 0 ? null : SourceFolder.Find(request.Output, ExposureAddresses.Json[1..]);
        var release = InputReader.Read(input.Value, website, published);
        return new(release.Value, [.. input.Problems, .. release.Problems]);
    }

    private sealed record Rendered(Website Website, ImmutableArray<OutputFile> Files, LeakGate Gate, ImmutableArray<Problem> Problems);
}
