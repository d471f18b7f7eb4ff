using System.IO.Compression;
using System.Text;
using System.Xml;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Privacy.Recognition;
using Site.Privacy.Secrets;

namespace Site.Statistics.Secrets;

/// <summary>Forms and notes as they were filed: names behind 联系人 and other roles, telephones, identity cards, mail addresses in them.</summary>
public static class FiledFormValues
{
    private const long LargestInBytes = 16 * 1024 * 1024;
    private const int MostCharacters = 2_000_000;
    private static readonly string[] Endings = [".docx", ".xlsx", ".docm", ".xlsm", ".txt", ".md", ".eml"];
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 50_000_000 };

    public static bool Accepts(string path) =>
        Endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !path.EndsWith("/README.md", StringComparison.Ordinal) && path != Canaries.Path
        && !path.StartsWith("input/releases/", StringComparison.Ordinal);

    /// <returns>The values; nothing of a file that cannot be opened, which those report who read its figures.</returns>
    public static IEnumerable<string> Read(SourceFile file, List<Diagnostic> diagnostics)
    {
        if (file.Length is 0 or > LargestInBytes)
        {
            return [];
        }

        var bytes = file.Load();
        var text = bytes.AsSpan().StartsWith("PK"u8) ? OfOffice(bytes) : Encoding.UTF8.GetString(bytes);
        return PrivateDataRecognizer.Find(text.Length > MostCharacters ? text[..MostCharacters] : text)
            .Where(find => find.Kind != PrivateKind.HouseNumber).Select(find => text.Substring(find.Start, find.Length));
    }

    private static string OfOffice(byte[] bytes)
    {
        var text = new StringBuilder();
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes));
            foreach (var entry in archive.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var stream = entry.Open();
                Append(text, stream);
            }
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or IOException or NotSupportedException)
        {
            // A broken file is reported where it is read; what was read of it so far counts.
        }

        return text.ToString();
    }

    /// <summary>Takes the words of a part: runs of one paragraph or cell are one text, paragraphs and cells are lines.</summary>
    private static void Append(StringBuilder text, Stream stream)
    {
        using var reader = XmlReader.Create(stream, Safe);
        while (text.Length < MostCharacters && reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, MostCharacters - text.Length)));
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
