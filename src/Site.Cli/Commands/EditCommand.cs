using System.CommandLine;
using Site.Cli.Editing;
using Site.Cli.Infrastructure;

namespace Site.Cli.Commands;

/// <summary><c>site edit [--site DIR] [--port 0] [--as-of DATE]</c>: the editor in the browser, for people who know no git.</summary>
internal static class EditCommand
{
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
            environment.WarnOfTemporaryMemory();
            environment.Terminal.WriteLine($"编辑地址：{server.Address}（只在这台电脑上能打开；按 Ctrl+C 结束）");
            await server.RunAsync(Task.Delay(Timeout.Infinite, stop), stop);
            return 0;
        });
        return command;
    }
}
