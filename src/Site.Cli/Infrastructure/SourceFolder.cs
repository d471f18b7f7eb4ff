using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Lists what lies in the site folder, without following a symbolic link and without reading a file.</summary>
internal static class SourceFolder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false, RecurseSubdirectories = false };

    /// <summary>Lists the files of one folder of the site, and what cannot be listed.</summary>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="name">A folder in it: <c>content</c>. It may be missing.</param>
    /// <returns>Files by path (ordinal), without those whose names start with a dot; a diagnostic for each symbolic link, and for a file in the folder's place.</returns>
    public static Result<ImmutableArray<SourceFile>> List(string site, string name)
    {
        var files = new List<SourceFile>();
        var diagnostics = new List<Diagnostic>();
        var root = new DirectoryInfo(Path.Combine(site, name));
        if (root.LinkTarget is not null)
        {
            diagnostics.Add(Link(name));
        }
        else if (root.Exists)
        {
            Walk(root, name);
        }
        else if (File.Exists(root.FullName))
        {
            diagnostics.Add(Diagnostic.Error("file/no-folder", new(name), $"{name} 是一个文件，不是文件夹。", $"给它改名，再新建文件夹 {name}。"));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new([.. files], [.. diagnostics]);

        void Walk(DirectoryInfo folder, string path)
        {
            foreach (var entry in folder.EnumerateFileSystemInfos("*", Everything))
            {
                var entryPath = $"{path}/{entry.Name}";
                if (entry.Name.StartsWith('.'))
                {
                    continue;
                }

                if (entry.Attributes.HasFlag(FileAttributes.ReparsePoint))
                {
                    diagnostics.Add(Link(entryPath));
                }
                else if (entry is DirectoryInfo inner)
                {
                    Walk(inner, entryPath);
                }
                else if (entry is FileInfo file)
                {
                    files.Add(Source(entryPath, file));
                }
            }
        }
    }

    /// <summary>Reports a file of the site folder itself that is a symbolic link.</summary>
    public static IEnumerable<Diagnostic> FindLink(string site, string name) =>
        new FileInfo(Path.Combine(site, name)).LinkTarget is null ? [] : [Link(name)];

    /// <summary>Makes sure that a folder is there, so that a wrong <c>--site</c> does not publish an empty site.</summary>
    /// <exception cref="EnvironmentException">The site has nothing of this name.</exception>
    public static void Require(string site, string name)
    {
        if (!Path.Exists(Path.Combine(site, name)))
        {
            throw new EnvironmentException($"找不到文件夹 {Path.Combine(site, name)}，请检查 --site。");
        }
    }

    /// <returns>A file of the site folder itself, or null where it is missing or a symbolic link.</returns>
    public static SourceFile? Find(string site, string name)
    {
        var file = new FileInfo(Path.Combine(site, name));
        return file.Exists && file.LinkTarget is null ? Source(name, file) : null;
    }

    /// <summary>What has no length is not opened: to open a pipe would be to wait for ever.</summary>
    private static SourceFile Source(string path, FileInfo file) =>
        new(path, file.Length, file.Length == 0 ? static () => [] : () => File.ReadAllBytes(file.FullName));

    private static Diagnostic Link(string path) => Diagnostic.Error(
        "file/symbolic-link", new(path), "这是一个符号链接，本站不读取符号链接。", "请删除它，把真正的文件放在这里。");
}
