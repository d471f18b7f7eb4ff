using System.Collections.Immutable;
using Site.Cli.Infrastructure;
using Site.Cli.Office;

namespace Site.Tests;

public sealed class WholeFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("site-whole-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_written_whole_or_is_as_it_was()
    {
        var path = Path.Combine(folder, "a.txt");
        WholeFile.Write(path, "eins"u8.ToArray(), replaces: false, isFlushed: true);
        Assert.Throws<IOException>(() => WholeFile.Write(path, "zwei"u8.ToArray(), replaces: false));
        Assert.Throws<InvalidOperationException>(() => WholeFile.Write(
            path,
            file =>
            {
                file.Write("halb"u8);
                throw new InvalidOperationException();
            },
            replaces: true));
        Assert.Equal("eins", File.ReadAllText(path));
        WholeFile.Write(path, "zwei"u8.ToArray(), replaces: true);

        Assert.Equal("zwei", File.ReadAllText(path));
        Assert.Equal(["a.txt"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName));
    }

    [Fact]
    public void Several_files_take_their_places_all_or_none()
    {
        File.WriteAllText(Path.Combine(folder, "old.txt"), "alt");
        Directory.CreateDirectory(Path.Combine(folder, "taken"));
        ImmutableArray<(string, byte[])> files = [(Path.Combine(folder, "new.txt"), [1]), (Path.Combine(folder, "old.txt"), [2]), (Path.Combine(folder, "taken"), [3])];

        Assert.ThrowsAny<Exception>(() => WholeFile.WriteAll(files));
        Assert.Equal("alt", File.ReadAllText(Path.Combine(folder, "old.txt")));
        Assert.Equal(["old.txt", "taken"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        WholeFile.WriteAll(files[..2]);
        Assert.Equal([1], File.ReadAllBytes(Path.Combine(folder, "new.txt")));
        Assert.Equal([2], File.ReadAllBytes(Path.Combine(folder, "old.txt")));
        Assert.Equal(["new.txt", "old.txt", "taken"], Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void What_this_machine_remembers_of_imports_can_be_read_by_nobody_else()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has other rights.");
        var memory = Path.Combine(folder, "state", "site");

        ImportMemory.Write("/site", [1], SiteProgram.Environment with { MemoryFolder = memory });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(memory))));
        Assert.All([memory, Path.GetDirectoryName(memory)!], made => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made)));
    }
}
