using System.Collections.Immutable;
using Site.Cli.Build;
using Site.Cli.Infrastructure;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Office.Imports;
using Site.Statistics.Returns;

namespace Site.Cli.Office;

/// <summary>Takes filled-in forms in: for the command, and for the office's page.</summary>
internal static class ReturnsDesk
{
    /// <summary>Reads files as they came, and writes nothing.</summary>
    /// <param name="site">The site folder, absolute.</param>
    public static ReturnsLook Look(string site, ImmutableArray<SourceFile> files, ImportSettings settings, SiteEnvironment environment)
    {
        var folder = new SourceFolder(site, environment);
        var input = folder.List("input");
        ImmutableArray<SourceFile> converted = [.. files.Select(file => OldFormats.Convert(file, environment))];
        var (received, diagnostics) = ReturnsImport.Read(input.Value, converted, settings with { Days = BuildPipeline.ReadReturnDays(folder, environment.Today()) });
        return new(received, [.. input.Diagnostics, .. diagnostics]);
    }

    /// <summary>Writes what was read, and keeps on this machine what came in; where anything is wrong, why it was refused: reminders tell both.</summary>
    /// <returns>The file that was written, relative to the site folder; null where anything was wrong, or nothing there.</returns>
    /// <exception cref="IOException">There is such a file already, or the disk failed.</exception>
    public static string? Write(string site, ReturnsLook look, SiteEnvironment environment)
    {
        var file = look.Diagnostics.HasErrors() ? null : look.Received.File;
        if (file is not null)
        {
            SiteFile.Write(site, file.Path, file.Load());
        }

        if (ImportRecord.Add(ImportMemory.Read(site, environment), look.Received, wasWritten: file is not null, environment.Today()) is { } journal)
        {
            ImportMemory.Write(site, journal, environment);
        }

        return file?.Path;
    }

    /// <returns>What was imported, in a sentence.</returns>
    public static string Describe(ReceivedReturns received) =>
        $"已导入 {received.Returns} 份报表（{received.Units} 个单位{(received.Corrections > 0 ? $"，其中更正 {received.Corrections} 份" : "")}）："
        + $"填报 {received.Reported} 个数，{received.NotReported} 个空格没有填报；已丢弃 {received.Dropped} 项个人信息。";
}

/// <summary>Files as they were read.</summary>
/// <param name="Diagnostics">All that is wrong with them, and with <c>input/</c>.</param>
internal sealed record ReturnsLook(ReceivedReturns Received, ImmutableArray<Diagnostic> Diagnostics);
