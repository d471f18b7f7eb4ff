using System.Text;
using Site.Cli.Infrastructure;
using Site.Core.Sources;

namespace Site.Cli.Office;

/// <summary>Where this machine remembers what imports came to: outside the site folder, which a refused import leaves as it was.</summary>
internal static class ImportMemory
{
    private const long LargestFile = 16 * 1024 * 1024;

    /// <param name="site">The site folder, absolute.</param>
    /// <returns>The journal; empty where there is none.</returns>
    public static string Read(string site, SiteEnvironment environment)
    {
        var file = new FileInfo(PathOf(site, environment));
        return file is { Exists: true, LinkTarget: null, Length: <= LargestFile } ? Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName)) : "";
    }

    /// <exception cref="IOException">The disk failed.</exception>
    public static void Write(string site, byte[] journal, SiteEnvironment environment)
    {
        PrivateFolder.Make(environment.MemoryFolder);
        PrivateFolder.WriteWhole(PathOf(site, environment), file => file.Write(journal), replaces: true);
    }

    private static string PathOf(string site, SiteEnvironment environment) =>
        Path.Combine(environment.MemoryFolder, Convert.ToHexStringLower(Sha256.HashData(Encoding.UTF8.GetBytes(site)))[..16] + ".csv");
}
