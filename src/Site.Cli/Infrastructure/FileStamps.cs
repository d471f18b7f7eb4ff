using System.Runtime.InteropServices;
using Site.Core.Sources;

namespace Site.Cli.Infrastructure;

/// <summary>Asks the system what it knows of a file, without opening it. Only Linux tells when a file last changed; elsewhere there are no stamps, and files are read instead.</summary>
internal static partial class FileStamps
{
    /// <summary>Two changes of one file within this time may have one time: a stamp counts once it is older.</summary>
    private const long UnsettledNanoseconds = 2_000_000_000;

    private const int CurrentFolder = -100;
    private const int WithoutFollowing = 0x100;
    private const uint Basics = 0x7FF;
    private const int KindOfFile = 0xF000;
    private const int Link = 0xA000;

    /// <returns>The stamp of a file or folder; null where it is missing or a symbolic link, or the system has no stamps.</returns>
    public static FileStamp? Of(string path) => Ask(path) is { } known && (known.Mode & KindOfFile) != Link
        ? new(((long)known.DeviceMajor << 32) | known.DeviceMinor, known.Inode, known.Size, known.Modified.Nanoseconds, known.Changed.Nanoseconds)
        : null;

    /// <returns>Whether a change after the given moment would have another stamp.</returns>
    public static bool IsSettled(FileStamp stamp, DateTime moment) =>
        Math.Max(stamp.Modified, stamp.Changed) < ((moment - DateTime.UnixEpoch).Ticks * 100) - UnsettledNanoseconds;

    /// <returns>Whether a file or folder belongs to this user, is no symbolic link, and nobody else may write to it. True where the system has no stamps: there a profile is its user's.</returns>
    public static bool IsOwn(string path) => !OperatingSystem.IsLinux()
        || (Ask(path) is { } known && (known.Mode & KindOfFile) != Link && known.Owner == User() && (known.Mode & 0x12) == 0);

    private static Status? Ask(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() && StatX(CurrentFolder, path, WithoutFollowing, Basics, out var status) == 0 ? status : null;
        }
        catch (EntryPointNotFoundException)
        {
            // A C library older than 2018.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int StatX(int folder, string path, int flags, uint mask, out Status status);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial uint User();

    /// <summary>struct statx of linux/stat.h, which is the same on all processors.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        [FieldOffset(20)] public uint Owner;
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
