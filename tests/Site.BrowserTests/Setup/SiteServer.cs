using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Site.BrowserTests;

/// <summary>Serves a built site on the loopback address as a plain host would, with the headers that the site asks for.</summary>
internal sealed class SiteServer : IAsyncDisposable
{
    private readonly WebApplication application;

    private SiteServer(WebApplication application) => this.application = application;

    /// <summary>Address of the home page, with a slash at its end.</summary>
    public required Uri Root { get; init; }

    /// <param name="folder">The built site.</param>
    /// <param name="mount">Where it lies on the host: <c>/</c> or <c>/safety/</c>.</param>
    /// <param name="before">What is waited for before a path is answered.</param>
    public static async Task<SiteServer> StartAsync(string folder, string mount, Func<string, Task> before)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var application = builder.Build();
        var headers = new HostHeaders(await File.ReadAllTextAsync(Path.Combine(folder, "_headers")));
        application.Run(request => AnswerAsync(request, folder, mount, headers, before));
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(application) { Root = new(new Uri(address), mount) };
    }

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static async Task AnswerAsync(HttpContext request, string folder, string mount, HostHeaders headers, Func<string, Task> before)
    {
        var path = request.Request.Path.Value!;
        var file = path.StartsWith(mount, StringComparison.Ordinal) ? Path.Combine(folder, path[mount.Length..]) : "";
        if (file.Length > 0 && !path.EndsWith('/') && Directory.Exists(file))
        {
            request.Response.Redirect(path + "/", permanent: true);
            return;
        }

        file = path.EndsWith('/') ? Path.Combine(file, "index.html") : file;
        var isFound = File.Exists(file);
        request.Response.StatusCode = isFound ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        file = isFound ? file : Path.Combine(folder, "404.html");
        request.Response.ContentType = new FileExtensionContentTypeProvider().TryGetContentType(file, out var type) ? type : "application/octet-stream";
        foreach (var (name, value) in headers.For(path))
        {
            request.Response.Headers[name] = value;
        }

        await before(path);
        await request.Response.SendFileAsync(file);
    }
}
