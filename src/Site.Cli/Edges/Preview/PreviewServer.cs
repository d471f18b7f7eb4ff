using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Site.Cli.Edges;

/// <summary>Listens on the loopback addresses alone, 127.0.0.1 and ::1: nobody but this machine can see the preview.</summary>
internal static class PreviewServer
{
    /// <summary>Starts to listen.</summary>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="WorldFailure">Another program listens on the port.</exception>
    public static async Task<WebApplication> StartAsync(int port, PreviewRequests requests)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenLocalhost(port);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var server = builder.Build();
        server.Run(requests.AnswerAsync);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            await server.DisposeAsync();
            throw new WorldFailure($"端口 {port} 不能用，可能有别的程序占着；请用 --port 换一个，或用 --port 0 自动选一个。");
        }
    }

    /// <returns>A port that nothing listened on just now.</returns>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
