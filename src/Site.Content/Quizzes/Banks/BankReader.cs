using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Sources;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Reads question banks that others wrote. Nothing in them is trusted.</summary>
public static class BankReader
{
    private static readonly ImmutableArray<BankFormat> Known =
    [
        BankFormat.OfText("gift", GiftReader.Read),
        new("moodle-xml", MoodleXmlReader.LargestInBytes, MoodleXmlReader.Read),
        BankFormat.OfText("aiken", AikenReader.Read),
        BankFormat.OfText("csv", (text, context) => SheetReader.Read(SheetRows.FromCsv(text, context), context)),
        new("xlsx", OfficeLimits.Bank.LargestFile, (bytes, context) => SheetReader.Read(SheetRows.FromWorkbook(bytes, context), context)),
        BankFormat.OfText("text", PlainTextReader.Read),
    ];

    /// <summary>Most questions of a bank: to write and check each takes some 90 KB.</summary>
    internal const int MostQuestions = 5_000;

    /// <summary>The names of all formats that can be read.</summary>
    public static ImmutableArray<string> Formats { get; } = [.. Known.Select(format => format.Name)];

    /// <summary>Reads a bank whole. Where a diagnostic is an error, what was read must not be used: it may be half a bank.</summary>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="file">The bank; its path is only for messages.</param>
    /// <param name="name">What ids and picture names begin with: lower-case letters, Chinese, digits, hyphens.</param>
    /// <param name="site">Address of our own site, links into which become relative; or null.</param>
    /// <param name="canPlace">Whether a picture of this name and these bytes may lie beside the quiz.</param>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static Result<Bank> Read(string format, SourceFile file, string name, Uri? site, Func<string, ReadOnlyMemory<byte>, bool> canPlace)
    {
        var known = Known.FirstOrDefault(known => known.Name == format) ?? throw new ArgumentException($"There is no form \"{format}\".", nameof(format));
        var context = new BankContext(file.Path, name, site, canPlace);
        if (file.Length > known.LargestInBytes)
        {
            context.Error("file/too-large", new(file.Path), $"文件有{file.Length / 1024 / 1024} MB，最大{known.LargestInBytes / 1024 / 1024} MB，没有读取。", "请把题库分成几份。");
            return new(new("", [], [], [], 0), context.Diagnostics.Sorted());
        }

        var read = known.Read(file.Load(), context);
        if (read is { Count: > MostQuestions })
        {
            context.Error("file/too-large", new(file.Path), $"题库里有{read.Count}道题，一次最多导入{MostQuestions}道，没有导入。", "请把题库分成几份，分几次导入。");
        }

        return read is { } found && context.Diagnostics.Count == 0
            ? BankConverter.Convert(context.Title, found, context)
            : new(new("", [], [], [], 0), context.Diagnostics.Sorted());
    }
}

/// <summary>A format of banks.</summary>
/// <param name="Name">What people write after <c>--format</c>.</param>
/// <param name="LargestInBytes">The largest file that is read.</param>
internal sealed record BankFormat(string Name, int LargestInBytes, Func<byte[], BankContext, List<RawQuestion>?> Read)
{
    /// <returns>A format that is text.</returns>
    public static BankFormat OfText(string name, Func<string, BankContext, List<RawQuestion>?> read) =>
        new(name, 8 * 1024 * 1024, (bytes, context) => BankDecoder.Read(bytes, context) is { } text ? read(text, context) : null);
}

/// <summary>Turns the bytes of a bank into text: UTF-8, UTF-16 with a byte order mark, or else GB 18030, of which GBK and GB 2312 are parts.</summary>
internal static class BankDecoder
{
    /// <summary>Most characters of a line.</summary>
    public const int LongestLine = 200_000;

    /// <returns>The text with LF at the end of lines and without hidden characters; null where it cannot be read, which is reported.</returns>
    public static string? Read(byte[] bytes, BankContext context)
    {
        if (bytes.AsSpan().IndexOf((byte)0) >= 0 && !bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble) && !bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            context.Error("bank/not-text", new(context.Path), "这不是文字文件。", "请检查 --format 是不是写对了；Word 文档请先另存为纯文本（.txt）。");
            return null;
        }

        var text = Decode(bytes, context)?.ReplaceLineEndings("\n");
        if (text is null || !ForbiddenCharacters.Find(context.Path, text, context.Diagnostics))
        {
            return null;
        }

        var line = 1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (range.End.Value - range.Start.Value > LongestLine)
            {
                context.Error("bank/long-line", new(context.Path, line), $"这一行有{range.End.Value - range.Start.Value}个字，最多{LongestLine}个。", "请检查文件是不是坏了，或者把它分成几行。");
                return null;
            }

            line++;
        }

        return RawText.WithoutMarks(text).Replace('\uE002', '□');
    }

    private static string? Decode(byte[] bytes, BankContext context)
    {
        if (bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble))
        {
            return Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2);
        }

        if (bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            return Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2);
        }

        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        if (System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(start)))
        {
            return Encoding.UTF8.GetString(bytes, start, bytes.Length - start);
        }

        try
        {
            var chinese = CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;
            var text = chinese.GetString(bytes, start, bytes.Length - start);
            context.ForItem(new(context.Path), "整个文件").ReportChange("文件是 GBK（GB 18030）编码，已经转成 UTF-8。");
            return text;
        }
        catch (DecoderFallbackException broken)
        {
            var before = Encoding.Latin1.GetString(bytes, 0, start + Math.Max(broken.Index, 0));
            context.Error("file/not-utf8", Location.At(context.Path, before, before.Length),
                "这里的字节既不是 UTF-8，也不是 GBK 文字。", "请在编辑器里选“以 UTF-8 编码保存”，再导入一次。");
            return null;
        }
    }
}
