using System.Reflection;

namespace Site.BrowserTests;

/// <summary>Where this repository lies.</summary>
internal static class Repository
{
    /// <summary>Absolute, with a separator at its end.</summary>
    public static string Folder { get; } = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(entry => entry.Key == "RepositoryFolder").Value!;
}
