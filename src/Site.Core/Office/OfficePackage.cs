using System.Collections.Immutable;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Site.Core.Diagnostics;
using Site.Core.Sources;

namespace Site.Core.Office;

/// <summary>
/// A .docx or .xlsx file, opened with distrust: nothing is unpacked that was not asked for, nothing beyond a bound, no XML is read that
/// brings a DTD, and a file with a password, a macro or a wrong shape is refused with the reason.
/// </summary>
public sealed class OfficePackage : IDisposable
{
    /// <summary>A form with all its styles has less than 1 MB.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    private const int LargestPart = 16 * 1024 * 1024;

    /// <summary>Of all parts that are read.</summary>
    private const int LargestWhole = 32 * 1024 * 1024;

    private const int MostParts = 2000;
    private const int LargestDepth = 200;

    private readonly ZipArchive archive;
    private long unpackedInBytes;

    private OfficePackage(ZipArchive archive) => this.archive = archive;

    /// <param name="file">A file whose name ends in .docx or .xlsx.</param>
    /// <exception cref="OfficeException">It is too large, encrypted, of an older format, cut off, or carries a macro.</exception>
    public static OfficePackage Open(SourceFile file)
    {
        if (file.Length > LargestFile || file.Load() is not { } bytes || bytes.Length > LargestFile)
        {
            throw new OfficeException("document/too-large", $"文件超过了 {LargestFile / (1024 * 1024)} MB 的上限，没有读取。", "去掉文件里的图片，或者重新用空表填写。");
        }

        if (bytes.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new OfficeException("document/encrypted", "这个文件加了密码，打不开。", "在 Office 里取消密码，另存一份再导入。")
                : new OfficeException("document/old-format", "这是旧格式（.doc、.xls）的文件，或者加了密码。", "在 Office 里打开，取消密码，另存为 .docx 或 .xlsx。");
        }

        try
        {
            var package = new OfficePackage(new(new MemoryStream(bytes), ZipArchiveMode.Read));
            package.RefuseMacros();
            return package;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw Broken();
        }
    }

    /// <returns>The root element of a part, or null where there is no such part.</returns>
    /// <param name="name">Path in the package: <c>word/document.xml</c>.</param>
    /// <exception cref="OfficeException">The part is too large unpacked, too deep, no XML, or brings a DTD.</exception>
    public XElement? Find(string name)
    {
        var entries = archive.Entries.Where(entry => entry.FullName.Replace('\\', '/').TrimStart('/').Equals(name, StringComparison.OrdinalIgnoreCase)).ToList();
        if (entries.Count > 1)
        {
            throw Broken();
        }

        try
        {
            return entries is [var only] ? Parse(Unpack(only)) : null;
        }
        catch (Exception exception) when (IsBroken(exception))
        {
            throw Broken();
        }
        catch (XmlException)
        {
            throw new OfficeException("document/not-xml", "文件里的内容不合规范：有外部实体（DTD），或者已经损坏。", "在 Office 里打开，另存一份再导入。");
        }
    }

    public void Dispose() => archive.Dispose();

    private void RefuseMacros()
    {
        if (archive.Entries.Count > MostParts)
        {
            throw new OfficeException("document/too-large", $"文件里有 {MostParts} 个以上的部件，没有读取。", "重新用空表填写。");
        }

        var types = archive.Entries.FirstOrDefault(entry => entry.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)) ?? throw Broken();
        if (archive.Entries.Any(entry => entry.FullName.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
            || Find(types.FullName)!.Elements().Any(type => $"{type.Attribute("ContentType")?.Value}".Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
        {
            throw MacroRefusal();
        }
    }

    /// <returns>What to say of a file that carries macros.</returns>
    public static OfficeException MacroRefusal() =>
        new("document/macro", "这个文件带有宏，本站不接收。", "在 Office 里另存为不带宏的 .docx 或 .xlsx，再导入。");

    /// <summary>What the reader of packages throws at bytes that are none; the file lies in memory, so that no disk is to blame.</summary>
    private static bool IsBroken(Exception exception) =>
        exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static OfficeException Broken() =>
        new("document/broken", "文件不完整，或者不是 .docx、.xlsx 文件。", "重新下载或复制一份；也可以在 Office 里打开后另存一份。");

    /// <summary>Counts what really comes out, since what a package claims of its sizes need not be true.</summary>
    private byte[] Unpack(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var unpacked = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            unpacked.Write(buffer, 0, read);
            unpackedInBytes += read;
            if (unpacked.Length > LargestPart || unpackedInBytes > LargestWhole)
            {
                throw new OfficeException("document/too-large", $"文件解压后超过了 {(unpacked.Length > LargestPart ? LargestPart : LargestWhole) / (1024 * 1024)} MB，没有读取。", "重新用空表填写。");
            }
        }

        return unpacked.ToArray();
    }

    private static XElement Parse(byte[] bytes)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart };
        using (var depth = XmlReader.Create(new MemoryStream(bytes), settings))
        {
            while (depth.Read())
            {
                if (depth.Depth > LargestDepth)
                {
                    throw new OfficeException("document/too-deep", $"文件里的内容套了 {LargestDepth} 层以上，没有读取。", "重新用空表填写。");
                }
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(bytes), settings);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }
}

/// <summary>Why a document is not read at all; leaves it at its first fault, since nothing behind that can be trusted.</summary>
public sealed class OfficeException(string code, string what, string cure) : Exception(what)
{
    /// <returns>The same as a diagnostic of a file.</returns>
    public Diagnostic ToDiagnostic(string path) => Diagnostic.Error(code, new(path), Message, cure);
}
