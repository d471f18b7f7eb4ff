using System.Collections.Immutable;
using System.Diagnostics;
using Site.Cli.Infrastructure;
using Site.Core.Sources;
using Site.Statistics.Returns;

namespace Site.Cli.Office;

/// <summary>Turns files of Office before 2007 into those of today with LibreOffice, where it is installed; without it they stay as they are and are refused with what to do.</summary>
internal static class OldFormats
{
    private const long LargestInBytes = 64 * 1024 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <returns>The file, its bytes converted where it is of an old format and can be; under its own name.</returns>
    public static SourceFile Convert(SourceFile file, SiteEnvironment environment)
    {
        if (!FilledFile.IsOldFormat(file) || Program(environment) is not { } program)
        {
            return file;
        }

        var folder = Directory.CreateTempSubdirectory("site-office-");
        try
        {
            var isTable = Path.GetExtension(file.Path).ToLowerInvariant() is ".xls" or ".et" or ".xlsx";
            var (from, to) = (Path.Combine(folder.FullName, isTable ? "a.xls" : "a.doc"), isTable ? "xlsx" : "docx");
            File.WriteAllBytes(from, file.Load());
            return Run(program, folder.FullName, from, to) && new FileInfo(Path.ChangeExtension(from, to)) is { Exists: true, Length: <= LargestInBytes } made
                ? Loaded(file, File.ReadAllBytes(made.FullName))
                : file;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SourceFile Loaded(SourceFile file, byte[] bytes) => new(file.Path, bytes.Length, () => bytes);

    /// <summary>With a profile of its own, so that it neither waits for a window that is open nor runs macros that somebody allowed.</summary>
    private static bool Run(string program, string folder, string from, string to)
    {
        var start = new ProcessStartInfo(program,
            [$"-env:UserInstallation={new Uri(Path.Combine(folder, "profile")).AbsoluteUri}", "--headless", "--norestore", "--convert-to", to, "--outdir", folder, from])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start);
        if (process is null)
        {
            return false;
        }

        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (process.WaitForExit(Longest))
        {
            return process.ExitCode == 0;
        }

        process.Kill(entireProcessTree: true);
        return false;
    }

    /// <returns>The path of LibreOffice, or null where it is not installed.</returns>
    private static string? Program(SiteEnvironment environment) =>
        (environment.Variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathFullyQualified)
            .SelectMany(folder => ImmutableArray.Create("soffice", "soffice.exe", "soffice.com", "libreoffice").Select(name => Path.Combine(folder, name)))
            .Concat([@"C:\Program Files\LibreOffice\program\soffice.exe", "/Applications/LibreOffice.app/Contents/MacOS/soffice"])
            .FirstOrDefault(File.Exists);
}
