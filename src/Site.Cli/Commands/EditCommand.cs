using System.CommandLine;
using Site.Cli.Editing;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary><c>site edit [--site DIR] [--port 0] [--as-of DATE]</c>: the editor in the browser, for people who know no git.</summary>
internal static class EditCommand
{
    /// <summary>How long to wait at the end for what is running.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static Command Create(SiteEnvironment environment)
    {
        var site = SiteOptions.Site();
        var port = ServeCommand.Port(0);
        var asOf = SiteOptions.AsOf(environment);
        var command = new Command("edit", "Write pages in the browser, on this machine alone: forms, pictures, a live view, every mistake at its place.") { site, port, asOf };
        command.SetAction(async (arguments, stop) =>
        {
            var folder = SiteOptions.Folder(arguments.GetValue(site)!);
            await using var server = await EditServer.StartAsync(arguments.GetValue(port), new(folder, environment, arguments.GetValue(asOf)), stop);
            environment.Terminal.WriteLine($"编辑地址：{server.Address}（只在这台电脑上能打开；按 Ctrl+C 结束）");
            try
            {
                await Task.Delay(Timeout.Infinite, stop);
            }
            catch (OperationCanceledException)
            {
                await server.StopAsync().WaitAsync(Patience, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            return 0;
        });
        return command;
    }
}
