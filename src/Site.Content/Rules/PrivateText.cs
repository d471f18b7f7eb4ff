using System.Collections.Immutable;
using System.Text;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Recognition;

namespace Site.Content.Rules;

/// <summary>Finds telephones, identity cards, bank cards, mail addresses and the like in texts that are to be published; the value itself is never repeated.</summary>
internal static class PrivateText
{
    /// <summary>Judges what reading came across in pages, each page's own contacts already left out.</summary>
    public static IEnumerable<Diagnostic> Find(Website website) =>
        website.Suspicions.IsEmpty ? [] : Find(website.Suspicions, new(DeclaredContacts.OfSite(website)));

    internal static IEnumerable<Diagnostic> Find(IEnumerable<Suspicion> suspicions, PublicContacts contacts) =>
        suspicions.Where(suspicion => !contacts.Contains(suspicion)).Select(Describe);

    private static Diagnostic Describe(Suspicion suspicion) => Diagnostic.Error(
        $"private/{suspicion.Kind.Code()}", suspicion.Location, $"这里像是一个{suspicion.Label}，不能公开。",
        suspicion.Kind is PrivateKind.Mobile or PrivateKind.Landline or PrivateKind.Email or PrivateKind.Messenger
            ? "删去；是单位公开的联系方式，就在页面上声明：publicContacts: [\"号码\"]。"
            : "删去。");
}

/// <summary>Finds telephones, identity cards and the like in the text files beside pages: drawings, captions, tables, notes to staff.</summary>
internal static class PrivateFiles
{
    /// <summary>A longer file is left to the look at the finished site.</summary>
    private const int LargestInBytes = 4 * 1024 * 1024;

    private static readonly ImmutableArray<string> Endings =
        [".svg", ".vtt", ".srt", ".txt", ".csv", ".tsv", ".json", ".xml", ".html", ".htm", ".ics", ".vcf", ".yaml", ".yml"];

    /// <returns>What looks private in a file; nothing of one that is no text, or a page. Others are loaded.</returns>
    public static ImmutableArray<Suspicion> In(SourceFile file) =>
        IsText(file) ? [.. Suspicions.In(file.Path, Encoding.UTF8.GetString(file.Load()).Replace("\r\n", "\n", StringComparison.Ordinal), 1)] : [];

    /// <param name="suspicions">What looks private in the files.</param>
    /// <param name="contacts">What may be shown.</param>
    public static IEnumerable<Diagnostic> Find(ImmutableArray<Suspicion> suspicions, Func<PublicContacts> contacts) => suspicions.IsEmpty ? [] : PrivateText.Find(suspicions, contacts());

    /// <returns>Whether a file is a text beside the pages, and not too long.</returns>
    public static bool IsText(SourceFile file) =>
        file.Length is > 0 and <= LargestInBytes && (Endings.Contains(FileExtension.Of(file.Path)) || file.Path.EndsWith("/README.md", StringComparison.Ordinal));
}
