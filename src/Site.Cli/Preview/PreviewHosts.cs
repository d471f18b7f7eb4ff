using Microsoft.AspNetCore.Http;

namespace Site.Cli;

/// <summary>
/// Knows the names by which this machine calls itself. A page of another site could have its own name lead to the loopback address and so
/// read the preview (DNS rebinding); it cannot change the Host header, which still bears that name.
/// </summary>
internal static class PreviewHosts
{
    /// <param name="host">The Host header.</param>
    /// <param name="port">The port that is listened on.</param>
    public static bool Allow(HostString host, int port) =>
        host.Host is "localhost" or "127.0.0.1" or "[::1]" && (host.Port ?? 80) == port;
}
