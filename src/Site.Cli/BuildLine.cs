using Site.Checking;
using Site.Cli.Edges;
using Site.Model;
using Site.Rendering;

namespace Site.Cli;

/// <summary>The whole line, from the site folder to the published site: read, check, make, render, check, publish.</summary>
internal static class BuildLine
{
    /// <summary>Builds the site and puts it in the published one's place; where anything is wrong, that stays as it is.</summary>
    /// <exception cref="WorldFailure">The disk is full, Node.js is needed and cannot be started, the output folder is not ours.</exception>
    public static async Task<BuildReport> BuildAsync(BuildRequest request)
    {
        OutputGuard.Refuse(request.Site, request.Output);
        var read = ReadingLine.Read(request);
        if (read.Problems.HasErrors())
        {
            return new(read.Problems, 0);
        }

        Memory.Settle(read.Value.Pages.Length);
        using var staging = StagingFolder.Open(request.Output);
        using var worker = new NodeWorker();
        var materials = await Workshop.MakeAsync(request, read.Value, worker);
        var files = SiteRenderer.Render(read.Value, Release.Empty, Themes.Named(read.Value.Settings.Theme), materials.Value);
        var problems = read.Problems.Concat(materials.Problems).Concat(Checks.FindInOutput(files)).Sorted();
        if (problems.HasErrors())
        {
            return new(problems, 0);
        }

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
        return new(problems, staging.Count) { Home = read.Value.Settings.Url };
    }

    /// <summary>Finds everything that is wrong and writes nothing.</summary>
    public static async Task<BuildReport> CheckAsync(BuildRequest request)
    {
        var read = ReadingLine.Read(request);
        if (read.Problems.HasErrors())
        {
            return new(read.Problems, 0);
        }

        using var worker = new NodeWorker();
        var materials = await Workshop.MakeAsync(request, read.Value, worker);
        var files = SiteRenderer.Render(read.Value, Release.Empty, Themes.Named(read.Value.Settings.Theme), materials.Value);
        return new(read.Problems.Concat(materials.Problems).Concat(Checks.FindInOutput(files)).Sorted(), 0);
    }
}
