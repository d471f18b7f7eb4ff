using Site.Model;

namespace Site.Reading;

/// <summary>Counts lines and columns in text whose lines end in LF.</summary>
internal static class Lines
{
    /// <param name="text">The whole file.</param>
    /// <param name="offset">UTF-16 units before the place, 0 to the length of the text.</param>
    public static Place PlaceAt(string path, ReadOnlySpan<char> text, int offset)
    {
        var before = text[..offset];
        return new(path, before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
