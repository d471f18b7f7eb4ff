namespace Site.Cli.Infrastructure;

/// <summary>Refuses an output folder that would replace the sources of the site.</summary>
internal static class OutputGuard
{
    /// <param name="site">The site folder, absolute.</param>
    /// <param name="output">The folder to be replaced, absolute; it may be missing.</param>
    /// <exception cref="EnvironmentException">The output is the site folder or one around it, or lies in content or input, symbolic links followed.</exception>
    public static void Refuse(string site, string output)
    {
        var (sources, replaced) = (RealPath(site), RealPath(output));
        if (Holds(replaced, sources))
        {
            throw new EnvironmentException($"输出文件夹 {output} 里有网站的源文件，生成会把它们删掉；请换一个 --output。");
        }

        foreach (var folder in new[] { "content", "input" })
        {
            if (Holds(RealPath(Path.Combine(sources, folder)), replaced))
            {
                throw new EnvironmentException($"输出文件夹 {output} 在 {folder} 文件夹里，生成的文件会被当成源文件；请换一个 --output。");
            }
        }
    }

    /// <summary>Compares without regard to case, because some disks do; elsewhere this only refuses one folder too many.</summary>
    private static bool Holds(string outer, string inner) =>
        WithSeparator(inner).StartsWith(WithSeparator(outer), StringComparison.OrdinalIgnoreCase);

    private static string WithSeparator(string path) =>
        Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;

    /// <returns>The path with every symbolic link on the way followed, as far as there is anything.</returns>
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent)
        {
            return path;
        }

        var real = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return new DirectoryInfo(real) is { LinkTarget: not null } link && link.ResolveLinkTarget(returnFinalTarget: true) is { } target
            ? target.FullName
            : real;
    }
}
