using CsvHelper;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads rows of CSV, divided by commas, tabs or semicolons, whichever the first line has most.</summary>
internal static class CsvRows
{
    private const int MostColumns = 200;

    /// <returns>The rows; null where a quotation mark is not closed or a row is too wide, which is reported.</returns>
    public static List<SheetRow>? Read(string text, BankContext notes)
    {
        var rows = new List<SheetRow>();
        using var reader = CsvReader.FromText(text, Options(text));
        try
        {
            while (reader.Read())
            {
                var line = (int)reader.LineNumber;
                if (reader.FieldCount > MostColumns)
                {
                    notes.Error("bank/too-wide", new(notes.Path, line), $"这一行有{reader.FieldCount}列，最多{MostColumns}列。", "请检查文件是不是坏了。");
                    return null;
                }

                rows.Add(new(line, [.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetString(column).Trim())]));
            }
        }
        catch (CsvFormatException broken)
        {
            notes.Error(
                "bank/quotation-mark", new(notes.Path, (int)Math.Max(1, broken.LineNumber)), "从这一行起，引号没有成对，或者引号后面还有文字。",
                "格子里有引号、逗号或者换行时，整个格子用英文引号括起来，里面的引号写两个。");
            return null;
        }

        return rows;
    }

    private static CsvReaderOptions Options(string text)
    {
        var first = text.AsSpan(0, text.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var end ? end : text.Length);
        var commas = first.Count(',');
        return new()
        {
            Separator = first.Count('\t') > commas ? '\t' : first.Count(';') > commas ? ';' : ',',
            HasHeader = false,
            MaxRecordSize = 4 * BankDecoder.LongestLine,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        };
    }
}
