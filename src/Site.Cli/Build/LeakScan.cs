using Site.Cli.Infrastructure;
using Site.Content.Rules;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Exposures.Released;
using Site.Privacy.Leaks;
using Site.Privacy.Values;

namespace Site.Cli.Build;

/// <summary>The last step of the line: what was told in confidence, and what may be said of a leak.</summary>
internal static class LeakScan
{
    /// <summary>Makes the gate from what is private in <c>input/</c>; what the site publishes on purpose passes it.</summary>
    public static LeakScanner Gate(PrivateValues values, Website website, PublicInput release) => LeakScanner.Create(
        values,
        PublicContacts.OfSiteAndPages(website)
            .Concat([website.Settings.Title, website.Settings.Organiser])
            .Concat(website.Settings.Hotlines.Select(hotline => hotline.Label))
            .Concat(website.Pages.Select(page => page.Reviewer).Distinct(StringComparer.Ordinal))
            .Concat(website.Of<NewsPage>().Select(page => page.Unit ?? "").Distinct(StringComparer.Ordinal))
            .Concat(release.Exposures.Select(entry => entry.Subject))
            .Concat(website.SignOffs.Values.SelectMany(signOffs => signOffs).Select(signOff => signOff.Office).Distinct(StringComparer.Ordinal)));

    /// <summary>Looks at pictures, recordings and downloads as they lie in <c>content/</c>: what is written inside a picture is taken out before it is published, but was told all the same.</summary>
    public static IEnumerable<Diagnostic> FindInSources(Website website, PrivateValues values, LeakScanner gate) =>
        values.IsEmpty ? [] : website.Files.SelectMany(file => gate.Find(file.Path, file.Load())).Select(leak => LeakSources.AsSource(leak, leak.Location.Path["output/".Length..]));

    /// <summary>Says of each leak which source it comes from, and where in it, as far as that can be told.</summary>
    /// <param name="site">The site folder, absolute.</param>
    public static IEnumerable<Diagnostic> Trace(string site, Website website, IEnumerable<Diagnostic> leaks, LeakScanner gate) =>
        leaks.SelectMany(leak => LeakSources.Trace(website, leak, path => SourceFolder.Find(site, path)?.Load(), gate));
}
