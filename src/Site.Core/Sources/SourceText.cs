using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Core.Sources;

/// <summary>Decodes a file to valid text: UTF-8, lines that end with LF, no hidden characters.</summary>
public static class SourceText
{
    /// <summary>The largest Markdown file, in bytes: about 700,000 Chinese characters.</summary>
    public const long LargestPage = 2 * 1024 * 1024;

    /// <summary>The largest <c>site.yaml</c>, in bytes.</summary>
    public const long LargestSettings = 256 * 1024;

    /// <summary>Loads and decodes a file: without byte order mark, with LF at the end of each line.</summary>
    /// <param name="largest">The most bytes; a file that declares more is not loaded.</param>
    /// <param name="diagnostics">Takes what is wrong: <c>file/too-large</c>, <c>file/not-utf8</c>, <c>file/control-character</c>.</param>
    /// <returns>The text, or null if there is a diagnostic.</returns>
    public static string? Read(SourceFile file, long largest, List<Diagnostic> diagnostics)
    {
        if (file.Length > largest)
        {
            diagnostics.Add(TooLarge(file, file.Length, largest));
            return null;
        }

        var bytes = file.Load();
        if (bytes.Length > largest)
        {
            diagnostics.Add(TooLarge(file, bytes.Length, largest));
            return null;
        }

        return Decode(file.Path, bytes, diagnostics) is { } text && ForbiddenCharacters.Find(file.Path, text, diagnostics) ? text : null;
    }

    private static string? Decode(string path, ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        if (OtherFormat.Of(bytes) is { } format)
        {
            diagnostics.Add(Diagnostic.Error("file/not-text", new(path), format.Message(FileExtension.Of(path)), format.Help(FileExtension.Of(path))));
            return null;
        }

        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[3..];
        }

        var buffer = ArrayPool<char>.Shared.Rent(bytes.Length + 1);
        try
        {
            var status = Utf8.ToUtf16(bytes, buffer, out var read, out var written, replaceInvalidSequences: false);
            var text = WithLineFeeds(buffer.AsSpan(0, written));
            if (status == OperationStatus.Done)
            {
                return text;
            }

            diagnostics.Add(Diagnostic.Error("file/not-utf8", Location.At(path, text, text.Length),
                $"这里的字节 0x{bytes[read]:X2} 不是 UTF-8 文字{(IsGbk(bytes[read..]) ? "，多半是 GBK 编码（旧版记事本的 ANSI）" : "")}。",
                "在编辑器里选“以 UTF-8 编码保存”，再提交一次；记事本在“另存为”窗口下方的“编码”里选 UTF-8。"));
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <returns>Whether a text that is no UTF-8 begins with a character of two bytes of GBK.</returns>
    private static bool IsGbk(ReadOnlySpan<byte> bytes) => bytes is [>= 0x81 and <= 0xFE, (>= 0x40 and <= 0x7E) or (>= 0x80 and <= 0xFE), ..];

    private static string WithLineFeeds(ReadOnlySpan<char> text) =>
        text.Contains('\r') ? new string(text).Replace("\r\n", "\n", StringComparison.Ordinal) : new string(text);

    private static Diagnostic TooLarge(SourceFile file, long length, long largest) =>
        Diagnostic.Error("file/too-large", new(file.Path),
            $"文件有 {Size(length)}，超过了 {Size(largest)} 的上限，没有读取。",
            "把它拆成几个小一些的文件；图片、视频等放在单独的文件里，再在正文中链接。");

    private static string Size(long bytes) =>
        bytes < 1024 * 1024 ? $"{bytes / 1024} KB" : $"{bytes / (1024 * 1024)} MB";
}
