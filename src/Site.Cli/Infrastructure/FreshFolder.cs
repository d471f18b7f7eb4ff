using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Site.Cli.Infrastructure;

/// <summary>
/// A folder that this build has just made and that nobody reads yet. On Linux a file in it costs three questions to the system (open, write, close) and a folder one, asked from where it lies: a site
/// of ten thousand pages has as many files and folders, and .NET asks twice as much, for locks and lengths that nobody needs here. What the system refuses .NET tries again, and says what is wrong.
/// </summary>
/// <remarks>Safe for several threads at once.</remarks>
internal sealed partial class FreshFolder : IDisposable
{
    /// <summary>O_WRONLY, O_CREAT, O_EXCL and O_CLOEXEC, which are the same on all processors that .NET runs on: a file that is there, or a link in its place, is refused.</summary>
    private const int ToWriteNewFile = 0x1 | 0x40 | 0x80 | 0x80000;
    private const int ReadAndWriteForAll = 0x1B6, EverythingForAll = 0x1FF;

    private readonly string root;
    private readonly FileStamps.OpenFolder? opened;
    private readonly ConcurrentDictionary<string, bool> made = new(StringComparer.Ordinal);

    private FreshFolder(string root) => (this.root, opened) = (root, FileStamps.Open(root));

    /// <param name="root">Absolute; not there yet, or empty.</param>
    /// <exception cref="IOException">The disk failed.</exception>
    public static FreshFolder Make(string root)
    {
        Directory.CreateDirectory(root);
        return new(root);
    }

    /// <summary>Writes a file that is not there yet, and makes the folders around it.</summary>
    /// <param name="path">In the folder, with forward slashes.</param>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        MakeFolder(FolderOf(path));
        if (opened is { } folder && Open(folder.Number, path, ToWriteNewFile, ReadAndWriteForAll) is >= 0 and var number)
        {
            if (WriteAll(number, bytes))
            {
                return;
            }

            File.Delete(FullPath(path));
        }

        using var handle = File.OpenHandle(FullPath(path), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        try
        {
            RandomAccess.Write(handle, bytes, 0);
        }
        catch (ArgumentOutOfRangeException tooLong)
        {
            // So .NET says that the system allows no file of this length (EFBIG): a quota, as good as a full disk.
            throw new IOException($"系统不让文件这么大（{bytes.Length} 字节）：{path}", tooLong);
        }
    }

    /// <summary>Gives a file of another folder a second name at the same path here, and makes the folders around it.</summary>
    /// <param name="from">The other folder, on the same disk.</param>
    /// <param name="path">In both folders, with forward slashes.</param>
    /// <returns>Whether it has one now: the disk may have no links, and other systems than Linux are not asked.</returns>
    public bool TryLink(FileStamps.OpenFolder from, string path)
    {
        MakeFolder(FolderOf(path));
        return opened is { } folder && Link(from.Number, path, folder.Number, path, 0) == 0;
    }

    public void Dispose() => opened?.Dispose();

    private void MakeFolder(string path)
    {
        if (path.Length == 0 || made.ContainsKey(path))
        {
            return;
        }

        MakeFolder(FolderOf(path));
        if (opened is null || MakeFolder(opened.Number, path, EverythingForAll) != 0)
        {
            // Another thread may have made it meanwhile.
            Directory.CreateDirectory(FullPath(path));
        }

        made.TryAdd(path, true);
    }

    private string FullPath(string path) => Path.Combine(root, path);

    private static string FolderOf(string path) => path.LastIndexOf('/') is >= 0 and var end ? path[..end] : "";

    /// <returns>Whether all bytes are written. The file is closed.</returns>
    private static bool WriteAll(int file, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var written = Write(file, ref MemoryMarshal.GetReference(bytes), bytes.Length);
            if (written <= 0)
            {
                _ = Close(file);
                return false;
            }

            bytes = bytes[(int)written..];
        }

        return Close(file) == 0;
    }

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(int folder, string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "write")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint Write(int file, ref byte bytes, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "mkdirat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int MakeFolder(int folder, string path, int mode);

    [LibraryImport("libc", EntryPoint = "linkat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Link(int fromFolder, string from, int folder, string name, int flags);
}
