using System.CommandLine;
using System.Globalization;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Cli.Local;
using Site.Cli.Preview;
using Site.Cli.Publishing;

namespace Site.Cli.Commands;

/// <summary><c>site serve [--site DIR] [--port 5080] [--as-of DATE] [--drafts] [--no-search]</c>: a preview that follows every change.</summary>
internal static class ServeCommand
{
    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var port = Port(5080);
        var asOf = SiteOptions.AsOf(environment);
        var drafts = SiteOptions.Drafts();
        var noSearch = new Option<bool>("--no-search") { Description = "Make no search index. Without this, the first build makes one and later ones keep it." };
        var command = new Command("serve", "Show the site on this machine alone, follow every change, and show mistakes over the page. The output folder stays as it is.")
        {
            site, port, asOf, drafts, noSearch,
        };
        command.SetAction(async (arguments, stop) =>
        {
            var source = SiteOptions.Folder(arguments.GetValue(site)!);
            using var folder = new PreviewFolder();
            var request = new BuildRequest(source, folder.Site, null, arguments.GetValue(asOf), arguments.GetValue(drafts), !arguments.GetValue(noSearch), false);
            try
            {
                return await RunAsync(environment, request, arguments.GetValue(port), stop);
            }
            finally
            {
                SiteCache.Forget(environment, request.Output);
            }
        });
        return command;
    }

    /// <returns>0 when the preview was ended by Ctrl+C.</returns>
    private static async Task<int> RunAsync(SiteEnvironment environment, BuildRequest request, int wanted, CancellationToken stop)
    {
        var feed = new PreviewStateFeed();
        var port = wanted == 0 ? LocalServer.FreePort() : wanted;
        await using var server = await PreviewServer.StartAsync(port, new(request.Output, feed, stop), stop);
        environment.Terminal.WriteLine($"预览地址：{server.Address}（按 Ctrl+C 结束）");
        await server.RunAsync(PreviewBuilder.RunAsync(request, environment, feed, stop), stop);
        return 0;
    }

    /// <param name="usual">The port where nobody names one; 0 for a free one.</param>
    public static Option<int> Port(int usual) => new("--port")
    {
        Description = "The port to listen on; 0 takes a free one.",
        DefaultValueFactory = _ => usual,
        CustomParser = argument =>
        {
            var text = argument.Tokens is [var token] ? token.Value : "";
            if (ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            {
                return port;
            }

            argument.AddError($"--port 要写成 0 到 65535 的整数，不能是“{text}”。");
            return default;
        },
    };
}
