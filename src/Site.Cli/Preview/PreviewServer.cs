using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Site.Cli.Infrastructure;

namespace Site.Cli.Preview;

/// <summary>Listens only on the loopback addresses, 127.0.0.1 and ::1: nobody but this machine can see the preview.</summary>
internal static class PreviewServer
{
    /// <summary>Starts to listen.</summary>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port.</exception>
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
            throw new EnvironmentException($"端口 {port} 不能用，可能有别的程序占着；请用 --port 换一个，或用 --port 0 自动选一个。");
        }
    }

    /// <returns>A port on which nothing listened a moment ago.</returns>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>
/// The host names of this machine. A page of another site could have its own name lead to the loopback address and so
/// read the preview (DNS rebinding); it cannot change the Host header, which still bears that name.
/// </summary>
internal static class PreviewHosts
{
    /// <param name="host">The Host header.</param>
    /// <param name="port">The port that is listened on.</param>
    public static bool Allow(HostString host, int port) =>
        host.Host is "localhost" or "127.0.0.1" or "[::1]" && (host.Port ?? 80) == port;
}

/// <summary>A folder of its own for the site of the preview, in the temporary area: the published site stays as it is.</summary>
internal sealed class PreviewFolder : IDisposable
{
    private readonly DirectoryInfo outer = Directory.CreateTempSubdirectory("site-preview-");

    /// <summary>Where the site is built, absolute; not there before the first build is done.</summary>
    public string Site => Path.Combine(outer.FullName, "site");

    public void Dispose()
    {
        try
        {
            outer.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A build that was broken off may still write there; the system clears its temporary area itself.
        }
    }
}
