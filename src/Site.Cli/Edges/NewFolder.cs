using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>Writes a new folder of files into a site folder: whole or not at all, never over another and never outside.</summary>
internal static class NewFolder
{
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="folder">Relative to it, with forward slashes and no <c>..</c>; it does not exist yet.</param>
    /// <param name="files">Files right in the folder, by path from the site folder.</param>
    /// <exception cref="WorldFailure">There is such a folder already, or one on the way is a symbolic link.</exception>
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
                throw new WorldFailure($"{at} 是一个符号链接，本站不往里写文件。");
            }
        }

        var target = Path.Combine(site, folder);
        if (Path.Exists(target))
        {
            throw new WorldFailure($"{target} 已经存在，不能覆盖。");
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
