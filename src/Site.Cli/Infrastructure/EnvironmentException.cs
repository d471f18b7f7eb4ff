using System.ComponentModel;
using System.Text.RegularExpressions;
using Site.Core.Text;

namespace Site.Cli.Infrastructure;

/// <summary>The environment failed, not the content: a missing folder, a full disk.</summary>
internal sealed partial class EnvironmentException(string message) : Exception(message)
{
    /// <summary>ENOSPC.</summary>
    private const int DiskFull = 28;

    /// <summary>ERROR_DISK_FULL as an HRESULT.</summary>
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <returns>Whether an exception tells of the environment, and not of an error in our code.</returns>
    public static bool Covers(Exception exception) =>
        exception is EnvironmentException or IOException or UnauthorizedAccessException or Win32Exception
        || (exception is AggregateException { InnerExceptions: [var only, ..] } && Covers(only));

    /// <returns>What happened, in one line. Where everybody reads the log, it names no file of <c>input/</c>, which may be called after somebody.</returns>
    public static string Describe(Exception exception, SiteEnvironment environment) =>
        environment.IsOnCi ? NamesInInput().Replace(InWords(exception), "■■") : InWords(exception);

    private static string InWords(Exception exception) => exception switch
    {
        AggregateException { InnerExceptions: [var only, ..] } => InWords(only),
        EnvironmentException => exception.Message,
        IOException { HResult: DiskFull or WindowsDiskFull } => $"磁盘已满，没有写完，原来的文件没有改动{FileIn(exception)}。",
        UnauthorizedAccessException => $"没有权限读写文件{FileIn(exception)}。",
        IOException => $"读写文件失败：{exception.Message}",
        _ => $"无法运行所需的程序：{exception.Message}",
    };

    /// <returns>The file or folder that a message of .NET names in single quotes, after a colon; empty where it names none.</returns>
    private static string FileIn(Exception exception)
    {
        var (start, end) = (exception.Message.IndexOf('\''), exception.Message.LastIndexOf('\''));
        return end - start > 1 ? $"：{exception.Message[(start + 1)..end]}" : "";
    }

    [GeneratedRegex("(?<=\\binput[/\\\\])[^'”。]+", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex NamesInInput();
}

/// <summary>Describes an error of the program itself: in one line, or with the stack trace for those who ask.</summary>
internal static class InternalError
{
    /// <summary>The environment variable that asks for details.</summary>
    private const string Switch = "SITE_VERBOSE";

    /// <returns>One line; with details, as many as it takes. Where everybody reads the log, no message of an exception is among them: it may quote what it stumbled over.</returns>
    public static string Describe(Exception error, SiteEnvironment environment) =>
        environment.Variable(Switch) is { Length: > 0 }
            ? environment.IsOnCi ? $"{error.GetType()}\n{error.StackTrace}" : error.ToString()
            : $"程序内部错误（{error.GetType().Name}），原来的文件没有改动；设置环境变量 {Switch}=1 再运行一次，可以看到详情。";
}
