namespace Site.Checking.Text;

/// <summary>Endings of file names.</summary>
internal static class Ending
{
    /// <returns>The ending in lower case with its dot: <c>.svg</c>; empty where the last name of the path has none.</returns>
    public static string Of(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        return name.LastIndexOf('.') is var dot and >= 0 ? name[dot..].ToString().ToLowerInvariant() : "";
    }
}
