using System.Collections.Immutable;
using System.Text;
using Site.Checking.Text;
using Site.Model;
using Site.Model.Privacy;

namespace Site.Checking.Content;

/// <summary>Finds telephones, identity cards and the like in the text files beside pages: drawings, captions, tables, notes to staff.</summary>
internal static class PrivateFiles
{
    /// <summary>A longer file is left to the look at the finished site.</summary>
    private const int LargestInBytes = 4 * 1024 * 1024;

    private static readonly ImmutableArray<string> Endings =
        [".svg", ".vtt", ".srt", ".txt", ".csv", ".tsv", ".json", ".xml", ".html", ".htm", ".ics", ".vcf", ".yaml", ".yml"];

    /// <param name="files">All files of <c>content/</c>; those that are text and no pages are loaded.</param>
    /// <param name="contacts">What may be shown.</param>
    internal static IEnumerable<Problem> Find(IEnumerable<SourceFile> files, Func<PublicContacts> contacts)
    {
        var suspicions = files.Where(IsText).SelectMany(file => Suspicions.In(file.Path, Encoding.UTF8.GetString(file.Load()).Replace("\r\n", "\n", StringComparison.Ordinal), 1)).ToList();
        return suspicions.Count == 0 ? [] : PrivateText.Find(suspicions, contacts());
    }

    private static bool IsText(SourceFile file) =>
        file.Length is > 0 and <= LargestInBytes && (Endings.Contains(Ending.Of(file.Path)) || file.Path.EndsWith("/README.md", StringComparison.Ordinal));
}
