using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Diff;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Rendering.Calendars;

namespace Site.Cli.Commands;

/// <summary>
/// <c>site review OLD [--site DIR] [--as-of DATE] [--drafts] [--pictures DIR] [--preview FILE.zip]</c>: what a reviewer of a change needs, as Markdown: what is wrong, which sign-offs are missing,
/// what changes for the public; pictures of the changed pages before and after; the site as it would be, as a zip that opens from disk. Nothing that could be published is written.
/// </summary>
internal static class ReviewCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var old = new Argument<string>("OLD") { Description = "The site folder as it was: with site.yaml and content." };
        var site = SiteOptions.Site();
        var asOf = SiteOptions.AsOf(environment);
        var drafts = SiteOptions.Drafts();
        var pictures = new Option<string?>("--pictures") { Description = "A new folder for pictures of up to 20 changed pages before and after, 360 pixels wide, drawn by the Chromium or Chrome of this machine." };
        var preview = new Option<string?>("--preview") { Description = "A new zip of the site as it would be, which opens from disk; every page says that it is not published." };
        var command = new Command("review", "Tell a reviewer what is wrong with a change, which sign-offs are missing and what changes for the public, as Markdown.") { old, site, asOf, drafts, pictures, preview };
        command.SetAction((arguments, _) =>
        {
            var request = new BuildRequest(SiteOptions.Folder(arguments.GetValue(site)!), "", null, arguments.GetValue(asOf), arguments.GetValue(drafts), false, false) { Today = environment.Today() };
            return RunAsync(
                environment, request with { Site = SiteOptions.Folder(arguments.GetValue(old)!) }, request,
                FullPath("--pictures", arguments.GetValue(pictures)), FullPath("--preview", arguments.GetValue(preview)));
        });
        return command;
    }

    /// <returns>0, whatever is wrong with the content: <c>site check</c> is what judges.</returns>
    /// <exception cref="EnvironmentException">A folder is missing, or the pictures or the preview cannot be written; what there is to tell is told before that.</exception>
    private static async Task<int> RunAsync(SiteEnvironment environment, BuildRequest before, BuildRequest after, string? pictures, string? preview)
    {
        var old = LookedSite.Of((await BuildPipeline.ReviewAsync(before, environment)).Files);
        var (report, files) = await BuildPipeline.ReviewAsync(after, environment, CalendarOf(old));
        if (files.IsEmpty)
        {
            environment.Terminal.WriteLine(ReviewReport.Write(report.Diagnostics, null).TrimEnd('\n'));
            return 0;
        }

        var now = LookedSite.Of(files);
        var pages = PageChanges.Between(old, now);
        var changes = ChangeReport.Write(pages, FigureChanges.Between(old, now), EntryChanges.Between(old, now));
        environment.Terminal.WriteLine(ReviewReport.Write(report.Diagnostics, changes).TrimEnd('\n'));
        if (preview is not null)
        {
            NewFile.Write(preview, OfflineSite.Zip(now, pages));
            environment.Terminal.WriteErrorLine($"预览：{preview}，解压以后用浏览器打开里面的“{OfflineSite.Start}”。");
        }

        if (pictures is not null)
        {
            environment.Terminal.WriteErrorLine($"截图：{PagePictures.Write(environment, old, now, pages, pictures)} 张，在 {pictures}。");
        }

        return 0;
    }

    private static SourceFile? CalendarOf(PublishedSite site) =>
        site.Files.ContainsKey(ChangedEntries.Path) && site.Load(ChangedEntries.Path) is var bytes ? new(ChangedEntries.Path, bytes.Length, () => bytes) : null;

    private static string? FullPath(string option, string? typed) => typed is null ? null : SiteOptions.FullPath(option, typed);
}
