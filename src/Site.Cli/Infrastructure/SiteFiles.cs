using System.Collections.Immutable;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Writes files into a site folder, each whole or not at all, and never outside.</summary>
internal static class SiteFile
{
    /// <summary>Writes a new file, never over another.</summary>
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="path">Relative to it, with forward slashes and no <c>..</c>.</param>
    /// <exception cref="EnvironmentException">A folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public static void Write(string site, string path, byte[] bytes)
    {
        MakeFolder(site, path);
        WholeFile.Write(Path.Combine(site, path), bytes, replaces: false, isFlushed: true);
    }

    /// <returns>The folders that were not there, outermost first.</returns>
    private static List<string> MakeFolder(string site, string path)
    {
        var (folder, missing) = (site, new List<string>());
        foreach (var name in path.Split('/')[..^1])
        {
            folder = Path.Combine(folder, name);
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new EnvironmentException($"{folder} 是一个符号链接，本站不往里写文件。");
            }

            if (!Directory.Exists(folder))
            {
                missing.Add(folder);
            }
        }

        Directory.CreateDirectory(folder);
        return missing;
    }

    /// <summary>Creates or replaces a file.</summary>
    /// <exception cref="EnvironmentException">The file or a folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Replace(string site, string path, byte[] bytes)
    {
        RefuseLink(site, path);
        MakeFolder(site, path);
        WholeFile.Write(Path.Combine(site, path), bytes, replaces: true, isFlushed: true);
    }

    /// <summary>Creates or replaces files: all of them, or none.</summary>
    /// <param name="files">By path from the site folder, in the order in which they take their places.</param>
    /// <exception cref="EnvironmentException">A file or a folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">The disk failed, or a folder has the name of a file. The site folder is as it was.</exception>
    public static void ReplaceAll(string site, ImmutableArray<(string Path, byte[] Bytes)> files)
    {
        foreach (var (path, _) in files)
        {
            RefuseLink(site, path);
        }

        var made = new List<string>();
        try
        {
            foreach (var (path, _) in files)
            {
                made.AddRange(MakeFolder(site, path));
            }

            WholeFile.WriteAll([.. files.Select(file => (Path.Combine(site, file.Path), file.Bytes))]);
        }
        catch
        {
            foreach (var folder in Enumerable.Reverse(made).Where(folder => !Directory.EnumerateFileSystemEntries(folder).Any()))
            {
                Directory.Delete(folder);
            }

            throw;
        }
    }

    private static void RefuseLink(string site, string path)
    {
        if (new FileInfo(Path.Combine(site, path)) is { LinkTarget: not null } link)
        {
            throw new EnvironmentException($"{link.FullName} 是一个符号链接，本站不往里写文件。");
        }
    }

    /// <returns>A path of the site folder, relative to the current folder.</returns>
    public static string DisplayPath(string site, string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(site, path));
}

/// <summary>Writes a file at any path, never over another.</summary>
internal static class NewFile
{
    /// <param name="path">Absolute.</param>
    /// <exception cref="EnvironmentException">Something of this name exists already, or the folder does not exist.</exception>
    public static void Write(string path, byte[] bytes)
    {
        if (Path.Exists(path))
        {
            throw new EnvironmentException($"{path} 已经有了，没有改动它。");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new EnvironmentException($"找不到文件夹 {Path.GetDirectoryName(path)}。");
        }

        WholeFile.Write(path, bytes, replaces: false);
    }
}

/// <summary>Writes a new folder of files into a site folder: whole or not at all, never over another and never outside.</summary>
internal static class NewFolder
{
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="folder">Relative to it, with forward slashes and no <c>..</c>; it does not exist yet.</param>
    /// <param name="files">Files right in the folder, by path from the site folder.</param>
    /// <exception cref="EnvironmentException">There is such a folder already, or one on the way is a symbolic link.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Write(string site, string folder, ImmutableArray<SourceFile> files)
    {
        var parent = folder[..folder.LastIndexOf('/')];
        var at = site;
        foreach (var name in parent.Split('/'))
        {
            at = Path.Combine(at, name);
            if (new DirectoryInfo(at).LinkTarget is not null)
            {
                throw new EnvironmentException($"{at} 是一个符号链接，本站不往里写文件。");
            }
        }

        var target = Path.Combine(site, folder);
        if (Path.Exists(target))
        {
            throw new EnvironmentException($"{target} 已经存在，不能覆盖。");
        }

        // A folder whose name begins with a dot is not read, so a run that is stopped leaves nothing behind that counts.
        var fresh = Directory.CreateDirectory(Path.Combine(at, $".{Path.GetFileName(target)}.new-{Environment.ProcessId}")).FullName;
        try
        {
            foreach (var file in files)
            {
                File.WriteAllBytes(Path.Combine(fresh, Path.GetFileName(file.Path)), file.Load());
            }

            Directory.Move(fresh, target);
        }
        finally
        {
            if (Directory.Exists(fresh))
            {
                Directory.Delete(fresh, recursive: true);
            }
        }
    }
}

/// <summary>Fills a folder that is empty or does not exist yet: with all of the files or none.</summary>
internal static class EmptyFolder
{
    /// <param name="folder">Absolute.</param>
    /// <param name="files">By path from the folder.</param>
    /// <exception cref="EnvironmentException">Something is in the folder, or in its place.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Fill(string folder, ImmutableArray<SourceFile> files)
    {
        Refuse(folder);
        var isNew = !Directory.Exists(folder);

        // In the folder itself, because the one around it may not be ours to write to.
        var fresh = Directory.CreateDirectory(Path.Combine(folder, $".site-init-{Environment.ProcessId}")).FullName;
        try
        {
            foreach (var file in files)
            {
                SiteFile.Write(fresh, file.Path, file.Load());
            }

            foreach (var entry in Directory.GetFileSystemEntries(fresh))
            {
                Directory.Move(entry, Path.Combine(folder, Path.GetFileName(entry)));
            }
        }
        finally
        {
            Directory.Delete(fresh, recursive: true);
            if (isNew && !Directory.EnumerateFileSystemEntries(folder).Any())
            {
                Directory.Delete(folder);
            }
        }
    }

    private static void Refuse(string folder)
    {
        if (new DirectoryInfo(folder).LinkTarget is not null)
        {
            throw new EnvironmentException($"{folder} 是一个符号链接，没有写任何文件；请写文件夹自己的路径。");
        }

        if (File.Exists(folder))
        {
            throw new EnvironmentException($"{folder} 是一个文件，没有改动它；请换一个空的或者还没有的文件夹。");
        }

        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList() is [var first, ..] present)
        {
            throw new EnvironmentException($"{Path.Combine(folder, first!)} 已经在了（文件夹里一共 {present.Count} 项），没有写任何文件；请换一个空的或者还没有的文件夹。");
        }
    }
}
