namespace Site.Cli.Edges;

/// <summary>Writes a file where the user says, never over another.</summary>
internal static class NewFile
{
    /// <param name="path">Absolute.</param>
    /// <exception cref="WorldFailure">There is something of this name already, or no folder for it.</exception>
    public static void Write(string path, byte[] bytes)
    {
        if (Path.Exists(path))
        {
            throw new WorldFailure($"{path} 已经有了，没有改动它。");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new WorldFailure($"找不到文件夹 {Path.GetDirectoryName(path)}。");
        }

        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        file.Write(bytes);
    }
}
