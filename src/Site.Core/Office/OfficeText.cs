using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Site.Core.Office;

/// <summary>
/// Extracts all text of a .docx or .xlsx file, however broken: confidential values are searched for even in a file
/// that cannot be read as a form. What is read like this is never trusted.
/// </summary>
public static class OfficeText
{
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 50_000_000 };

    /// <param name="most">The most UTF-16 units that are read.</param>
    /// <returns>The text of all XML parts, a line for each paragraph and cell; of a broken file as far as it can be read.</returns>
    public static string Read(byte[] bytes, int most)
    {
        var text = new StringBuilder();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var stream = entry.Open();
                Append(text, stream, most);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            // A broken file is reported where it is read as a form; what was read of it so far counts.
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Stream stream, int most)
    {
        using var reader = XmlReader.Create(stream, Safe);
        while (text.Length < most && reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, most - text.Length)));
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "p" or "si" or "c" or "tr" or "row")
            {
                text.Append('\n');
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "tc")
            {
                text.Append(' ');
            }
        }
    }
}
