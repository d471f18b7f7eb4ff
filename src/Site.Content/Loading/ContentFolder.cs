using Site.Content.Pages;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Content.Loading;

/// <summary>Says what each file of <c>content/</c> is.</summary>
internal static class ContentFolder
{
    /// <summary>Sorts files into pages and others. Notes to staff (README.md) and files whose name begins with a dot are nobody's.</summary>
    /// <param name="diagnostics">Takes <c>file/name</c> and <c>file/folder</c>; such a file is left out.</param>
    /// <returns>Pages and other files, each by path (ordinal); a page with its kind's place in <see cref="ContentTypes.All"/>.</returns>
    public static (List<(SourceFile File, int Kind)> Pages, List<ContentFile> Files) Sort(
        IEnumerable<SourceFile> content, List<Diagnostic> diagnostics)
    {
        var pages = new List<(SourceFile, int)>();
        var files = new List<ContentFile>();
        foreach (var file in content.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.Path.Contains("/.", StringComparison.Ordinal) && !file.Path.Contains("/..", StringComparison.Ordinal)
                || file.Path.EndsWith("/README.md", StringComparison.Ordinal) || !FileNames.AreValid(file.Path, diagnostics))
            {
                continue;
            }

            var kind = KindOf(file.Path);
            if (kind < 0)
            {
                diagnostics.Add(Unknown(file.Path));
            }
            else if (file.Path.EndsWith(".md", StringComparison.Ordinal))
            {
                pages.Add((file, kind));
            }
            else
            {
                files.Add(new(file.Path, file.Length, file.Load));
            }
        }

        return (pages, files);
    }

    private static int KindOf(string path)
    {
        var parts = path.Split('/', 3);
        if (parts is not ["content", var folder, _])
        {
            return -1;
        }

        for (var i = 0; i < ContentTypes.All.Length; i++)
        {
            if (ContentTypes.All[i].Folder == folder)
            {
                return i;
            }
        }

        return -1;
    }

    private static Diagnostic Unknown(string path) =>
        Diagnostic.Error("file/folder", new(path), "这个文件不在任何一类内容的文件夹里。",
            $"移到这些文件夹之一：{string.Join("、", ContentTypes.All.Select(kind => $"{kind.Folder}（{kind.Name}）"))}。");
}
