namespace Site.Cli.Infrastructure;

/// <summary>Folders and files that nobody but this user can read.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder, and those around it where they are missing. One that is there stays as it is.</summary>
    /// <param name="folder">Absolute.</param>
    public static void Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        if (Path.GetDirectoryName(folder) is { Length: > 0 } around)
        {
            Make(around);
        }

        Directory.CreateDirectory(folder, OwnFile | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a file whole or not at all.</summary>
    /// <param name="replaces">Whether it takes the place of one that is there.</param>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public static void WriteWhole(string path, Action<FileStream> write, bool replaces) => WholeFile.Write(path, write, replaces, mode: OwnFile);
}
