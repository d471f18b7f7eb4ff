using System.IO.Compression;

namespace Site.Reading;

/// <summary>Refuses workbooks that hold programs, or that unpack to far more than they are, before anything reads them.</summary>
internal static class XlsxGuard
{
    /// <summary>The most bytes that one part may unpack to.</summary>
    public const long LargestPart = 64L * 1024 * 1024;

    private const long LargestWhole = 128L * 1024 * 1024;
    private const int MostParts = 2_000;

    /// <returns>Code, what is wrong and the cure; or null for a plain workbook.</returns>
    public static (string Code, string What, string Cure)? Find(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return ("bank/old-workbook", "这是旧格式（.xls）或者加了密码的表格，不能读取。", "请在 Excel 或 WPS 里去掉密码，另存为“Excel 工作簿（.xlsx）”。");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.Entries.Count > MostParts ? TooLarge : archive.Entries.Any(IsProgram)
                ? ("bank/macro-workbook", "这个表格里有宏（程序），不读取。", "请在表格软件里另存为不带宏的“Excel 工作簿（.xlsx）”。")
                : FindSize(archive);
        }
        catch (InvalidDataException)
        {
            return ("bank/broken-workbook", "这不是 .xlsx 表格，或者文件坏了。", "请在 Excel 或 WPS 里打开，另存为“Excel 工作簿（.xlsx）”，再导入一次。");
        }
    }

    private static (string Code, string What, string Cure) TooLarge =>
        ("bank/unpacks-too-large", $"表格解开以后超过 {LargestWhole / 1024 / 1024} MB，不像是题库，没有读取。", "请只保留题目所在的工作表，另存一份再导入。");

    // What an entry says of its length may be a lie: it is unpacked and counted.
    private static (string Code, string What, string Cure)? FindSize(ZipArchive archive)
    {
        var buffer = new byte[81_920];
        var whole = 0L;
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            var part = 0L;
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                part += read;
                whole += read;
                if (part > LargestPart || whole > LargestWhole)
                {
                    return TooLarge;
                }
            }
        }

        return null;
    }

    private static bool IsProgram(ZipArchiveEntry entry) =>
        entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("macrosheets", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Contains("activeX", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("embeddings/", StringComparison.OrdinalIgnoreCase);
}
