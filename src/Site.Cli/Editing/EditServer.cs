using Site.Cli.Infrastructure;
using Site.Cli.Local;

namespace Site.Cli.Editing;

/// <summary>Listens on 127.0.0.1 alone, on two ports: the editor, and the site as it is being written, which is another origin and cannot reach the editor.</summary>
internal static class EditServer
{
    /// <param name="port">1 to 65535, or 0 for a free one.</param>
    /// <exception cref="EnvironmentException">Another program listens on the port, or the site has no folder <c>content</c>.</exception>
    public static Task<LocalServer> StartAsync(int port, EditSite site, CancellationToken stop)
    {
        site.Require();
        var door = new LocalDoor("编辑器", "site edit", port == 0 ? LocalServer.FreePort() : port, LocalServer.FreePort());
        return LocalServer.StartAsync(door, EditLimits.LargestPicture, new EditRequests(door, site, stop).AnswerAsync, stop);
    }
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
