using System.Reflection;

namespace Site.Cli.Edges;

/// <summary>Where the Node.js jobs lie: beside the program where it was published with them, or else where it was built.</summary>
internal static class NodeFolder
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var beside = System.IO.Path.Combine(AppContext.BaseDirectory, "node");
        return Directory.Exists(beside)
            ? beside
            : typeof(NodeFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "NodeFolder").Value!;
    }
}
