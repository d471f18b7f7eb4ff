using System.Collections.Immutable;
using Site.Core.Sources;

namespace Site.Content.Packs;

/// <summary>Pages that many sites have in common: a site names the pack in <c>packs</c> of <c>site.yaml</c>, and its own file at the same path takes a page's place.</summary>
/// <param name="Name">As <c>site.yaml</c> calls it: <c>basic</c>, or a folder of the site: <c>packs/province</c>.</param>
/// <param name="IsBuiltIn">Whether it comes with the program, so that staff have no file of it to edit.</param>
/// <param name="Files">Its files, each by the path that it would have in the site: <c>content/guides/gas-leak.md</c>.</param>
public sealed record ContentPack(string Name, bool IsBuiltIn, ImmutableArray<SourceFile> Files)
{
    /// <summary>The pack that comes with the program.</summary>
    public const string BuiltIn = "basic";

    /// <summary>What the names of packs in the site folder begin with.</summary>
    public const string Folder = "packs/";

    private const string Content = "content/";

    /// <returns>Where a file of the pack lies: <c>basic/guides/gas-leak.md</c>, <c>packs/province/guides/gas-leak.md</c>.</returns>
    public string PlaceOf(string path) => Name + path[(Content.Length - 1)..];
}
