using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Privacy.Values;

namespace Site.Privacy.Leaks;

/// <summary>
/// The last check of a finished file: its bytes must contain no confidential value and nobody's telephone or identity number,
/// however these are encoded. One scanner is used for all files; it is safe to use from several threads.
/// </summary>
public sealed class LeakScanner
{
    /// <summary>What messages call the name, telephone or account of a person in <c>input/</c>.</summary>
    public const string OfPersons = "姓名、电话、邮箱或账号";

    /// <summary>What messages call a line of <c>input/canaries.txt</c>.</summary>
    public const string OfCanaries = "input/canaries.txt 里的一行";

    /// <summary>What messages call the name of a file or folder of <c>input/</c>.</summary>
    public const string OfFileNames = "input 里一个文件或文件夹的名字";

    private readonly TextScanner scanner;
    private readonly CleanParts clean = new();

    private LeakScanner(TextScanner scanner) => this.scanner = scanner;

    /// <summary>Makes a scanner.</summary>
    /// <param name="values">The confidential values of <c>input/</c>.</param>
    /// <param name="publicContacts">Telephones and mail addresses that pages and settings declare as public, and names that the site publishes, as written.</param>
    public static LeakScanner Create(PrivateValues values, IEnumerable<string> publicContacts)
    {
        var contacts = publicContacts.ToArray();
        return new(new(values.Without(contacts), new(contacts)));
    }

    /// <returns>What was found, in the words of a diagnostic of <see cref="Find"/>: 手机号; never the value.</returns>
    public static string KindOf(Diagnostic leak) =>
        leak.Message.StartsWith(FileScanner.Here, StringComparison.Ordinal) && leak.Message.LastIndexOf('（') is var end and > 0 ? leak.Message[FileScanner.Here.Length..end] : "不公开的内容";

    /// <summary>Finds private values in a file.</summary>
    /// <param name="path">Path in the output folder, with forward slashes; its ending says whether numbers are text.</param>
    /// <param name="bytes">All bytes of the file.</param>
    /// <returns>
    /// Errors <c>leak/private-value</c>, <c>leak/phone</c>, <c>leak/identity-card</c>, or <c>leak/cannot-look</c> for what cannot be opened,
    /// with line and column if the file is text, and never with the value.
    /// </returns>
    public ImmutableArray<Diagnostic> Find(string path, ReadOnlySpan<byte> bytes)
    {
        var file = new FileScanner(scanner, clean, path);
        file.Scan(bytes);
        return file.Diagnostics(bytes);
    }
}

/// <summary>Which files are text for people, in which a number that looks like a telephone is one.</summary>
internal static class TextFiles
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "htm", "xhtml", "json", "xml", "csv", "tsv", "ics", "vcf", "svg", "txt", "md", "webmanifest", "jsonld", "vtt", "srt", "atom", "rss", "rels", "eml",
        "fodt", "fods", "fodp",
    };

    private static readonly HashSet<string> Folded = new(StringComparer.OrdinalIgnoreCase) { "ics", "vcf", "eml", "mht", "mhtml", "txt" };

    /// <returns>Whether long lines of the file are folded (RFC 5545, RFC 2045).</returns>
    public static bool HasFoldedLines(string path) => Folded.Contains(path[(path.LastIndexOf('.') + 1)..]);

    /// <returns>Whether the file extension says that numbers are text; scripts, styles, fonts and pictures are full of numbers that look like telephones.</returns>
    public static bool HasNumbers(string path) => Endings.Contains(path[(path.LastIndexOf('.') + 1)..]);
}
