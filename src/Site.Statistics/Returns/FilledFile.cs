using System.Collections.Immutable;
using Site.Core.Csv;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Statistics.Forms;

namespace Site.Statistics.Returns;

/// <summary>Opens a filled-in form, whatever its format.</summary>
internal static class FilledFile
{
    private const long LargestTable = 1024 * 1024;

    /// <param name="diagnostics">Takes all that is wrong: codes of subjects <c>document</c>, <c>input</c>, <c>csv</c> and <c>returns</c>.</param>
    /// <returns>What is written in it, or null where it cannot be read as one of the forms.</returns>
    public static FilledForm? Read(SourceFile file, FormRegistry book, List<Diagnostic> diagnostics)
    {
        try
        {
            switch (Path.GetExtension(file.Path).ToLowerInvariant())
            {
                case ".docx":
                    using (var package = OfficePackage.Open(file))
                    {
                        return FilledDocument.Read(file.Path, book, WordReader.Read(package), diagnostics);
                    }

                case ".xlsx":
                    using (var package = OfficePackage.Open(file))
                    {
                        return FilledTable.Read(file.Path, book, WorkbookReader.Read(package), diagnostics);
                    }

                case ".csv":
                    return ReadTable(file, book, diagnostics);
                case ".docm" or ".xlsm" or ".xlsb" or ".dotm" or ".xltm":
                    throw OfficePackage.MacroRefusal();
                default:
                    throw new OfficeException("document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。", "在 Office 或 WPS 里打开，另存为 .docx 或 .xlsx。");
            }
        }
        catch (OfficeException refusal)
        {
            diagnostics.Add(refusal.ToDiagnostic(file.Path));
            return null;
        }
    }

    /// <returns>Whether a CSV file begins with the heading of an empty form; only its beginning is looked at.</returns>
    public static bool IsTable(SourceFile file) => file.Length <= LargestTable && CsvHeader.Peek(file) is var names
        && names.Contains("value", StringComparer.Ordinal) && names.Contains("label", StringComparer.Ordinal);

    /// <returns>Whether it is what Office leaves beside a file that is open.</returns>
    public static bool IsLock(SourceFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..].StartsWith("~$", StringComparison.Ordinal);

    private static FilledForm? ReadTable(SourceFile file, FormRegistry book, List<Diagnostic> diagnostics)
    {
        var before = diagnostics.Count;
        if (InputText.Read(file, LargestTable, diagnostics) is not { } text)
        {
            return null;
        }

        var own = new RowDiagnostics(file.Path);
        var table = ImmutableArray.CreateBuilder<SheetRow>();
        using (var rows = CsvRows.Open(text, own))
        {
            while (rows.Read())
            {
                table.Add(new(0, rows.Line, [.. Enumerable.Range(0, rows.Count).Select(column => rows[column])], []));
            }
        }

        own.CopyTo(diagnostics);
        return diagnostics.Count == before ? FilledTable.Read(file.Path, book, table.DrainToImmutable(), diagnostics) : null;
    }
}
