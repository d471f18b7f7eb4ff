using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace Site.Tests;

/// <summary>Takes Office files apart and puts them together, part by part.</summary>
internal static class OfficeFiles
{
    public static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static readonly XNamespace S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <returns>The file with one part changed.</returns>
    public static byte[] Change(byte[] file, string part, Action<XElement> change)
    {
        var parts = Parts(file);
        var root = XElement.Parse(Encoding.UTF8.GetString(parts[part]), LoadOptions.PreserveWhitespace);
        change(root);
        parts[part] = Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
        return Pack(parts);
    }

    /// <returns>The file with one part more, or another in its place.</returns>
    public static byte[] With(byte[] file, string part, byte[] content)
    {
        var parts = Parts(file);
        parts[part] = content;
        return Pack(parts);
    }

    /// <returns>A Word document with this inside its body.</returns>
    public static byte[] Word(string body) => Pack(new()
    {
        ["[Content_Types].xml"] = Encoding.UTF8.GetBytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ["word/document.xml"] = Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{W}\" xmlns:w14=\"urn:w14\" xmlns:mc=\"urn:mc\"><w:body>{body}</w:body></w:document>"),
    });

    /// <returns>A paragraph with this text in one run.</returns>
    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    /// <returns>A table; each row is a list of cells, each cell the markup of its paragraphs.</returns>
    public static string Table(params string[][] rows) =>
        $"<w:tbl>{string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{cell}</w:tc>"))}</w:tr>"))}</w:tbl>";

    public static Dictionary<string, byte[]> Parts(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    public static byte[] Pack(Dictionary<string, byte[]> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
