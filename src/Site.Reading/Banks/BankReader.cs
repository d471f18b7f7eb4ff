using System.Collections.Immutable;
using Site.Model;

namespace Site.Reading;

/// <summary>Reads question banks that others wrote. Nothing in them is trusted.</summary>
public static class BankReader
{
    private static readonly ImmutableArray<BankFormat> Known =
    [
        BankFormat.OfText("gift", GiftReader.Read),
        new("moodle-xml", MoodleXmlReader.LargestInBytes, MoodleXmlReader.Read),
        BankFormat.OfText("aiken", AikenReader.Read),
        BankFormat.OfText("csv", (text, notes) => SheetReader.Read(CsvRows.Read(text, notes), notes)),
        new("xlsx", XlsxRows.LargestInBytes, (bytes, notes) => SheetReader.Read(XlsxRows.Read(bytes, notes), notes)),
        BankFormat.OfText("text", PlainReader.Read),
    ];

    /// <summary>The names of all forms that can be read.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. Known.Select(format => format.Name)];

    /// <summary>Reads a bank whole. Where a problem is an error, what was read must not be used: it may be half a bank.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="file">The bank; its path is only for messages.</param>
    /// <param name="name">What ids and picture names begin with: lower-case letters, Chinese, digits, hyphens.</param>
    /// <param name="site">Address of our own site, links into which become relative; or null.</param>
    /// <param name="mayLie">Whether a picture of this name and these bytes may lie beside the quiz.</param>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    public static Checked<Bank> Read(string format, SourceFile file, string name, Uri? site, Func<string, ReadOnlyMemory<byte>, bool> mayLie)
    {
        var known = Known.FirstOrDefault(known => known.Name == format) ?? throw new ArgumentException($"There is no form \"{format}\".", nameof(format));
        var notes = new BankNotes(file.Path, name, site, mayLie);
        if (file.Length > known.LargestInBytes)
        {
            notes.Error("file/too-large", new(file.Path), $"文件有{file.Length / 1024 / 1024} MB，最大{known.LargestInBytes / 1024 / 1024} MB，没有读取。", "请把题库分成几份。");
            return new(new("", [], [], [], 0), notes.Problems.Sorted());
        }

        return known.Read(file.Load(), notes) is { } found && notes.Problems.Count == 0
            ? BankMaker.Make(notes.Title, found, notes)
            : new(new("", [], [], [], 0), notes.Problems.Sorted());
    }
}
