using System.Text;

namespace Site.Reading;

/// <summary>Turns the bytes of a bank into text: UTF-8, UTF-16 with a byte order mark, or else GB 18030, of which GBK and GB 2312 are parts.</summary>
internal static class BankFileText
{
    /// <summary>Most characters of a line.</summary>
    public const int LongestLine = 200_000;

    /// <returns>The text with LF at the end of lines and without hidden characters; null where it cannot be read, which is reported.</returns>
    public static string? Read(byte[] bytes, BankNotes notes)
    {
        if (bytes.AsSpan().IndexOf((byte)0) >= 0 && !bytes.AsSpan().StartsWith(Encoding.Unicode.Preamble) && !bytes.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            notes.Error("bank/not-text", new(notes.Path), "这不是文字文件。", "请检查 --format 是不是写对了；Word 文档请先另存为纯文本（.txt）。");
            return null;
        }

        var text = Decode(bytes, notes)?.ReplaceLineEndings("\n");
        if (text is null || !ForbiddenCharacters.Find(notes.Path, text, notes.Problems))
        {
            return null;
        }

        var line = 1;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (range.End.Value - range.Start.Value > LongestLine)
            {
                notes.Error("bank/long-line", new(notes.Path, line), $"这一行有{range.End.Value - range.Start.Value}个字，最多{LongestLine}个。", "请检查文件是不是坏了，或者把它分成几行。");
                return null;
            }

            line++;
        }

        return text.Replace(RawText.Blank, '□').Replace(TextBlock.Break, '□').Replace('\uE002', '□');
    }

    private static string? Decode(byte[] bytes, BankNotes notes)
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
            notes.Of(new(notes.Path), "整个文件").Change("文件是 GBK（GB 18030）编码，已经转成 UTF-8。");
            return text;
        }
        catch (DecoderFallbackException broken)
        {
            var before = Encoding.Latin1.GetString(bytes, 0, start + Math.Max(broken.Index, 0));
            notes.Error("file/not-utf8", Lines.PlaceAt(notes.Path, before, before.Length),
                "这里的字节既不是 UTF-8，也不是 GBK 文字。", "请在编辑器里选“以 UTF-8 编码保存”，再导入一次。");
            return null;
        }
    }
}
