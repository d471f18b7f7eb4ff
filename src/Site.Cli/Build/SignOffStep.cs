using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Exposures.SignOffs;

namespace Site.Cli.Build;

/// <summary>What has to be signed before it is published, and whether it was.</summary>
internal static class SignOffStep
{
    private const long LargestInBytes = 1024 * 1024;

    /// <summary>Compares the site with the ledgers, and CODEOWNERS with the policy.</summary>
    /// <param name="site">The site folder, absolute.</param>
    /// <returns>The sign-offs that hold, by the path of what was signed; and what is missing, void or wrong.</returns>
    public static Result<FrozenDictionary<string, ImmutableArray<SignOff>>> Check(string site, Website website, ImmutableArray<SourceFile> input)
    {
        var (book, diagnostics) = SignOffReader.Read(input);
        var things = ThingsOf(site, website, input, book.Rules);
        var valid = things.ToFrozenDictionary(thing => thing.Path, thing => SignOffCheck.Valid(book, thing).Select(signature => signature.SignOff).ToImmutableArray(), StringComparer.Ordinal);
        return new(valid, [.. diagnostics, .. things.SelectMany(item => SignOffCheck.Compare(book, item)), .. FindOwners(site, website, input, book)]);
    }

    /// <returns>What the rules are about, as it is now.</returns>
    public static ImmutableArray<SignedItem> ThingsOf(string site, Website website, ImmutableArray<SourceFile> input, ImmutableArray<SignOffRule> rules) =>
        rules.IsEmpty ? [] : SignedItems.Find(website, input, rules, path => SourceFolder.Find(site, path)?.Load());

    /// <returns>CODEOWNERS as it is, or null where there is none.</returns>
    public static string? CodeOwners(string site) =>
        SourceFolder.Find(site, CodeOwnersFile.Path) is { Length: <= LargestInBytes } file ? Encoding.UTF8.GetString(file.Load()) : null;

    private static IEnumerable<Diagnostic> FindOwners(string site, Website website, ImmutableArray<SourceFile> input, SignOffRegistry book) => book.Owners.Count == 0
        ? []
        : CodeOwnersCheck.Compare(book, CodeOwners(site),
            [.. website.Pages.Select(page => page.Path), .. website.Files.Select(file => file.Path), .. input.Select(file => file.Path)]);
}
