using System.Collections.Immutable;

namespace Site.Cli.Infrastructure;

/// <summary>Writes files whole or not at all: beside the place first, and then into it.</summary>
internal static class WholeFile
{
    /// <summary>In bytes. Larger ones would lie among the large objects, and the runtime collects everything after a few of these.</summary>
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes one. Others see the file as it was, or the new one whole, even where the program is killed meanwhile.</summary>
    /// <param name="path">In a folder that is there.</param>
    /// <param name="write">Writes all of it.</param>
    /// <param name="replaces">Whether it takes the place of one that is there.</param>
    /// <param name="isFlushed">Whether it is on the disk when this returns, so that it survives a power cut: for what cannot be made again.</param>
    /// <param name="mode">Who may read and write it, on Unix; as the user's files are made unless given.</param>
    /// <exception cref="IOException">There is such a file already, or the disk failed; one that was there is as it was.</exception>
    public static void Write(string path, Action<FileStream> write, bool replaces, bool isFlushed = false, UnixFileMode? mode = null)
    {
        var draft = Beside(path, "new");
        try
        {
            WriteDraft(draft, path, write, isFlushed, mode);
            File.Move(draft, path, replaces);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <inheritdoc cref="Write(string, Action{FileStream}, bool, bool, UnixFileMode?)"/>
    public static void Write(string path, byte[] bytes, bool replaces, bool isFlushed = false) => Write(path, file => file.Write(bytes), replaces, isFlushed);

    /// <summary>
    /// Writes several: all of them, or none. All are written beside their places first; where one cannot take its place, those that have are put back. Only a program that is killed
    /// while they take their places leaves some of them.
    /// </summary>
    /// <param name="files">By path, in the order in which they take their places; in folders that are there. Each takes the place of one that is there.</param>
    /// <exception cref="IOException">The disk failed, or a folder has the name of a file; all files that were there are as they were.</exception>
    public static void WriteAll(ImmutableArray<(string Path, byte[] Bytes)> files)
    {
        var drafts = files.Select(file => (file.Path, file.Bytes, New: Beside(file.Path, "new"), Old: Beside(file.Path, "old"))).ToList();
        var added = new List<string>();
        try
        {
            foreach (var file in drafts)
            {
                WriteDraft(file.New, file.Path, stream => stream.Write(file.Bytes), isFlushed: true, null);
            }

            foreach (var file in drafts)
            {
                if (File.Exists(file.Path))
                {
                    File.Replace(file.New, file.Path, file.Old, ignoreMetadataErrors: true);
                }
                else
                {
                    File.Move(file.New, file.Path, overwrite: false);
                    added.Add(file.Path);
                }
            }
        }
        catch
        {
            // Whatever stands aside is put back, also what the system moved there and did not replace; what cannot be put back stays where it is.
            added.ForEach(TryDelete);
            foreach (var file in drafts.Where(file => File.Exists(file.Old)))
            {
                TryMove(file.Old, file.Path);
            }

            throw;
        }
        finally
        {
            drafts.ForEach(file => TryDelete(file.New));
        }

        drafts.ForEach(file => TryDelete(file.Old));
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is hidden and disturbs nobody.
        }
    }

    private static void TryMove(string from, string to)
    {
        try
        {
            File.Move(from, to, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The text is not lost: it stands beside its place.
        }
    }

    private static void WriteDraft(string draft, string path, Action<FileStream> write, bool isFlushed, UnixFileMode? mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = BufferSize };
        if (mode is not null && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        try
        {
            using var file = new FileStream(draft, options);
            write(file);
            file.Flush(isFlushed);
        }
        catch (ArgumentOutOfRangeException tooLong)
        {
            // So .NET says that the system allows no file of this length (EFBIG).
            throw new IOException($"系统不让文件这么大：{path}", tooLong);
        }
    }

    /// <returns>A name in the same folder that nothing has and no reader of <c>content/</c> or <c>input/</c> takes for a file of somebody.</returns>
    private static string Beside(string path, string ending) => Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetRandomFileName()}.site-{ending}");
}
