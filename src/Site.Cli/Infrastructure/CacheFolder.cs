namespace Site.Cli.Infrastructure;

/// <summary>
/// Where pictures are kept from one build to the next: in the user's own cache, not in the site folder, so that a pull request cannot
/// bring a cache with it and have its files published unchecked.
/// </summary>
internal static class CacheFolder
{
    public static string Path { get; } = System.IO.Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } known
            ? known
            : System.IO.Path.GetTempPath(),
        "safety-month-site");
}
