using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Cli.Infrastructure;

namespace Site.Cli.Local;

/// <summary>Serves a page of ours to the browser of this machine: it listens on 127.0.0.1 alone.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    /// <summary>Far more than browsers open; one that is idle takes a few kilobytes.</summary>
    private const int MostConnections = 2000;

    /// <summary>Bytes a second of a body, on the machine itself; a slower one is given up after <see cref="Patience"/>.</summary>
    private const int SlowestBody = 4 * 1024;

    /// <summary>How long a connection may wait between requests, or for the end of the headers.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication server;

    private LocalServer(WebApplication server, Uri address) => (this.server, Address) = (server, address);

    /// <summary>What opens the page, with the key that is good for this run alone.</summary>
    public Uri Address { get; }

    /// <param name="largestBody">In bytes: what any request may send.</param>
    /// <param name="answer">Answers every request, those that the door refuses included.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port.</exception>
    public static async Task<LocalServer> StartAsync(LocalDoor door, long largestBody, RequestDelegate answer, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = largestBody;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxConcurrentConnections = MostConnections;
            kestrel.Limits.RequestHeadersTimeout = Patience;
            kestrel.Limits.KeepAliveTimeout = Patience;
            kestrel.Limits.MinRequestBodyDataRate = new(SlowestBody, Patience);
            kestrel.Listen(IPAddress.Loopback, door.Port);
            if (door.ViewPort is { } view)
            {
                kestrel.Listen(IPAddress.Loopback, view);
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var made = builder.Build();
        made.Run(answer);
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
