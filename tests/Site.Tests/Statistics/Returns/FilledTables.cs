using System.Text;
using System.Xml.Linq;

namespace Site.Tests;

/// <summary>Fills in the empty forms that are tables: CSV and workbooks.</summary>
internal static class FilledTables
{
    public static byte[] Csv(byte[] template, FilledSample sample)
    {
        var lines = Encoding.UTF8.GetString(template).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        var rows = lines.Skip(1).Select(line =>
        {
            var id = line.Split(',')[0];
            return line.EndsWith(',') && sample.Form.Indicators.FirstOrDefault(indicator => indicator.Id == id) is { } indicator
                ? $"{line}\"{sample.Write(indicator)}\""
                : line;
        });
        return [.. sample.Chance(0.5) ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(string.Join(sample.Among("\n", "\r\n"), [lines[0], .. sample.Shuffle(rows)]) + "\n")];
    }

    public static byte[] Workbook(byte[] template, FilledSample sample) =>
        OfficeFiles.Change(template, "xl/worksheets/sheet1.xml", sheet =>
        {
            foreach (var row in sheet.Descendants(OfficeFiles.S + "row").ToList())
            {
                var cells = row.Elements().ToList();
                if (cells.Count < 5 || sample.Form.Indicators.FirstOrDefault(indicator => cells.Exists(cell => cell.Value == indicator.Id)) is not { } indicator)
                {
                    continue;
                }

                var id = cells.FindIndex(cell => cell.Value == indicator.Id);
                Fill(cells[id == 0 ? 4 : 3], sample.Write(indicator), sample);
                if (sample.Chance(0.1))
                {
                    // Without its id a row is found by its label and section.
                    cells[id].RemoveNodes();
                }
            }
        });

    /// <returns>An empty workbook as it went out before: the ids first, the figures last.</returns>
    public static byte[] IdsFirst(byte[] template) =>
        OfficeFiles.Change(template, "xl/worksheets/sheet1.xml", sheet =>
        {
            foreach (var row in sheet.Descendants(OfficeFiles.S + "row").Where(row => row.Elements().Count() == 5))
            {
                var id = row.Elements().Last();
                id.Remove();
                row.AddFirst(id);
                foreach (var (cell, column) in row.Elements().Zip("ABCDE"))
                {
                    cell.SetAttributeValue("r", $"{column}{row.Attribute("r")!.Value}");
                }
            }
        });

    private static void Fill(XElement cell, string written, FilledSample sample)
    {
        if (written.Trim().Length == 0)
        {
            return;
        }

        var isNumber = written.All(char.IsAsciiDigit) && written[0] != '0' && sample.Chance(0.7);
        cell.SetAttributeValue("t", isNumber ? null : "inlineStr");
        cell.Add(isNumber
            ? new XElement(OfficeFiles.S + "v", sample.Among(written, written + ".0"))
            : new XElement(OfficeFiles.S + "is", sample.Chance(0.5)
                ? new XElement(OfficeFiles.S + "t", written)
                : new XElement(OfficeFiles.S + "r", new XElement(OfficeFiles.S + "rPr"), new XElement(OfficeFiles.S + "t", written))));
    }
}
