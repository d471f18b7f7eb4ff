using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Checking;
using Site.Cli.Edges;
using Site.Disclosure;
using Site.Model;

namespace Site.Cli;

/// <summary>What has to be signed before it is published, and whether it was.</summary>
internal static class SignOffLine
{
    private const long LargestInBytes = 1024 * 1024;

    /// <summary>Compares the site with the ledgers, and CODEOWNERS with the policy.</summary>
    /// <param name="site">The site folder, absolute.</param>
    /// <returns>The sign-offs that hold, by the path of what was signed; and what is missing, void or wrong.</returns>
    public static Checked<FrozenDictionary<string, ImmutableArray<SignOff>>> Check(string site, Website website, ImmutableArray<SourceFile> input)
    {
        var (book, problems) = SignOffReader.Read(input);
        var things = ThingsOf(site, website, input, book.Rules);
        var valid = things.ToFrozenDictionary(thing => thing.Path, thing => Checks.ValidSignatures(book, thing).Select(signature => signature.SignOff).ToImmutableArray(), StringComparer.Ordinal);
        return new(valid, [.. problems, .. Checks.FindInSignOffs(book, things), .. FindOwners(site, website, input, book)]);
    }

    /// <returns>What the rules are about, as it is now.</returns>
    public static ImmutableArray<SignedThing> ThingsOf(string site, Website website, ImmutableArray<SourceFile> input, ImmutableArray<SignOffRule> rules) =>
        rules.IsEmpty ? [] : SignedThings.Of(website, input, rules, path => SourceFolder.Find(site, path)?.Load());

    /// <returns>CODEOWNERS as it is, or null where there is none.</returns>
    public static string? CodeOwners(string site) =>
        SourceFolder.Find(site, CodeOwnersText.Path) is { Length: <= LargestInBytes } file ? Encoding.UTF8.GetString(file.Load()) : null;

    private static IEnumerable<Problem> FindOwners(string site, Website website, ImmutableArray<SourceFile> input, SignOffBook book) => book.Owners.Count == 0
        ? []
        : Checks.FindInCodeOwners(book, CodeOwners(site),
            [.. website.Pages.Select(page => page.Path), .. website.Files.Select(file => file.Path), .. input.Select(file => file.Path)]);
}
