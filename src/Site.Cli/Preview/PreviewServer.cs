using Microsoft.AspNetCore.Http;
using Site.Cli.Infrastructure;
using Site.Cli.Local;

namespace Site.Cli.Preview;

/// <summary>Listens only on the loopback addresses, 127.0.0.1 and ::1: nobody but this machine can see the preview.</summary>
internal static class PreviewServer
{
    /// <summary>Starts to listen.</summary>
    /// <param name="port">1 to 65535.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port.</exception>
    public static Task<LocalServer> StartAsync(int port, PreviewRequests requests, CancellationToken stop) =>
        LocalServer.StartAsync(new($"http://127.0.0.1:{port}/"), kestrel => kestrel.ListenLocalhost(port), requests.AnswerAsync, stop);
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
