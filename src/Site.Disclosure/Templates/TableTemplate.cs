using CsvHelper;

namespace Site.Disclosure;

/// <summary>An empty form as CSV: <c>id,section,label,unit,value</c>, with the byte order mark that Excel asks for.</summary>
internal static class TableTemplate
{
    public static byte[] Write(Form form)
    {
        using var stream = new MemoryStream();
        using (var writer = CsvWriter.Create(stream, new() { WriteByteOrderMark = true }, leaveOpen: true))
        {
            writer.WriteRecord(["id", "section", "label", "unit", "value"]);
            foreach (var row in TemplateRow.Of(form))
            {
                writer.WriteRecord([row.Id, row.Section, row.Label, row.Unit, row.Value]);
            }
        }

        return stream.ToArray();
    }
}
