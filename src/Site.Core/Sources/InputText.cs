using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Site.Core.Diagnostics;

namespace Site.Core.Sources;

/// <summary>Turns the bytes of a text file of <c>input/</c> into text: UTF-8, with or without byte order mark. Messages never repeat its content.</summary>
public static class InputText
{
    private const string Help = "用 Excel 另存为“CSV UTF-8（逗号分隔）”，或者在编辑器里选“以 UTF-8 编码保存”。";

    /// <param name="largest">The most bytes; a file that declares more is not loaded.</param>
    /// <param name="diagnostics">Takes <c>input/too-large</c>, <c>input/not-utf8</c> or <c>input/not-text</c>.</param>
    /// <returns>The text, or null if it cannot be read.</returns>
    public static string? Read(SourceFile file, long largest, List<Diagnostic> diagnostics)
    {
        if (file.Length > largest || file.Load() is not { } bytes || bytes.Length > largest)
        {
            diagnostics.Add(Diagnostic.Error("input/too-large", new(file.Path), $"文件超过了 {Size(largest)} 的上限，没有读取。", "把它拆成几个小一些的文件。"));
            return null;
        }

        return Decode(file.Path, bytes, diagnostics);
    }

    /// <returns>The text, or null if it cannot be read.</returns>
    public static string? Decode(string path, ReadOnlySpan<byte> bytes, List<Diagnostic> diagnostics)
    {
        if (bytes.StartsWith(Encoding.Unicode.Preamble) || bytes.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            diagnostics.Add(Diagnostic.Error("input/not-utf8", new(path), "这个文件是 UTF-16 编码的，本站只读 UTF-8。", Help));
            return null;
        }

        if (OtherFormat.Of(bytes) is { } format)
        {
            diagnostics.Add(Diagnostic.Error("input/not-text", new(path), format.Message(FileExtension.Of(path)), format.Program?.StartsWith("Excel", StringComparison.Ordinal) == true || FileExtension.Of(path) == ".csv"
                ? "把结尾改回原来的，用 Excel 或 WPS 打开，另存为“CSV UTF-8（逗号分隔）”。"
                : format.Help(FileExtension.Of(path))));
            return null;
        }

        var content = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        var nul = content.IndexOf((byte)0);
        if (nul >= 0)
        {
            diagnostics.Add(Diagnostic.Error("input/not-text", At(path, content[..nul]), "这里有空字符（NUL），这个文件不是文字文件，或者是 UTF-16 编码的。", Help));
            return null;
        }

        var buffer = ArrayPool<char>.Shared.Rent(content.Length + 1);
        try
        {
            var status = Utf8.ToUtf16(content, buffer, out var read, out var written, replaceInvalidSequences: false);
            if (status == OperationStatus.Done)
            {
                return new(buffer, 0, written);
            }

            diagnostics.Add(Diagnostic.Error("input/not-utf8", At(path, content[..read]), "从这里起不是 UTF-8 编码的文字，多半是 GBK（ANSI）编码。", Help));
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static Location At(string path, ReadOnlySpan<byte> before)
    {
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return new(path, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1);
    }

    private static string Size(long bytes) => bytes < 1024 * 1024 ? $"{bytes / 1024} KB" : $"{bytes / (1024 * 1024)} MB";
}

/// <summary>Finds the conflict markers that git leaves in a file when two people changed the same lines.</summary>
public static class MergeMarkers
{
    /// <returns>The diagnostic <c>SUBJECT/merge-conflict</c> at the first marker, or null.</returns>
    public static Diagnostic? Find(string path, string text, string subject)
    {
        var line = 1;
        foreach (var written in text.AsSpan().EnumerateLines())
        {
            if (written.StartsWith("<<<<<<<") || written.StartsWith(">>>>>>>") || written.TrimEnd().SequenceEqual("======="))
            {
                return Diagnostic.Error($"{subject}/merge-conflict", new(path, line), "这里有合并冲突的标记，文件里混着两个版本。",
                    "和改动双方商量后只留下一个版本，删掉标记；冻结的文件请整个取其中一方的版本。");
            }

            line++;
        }

        return null;
    }
}
