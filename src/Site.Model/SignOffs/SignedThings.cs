using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Finds what the policy asks sign-offs for, and which files belong to each: the text, its pictures, its downloads, its data.</summary>
public static class SignedThings
{
    /// <param name="website">What was read from <c>content/</c>.</param>
    /// <param name="input">Files of <c>input/</c>.</param>
    /// <param name="rules">What is asked for.</param>
    /// <param name="load">Gives the bytes of a page's source by its path, or null.</param>
    /// <returns>Things in the order of the rules, then by path.</returns>
    public static ImmutableArray<SignedThing> Of(
        Website website, ImmutableArray<SourceFile> input, ImmutableArray<SignOffRule> rules, Func<string, byte[]?> load) =>
        [.. rules.SelectMany(rule => rule.Kind.Folder.StartsWith("content/", StringComparison.Ordinal)
            ? website.Pages.Where(page => page.Path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal)).OrderBy(page => page.Path, StringComparer.Ordinal)
                .Select(page => new SignedThing(page.Path, rule, SignedContent.Hash(FilesOf(website, page).Select(file => Loaded(file.Path, file.Load)).Append(new(page.Path, load(page.Path))))))
            : input.Where(file => file.Path.StartsWith(rule.Kind.Folder, StringComparison.Ordinal)).GroupBy(file => ThingOf(file.Path, rule.Kind), StringComparer.Ordinal)
                .Where(files => files.Key.Length > 0).OrderBy(files => files.Key, StringComparer.Ordinal)
                .Select(files => new SignedThing(files.Key, rule, SignedContent.Hash(files.Select(file => Loaded(file.Path, file.Load))))))];

    /// <returns>A table of exposures is signed by itself, a release as a whole folder; a note for staff is nothing to sign.</returns>
    private static string ThingOf(string path, SignOffKind kind)
    {
        var rest = path[kind.Folder.Length..];
        return kind.Id == "exposures"
            ? rest.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? path : ""
            : rest.Contains('/') ? kind.Folder + rest[..rest.IndexOf('/')] : "";
    }

    /// <returns>Pictures that the page shows and files that it offers, each once.</returns>
    private static IEnumerable<ContentFile> FilesOf(Website website, Page page) =>
        Targets(page).Select(target => LinkTargets.Find(website, page.Path, target)).OfType<LinkTarget.ToFile>().Select(target => target.File).DistinctBy(file => file.Path);

    private static IEnumerable<string> Targets(Page page)
    {
        var shown = PageFragments.Of(page).SelectMany(fragment => fragment.Holes)
            .Select(hole => hole switch { Hole.Address address => address.Link.Target, Hole.Image image => image.Picture.Target, _ => "" });
        var own = page switch
        {
            WorkPage work => work.Files.Select(file => file.Target),
            LecturePage lecture => new[] { lecture.Video, lecture.Audio, lecture.Captions, lecture.Transcript }.OfType<string>(),
            _ => [],
        };
        return shown.Concat(own).Append(page.Image?.Target ?? "").Where(target => target.Length > 0);
    }

    private static KeyValuePair<string, byte[]?> Loaded(string path, Func<byte[]> load) => new(path, load());
}
