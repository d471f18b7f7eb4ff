using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Websites;
using Site.Exposures.SignOffs;

namespace Site.Exposures.Released;

/// <summary>
/// Everything that the site publishes on purpose although it may stand in a private column too: contacts of offices, names of offices and
/// reviewers, firms of exposure entries. The leak scan lets these texts pass, and nothing else.
/// </summary>
public static class PublicTexts
{
    /// <param name="website">Settings and pages declare contacts and offices.</param>
    /// <param name="input">Its exposure entries name firms.</param>
    /// <param name="signOffs">Sign-offs that hold; each names an office.</param>
    /// <returns>The texts as written; some may be empty, and some may come more than once.</returns>
    public static IEnumerable<string> Of(Website website, PublicInput input, FrozenDictionary<string, ImmutableArray<SignOff>> signOffs) =>
        DeclaredContacts.OfSiteAndPages(website)
            .Concat([website.Settings.Title, website.Settings.Organiser])
            .Concat(website.Settings.Hotlines.Select(hotline => hotline.Label))
            .Concat(website.Pages.Select(page => page.Reviewer).Distinct(StringComparer.Ordinal))
            .Concat(website.Pages.SelectMany(page => page.Type.PublicNamesOf(page)).Distinct(StringComparer.Ordinal))
            .Concat(input.Exposures.Select(entry => entry.Subject))
            .Concat(signOffs.Values.SelectMany(valid => valid).Select(signOff => signOff.Office).Distinct(StringComparer.Ordinal));
}
