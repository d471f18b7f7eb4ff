using System.Collections.Immutable;
using System.Text;
using Site.Cli.Infrastructure;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Core.Text;
using Site.Office.Imports;

namespace Site.Cli.Office.Page;

/// <summary>
/// What lies on the office's desk: files that were dropped, in memory alone until they are imported. One thing is done at a time, and who has not seen what another
/// window did is asked to look again.
/// </summary>
#pragma warning disable CA1001 // Its turn lives as long as the page, and has no handle to give back.
internal sealed class OfficeDesk(string site, RunCommand run, SiteEnvironment environment)
#pragma warning restore CA1001
{
    /// <summary>In bytes: what a form may have.</summary>
    public const int LargestFile = 20 * 1024 * 1024;

    private const int MostFiles = 1000;
    private const long LargestWhole = 256L * 1024 * 1024;

    private readonly SemaphoreSlim turn = new(1);
    private ImmutableArray<DroppedFile> dropped = [];
    private int numbers;

    public string Site { get; } = site;

    public SiteEnvironment Environment { get; } = environment;

    /// <summary>Changes with whatever lies on the desk.</summary>
    public int Version { get; private set; }

    /// <summary>Does one thing at a time, whatever window asks.</summary>
    public async Task<T> InTurnAsync<T>(Func<Task<T>> work)
    {
        await turn.WaitAsync();
        try
        {
            return await Task.Run(work);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>Why the file is refused; null where it lies on the desk now.</returns>
    public string? Drop(string name, byte[] bytes)
    {
        var bare = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (bare.StartsWith("~$", StringComparison.Ordinal) || bare.StartsWith('.') || bare is "Thumbs.db" or "desktop.ini")
        {
            return null;
        }

        if (dropped.Length == MostFiles || dropped.Sum(file => (long)file.Bytes.Length) + bytes.Length > LargestWhole)
        {
            return $"桌上的文件太多：最多 {MostFiles} 个、{LargestWhole / (1024 * 1024)} MB。请先导入一部分。";
        }

        dropped = dropped.Add(new(++numbers, Free(name), bytes, IsAside: false, IsMended: false));
        Version++;
        return null;
    }

    /// <returns>Whether the file was still there.</returns>
    public bool Change(int number, Func<DroppedFile, DroppedFile?> change)
    {
        var at = dropped.ToList().FindIndex(file => file.Number == number);
        if (at < 0)
        {
            return false;
        }

        dropped = change(dropped[at]) is { } changed ? dropped.SetItem(at, changed) : dropped.RemoveAt(at);
        Version++;
        return true;
    }

    /// <summary>Looks at all files as one import; those that are put aside, by themselves.</summary>
    public (ImmutableArray<DroppedFile> Files, ReturnsLook Taken, ReturnsLook Aside) Look() => (dropped, LookAt(file => !file.IsAside), LookAt(file => file.IsAside));

    /// <summary>Imports what is not put aside: all of it, or nothing. What is put aside stays on the desk, and why it is refused is kept for reminders.</summary>
    /// <returns>What was imported, in a sentence; null where anything is wrong.</returns>
    public string? Import()
    {
        var (_, taken, aside) = Look();
        if (ReturnsDesk.Write(Site, taken, Environment) is null)
        {
            return null;
        }

        if (aside.Diagnostics.HasErrors())
        {
            ReturnsDesk.Write(Site, aside, Environment);
        }

        dropped = dropped.RemoveAll(file => !file.IsAside);
        Version++;
        return ReturnsDesk.Describe(taken.Received);
    }

    /// <returns>Whether a file has other values in some cells now; false where it is gone, or no form.</returns>
    public bool Mend(int number, IReadOnlyDictionary<string, string> values)
    {
        var (files, taken, aside) = Look();
        return files.FirstOrDefault(file => file.Number == number) is { } file
            && ProblemWorkbook.Mend((file.IsAside ? aside : taken).Received, file.Path, values) is { } mended
            && Change(number, old => old with { Path = old.Path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) ? old.Path : Free(Path.ChangeExtension(old.Path, ".xlsx")), Bytes = mended, IsMended = true });
    }

    /// <summary>Runs a command as it would be typed, and keeps what it says.</summary>
    public async Task<CommandOutcome> RunAsync(params string[] typed)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var code = await run([.. typed, "--site", Site], Environment with { Terminal = new(output, error, false) });
        return new(code == 0, Lines(output), Lines(error));
    }

    private static ImmutableArray<string> Lines(MemoryStream stream) => [.. Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n')];

    private ReturnsLook LookAt(Func<DroppedFile, bool> which)
    {
        ImmutableArray<SourceFile> files = [.. dropped.Where(which).Select(file => new SourceFile(file.Path, file.Bytes.Length, () => file.Bytes))];
        return files.IsEmpty ? new(new(null, 0, 0, 0, 0, 0, 0), []) : ReturnsDesk.Look(Site, files, new(), Environment);
    }

    /// <returns>The name, printable, or with a number behind it where another file has it.</returns>
    private string Free(string name)
    {
        var path = Quoted.Printable(name.Replace('\\', '/'));
        return Enumerable.Range(1, MostFiles + 1).Select(number => number == 1 ? path : $"{Path.ChangeExtension(path, null)}（{number}）{Path.GetExtension(path)}").First(free => dropped.All(file => file.Path != free));
    }

}

/// <summary>A file that was dropped onto the page.</summary>
/// <param name="Number">Names it as long as it lies there.</param>
/// <param name="Path">Its name, with the folder that it came in.</param>
/// <param name="IsAside">Whether it is left out of the next import.</param>
/// <param name="IsMended">Whether the office has changed cells of it.</param>
internal sealed record DroppedFile(int Number, string Path, byte[] Bytes, bool IsAside, bool IsMended);

/// <summary>What a command said.</summary>
/// <param name="IsDone">Whether it did what was asked.</param>
/// <param name="Lines">Its results.</param>
/// <param name="Remarks">What it says beside them: what is wrong, and what to heed.</param>
internal sealed record CommandOutcome(bool IsDone, ImmutableArray<string> Lines, ImmutableArray<string> Remarks);
