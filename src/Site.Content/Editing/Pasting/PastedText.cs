using System.Text;

namespace Site.Content.Editing.Pasting;

/// <summary>Plain text of the clipboard: cells between tabs are a table, everything else stays as it is but for what nobody sees.</summary>
public static class PastedText
{
    private const int MostUnits = 1_000_000;
    private const int MostColumns = 40;

    /// <param name="text">As the clipboard has it.</param>
    /// <returns>Markdown; a note in its place where it is too long to be read.</returns>
    public static Pasted Read(string text)
    {
        if (text.Length > MostUnits)
        {
            return Pasted.TooLong;
        }

        var report = new PasteReport();
        text = EditedText.Normalized(text);
        var rows = Rows(text.TrimEnd('\n'));
        if (rows.Count > 1 && rows.TrueForAll(row => row.Length > 1 && row.Length <= MostColumns))
        {
            report.Add("粘贴的表格已经排成表格（第一行是表头）");
            return new(MarkdownCures.Write([.. rows.Select(row => row.Select(cell => PastedCharacters.OneLine(PastedCharacters.Clean(cell.Replace('\n', ' '), report)).Trim()).ToArray())]), report.Notes());
        }

        var clean = PastedCharacters.Clean(text, report);
        var lines = clean.Split('\n');
        var indented = lines.Count(line => line.StartsWith('\u3000'));
        report.Add("{0} 段开头的全角空格去掉了，缩进由程序来做", indented);
        return new(string.Join('\n', lines.Select(line => line.TrimStart('\u3000'))).Replace('\t', ' '), report.Notes());
    }

    /// <summary>Rows as spreadsheets copy them: a cell with a line end or a quotation mark in it stands in quotation marks, which are doubled in it.</summary>
    private static List<string[]> Rows(string text)
    {
        var rows = new List<string[]>();
        var cells = new List<string>();
        var cell = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] is '\t' or '\n')
            {
                cells.Add(cell.ToString());
                cell.Clear();
                if (i == text.Length || text[i] == '\n')
                {
                    rows.Add([.. cells]);
                    cells.Clear();
                }
            }
            else if (text[i] == '"' && cell.Length == 0 && End(text, i) is var end and > 0)
            {
                cell.Append(text.AsSpan(i + 1, end - i - 1)).Replace("\"\"", "\"");
                i = end;
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        return rows;
    }

    /// <returns>The quotation mark that ends a cell, or -1 where none does.</returns>
    private static int End(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                if (i + 1 == text.Length || text[i + 1] is '\t' or '\n')
                {
                    return i;
                }

                if (text[i + 1] != '"')
                {
                    return -1;
                }

                i++;
            }
        }

        return -1;
    }
}
