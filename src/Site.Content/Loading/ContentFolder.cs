using Site.Content.Pages;
using Site.Content.Search;
using Site.Content.Terms;
using Site.Content.Types;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Content.Loading;

/// <summary>Says what each file of <c>content/</c> is.</summary>
internal static class ContentFolder
{
    /// <summary>The longest text whose length is told as it is published, with LF alone; pages show it in KB.</summary>
    private const long LargestText = 1_048_576;

    /// <summary>Sorts files into pages and others. Notes to staff (README.md), the words of the search and the list of terms are no pages, and what programs leave behind is nobody's.</summary>
    /// <param name="diagnostics">Takes <c>file/name</c> and <c>file/folder</c>; such a file is left out.</param>
    public static SortedContent Sort(IEnumerable<SourceFile> content, List<Diagnostic> diagnostics)
    {
        var refused = new List<string>();
        var pages = new List<(SourceFile, ContentType)>();
        var files = new List<ContentFile>();
        foreach (var file in ByPath([.. content]))
        {
            if (HasLeftover(file.Path)
                || file.Path.EndsWith("/README.md", StringComparison.Ordinal)
                || file.Path is SearchWords.Path or TermList.Path)
            {
                continue;
            }

            if (!FileNames.AreValid(file.Path, diagnostics))
            {
                refused.Add(file.Path);
                continue;
            }

            if (TypeOf(file.Path) is not { } type)
            {
                refused.Add(file.Path);
                diagnostics.Add(Unknown(file.Path));
            }
            else if (file.Path.EndsWith(".md", StringComparison.Ordinal))
            {
                pages.Add((file, type));
            }
            else
            {
                var isText = FileExtension.Of(file.Path) is ".svg" or ".vtt" or ".srt" or ".txt" or ".csv";
                var length = isText && file.Length <= LargestText ? WithLineFeeds(file.Load()).Length : file.Length;
                files.Add(new(file.Path, length, isText ? () => WithLineFeeds(file.Load()) : file.Load) { Origin = file.Load });
            }
        }

        return new(pages, files, refused);
    }

    /// <returns>The files by path (ordinal), in which order those of a folder come.</returns>
    private static SourceFile[] ByPath(SourceFile[] files)
    {
        for (var at = 1; at < files.Length; at++)
        {
            if (string.CompareOrdinal(files[at - 1].Path, files[at].Path) > 0)
            {
                return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
            }
        }

        return files;
    }

    private static bool HasLeftover(ReadOnlySpan<char> path)
    {
        foreach (var name in path.Split('/'))
        {
            if (FileNames.IsLeftover(path[name]))
            {
                return true;
            }
        }

        return false;
    }

    /// <returns>The same text with LF alone at the end of each line, since git on Windows writes CR LF: so a site is the same wherever it is built.</returns>
    private static byte[] WithLineFeeds(byte[] bytes) =>
        bytes.AsSpan().IndexOf("\r\n"u8) < 0 || bytes.AsSpan().Contains((byte)0) ? bytes
        : [.. bytes.Where((one, at) => one != '\r' || at + 1 == bytes.Length || bytes[at + 1] != '\n')];

    private static ContentType? TypeOf(ReadOnlySpan<char> path)
    {
        const string Content = "content/";
        if (path.StartsWith(Content, StringComparison.Ordinal) && path[Content.Length..] is var inside && inside.IndexOf('/') is >= 0 and var end)
        {
            foreach (var type in ContentTypes.All)
            {
                if (inside[..end].SequenceEqual(type.Folder))
                {
                    return type;
                }
            }
        }

        return null;
    }

    private static Diagnostic Unknown(string path) =>
        Diagnostic.Error("file/folder", new(path), "这个文件不在任何一类内容的文件夹里。",
            $"移到这些文件夹之一：{string.Join("、", ContentTypes.All.Select(type => $"{type.Folder}（{type.Label}）"))}。");
}

/// <summary>What lies in <c>content/</c>, each by path (ordinal).</summary>
/// <param name="Pages">Pages, each with its type.</param>
/// <param name="Files">Files beside the pages.</param>
/// <param name="Refused">Paths of files that were left out because of their names or folders, which is reported.</param>
internal sealed record SortedContent(List<(SourceFile File, ContentType Type)> Pages, List<ContentFile> Files, List<string> Refused);
