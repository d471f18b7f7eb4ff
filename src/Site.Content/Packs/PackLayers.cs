using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Content.Settings;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Packs;

/// <summary>What a site takes from its packs.</summary>
/// <param name="Files">Files by the path that they have in the site; each with its pack. None of them is a file of the site itself.</param>
/// <param name="SwitchedOff">Paths of pages that the packs have and the site does not want.</param>
public sealed record PackLayers(FrozenDictionary<string, PackedFile> Files, FrozenSet<string> SwitchedOff)
{
    private const string Content = "content/";
    private const string Overdue = "/review-overdue";
    private const string FutureDate = "page/future-date";

    /// <summary>Nothing: a site without packs.</summary>
    public static PackLayers None { get; } = new(FrozenDictionary<string, PackedFile>.Empty, []);

    /// <summary>What may be said of a page, a picture or a law that is only missing because a pack is.</summary>
    private static readonly FrozenSet<string> OfMissingPages = new[]
    {
        "link/broken", "picture/missing", "file/missing", "site/broken-menu-entry", "site/missing-logo", "site/unknown-campaign", "front-matter/unknown-campaign",
        "quiz/unknown-law", "scene/unknown-law", "exposure/unknown-law", "quiz/unknown-question", "search/unknown-page",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a pack that the site names is not there, or the settings that name it could not be read; both are reported.</summary>
    public bool IsIncomplete { get; private init; }

    /// <summary>The files, by path (ordinal).</summary>
    public ImmutableArray<SourceFile> Sources { get; } = [.. Files.Values.Select(packed => packed.File).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <returns>Whether the page or file of this path, as in <c>content/guides/a.md</c>, comes from a pack.</returns>
    public bool Has(string path) => Files.ContainsKey(path);

    /// <summary>
    /// A problem in a page of a pack is told where the pack has the page, with a cure for those who did not write it. That pages of the program's pack are due for
    /// review is one problem, however many they are: the program is old. That they are newer than the day of the build is none. Where a pack is missing, nothing is said of what it may have.
    /// </summary>
    /// <param name="settings">Say where the site names the pack.</param>
    /// <returns>The same, in no particular order.</returns>
    public IEnumerable<Diagnostic> Place(SiteSettings settings, IEnumerable<Diagnostic> diagnostics)
    {
        var told = diagnostics.Where(diagnostic => (diagnostic.Code != FutureDate || !IsBuiltIn(diagnostic.Location.Path)) && !(IsIncomplete && OfMissingPages.Contains(diagnostic.Code)));
        var overdue = told.ToLookup(diagnostic => diagnostic.Code.EndsWith(Overdue, StringComparison.Ordinal) && IsBuiltIn(diagnostic.Location.Path));
        var pages = overdue[true].Select(diagnostic => diagnostic.Location.Path[Content.Length..]).Distinct().Order(StringComparer.Ordinal).ToList();
        var one = pages.Count == 0 ? [] : new[]
        {
            Diagnostic.Warning("pack/review-overdue", settings.Locations[$"packs.{settings.Packs.IndexOf(ContentPack.BuiltIn)}"],
                $"内容包 {ContentPack.BuiltIn} 里有 {pages.Count} 页过了复核日期，例如 {pages[0]}。", "换新版本的程序，内容包跟着更新；暂时换不了，就请科室核对这些页，要改的用 site pack copy 抄到 content/ 里改。"),
        };
        return overdue[false].Select(Place).Concat(one);
    }

    private bool IsBuiltIn(string path) => Files.GetValueOrDefault(path) is { Pack.IsBuiltIn: true };

    private Diagnostic Place(Diagnostic diagnostic)
    {
        if (!Files.TryGetValue(diagnostic.Location.Path, out var file))
        {
            return diagnostic;
        }

        var page = file.File.Path[Content.Length..];
        var own = $"运行 site pack copy {page}，把它抄到 {file.File.Path} 再改；不要它，就在 site.yaml 的 withoutPages 里写上 {page}";
        return diagnostic with
        {
            Location = diagnostic.Location with { Path = file.Pack.PlaceOf(file.File.Path) },
            Help = file.Pack.IsBuiltIn
                ? $"这是程序自带的内容包里的一页，您的文件夹里没有它：换新版本的程序看是否已经改好；或者{own}。"
                : $"{diagnostic.Help}（这一页在内容包里；只想改自己的网站，就{own}。）",
        };
    }

    /// <param name="find">Gives a pack by its name, or null where there is none.</param>
    /// <param name="own">Files of the site itself: they win.</param>
    /// <param name="diagnostics">Takes <c>site/unknown-pack</c> and <c>site/unknown-page</c>.</param>
    internal static PackLayers Of(SiteSettings settings, Func<string, ContentPack?> find, IEnumerable<SourceFile> own, List<Diagnostic> diagnostics)
    {
        var isUnread = settings.Locations.IsFaulty("packs");
        if (settings.Packs.IsEmpty && (isUnread || settings.WithoutPages.IsEmpty))
        {
            return isUnread ? None with { IsIncomplete = true } : None;
        }

        var packs = new List<ContentPack>();
        foreach (var (name, at) in settings.Packs.Select((name, number) => (name, settings.Locations[$"packs.{number}"])))
        {
            if (find(name) is { } pack)
            {
                packs.Add(pack);
            }
            else
            {
                diagnostics.Add(Diagnostic.Error("site/unknown-pack", at, $"没有名为 “{Quoted.Short(name)}” 的内容包。",
                    (NearestName.Find(name, [ContentPack.BuiltIn]) is { } near ? $"是不是 “{near}”？" : "") + $"程序自带的内容包写 {ContentPack.BuiltIn}；自己的内容包是网站文件夹里 {ContentPack.Folder} 下面的一个文件夹，写 “{ContentPack.Folder}名称”，名称只用小写英文字母、数字、连字符或者汉字。"));
            }
        }

        var all = packs.SelectMany(pack => pack.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var isIncomplete = isUnread || packs.Count < settings.Packs.Length;
        var without = Without(settings, all, isIncomplete, diagnostics);
        var taken = own.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var files = new Dictionary<string, PackedFile>(StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            foreach (var file in pack.Files.Where(file => !taken.Contains(file.Path) && !without.Contains(file.Path)))
            {
                files.TryAdd(file.Path, new(pack, file));
            }
        }

        return new(files.ToFrozenDictionary(StringComparer.Ordinal), without) { IsIncomplete = isIncomplete };
    }

    /// <param name="isIncomplete">Whether a pack is missing, which is reported: then nothing is said of pages that it may have.</param>
    private static FrozenSet<string> Without(SiteSettings settings, HashSet<string> all, bool isIncomplete, List<Diagnostic> diagnostics)
    {
        var without = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, number) in settings.WithoutPages.Select((name, number) => (name, number)))
        {
            var path = Content + name;
            var found = all.Where(known => path.EndsWith('/') ? known.StartsWith(path, StringComparison.Ordinal) && known.EndsWith(".md", StringComparison.Ordinal) : known == path).ToList();
            without.UnionWith(found);
            if (found.Count == 0 && !isIncomplete)
            {
                diagnostics.Add(Diagnostic.Error("site/unknown-page", settings.Locations[$"withoutPages.{number}"], $"内容包里没有 {Quoted.Field(name)} 这一页。",
                    NearestName.FindAll(name, all.Select(known => known[Content.Length..])).FirstOrDefault() is { } near
                        ? $"是不是 “{near}”？" : "写成 “guides/名称.md”，或者整个文件夹 “quizzes/”；有哪些页，运行 site pack list。"));
            }
        }

        return without.ToFrozenSet(StringComparer.Ordinal);
    }
}

/// <summary>A file that the site has from a pack.</summary>
/// <param name="File">By the path that it has in the site.</param>
public sealed record PackedFile(ContentPack Pack, SourceFile File);

/// <summary>Says which office answers for a page.</summary>
internal static class Reviewers
{
    /// <summary>What a made-up office says of itself.</summary>
    private const string Sample = "（示例）";

    /// <returns>Whether an office is a made-up one.</returns>
    public static bool IsMadeUp(string reviewer) => reviewer.EndsWith(Sample, StringComparison.Ordinal);

    /// <returns>
    /// The site's own reviewer, else its organiser, for pages of a pack; the site's own reviewer for pages whose own is a made-up one, so that nobody has to change
    /// a hundred pages, nor sign them again; null where the page's own stands.
    /// </returns>
    public static string? Of(SiteSettings settings, PackLayers packs, string path, string written) =>
        packs.Has(path) ? settings.Reviewer ?? settings.Organiser
        : settings.Reviewer is { } own && IsMadeUp(written) ? own
        : null;
}
