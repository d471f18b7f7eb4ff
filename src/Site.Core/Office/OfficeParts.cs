using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace Site.Core.Office;

/// <summary>Packs parts into a .docx or .xlsx file (ISO/IEC 29500-2): in the order given, all of one day, so that the bytes are the same each time.</summary>
public static class OfficeParts
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly DateTimeOffset Day = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new System.Text.UTF8Encoding(false), NewLineChars = "\n" };

    /// <param name="main">The part that the package opens with.</param>
    /// <param name="others">Parts beside it, in the same folder; the main part refers to them as rId1, rId2, ….</param>
    public static byte[] Pack(OfficePart main, params ReadOnlySpan<OfficePart> others)
    {
        var folder = main.Name[..main.Name.LastIndexOf('/')];
        var types = new XElement(Types + "Types",
            new XElement(Types + "Default", new XAttribute("Extension", "rels"), new XAttribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
            Type(main));
        var relations = new XElement(Relations + "Relationships");
        foreach (var other in others)
        {
            types.Add(Type(other));
            relations.Add(Relation($"rId{relations.Elements().Count() + 1}", other.Relation, other.Name[(folder.Length + 1)..]));
        }

        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", types);
            Add(archive, "_rels/.rels", new(Relations + "Relationships", Relation("rId1", main.Relation, main.Name)));
            Add(archive, main.Name, main.Content);
            Add(archive, $"{folder}/_rels/{main.Name[(folder.Length + 1)..]}.rels", relations);
            foreach (var other in others)
            {
                Add(archive, other.Name, other.Content);
            }
        }

        return stream.ToArray();
    }

    private static XElement Type(OfficePart part) =>
        new(Types + "Override", new XAttribute("PartName", "/" + part.Name), new XAttribute("ContentType", part.Type));

    private static XElement Relation(string id, string type, string target) => new(Relations + "Relationship",
        new XAttribute("Id", id), new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type), new XAttribute("Target", target));

    private static void Add(ZipArchive archive, string name, XElement content)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = Day;
        using var stream = entry.Open();
        using var writer = XmlWriter.Create(stream, Settings);
        content.Save(writer);
    }
}

/// <summary>A part of a package.</summary>
/// <param name="Name">Its path: <c>word/document.xml</c>.</param>
/// <param name="Type">Its content type.</param>
/// <param name="Relation">Last word of its relationship type: <c>officeDocument</c>, <c>styles</c>.</param>
public sealed record OfficePart(string Name, string Type, string Relation, XElement Content);
