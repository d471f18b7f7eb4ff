namespace Site.Cli.Preview;

/// <summary>What an address of the preview leads to.</summary>
internal abstract record PreviewAddress
{
    private PreviewAddress() { }

    /// <summary>To another address.</summary>
    /// <param name="Path">Decoded, from the root of the server.</param>
    public sealed record Redirect(string Path) : PreviewAddress;

    /// <summary>To a file of the site.</summary>
    /// <param name="Path">Path in the site's folder, with forward slashes: <c>news/index.html</c>.</param>
    public sealed record File(string Path) : PreviewAddress;

    /// <summary>To nothing.</summary>
    public sealed record NotFound : PreviewAddress;

    /// <summary>Follows an address without ever leaving the site's folder.</summary>
    /// <param name="basePath">Where the site lies on its server, decoded, with a slash at both ends.</param>
    /// <param name="path">What is asked for, decoded, with a slash at its start.</param>
    /// <param name="isFile">Whether there is such a file in the site's folder.</param>
    public static PreviewAddress Of(string basePath, string path, Func<string, bool> isFile)
    {
        if (!path.StartsWith(basePath, StringComparison.Ordinal))
        {
            return path is "/" || path + "/" == basePath ? new Redirect(basePath) : new NotFound();
        }

        var within = path[basePath.Length..];
        var file = within.Length == 0 || within.EndsWith('/') ? within + "index.html" : within;
        return !file.Split('/').All(IsName) ? new NotFound()
            : isFile(file) ? new File(file)
            : file == within && isFile(within + "/index.html") ? new Redirect(path + "/")
            : new NotFound();
    }

    /// <returns>Whether it can name a file or a folder of the site, and nothing else.</returns>
    private static bool IsName(string name) =>
        name is not ("" or "." or "..") && !name.AsSpan().ContainsAny('\\', ':', '\0');
}
