using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Site.Cli.Infrastructure;
using Site.Core.Diagnostics;
using Site.Core.Text;
using Site.Exposures.Released;
using Site.Privacy.Leaks;

namespace Site.Cli.Reports;

/// <summary>Keeps private values out of messages, whichever command says them.</summary>
/// <param name="scanner">Knows the private values of the site.</param>
internal sealed partial class Discretion(LeakScanner scanner)
{
    /// <summary>Folders, and whether none on the way has a private name: many messages are of files in the same ones.</summary>
    private readonly ConcurrentDictionary<string, bool> safeFolders = new(StringComparer.Ordinal);

    /// <summary>Of messages that may be shown, the last help that may be shown with each: many say the same.</summary>
    private readonly ConcurrentDictionary<string, string> safeHelps = new(StringComparer.Ordinal);

    /// <returns>Knows what <c>input/</c> of a site folder holds; a folder that cannot be read holds nothing.</returns>
    public static Discretion Of(string site, SiteEnvironment environment) =>
        new(LeakScanner.Create(PrivateInput.Read(new SourceFolder(site, environment).List("input").Value).Value, []));

    /// <summary>Writes diagnostics to standard error as <see cref="Terminal.WriteDiagnostics"/>, without what of the site's <c>input/</c> is private.</summary>
    public static void Say(SiteEnvironment environment, string site, ImmutableArray<Diagnostic> diagnostics) =>
        environment.Terminal.WriteDiagnostics(diagnostics.IsEmpty ? diagnostics : [.. diagnostics.Select(Of(site, environment).Hide)]);

    /// <returns>Lines of a report, without what is private; a line that quotes none of it is as it was.</returns>
    public string Hide(string lines) => string.Join('\n', lines.Split('\n').Select(line => IsSafe(line) ? line : Mask(line) is var masked && IsSafe(masked) ? masked : "■■"));

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
        return IsSafe(masked) ? masked : diagnostic with { Message = "这里有一处问题，原文里有不公开的内容，所以不显示。", Help = "打开这一行，先删去不公开的内容，再检查一次。" };
    }

    /// <summary>A file may be named after somebody. Of files in <c>input/</c>, and of those that were sent in, the name is what staff look for, and only somebody's own name or number and a canary are masked.</summary>
    private Diagnostic HidePath(Diagnostic diagnostic)
    {
        var path = diagnostic.Location.Path;
        var isShown = path.StartsWith("content/", StringComparison.Ordinal) || path.StartsWith("output/", StringComparison.Ordinal);
        if (IsSafePath(path, isShown))
        {
            return diagnostic;
        }

        var parts = path.Split('/');
        var hidden = parts.Select(part => IsPrivate(part, isShown) ? "■■" + Path.GetExtension(part) : part).ToArray();
        return diagnostic with
        {
            Location = diagnostic.Location with { Path = string.Join('/', hidden) },
            Message = diagnostic.Message.Replace(path, string.Join('/', hidden), StringComparison.Ordinal),
            Help = diagnostic.Help.Replace(path, string.Join('/', hidden), StringComparison.Ordinal),
        };
    }

    /// <param name="isShown">Whether the names stand in an address; the same for all files of a folder.</param>
    private bool IsSafePath(string path, bool isShown)
    {
        var end = path.LastIndexOf('/');
        return !IsPrivate(path[(end + 1)..], isShown) && (end < 0 || safeFolders.GetOrAdd(path[..end], folder => IsSafePath(folder, isShown)));
    }

    /// <param name="isShown">Whether the name stands in an address.</param>
    private bool IsPrivate(string name, bool isShown) =>
        scanner.Find("name.txt", Encoding.UTF8.GetBytes(Path.GetFileNameWithoutExtension(name))).Any(leak => isShown || leak.Code != "leak/private-value"
            || leak.Message.Contains(LeakScanner.OfPersons, StringComparison.Ordinal) || leak.Message.Contains(LeakScanner.OfCanaries, StringComparison.Ordinal));

    private bool IsSafe(Diagnostic diagnostic)
    {
        if (safeHelps.TryGetValue(diagnostic.Message, out var help) && help == diagnostic.Help)
        {
            return true;
        }

        var isSafe = IsSafe(diagnostic.Message + "\n" + diagnostic.Help);
        if (isSafe)
        {
            safeHelps[diagnostic.Message] = diagnostic.Help;
        }

        return isSafe;
    }

    private bool IsSafe(string text) => scanner.Find("message.txt", Encoding.UTF8.GetBytes(text)).IsEmpty;

    private static string Mask(string text) => Inside().Replace(Quotations().Replace(text, "“■■”"), "（在其中的 ■■）");

    [GeneratedRegex("“[^”]*”", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Quotations();

    /// <summary>The name of a part of a file, as <see cref="LeakScanner"/> tells it.</summary>
    [GeneratedRegex("（在其中的 [^）]*）", RegexOptions.None, MatchTime.Milliseconds)]
    private static partial Regex Inside();
}
