namespace Site.Checking.Leaks;

/// <summary>Which files are text that people read, so that a telephone in them is one.</summary>
internal static class TextFiles
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "htm", "xhtml", "json", "xml", "csv", "tsv", "ics", "vcf", "svg", "txt", "md", "webmanifest", "jsonld", "vtt", "srt", "atom", "rss", "rels", "eml", "pf_fragment",
    };

    private static readonly HashSet<string> Folded = new(StringComparer.OrdinalIgnoreCase) { "ics", "vcf", "eml", "mht", "mhtml", "txt" };

    /// <returns>Whether long lines of the file are folded (RFC 5545, RFC 2045).</returns>
    public static bool HasFoldedLines(string path) => Folded.Contains(path[(path.LastIndexOf('.') + 1)..]);

    /// <returns>Whether the file's ending says so; scripts, styles, fonts and pictures are full of numbers that are none.</returns>
    public static bool HasNumbers(string path) => Endings.Contains(path[(path.LastIndexOf('.') + 1)..]);
}
