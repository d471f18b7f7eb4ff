using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Opens a filled-in form, whatever its format.</summary>
internal static class FilledFile
{
    private const long LargestTable = 1024 * 1024;

    /// <param name="problems">Takes all that is wrong: codes of subjects <c>document</c>, <c>input</c>, <c>csv</c> and <c>returns</c>.</param>
    /// <returns>What is written in it, or null where it cannot be read as one of the forms.</returns>
    public static FilledForm? Read(SourceFile file, FormBook book, List<Problem> problems)
    {
        try
        {
            switch (Path.GetExtension(file.Path).ToLowerInvariant())
            {
                case ".docx":
                    using (var package = OfficePackage.Open(file))
                    {
                        return FilledDocument.Read(file.Path, book, WordCells.Read(package), problems);
                    }

                case ".xlsx":
                    using (var package = OfficePackage.Open(file))
                    {
                        return FilledTable.Read(file.Path, book, WorkbookRows.Read(package), problems);
                    }

                case ".csv":
                    return ReadTable(file, book, problems);
                case ".docm" or ".xlsm" or ".xlsb" or ".dotm" or ".xltm":
                    throw OfficePackage.Macros();
                default:
                    throw new OfficeRefusal("document/unknown-format", "只能导入 .docx、.xlsx 和 .csv 文件。", "在 Office 或 WPS 里打开，另存为 .docx 或 .xlsx。");
            }
        }
        catch (OfficeRefusal refusal)
        {
            problems.Add(refusal.Of(file.Path));
            return null;
        }
    }

    /// <returns>Whether a CSV file begins with the heading of an empty form; only its beginning is looked at.</returns>
    public static bool IsTable(SourceFile file) => file.Length <= LargestTable && FirstLine.Fields(file) is var names
        && names.Contains("value", StringComparer.Ordinal) && names.Contains("label", StringComparer.Ordinal);

    /// <returns>Whether it is what Office leaves beside a file that is open.</returns>
    public static bool IsLock(SourceFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..].StartsWith("~$", StringComparison.Ordinal);

    private static FilledForm? ReadTable(SourceFile file, FormBook book, List<Problem> problems)
    {
        var before = problems.Count;
        if (InputText.Read(file, LargestTable, problems) is not { } text)
        {
            return null;
        }

        var own = new RowProblems(file.Path);
        var table = ImmutableArray.CreateBuilder<SheetRow>();
        using (var rows = CsvRows.Open(text, own))
        {
            while (rows.Read())
            {
                table.Add(new(0, rows.Line, [.. Enumerable.Range(0, rows.Count).Select(column => rows[column])], []));
            }
        }

        own.MoveTo(problems);
        return problems.Count == before ? FilledTable.Read(file.Path, book, table.DrainToImmutable(), problems) : null;
    }
}
