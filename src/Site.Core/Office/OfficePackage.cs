using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Office;

/// <summary>How large a .docx or .xlsx file may be, packed and unpacked.</summary>
public sealed record OfficeLimits
{
    /// <summary>Forms that units fill in: with all their styles they have less than 1 MB.</summary>
    public static OfficeLimits Form { get; } = new() { LargestFile = 20 * 1024 * 1024, LargestPart = 16 * 1024 * 1024, LargestWhole = 32 * 1024 * 1024 };

    /// <summary>Question banks, which come from anywhere: all parts are unpacked and counted before one is read, and none may be a program.</summary>
    public static OfficeLimits Bank { get; } = new()
    {
        LargestFile = 16 * 1024 * 1024,
        LargestPart = 64 * 1024 * 1024,
        LargestWhole = 128 * 1024 * 1024,
        CountsAllParts = true,
        RefusesEmbeddedObjects = true,
    };

    /// <summary>A text with photographs, of which a draft is made.</summary>
    public static OfficeLimits Draft { get; } = new() { LargestFile = 20 * 1024 * 1024, LargestPart = 40 * 1024 * 1024, LargestWhole = 160 * 1024 * 1024 };

    /// <summary>Bytes of the file itself.</summary>
    public required int LargestFile { get; init; }

    /// <summary>Bytes that one part may unpack to.</summary>
    public required int LargestPart { get; init; }

    /// <summary>Bytes that all parts which are read, or counted, may unpack to.</summary>
    public required int LargestWhole { get; init; }

    public int MostParts { get; } = 2000;

    /// <summary>Whether parts that nobody asks for count, too.</summary>
    public bool CountsAllParts { get; init; }

    /// <summary>Whether embedded objects and controls are refused like macros.</summary>
    public bool RefusesEmbeddedObjects { get; init; }
}

/// <summary>Why a document is not read.</summary>
public enum OfficeFault
{
    /// <summary>The file is larger than the limit.</summary>
    TooLarge,

    /// <summary>It has a password.</summary>
    Encrypted,

    /// <summary>It is in the format of before 2007, or has a password.</summary>
    OldFormat,

    /// <summary>It is no package, or cut off.</summary>
    NoPackage,

    /// <summary>It unpacks to more than the limit, or has too many parts, rows or columns.</summary>
    UnpacksTooLarge,

    /// <summary>It carries a program.</summary>
    Macro,

    /// <summary>A part is no XML, brings a DTD, or is nested too deeply.</summary>
    NotXml,

    /// <summary>A part is missing: the text of a document, the sheets of a workbook.</summary>
    PartMissing,

    /// <summary>Its name says that it is something else.</summary>
    UnknownFormat,
}

/// <summary>Why a document is not read; thrown at the first fault, because nothing after it can be trusted.</summary>
public sealed class OfficeException(OfficeFault fault, string code, string message, string help) : Exception(message)
{
    public OfficeFault Fault => fault;

    /// <returns>The same as an error of a file of <c>input/</c>.</returns>
    public Diagnostic ToDiagnostic(string path) => Diagnostic.Error(code, new(path), Message, help);
}

/// <summary>
/// An untrusted .docx or .xlsx file (ISO/IEC 29500-2): unpacked sizes are limited, XML with a DTD is refused,
/// and a file with a password, a macro or a wrong structure is refused with the reason.
/// </summary>
/// <remarks>The reader is our own because the libraries for it unpack without limits and resolve external references.</remarks>
public sealed class OfficePackage : IDisposable
{
    private const int LargestDepth = 200;
    private const string EmptyFormHelp = "重新用空表填写。";

    private readonly ZipArchive archive;
    private readonly OfficeLimits limits;
    private long unpackedInBytes;

    private OfficePackage(ZipArchive archive, OfficeLimits limits) => (this.archive, this.limits) = (archive, limits);

    /// <param name="file">A file whose name ends in .docx or .xlsx.</param>
    /// <exception cref="OfficeException">It is too large, encrypted, of an older format, cut off, or carries a macro.</exception>
    public static OfficePackage Open(SourceFile file, OfficeLimits limits)
    {
        if (file.Length > limits.LargestFile || file.Load() is not { } bytes || bytes.Length > limits.LargestFile)
        {
            throw new OfficeException(
                OfficeFault.TooLarge, "document/too-large", $"文件超过了 {limits.LargestFile / (1024 * 1024)} MB 的上限，没有读取。", "去掉文件里的图片，或者重新用空表填写。");
        }

        return Open(bytes, limits);
    }

