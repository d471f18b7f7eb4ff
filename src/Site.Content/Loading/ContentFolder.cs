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
    /// <returns>Pages and other files, each by path (ordinal); a page with its type.</returns>
    public static (List<(SourceFile File, ContentType Type)> Pages, List<ContentFile> Files) Sort(
        IEnumerable<SourceFile> content, List<Diagnostic> diagnostics)
    {
        var pages = new List<(SourceFile, ContentType)>();
        var files = new List<ContentFile>();
        foreach (var file in content.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (file.Path.Contains("/.", StringComparison.Ordinal) && !file.Path.Contains("/..", StringComparison.Ordinal)
                || file.Path.EndsWith("/README.md", StringComparison.Ordinal) || !FileNames.AreValid(file.Path, diagnostics))
            {
                continue;
            }

            if (TypeOf(file.Path) is not { } type)
            {
                diagnostics.Add(Unknown(file.Path));
            }
            else if (file.Path.EndsWith(".md", StringComparison.Ordinal))
            {
                pages.Add((file, type));
            }
            else
            {
                files.Add(new(file.Path, file.Length, file.Load));
            }
        }

        return (pages, files);
    }

    private static ContentType? TypeOf(string path) =>
        path.Split('/', 3) is ["content", var folder, _] ? ContentTypes.All.FirstOrDefault(type => type.Folder == folder) : null;

    private static Diagnostic Unknown(string path) =>
        Diagnostic.Error("file/folder", new(path), "这个文件不在任何一类内容的文件夹里。",
            $"移到这些文件夹之一：{string.Join("、", ContentTypes.All.Select(type => $"{type.Folder}（{type.Label}）"))}。");
}
