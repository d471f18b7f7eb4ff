using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>Files that people name on the command line.</summary>
internal static class LooseFile
{
    /// <returns>The file, named as it was typed; its bytes are not loaded yet.</returns>
    /// <exception cref="WorldFailure">There is no such file.</exception>
    public static SourceFile Open(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.Exists
            ? new(path.Replace('\\', '/'), file.Length, file.Length == 0 ? static () => [] : () => File.ReadAllBytes(file.FullName))
            : throw new WorldFailure($"找不到文件 {path}。");
    }

    /// <exception cref="WorldFailure">There is such a file, or folder, already.</exception>
    public static void RefuseTaken(string? path)
    {
        if (path is not null && Path.Exists(path))
        {
            throw new WorldFailure($"{path} 已经有了，没有改动它，也没有写别的文件。");
        }
    }

    /// <returns>Whether there is no such file beside the output, or one with the same bytes.</returns>
    /// <param name="output">The file that will be written, or null where none will.</param>
    public static bool MayLie(string? output, string path, ReadOnlySpan<byte> bytes)
    {
        var file = output is null ? null : new FileInfo(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, path));
        return file is not { Exists: true } || (file.LinkTarget is null && file.Length == bytes.Length && bytes.SequenceEqual(File.ReadAllBytes(file.FullName)));
    }

    /// <summary>Writes several new files into a folder, the last of them last; none where one of them is there already.</summary>
    /// <param name="files">Paths relative to the folder, with forward slashes.</param>
    /// <exception cref="WorldFailure">One of the files is there already.</exception>
    /// <exception cref="IOException">The disk failed.</exception>
    public static void WriteNew(string folder, ImmutableArray<(string Path, byte[] Bytes)> files)
    {
        if (files.Select(file => file.Path).FirstOrDefault(path => Path.Exists(Path.Combine(folder, path))) is { } taken)
        {
            throw new WorldFailure($"{Path.Combine(folder, taken)} 已经有了，没有改动它，也没有写别的文件。");
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
        var made = full + ".new";
        File.WriteAllBytes(made, bytes);
        File.Move(made, full, overwrite: true);
    }
}
