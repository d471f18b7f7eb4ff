namespace Site.Core.Diagnostics;

/// <summary>A place in a source file that an editor can jump to.</summary>
/// <param name="Path">Path relative to the site folder, with forward slashes: <c>content/news/2024/a.md</c>.</param>
/// <param name="Line">Line, from 1; 1 where the whole file is meant.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct Location(string Path, int Line = 1, int Column = 1) : IComparable<Location>
{
    /// <summary>Orders by path (ordinal), then line, then column.</summary>
    public int CompareTo(Location other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath
            : Line != other.Line ? Line.CompareTo(other.Line)
            : Column.CompareTo(other.Column);
    }

    /// <summary>Counts lines and columns in text whose lines end in LF.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="offset">UTF-16 units before the place, 0 to the length of the text.</param>
    public static Location At(string path, ReadOnlySpan<char> text, int offset)
    {
        var before = text[..offset];
        return new(path, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }

    /// <returns><c>path:line:column</c>.</returns>
    public override string ToString() => $"{Path}:{Line}:{Column}";
}
