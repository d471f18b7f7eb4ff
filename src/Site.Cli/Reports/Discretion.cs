using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.Infrastructure;
using Site.Content.Loading;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Exposures.Released;
using Site.Privacy.Leaks;

namespace Site.Cli.Reports;

/// <summary>Keeps private values out of messages, whichever command says them.</summary>
/// <param name="scanner">Knows the private values of the site.</param>
/// <param name="informed">Gives a scanner that also knows the telephones and mail addresses that the site shows on purpose; asked for where a message holds something that looks private. Null where the first one knows them.</param>
internal sealed partial class Discretion(LeakScanner scanner, Func<LeakScanner>? informed = null)
{
    private readonly Lazy<LeakScanner>? informed = informed is null ? null : new(informed);

    /// <summary>Folders, and whether none on the way has a private name: many messages are of files in the same ones.</summary>
    private readonly ConcurrentDictionary<string, bool> safeFolders = new(StringComparer.Ordinal);

    /// <summary>Of messages that may be shown, the last help that may be shown with each: many say the same.</summary>
    private readonly ConcurrentDictionary<(string Message, bool IsShown), string> safeHelps = [];

    private IReadOnlySet<string> said = FrozenSet<string>.Empty;

    /// <returns>Knows what <c>input/</c> of a site folder holds; a folder that cannot be read holds nothing.</returns>
    public static Discretion Of(string site, SiteEnvironment environment)
    {
        var folder = new SourceFolder(site, environment);
        var values = PrivateInput.Read(folder.List("input").Value).Value;
        return new(LeakScanner.Create(values, []), () => LeakScanner.Create(values, DeclaredContacts.OfSiteAndPages(
            WebsiteReader.Read(folder.Find("site.yaml"), folder.List("content").Value, environment.Today(), false, new(_ => null, _ => [])).Value)));
    }

    /// <summary>Writes diagnostics to standard error as <see cref="Terminal.WriteDiagnostics"/>, without what of the site's <c>input/</c> is private.</summary>
    public static void Say(SiteEnvironment environment, string site, ImmutableArray<Diagnostic> diagnostics) =>
        environment.Terminal.WriteDiagnostics(diagnostics.IsEmpty ? diagnostics : [.. diagnostics.Select(Of(site, environment).Hide)]);

    /// <returns>Lines of a report, without what is private; a line that quotes none of it is as it was.</returns>
    public string Hide(string lines) => string.Join('\n', lines.Split('\n').Select(line => IsSafe(line, isShown: true) ? line : Mask(line) is var masked && IsSafe(masked, isShown: true) ? masked : "■■"));

    /// <summary>Takes paths that were said when the same was private: they are said again, and not looked at once more.</summary>
    public void MaySay(IReadOnlySet<string> paths) => said = paths;

    /// <summary>A message may quote what a writer wrote: an attribute, a tag, a title. What must not be published is not printed either.</summary>
    /// <returns>The same; with its quotations masked where one holds a private value.</returns>
    public Diagnostic Hide(Diagnostic written)
    {
        var diagnostic = HidePath(written);
        if (IsSafe(diagnostic))
        {
            return diagnostic;
        }

        var masked = diagnostic with { Message = Mask(diagnostic.Message), Help = Mask(diagnostic.Help) };
        return IsSafe(masked) ? masked : diagnostic with
        {
            Message = $"这里有一处问题，原文里有不公开的内容（{string.Join('；', Find(diagnostic.Message + "\n" + diagnostic.Help, IsShown(diagnostic)).Select(LeakScanner.KindOf).Distinct(StringComparer.Ordinal))}），所以不显示。",
            Help = "打开这一行，先删去不公开的内容，再检查一次。",
        };
    }

