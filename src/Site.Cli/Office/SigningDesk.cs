using System.Collections.Immutable;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Exposures.SignOffs;

namespace Site.Cli.Office;

/// <summary>Something that somebody still has to sign before it is published.</summary>
/// <param name="Path">The page, the ledger, or the folder of the release.</param>
/// <param name="Kind">What it is, in Chinese.</param>
/// <param name="Role">In whose place, as the policy names it.</param>
/// <param name="IsVoid">Whether it was signed, and has changed since.</param>
internal sealed record WaitingSignOff(string Path, string Kind, string Role, bool IsVoid);

/// <summary>What waits for sign-offs.</summary>
internal static class SigningDesk
{
    /// <returns>By item, each role that the policy asks for and that nobody has signed in as it is now.</returns>
    public static ImmutableArray<WaitingSignOff> Waiting(string site, SiteEnvironment environment)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        var registry = SignOffReader.Read(new(input.Value)).Value;
        if (registry.Rules.IsEmpty)
        {
            return [];
        }

        var read = BuildPipeline.ReadContent(folder, environment.Today(), withDrafts: false).Value;
        var items = SignedItems.Find(read, [.. folder.List("content").Value, .. read.Packs.Sources], input.Value, registry.Rules);
        return [.. items.SelectMany(item => item.Rule.Roles.Except(SignOffCheck.Valid(registry, item).Select(signature => signature.SignOff.Role))
            .Select(role => new WaitingSignOff(item.Path, item.Rule.Kind.Label, role, registry.Signatures.GetValueOrDefault(item.Path, []).Any(signature => signature.SignOff.Role == role))))];
    }
}
