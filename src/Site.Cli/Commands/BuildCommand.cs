using System.CommandLine;
using Site.Cli.Build;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary><c>site build [--site DIR] [--output DIR] [--url URL] [--as-of DATE] [--drafts] [--no-search] [--no-cache] [--strict]</c>: the whole site, or nothing.</summary>
internal static class BuildCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var output = new Option<string?>("--output") { Description = "The folder to replace. Default: output in the site folder." };
        var url = new Option<string?>("--url") { Description = "Address of the home page, in place of the one in site.yaml." };
        var asOf = SiteOptions.AsOf(environment);
        var drafts = SiteOptions.Drafts();
        var noSearch = new Option<bool>("--no-search") { Description = "Make no search index; the search page offers topics instead." };
        var noCache = new Option<bool>("--no-cache") { Description = "Make everything anew, use nothing that an earlier build kept, and keep nothing. The site is the same." };
        var isInternal = SiteOptions.Internal();
        var strict = SiteOptions.Strict();
        var command = new Command("build", "Build the whole site into the output folder; where anything is wrong, leave that as it is.")
        {
            site, output, url, asOf, drafts, noSearch, noCache, strict, isInternal,
        };
        command.SetAction((arguments, _) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            return RunAsync(environment, new(
                folder,
                SiteOptions.FullPath("--output", arguments.GetValue(output) ?? Path.Combine(folder, "output")),
                Address(arguments.GetValue(url)),
                arguments.GetValue(asOf),
                arguments.GetValue(drafts),
                !arguments.GetValue(noSearch),
                arguments.GetValue(strict))
            {
                WithCache = !arguments.GetValue(noCache),
                IsInternal = arguments.GetValue(isInternal),
                Today = environment.Today(),
            });
        });
        return command;
    }

    /// <returns>0 when the site was published, 1 when the content stopped it.</returns>
    private static async Task<int> RunAsync(SiteEnvironment environment, BuildRequest request)
    {
        var report = await BuildPipeline.BuildAsync(request, environment);
        environment.Terminal.WriteDiagnostics(report.Diagnostics);
        if (report.ExitCode == 0)
        {
            environment.Terminal.WriteLine($"已生成 {report.Files} 个文件：{request.Output}");
        }

        return report.ExitCode;
    }

    private static Uri? Address(string? url) =>
        url is null ? null
        : Uri.TryCreate(url.EndsWith('/') ? url : url + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0 ? address
        : throw new EnvironmentException($"--url 要写成 https://example.org/ 这样的完整网址，不能是“{url}”。");
}
