using System.Collections.Immutable;
using System.Text;

namespace Site.Cli;

/// <summary>A finished site, as a build left it.</summary>
/// <param name="Files">The SHA-256 of each file, by path (ordinal).</param>
/// <param name="Load">Gives a file's bytes by its path.</param>
internal sealed record PublishedSite(ImmutableSortedDictionary<string, string> Files, Func<string, byte[]> Load)
{
    /// <returns>A file as text; what is no UTF-8 becomes U+FFFD.</returns>
    public string Text(string path) => Encoding.UTF8.GetString(Load(path));
}
