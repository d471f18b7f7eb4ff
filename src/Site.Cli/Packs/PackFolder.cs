using Site.Cli.Infrastructure;
using Site.Content.Packs;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Packs;

/// <summary>Finds the packs that a site can name: the one in the program, and folders in <c>packs/</c> of the site folder.</summary>
/// <param name="folder">The site folder.</param>
/// <param name="diagnostics">Takes what cannot be listed.</param>
internal sealed class PackFolder(SourceFolder folder, List<Diagnostic> diagnostics)
{
    private const string Prefix = "pack/";

    private static readonly Lazy<ContentPack> BuiltIn = new(() => new(ContentPack.BuiltIn, true,
    [
        .. typeof(PackFolder).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => (Path: "content/" + name[Prefix.Length..].Replace('\\', '/'), Name: name)).OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => Resource(file.Path, file.Name)),
    ]));

    /// <summary>The pack in the program.</summary>
    public static ContentPack OfProgram => BuiltIn.Value;

    /// <returns>The pack, or null where there is none of this name or its name is none that a pack can have.</returns>
    public ContentPack? Find(string name)
    {
        if (name == ContentPack.BuiltIn)
        {
            return OfProgram;
        }

        if (!name.StartsWith(ContentPack.Folder, StringComparison.Ordinal) || !FileNames.AreValid(name, []) || name[ContentPack.Folder.Length..].Contains('/'))
        {
            return null;
        }

        diagnostics.AddRange(folder.FindLink(ContentPack.Folder.TrimEnd('/')));
        if (!folder.HasFolder(name) || folder.IsLink(ContentPack.Folder.TrimEnd('/')))
        {
            return null;
        }

        var listed = folder.List(name);
        diagnostics.AddRange(listed.Diagnostics);
        return new(name, false, [.. listed.Value.Select(file => file with { Path = "content" + file.Path[name.Length..] })]);
    }

    private static SourceFile Resource(string path, string name)
    {
        using var stream = typeof(PackFolder).Assembly.GetManifestResourceStream(name)!;
        return new(path, stream.Length, () =>
        {
            using var source = typeof(PackFolder).Assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[source.Length];
            source.ReadExactly(bytes);
            return bytes;
        });
    }
}
