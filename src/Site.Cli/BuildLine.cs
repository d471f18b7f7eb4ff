using System.Collections.Immutable;
using Site.Checking;
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
        var (website, files, problems) = await RenderAsync(request, worker);
        if (problems.HasErrors())
        {
            return new(problems, 0);
        }

        using var staging = StagingFolder.Open(request.Output);
        staging.Write(files);
        if (request.WithSearch)
        {
            if (!request.KeepsSearchIndex || !staging.Keep(SearchIndex.Folder))
            {
                await SearchIndex.MakeAsync(staging.Path, worker);
            }

            staging.Add(SearchIndex.Folder);
        }

        staging.Publish();
        return new(problems, staging.Count) { Home = website.Settings.Url };
    }

    /// <summary>Finds everything that is wrong and writes nothing.</summary>
    public static async Task<BuildReport> CheckAsync(BuildRequest request)
    {
        using var worker = new NodeWorker();
        return new((await RenderAsync(request, worker)).Problems, 0);
    }

    /// <summary>Reads, checks, makes and renders; the files are only listed, their bytes come when they are asked for.</summary>
    private static async Task<Rendered> RenderAsync(
        BuildRequest request, NodeWorker worker)
    {
        SourceFolder.Require(request.Site, "content");
        var (read, release) = ReadingLine.Read(request, website => Disclose(request.Site, website));
        var pictures = await PictureWorkshop.MakeAsync(request.Site, ShownPictures.Of(read), worker);
        var problems = read.Problems.Concat(pictures.Problems).Sorted();
        if (problems.HasErrors())
        {
            return new(read.Value, [], problems);
        }

        Memory.Settle(read.Value.Pages.Length);
        var materials = await Workshop.MakeAsync(request, read.Value, pictures.Value, worker);
        var files = SiteRenderer.Render(read.Value, release, Themes.Named(read.Value.Settings.Theme), materials);
        return new(read.Value, files, problems.Concat(Checks.FindInOutput(files)).Sorted());
    }

    /// <summary>Reads <c>input/</c>, and lets through what may be shown of it.</summary>
    private static Checked<Release> Disclose(string site, Website website)
    {
        var input = SourceFolder.List(site, "input");
        var release = InputReader.Read(input.Value, website);
        return new(release.Value, [.. input.Problems, .. release.Problems]);
    }

    private sealed record Rendered(Website Website, ImmutableArray<OutputFile> Files, ImmutableArray<Problem> Problems);
}
