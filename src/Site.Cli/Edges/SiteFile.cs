namespace Site.Cli.Edges;

/// <summary>Writes a new file into a site folder, never over another and never outside.</summary>
internal static class SiteFile
{
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="path">Relative to it, with forward slashes and no <c>..</c>.</param>
    /// <exception cref="WorldFailure">A folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public static void Write(string site, string path, byte[] bytes)
    {
        MakeFolder(site, path);
        using var file = new FileStream(Path.Combine(site, path), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
    }

    /// <summary>The same, but whoever looks sees the whole file or none, even where the program is killed meanwhile.</summary>
    /// <exception cref="WorldFailure">A folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public static void WriteWhole(string site, string path, byte[] bytes)
    {
        MakeFolder(site, path);
        var full = Path.Combine(site, path);
        var part = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Environment.ProcessId}.part");
        try
        {
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(part, full, overwrite: false);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    private static void MakeFolder(string site, string path)
    {
        var folder = site;
        foreach (var name in path.Split('/')[..^1])
        {
            folder = Path.Combine(folder, name);
            if (new DirectoryInfo(folder).LinkTarget is not null)
            {
                throw new WorldFailure($"{folder} 是一个符号链接，本站不往里写文件。");
            }
        }

        Directory.CreateDirectory(folder);
    }

    /// <summary>Writes a file anew in one step, whether there is one or not: another process sees the old one or the new one.</summary>
    /// <exception cref="WorldFailure">The file or a folder on the way is a symbolic link.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void Replace(string site, string path, byte[] bytes)
    {
        var full = Path.Combine(site, path);
        if (new FileInfo(full).LinkTarget is not null)
        {
            throw new WorldFailure($"{full} 是一个符号链接，本站不往里写文件。");
        }

        var fresh = path + ".site-new";
        if (File.Exists(Path.Combine(site, fresh)))
        {
            File.Delete(Path.Combine(site, fresh));
        }

        Write(site, fresh, bytes);
        File.Move(Path.Combine(site, fresh), full, overwrite: true);
    }

    /// <returns>A path of the site folder as the current folder sees it.</returns>
    public static string Seen(string site, string path) => Path.GetRelativePath(Directory.GetCurrentDirectory(), Path.Combine(site, path));
}
