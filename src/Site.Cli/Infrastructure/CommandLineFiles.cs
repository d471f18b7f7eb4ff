using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Files that are named on the command line, inside or outside the site folder.</summary>
internal static class CommandLineFiles
{
    /// <param name="names">Files, or folders whose files are meant, as typed.</param>
    /// <returns>The files under the names typed, without reading one, and without what Office leaves in a folder beside a file that is open; a diagnostic for each symbolic link within a folder.</returns>
    /// <exception cref="EnvironmentException">Nothing of this name exists.</exception>
    public static Result<ImmutableArray<SourceFile>> Find(IEnumerable<string> names, SiteEnvironment environment)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var name in names)
        {
            var full = Path.GetFullPath(name);
            if (Directory.Exists(full))
            {
                var (inner, found) = new SourceFolder(full, environment).List(".");
                files.AddRange(inner.Where(file => !Path.GetFileName(file.Path).StartsWith("~$", StringComparison.Ordinal)).Select(file => file with { Path = Displayed(name) + file.Path[1..] }));
                diagnostics.AddRange(found.Select(diagnostic => diagnostic with { Location = diagnostic.Location with { Path = Displayed(name) + diagnostic.Location.Path[1..] } }));
            }
            else
            {
                files.Add(Open(name, environment) with { Path = Displayed(name) });
            }
        }

        return new(files.DrainToImmutable(), diagnostics.DrainToImmutable());
    }

    /// <returns>The file, named as it was typed; its bytes are not loaded yet.</returns>
    /// <exception cref="EnvironmentException">There is no such file.</exception>
    public static SourceFile Open(string path, SiteEnvironment environment)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.Exists
            ? new(path.Replace('\\', '/'), file.Length, file.Length == 0 ? static () => [] : () => environment.ReadFile(file.FullName))
            : throw new EnvironmentException($"找不到文件 {path}。");
    }

    /// <exception cref="EnvironmentException">There is such a file, or folder, already.</exception>
    public static void RefuseExisting(string? path)
    {
        if (path is not null && Path.Exists(path))
        {
            throw new EnvironmentException($"{path} 已经有了，没有改动它，也没有写别的文件。");
        }
    }

    /// <returns>Whether there is no such file beside the output, or one with the same bytes.</returns>
    /// <param name="output">The file that will be written, or null where none will.</param>
    public static bool IsFreeOrSame(string? output, string path, ReadOnlySpan<byte> bytes)
    {
        var file = output is null ? null : new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, path));
        return file is not { Exists: true } || (file.LinkTarget is null && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(file.FullName)));
    }

    /// <summary>Writes several new files into a folder, the last of them last; none where one of them is there already.</summary>
    /// <param name="files">Paths relative to the folder, with forward slashes.</param>
    /// <exception cref="EnvironmentException">One of the files is there already.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void WriteNew(string folder, ImmutableArray<(string Path, byte[] Bytes)> files)
    {
        if (files.Select(file => file.Path).FirstOrDefault(path => Path.Exists(Path.Combine(folder, path))) is { } taken)
        {
            throw new EnvironmentException($"{Path.Combine(folder, taken)} 已经有了，没有改动它，也没有写别的文件。");
        }

        foreach (var (path, bytes) in files)
        {
            SiteFile.Write(folder, path, bytes);
        }
    }

    /// <summary>Writes a file whole, in place of the one that may be there.</summary>
    /// <exception cref="IOException">The disk failed; the file that was there is as it was.</exception>
    public static void Write(string path, byte[] bytes)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        WholeFile.Write(full, bytes, replaces: true);
    }

    private static string Displayed(string name) => name.Replace('\\', '/').TrimEnd('/');
}
