using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Model;

namespace Site.Cli.Edges;

/// <summary>Standard output and standard error, in UTF-8.</summary>
internal static class Terminal
{
    /// <summary>Writes a line of a result to standard output.</summary>
    public static void Say(string line) => Write(Console.OpenStandardOutput(), line + "\n");

    /// <summary>Writes a line to standard error.</summary>
    public static void Error(string line) => Write(Console.OpenStandardError(), Printable(line) + "\n");

    /// <summary>Writes a report of several lines, each with its end, to standard error.</summary>
    public static void Report(string lines) => Write(Console.OpenStandardError(), Printable(lines));

    /// <summary>Writes every problem and the count of both severities to standard error.</summary>
    public static void Print(ImmutableArray<Problem> problems)
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        var text = new StringBuilder();
        foreach (var problem in problems)
        {
            text.Append(Printable(problem.ToString())).Append("\n\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{errors} 个错误，{problems.Length - errors} 个警告\n");
        Write(Console.OpenStandardError(), text.ToString());
    }

    /// <summary>Control characters of a hostile text must not reach a terminal.</summary>
    private static string Printable(string text) =>
        string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = char.IsControl(source[i]) && source[i] != '\n' ? '\uFFFD' : source[i];
            }
        });

    private static void Write(Stream stream, string text)
    {
        using (stream)
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }
    }
}
