using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Cli.Infrastructure;
using Site.Cli.Preview;

namespace Site.Cli.Editing;

/// <summary>Listens on 127.0.0.1 alone, on two ports: the editor, and the site as it is being written, which is another origin and cannot reach the editor.</summary>
internal sealed class EditServer : IAsyncDisposable
{
    private readonly WebApplication server;

    private EditServer(WebApplication server, Uri address) => (this.server, Address) = (server, address);

    /// <summary>What opens the editor, with the key that is good for this run alone.</summary>
    public Uri Address { get; }

    /// <param name="port">1 to 65535, or 0 for a free one.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port, or the site has no folder <c>content</c>.</exception>
    public static async Task<EditServer> StartAsync(int port, EditSite site, CancellationToken stop)
    {
        site.Require();
        var door = new EditDoor(port == 0 ? PreviewServer.FreePort() : port, PreviewServer.FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = EditLimits.LargestPicture;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Listen(IPAddress.Loopback, door.Port);
            kestrel.Listen(IPAddress.Loopback, door.ViewPort);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var made = builder.Build();
        var requests = new EditRequests(door, site, stop);
        made.Run(requests.AnswerAsync);
        try
        {
            await made.StartAsync(stop);
            return new(made, new($"{door.Origin}/?key={door.Key}"));
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await made.DisposeAsync();
            throw new EnvironmentException($"端口 {door.Port} 不能用，可能有别的程序占着；请用 --port 换一个，或者不写，自动选一个。");
        }
    }

    public Task StopAsync() => server.StopAsync(CancellationToken.None);

    public ValueTask DisposeAsync() => server.DisposeAsync();
}

/// <summary>How much the editor takes at once.</summary>
internal static class EditLimits
{
    /// <summary>A photograph: 48 megapixels of a phone have up to 30 MB.</summary>
    public const int LargestPicture = 40 * 1024 * 1024;

    /// <summary>A Word file.</summary>
    public const int LargestDocument = 20 * 1024 * 1024;

    /// <summary>A page's text, or what is pasted, as JSON.</summary>
    public const int LargestText = 8 * 1024 * 1024;
}
