using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Asks the system what it knows of a file, without opening it. Only Linux tells when a file last changed; elsewhere there are no stamps, and files are read instead.</summary>
internal static partial class FileStamps
{
    /// <summary>Two changes of one file within this time may have one time: a stamp counts once it is older.</summary>
    private const long UnsettledNanoseconds = 2_000_000_000;

    private const int CurrentFolder = -100;

    /// <summary>O_PATH and O_CLOEXEC, which are the same on all processors that .NET runs on.</summary>
    private const int ForItsPathAlone = 0x200000 | 0x80000;
    private const int WithoutFollowing = 0x100;
    private const uint Basics = 0x7FF;
    private const int KindOfFile = 0xF000;
    private const int Link = 0xA000;
    private const int ToWrite = 2;

    /// <returns>The stamp of a file or folder; null where it is missing or a symbolic link, or the system has no stamps.</returns>
    public static FileStamp? Of(ReadOnlySpan<char> path) => Look(path) is { IsLink: false, Stamp: var stamp } ? stamp : null;

    /// <returns>Whether something is a symbolic link, and its own stamp; null where it is missing or the system has no stamps.</returns>
    public static (bool IsLink, FileStamp Stamp)? Look(ReadOnlySpan<char> path) => Stamp(Ask(CurrentFolder, path));

    private static (bool IsLink, FileStamp Stamp)? Stamp(Status? status) => status is { } known
        ? ((known.Mode & KindOfFile) == Link, new(((long)known.DeviceMajor << 32) | known.DeviceMinor, known.Inode, known.Size, known.Modified.Nanoseconds, known.Changed.Nanoseconds))
        : null;

    /// <returns>The same for what lies in a folder that has been opened, by its path there: the system need not go the whole way each time.</returns>
    public static FileStamp? Of(OpenFolder folder, ReadOnlySpan<char> path) => Look(folder, path) is { IsLink: false, Stamp: var stamp } ? stamp : null;

    /// <returns>As <see cref="Look(ReadOnlySpan{char})"/>, likewise.</returns>
    public static (bool IsLink, FileStamp Stamp)? Look(OpenFolder folder, ReadOnlySpan<char> path) => Stamp(Ask(folder.Number, path));

    /// <returns>Who may do what with a file, and how many names it has; null as with <see cref="Of(ReadOnlySpan{char})"/>.</returns>
    public static FileRights? RightsOf(string path) => Rights(Ask(CurrentFolder, path));

    /// <returns>The same for what lies in a folder that has been opened, by its path there.</returns>
    public static FileRights? RightsOf(OpenFolder folder, string path) => Rights(Ask(folder.Number, path));

    private static FileRights? Rights(Status? status) => status is { } known ? new(known.Owner, known.Group, known.Mode, known.Names) : null;

    /// <returns>A folder, opened; null where it is missing or the system has no stamps.</returns>
    public static OpenFolder? Open(string folder) => OperatingSystem.IsLinux() && Open(folder, ForItsPathAlone) is >= 0 and var number ? new(number) : null;

    /// <returns>A folder by its path in one that has been opened; null where it is missing or the system has no stamps.</returns>
    public static OpenFolder? Open(OpenFolder folder, string path) => OperatingSystem.IsLinux() && OpenAt(folder.Number, path, ForItsPathAlone) is >= 0 and var number ? new(number) : null;

    /// <returns>Whether a change after the given moment would have another stamp.</returns>
    public static bool IsSettled(FileStamp stamp, DateTime moment) =>
        Math.Max(stamp.Modified, stamp.Changed) < ((moment - DateTime.UnixEpoch).Ticks * 100) - UnsettledNanoseconds;

    /// <returns>Whether a file or folder belongs to this user, is no symbolic link, and nobody else may write to it. True where the system has no stamps: there a profile is its user's.</returns>
    public static bool IsOwn(string path) => !OperatingSystem.IsLinux()
        || (Ask(CurrentFolder, path) is { } known && (known.Mode & KindOfFile) != Link && known.Owner == User() && (known.Mode & 0x12) == 0);

    /// <returns>Whether this user may write to a folder: it may be another user's, or on a disk that is only read. True where only trying would tell.</returns>
    public static bool MayWrite(string folder) => !OperatingSystem.IsLinux() || Access(folder, ToWrite) == 0;

    /// <summary>What tells this user from others of the machine: on Linux the number, for in a container it may have no name.</summary>
    public static string Owner => OperatingSystem.IsLinux() ? User().ToString(CultureInfo.InvariantCulture) : Environment.UserName;

    private static Status? Ask(int folder, ReadOnlySpan<char> path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        // A zero ends it.
        var most = Encoding.UTF8.GetMaxByteCount(path.Length) + 1;
        Span<byte> name = most <= 1024 ? stackalloc byte[1024] : new byte[most];
        name[Encoding.UTF8.GetBytes(path, name)] = 0;
        try
        {
            return StatX(folder, name, WithoutFollowing, Basics, out var status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than 2018.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, ReadOnlySpan<byte> path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenAt(int folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "access", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Access(string path, int how);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int number);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint User();

    /// <summary>A folder that has been opened.</summary>
    /// <param name="number">By which the system knows it.</param>
    public sealed class OpenFolder(int number) : IDisposable
    {
        internal int Number => number;

        public void Dispose() => _ = Close(number);
    }

    /// <summary>struct statx of linux/stat.h, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(16)] public uint Names;
        [FieldOffset(20)] public uint Owner;
        [FieldOffset(24)] public uint Group;
        [FieldOffset(28)] public ushort Mode;
        [FieldOffset(32)] public long Inode;
        [FieldOffset(40)] public long Size;
        [FieldOffset(96)] public Moment Changed;
        [FieldOffset(112)] public Moment Modified;
        [FieldOffset(136)] public uint DeviceMajor;
        [FieldOffset(140)] public uint DeviceMinor;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public uint Fraction;
        public int Reserved;

        public readonly long Nanoseconds => (Seconds * 1_000_000_000) + Fraction;
    }
}

/// <summary>Who may do what with a file.</summary>
/// <param name="Owner">Number of its user.</param>
/// <param name="Group">Number of its group.</param>
/// <param name="Mode">Its kind, and what user, group and others may do.</param>
/// <param name="Names">How many names (hard links) it has.</param>
internal readonly record struct FileRights(uint Owner, uint Group, ushort Mode, uint Names);