    /// <summary>A file may be named after somebody. Of files in <c>input/</c>, and of those that were sent in, the name is what staff look for, and only somebody's own name or number and a canary are masked.</summary>
    private Diagnostic HidePath(Diagnostic diagnostic)
    {
        var path = diagnostic.Location.Path;
        var isShown = IsShown(diagnostic);
        if (said.Contains(path) || IsSafePath(path, isShown))
        {
            return diagnostic;
        }

        var hidden = Hidden(path, isShown);
        return diagnostic with
        {
            Location = diagnostic.Location with { Path = hidden },
            Message = diagnostic.Message.Replace(path, hidden, StringComparison.Ordinal),
            Help = diagnostic.Help.Replace(path, hidden, StringComparison.Ordinal),
        };
    }

    private static bool IsShown(Diagnostic diagnostic) =>
        diagnostic.Location.Path is var path && (path.StartsWith("content/", StringComparison.Ordinal) || path.StartsWith("output/", StringComparison.Ordinal));

    private string Hidden(string path, bool isShown) => string.Join('/', path.Split('/').Select(part => IsPrivate(part, isShown) ? "■■" + Path.GetExtension(part) : part));

    /// <param name="isShown">Whether the names stand in an address; the same for all files of a folder.</param>
    private bool IsSafePath(string path, bool isShown)
    {
        var end = path.LastIndexOf('/');
        return !IsPrivate(path[(end + 1)..], isShown) && (end < 0 || safeFolders.GetOrAdd(path[..end], folder => IsSafePath(folder, isShown)));
    }

    /// <param name="isShown">Whether the name stands in an address.</param>
    private bool IsPrivate(string name, bool isShown) =>
        Find(Path.GetFileNameWithoutExtension(name), isShown: true).Any(leak => isShown || leak.Code != "leak/private-value"
            || leak.Message.Contains(LeakScanner.OfPersons, StringComparison.Ordinal) || leak.Message.Contains(LeakScanner.OfCanaries, StringComparison.Ordinal));

    private bool IsSafe(Diagnostic diagnostic)
    {
        if (safeHelps.TryGetValue((diagnostic.Message, IsShown(diagnostic)), out var help) && help == diagnostic.Help)
        {
            return true;
        }

        var isSafe = IsSafe(diagnostic.Message + "\n" + diagnostic.Help, IsShown(diagnostic));
        if (isSafe)
        {
            safeHelps[(diagnostic.Message, IsShown(diagnostic))] = diagnostic.Help;
        }

        return isSafe;
    }

    private bool IsSafe(string text, bool isShown) => Find(text, isShown).IsEmpty;

    /// <param name="isShown">Whether it is said of what is published; of files of <c>input/</c>, and of those that were sent in, the names are what staff look for.</param>
    private ImmutableArray<Diagnostic> Find(string text, bool isShown)
    {
        // In an address a number is taken for a part of it, so those that stand there are looked at by themselves.
        var bytes = Encoding.UTF8.GetBytes(InAddress().IsMatch(text) ? text + string.Concat(InAddress().Matches(text).Select(number => "\n" + number.Value)) : text);
        var found = scanner.Find("message.txt", bytes);
        found = found.IsEmpty || informed is null ? found : informed.Value.Find("message.txt", bytes);
        return isShown ? found : found.RemoveAll(leak => leak.Message.Contains(LeakScanner.OfFileNames, StringComparison.Ordinal));
    }

    private string Mask(string text) => Paths().Replace(Inside().Replace(Quotations().Replace(text, "“■■”"), "（在其中的 ■■）"), path => Hidden(path.Value, isShown: false));

    [GeneratedRegex("(?<=[/._=-])[0-9]{11,19}(?![0-9])|(?<![0-9])[0-9]{11,19}(?=[/._&-])", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex InAddress();

    /// <summary>A file of <c>input/</c>.</summary>
    [GeneratedRegex("input/[^:：“”，。\\n]+", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Paths();

    [GeneratedRegex("“[^”]*”", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Quotations();

    /// <summary>The name of a part of a file, as <see cref="LeakScanner"/> tells it.</summary>
    [GeneratedRegex("（在其中的 [^）]*）", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Inside();
}
