using System.Collections.Immutable;
using System.Text;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Looks at the first line of a table, to tell what sort of table it is before any of it is read.</summary>
internal static class FirstLine
{
    private const int LongestInBytes = 1000;

    /// <returns>The names of the columns, without quotes and byte order mark; what is no UTF-8 comes out as other names.</returns>
    public static ImmutableArray<string> Fields(SourceFile file)
    {
        var bytes = file.Load();
        var line = bytes.AsSpan(0, Math.Min(bytes.Length, LongestInBytes));
        var end = line.IndexOf((byte)'\n');
        return [.. Encoding.UTF8.GetString(end < 0 ? line : line[..end]).Split(',').Select(name => name.Trim(' ', '\r', '"', '\uFEFF'))];
    }
}
