using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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

    private static readonly TimeSpan AtTheEnd = TimeSpan.FromSeconds(1);

    private readonly WebApplication server;

    private LocalServer(WebApplication server, Uri address) => (this.server, Address) = (server, address);

    /// <summary>What opens the page; where the page can change things, with the key that is good for this run alone.</summary>
    public Uri Address { get; }

    /// <param name="largestBody">In bytes: what any request may send.</param>
    /// <param name="answer">Answers every request, those that the door refuses included.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port.</exception>
    public static Task<LocalServer> StartAsync(LocalDoor door, long largestBody, RequestDelegate answer, CancellationToken stop) => StartAsync(
        new($"{door.Origin}/?key={door.Key}"),
        kestrel =>
        {
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
        },
        answer,
        stop);

    /// <param name="address">What opens the page; its port is told where another program has it.</param>
    /// <param name="listen">Says where to listen, on this machine alone, and what a request may take.</param>
    /// <param name="answer">Answers every request.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port.</exception>
    public static async Task<LocalServer> StartAsync(Uri address, Action<KestrelServerOptions> listen, RequestDelegate answer, CancellationToken stop)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = AtTheEnd);
        var made = builder.Build();
        made.Run(answer);
        try
        {
            await made.StartAsync(stop);
            return new(made, address);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await made.DisposeAsync();
            throw new EnvironmentException($"端口 {address.Port} 不能用，可能有别的程序占着；请用 --port 换一个，或用 --port 0 自动选一个。");
        }
    }

    /// <returns>A port on which nothing listened a moment ago.</returns>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Answers a request of this machine; a HEAD request gets no body.</summary>
    public static async Task SendAsync(HttpContext http, int status, string type, byte[] body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }

    /// <summary>Stays up while a work goes on, or until the program is told to end; what is running then has a second.</summary>
    /// <param name="work">What goes on meanwhile.</param>
    public async Task RunAsync(Task work, CancellationToken stop)
    {
        try
        {
            await work.WaitAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await server.StopAsync(CancellationToken.None).WaitAsync(AtTheEnd, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
