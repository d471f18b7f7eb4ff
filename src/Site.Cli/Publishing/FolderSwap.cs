using System.Runtime.InteropServices;

namespace Site.Cli.Publishing;

/// <summary>Replaces one folder by another. At every moment one of the two exists completely.</summary>
internal static partial class FolderSwap
{
    /// <summary>The file by which a build recognizes its own output folder.</summary>
    public const string Marker = "build.json";

    private const int CurrentFolder = -100;
    private const uint ExchangeNames = 2;

    /// <summary>
    /// Exchanges the two names (<see cref="Exchange"/>), and deletes the old folder afterwards. A build that was stopped in between is repaired by <see cref="Recover"/>.
    /// </summary>
    public static void Swap(string fresh, string published)
    {
        if (!Directory.Exists(published))
        {
            Directory.Move(fresh, published);
        }
        else
        {
            Exchange(fresh, published);
            Delete(fresh);
        }
    }

    /// <summary>Gives each of two folders of one disk the other's name: in one step where the system can (Linux, renameat2), else with the published one under a third name in between.</summary>
    public static void Exchange(string fresh, string published)
    {
        if (OperatingSystem.IsLinux() && RenameAt2(CurrentFolder, fresh, CurrentFolder, published, ExchangeNames) == 0)
        {
            return;
        }

        var old = published + ".site-old";
        Delete(old);
        Directory.Move(published, old);
        Directory.Move(fresh, published);
        Directory.Move(old, fresh);
    }

    /// <summary>Restores the old folder where a build was stopped between two renames.</summary>
    public static void Recover(string published)
    {
        var old = published + ".site-old";
        if (Directory.Exists(old) && IsOurs(old))
        {
            if (Directory.Exists(published))
            {
                Delete(old);
            }
            else
            {
                Directory.Move(old, published);
            }
        }
    }

    /// <returns>Whether a folder is missing, empty, or one of ours, and no symbolic link.</returns>
    public static bool IsOurs(string folder)
    {
        var info = new DirectoryInfo(folder);
        return !File.Exists(folder)
            && (!info.Exists || (info.LinkTarget is null && (HasMarker(folder) || !info.EnumerateFileSystemInfos().Any())));
    }

    /// <summary>Other programs may write a build.json too: ours begins as <c>BuildManifest</c> begins it.</summary>
    private static bool HasMarker(string folder)
    {
        var marker = Path.Combine(folder, Marker);
        if (!File.Exists(marker))
        {
            return false;
        }

        using var file = File.OpenRead(marker);
        Span<byte> first = stackalloc byte[MarkerStart.Length];
        return file.ReadAtLeast(first, first.Length, throwOnEndOfStream: false) == first.Length && first.SequenceEqual(MarkerStart);
    }

    private static ReadOnlySpan<byte> MarkerStart => "{\"files\": ["u8;

    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Deletes a folder that nobody needs; where the system does not let it, the next build tries again.</summary>
    public static void TryDelete(string folder)
    {
        try
        {
            Delete(folder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);
}
