using System.Collections.Immutable;
using Site.Checking.Content;
using Site.Checking.Output;
using Site.Model;

namespace Site.Checking;

/// <summary>Every check of the site. A new check is a file beside the others and a line here.</summary>
public static class Checks
{
    /// <summary>What is looked at once the whole site has been read.</summary>
    internal static ImmutableArray<ContentCheck> Content { get; } =
    [
        new(nameof(BrokenLinks), BrokenLinks.Find),
    ];

    /// <summary>What is looked at once it is known which files the site will have.</summary>
    internal static ImmutableArray<OutputCheck> Output { get; } =
    [
        new(nameof(OutputPaths), OutputPaths.Find),
        new(nameof(OutputAddresses), OutputAddresses.Find),
    ];

    /// <summary>Finds what is wrong with pages and settings, as far as the whole site is needed to see it.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Problem> FindInContent(Website website) =>
        Content.SelectMany(check => check.Find(website));

    /// <summary>Finds files that cannot lie beside one another, or nowhere at all; asks none of them for its bytes.</summary>
    /// <returns>Problems in no particular order.</returns>
    public static IEnumerable<Problem> FindInOutput(IReadOnlyList<OutputFile> files) =>
        Output.SelectMany(check => check.Find(files));
}
