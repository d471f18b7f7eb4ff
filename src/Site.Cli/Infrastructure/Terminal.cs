using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Core.Diagnostics;
using Spectre.Console;

namespace Site.Cli.Infrastructure;

/// <summary>Standard output and standard error, in UTF-8.</summary>
/// <param name="output">Receives results.</param>
/// <param name="error">Receives diagnostics and progress.</param>
/// <param name="isInteractive">Whether a person watches standard error, so that a progress bar may be drawn there.</param>
internal sealed class Terminal(Stream output, Stream error, bool isInteractive)
{
    /// <summary>Bytes of diagnostics that are gathered before they are written.</summary>
    private const int MostAtOnce = 64 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <returns>A writer to standard output for others; it writes at once.</returns>
    public TextWriter OutputWriter() => new StreamWriter(output, Utf8, leaveOpen: true) { AutoFlush = true };

    /// <returns>A writer to standard error for others; it writes at once.</returns>
    public TextWriter ErrorWriter() => new StreamWriter(error, Utf8, leaveOpen: true) { AutoFlush = true };

    /// <summary>Writes a line of a result to standard output.</summary>
    public void WriteLine(string line) => Write(output, line + "\n");

    /// <summary>Writes a line to standard error.</summary>
    public void WriteErrorLine(string line) => Write(error, Printable(line) + "\n");

    /// <summary>Writes a report of several lines, each with its line end, to standard error.</summary>
    public void WriteError(string lines) => Write(error, Printable(lines));

    /// <summary>Writes every diagnostic and the number of errors and warnings to standard error.</summary>
    public void WriteDiagnostics(ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        var text = new StringBuilder();
        var bytes = new ArrayBufferWriter<byte>();
        foreach (var diagnostic in diagnostics)
        {
            diagnostic.AppendTo(text);
            text.Append("\n\n");
            AppendPrintable(bytes, text);
            if (bytes.WrittenCount > MostAtOnce)
            {
                error.Write(bytes.WrittenSpan);
                bytes.ResetWrittenCount();
            }
        }

        error.Write(bytes.WrittenSpan);
        Write(error, string.Create(CultureInfo.InvariantCulture, $"{errors} 个错误，{diagnostics.Length - errors} 个警告\n"));
    }

    /// <summary>Shows a progress bar on standard error while work runs that takes seconds. Nothing is shown where nobody watches.</summary>
    /// <param name="label">What is being done, in simplified Chinese.</param>
    /// <param name="work">Gets a function to which it reports, from any thread, how much is done: 0 to 1.</param>
    /// <returns>The result of the work.</returns>
    public async Task<T> ShowProgressAsync<T>(string label, Func<Action<double>, Task<T>> work)
    {
        if (!isInteractive)
        {
            return await work(_ => { });
        }

        var terminal = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(Console.Error) });
        return await terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(label);
                var result = await work(done => bar.Value = 100 * done);
                bar.Value = 100;
                return result;
            });
    }

    /// <summary>Replaces control characters but for line ends: those of a hostile text must not reach a terminal.</summary>
    private static string Printable(string text) => string.Create(text.Length, text, (span, source) =>
    {
        source.CopyTo(span);
        MakePrintable(span);
    });

    private static void MakePrintable(Span<char> text)
    {
        foreach (ref var one in text)
        {
            one = char.IsControl(one) && one != '\n' ? '\uFFFD' : one;
        }
    }

    /// <summary>Appends the text as UTF-8, made printable, and empties it.</summary>
    private static void AppendPrintable(ArrayBufferWriter<byte> bytes, StringBuilder text)
    {
        var chars = ArrayPool<char>.Shared.Rent(text.Length);
        var copy = chars.AsSpan(0, text.Length);
        text.CopyTo(0, copy, text.Length);
        text.Clear();
        MakePrintable(copy);
        Utf8.GetBytes(copy, bytes);
        ArrayPool<char>.Shared.Return(chars);
    }

    private static void Write(Stream stream, string text)
    {
        stream.Write(Utf8.GetBytes(text));
        stream.Flush();
    }
}
