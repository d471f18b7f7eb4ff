namespace Site.Privacy.Leaks.Containers;

/// <summary>The parts of a document or an archive, unpacked within the limits of the leak scan.</summary>
public static class DocumentParts
{
    /// <param name="bytes">A docx, xlsx, pptx, zip or PDF file.</param>
    /// <returns>Name and bytes of each part that can be unpacked; the streams of a PDF have no names. None where the file is no container.</returns>
    public static IEnumerable<KeyValuePair<string, byte[]>> Of(byte[] bytes) =>
        (FileParts.Of("", bytes, new(), _ => false) ?? []).Where(part => part.Bytes.Length > 0).Select(part => KeyValuePair.Create(part.Name, part.Bytes));
}
