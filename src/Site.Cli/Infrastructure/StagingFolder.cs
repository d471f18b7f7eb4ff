using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Site.Core.Sources;
using Site.Rendering.Output;

namespace Site.Cli.Infrastructure;

/// <summary>
/// The new site while it is being made, beside the published one: <c>output.site-new</c> beside <c>output</c>. It replaces the
/// published one in one step, when everything is written.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly string output;
    private readonly FileStream held;
    private readonly List<WrittenFile> written = [];

    private StagingFolder(string output, FileStream held)
    {
        this.output = output;
        this.held = held;
    }

    /// <summary>Where the files are written, absolute.</summary>
    public string Path => output + ".site-new";

    /// <summary>Deletes what an interrupted build left, and locks the output folder until disposed of.</summary>
    /// <param name="output">The folder to be replaced, absolute, without a slash at the end.</param>
    /// <exception cref="EnvironmentException">Another build writes there, or the folder was not made by a build of this program.</exception>
    public static StagingFolder Open(string output)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(output)!);
        var staging = new StagingFolder(output, Hold(output));
        FolderSwap.Recover(output);
        if (!FolderSwap.IsOurs(output))
        {
            staging.Dispose();
            throw new EnvironmentException($"{output} 不是本程序生成的文件夹，为免误删，没有改动它；请换一个 --output，或先移走它。");
        }

        FolderSwap.Delete(staging.Path);
        Directory.CreateDirectory(staging.Path);
        return staging;
    }

    /// <summary>How many files were written so far.</summary>
    public int Count => written.Count;

    /// <summary>Makes and writes files in parallel, each by itself.</summary>
    /// <param name="files">Paths must be unique, also where case does not count.</param>
    public void Write(IReadOnlyList<OutputFile> files)
    {
        var folders = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        var made = new WrittenFile[files.Count];
        RenderedFiles.Each(files, (at, bytes) =>
        {
            WriteFile(folders, files[at].Path, bytes);
            made[at] = new(files[at].Path, bytes.Length, SHA256.HashData(bytes));
        });
        written.AddRange(made);
    }

    /// <summary>Lists all files in <c>build.json</c> and replaces the published site by the new one.</summary>
    public void Publish()
    {
        var buffer = new ArrayBufferWriter<byte>();
        BuildManifest.Write(buffer, written);
        File.WriteAllBytes(System.IO.Path.Combine(Path, FolderSwap.Marker), buffer.WrittenSpan);
        FolderSwap.Swap(Path, output);
    }

    public void Dispose()
    {
        FolderSwap.Delete(Path);
        held.Dispose();
    }

    // The error codes of opening a file that another process has locked: EWOULDBLOCK where locks are flock(2), ERROR_SHARING_VIOLATION elsewhere. To ask whether
    // the lock file is there would be too late: the other build may have ended, and taken it away, in between.
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int WindowsSharingViolation = unchecked((int)0x80070020);

    private static FileStream Hold(string output)
    {
        try
        {
            return new(output + ".site-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException failure) when (failure.HResult is LinuxWouldBlock or MacWouldBlock or WindowsSharingViolation)
        {
            throw new EnvironmentException($"另一次生成正在写入 {output}，请等它结束。");
        }
    }

    private void WriteFile(ConcurrentDictionary<string, bool> folders, string path, ReadOnlySpan<byte> bytes)
    {
        var full = System.IO.Path.Combine(Path, path);
        var folder = System.IO.Path.GetDirectoryName(full)!;
        if (!folders.ContainsKey(folder))
        {
            Directory.CreateDirectory(folder);
            folders.TryAdd(folder, true);
        }

        using var handle = File.OpenHandle(full, FileMode.CreateNew, FileAccess.Write, FileShare.None);
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
}
