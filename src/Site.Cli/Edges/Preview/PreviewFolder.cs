namespace Site.Cli.Edges;

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