    /// <exception cref="OfficeException">It is encrypted, of an older format, cut off, or carries a macro.</exception>
    public static OfficePackage Open(byte[] bytes, OfficeLimits limits)
    {
        if (IsOld(bytes))
        {
            throw bytes.AsSpan().IndexOf(EncryptedPart) >= 0
                ? new OfficeException(OfficeFault.Encrypted, "document/encrypted", "这个文件加了密码，打不开。", "在 Office 里取消密码，另存一份再导入。")
                : new OfficeException(OfficeFault.OldFormat, "document/old-format", "这是旧格式（.doc、.xls）的文件，或者加了密码。", "在 Office 里打开，取消密码，另存为 .docx 或 .xlsx。");
        }

        try
        {
            var package = new OfficePackage(new(new MemoryStream(bytes), ZipArchiveMode.Read), limits);
            package.Check();
            return package;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw NoPackage();
        }
    }

    /// <returns>Whether these are the bytes of a file of Office before 2007; one with a password is none.</returns>
    public static bool IsOldFormat(ReadOnlySpan<byte> bytes) => IsOld(bytes) && bytes.IndexOf(EncryptedPart) < 0;

    private static ReadOnlySpan<byte> EncryptedPart => "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8;

    private static bool IsOld(ReadOnlySpan<byte> bytes) => bytes.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]);

    /// <returns>The exception for a file with macros.</returns>
    public static OfficeException MacroRefusal() =>
        new(OfficeFault.Macro, "document/macro", "这个文件带有宏，本站不接收。", "在 Office 里另存为不带宏的 .docx 或 .xlsx，再导入。");

    /// <returns>The root element of a part, or null where there is no such part.</returns>
    /// <param name="name">Path in the package: <c>word/document.xml</c>.</param>
    /// <exception cref="OfficeException">The part is too large unpacked, too deep, no XML, or brings a DTD.</exception>
    public XElement? Find(string name)
    {
        var entries = archive.Entries.Where(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count > 1)
        {
            throw NoPackage();
        }

        try
        {
            return entries is [var only] ? Parse(Unpack(only)) : null;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw NoPackage();
        }
        catch (XmlException)
        {
            throw new OfficeException(OfficeFault.NotXml, "document/not-xml", "文件里的内容不合规范：有外部实体（DTD），或者已经损坏。", "在 Office 里打开，另存一份再导入。");
        }
    }

    /// <returns>Whether there is such a part.</returns>
    /// <param name="name">Path in the package: <c>word/document.xml</c>.</param>
    public bool Has(string name) => archive.Entries.Any(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <returns>The bytes of a part that is no XML, such as a picture; null where there is no such part.</returns>
    /// <exception cref="OfficeException">It is too large unpacked, or damaged.</exception>
    public byte[]? FindBytes(string name)
    {
        try
        {
            return archive.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase)) is { } part ? Unpack(part) : null;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw NoPackage();
        }
    }

    public void Dispose() => archive.Dispose();

    private void Check()
    {
        if (archive.Entries.Count > limits.MostParts)
        {
            throw new OfficeException(OfficeFault.UnpacksTooLarge, "document/too-large", $"文件里有 {limits.MostParts} 个以上的部件，没有读取。", EmptyFormHelp);
        }

        if (archive.Entries.Any(entry => IsProgram(entry.FullName)))
        {
            throw MacroRefusal();
        }

        if (limits.CountsAllParts)
        {
            foreach (var entry in archive.Entries)
            {
                Unpack(entry);
            }

            unpackedInBytes = 0;
        }

        var types = archive.Entries.FirstOrDefault(entry => entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) ?? throw NoPackage();
        if (Find(types.FullName)!.Elements().Any(type => $"{type.Attribute("ContentType")?.Value}".Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
        {
            throw MacroRefusal();
        }
    }

    private bool IsProgram(string name) => Contains(name, "vbaProject")
        || (limits.RefusesEmbeddedObjects && (Contains(name, "macrosheets") || Contains(name, "activeX") || Contains(name, "embeddings/")));

    private static bool Contains(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Exceptions that broken bytes cause; the file is in memory, so no I/O error is possible.</summary>
    private static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static OfficeException NoPackage() =>
        new(OfficeFault.NoPackage, "document/broken", "文件不完整，或者不是 .docx、.xlsx 文件。", "重新下载或复制一份；也可以在 Office 里打开后另存一份。");

    /// <summary>Counts the actual bytes, because the sizes that a package declares may be wrong.</summary>
    private byte[] Unpack(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            unpackedInBytes += read;
            if (unpacked.Length > limits.LargestPart || unpackedInBytes > limits.LargestWhole)
            {
                var limit = unpacked.Length > limits.LargestPart ? limits.LargestPart : limits.LargestWhole;
                throw new OfficeException(OfficeFault.UnpacksTooLarge, "document/too-large", $"文件解压后超过了 {limit / (1024 * 1024)} MB，没有读取。", EmptyFormHelp);
            }
        }

        return unpacked.ToArray();
    }

    private XElement Parse(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = limits.LargestPart };
        using (var depth = XmlReader.Create(new MemoryStream(bytes), settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > LargestDepth)
                {
                    throw new OfficeException(OfficeFault.NotXml, "document/too-deep", $"文件里的内容套了 {LargestDepth} 层以上，没有读取。", EmptyFormHelp);
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}
