using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Site.Core.Diagnostics;

namespace Site.Cli.Reports;

/// <summary>All formats of diagnostics; the first is the default.</summary>
internal static class DiagnosticFormats
{
    public static ImmutableArray<DiagnosticFormat> All { get; } =
    [
        new("text", true, diagnostics => string.Join("\n\n", diagnostics)),
        new("github", false, GitHubAnnotations.Write),
        new("sarif", false, SarifReport.Write),
        new("json", false, JsonReport.Write),
    ];
}

/// <summary>A format of diagnostics.</summary>
/// <param name="Name">As in <c>--format</c>.</param>
/// <param name="IsForPeople">Whether it goes to standard error, with a count, and not to standard output.</param>
/// <param name="Write">All diagnostics as one text.</param>
internal sealed record DiagnosticFormat(string Name, bool IsForPeople, Func<ImmutableArray<Diagnostic>, string> Write);

/// <summary>Diagnostics as one JSON object: <c>{"errors": 1, "warnings": 0, "problems": [{severity, code, path, line, column, what, cure}]}</c>.</summary>
internal static class JsonReport
{
    public static string Write(ImmutableArray<Diagnostic> diagnostics) => IndentedJson.Write(json =>
    {
        var errors = diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Error);
        json.WriteStartObject();
        json.WriteNumber("errors", errors);
        json.WriteNumber("warnings", diagnostics.Length - errors);
        json.WriteStartArray("problems");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("severity", diagnostic.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("code", diagnostic.Code);
            json.WriteString("path", diagnostic.Location.Path);
            json.WriteNumber("line", diagnostic.Location.Line);
            json.WriteNumber("column", diagnostic.Location.Column);
            json.WriteString("what", diagnostic.Message);
            json.WriteString("cure", diagnostic.Help);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}

/// <summary>Diagnostics as workflow commands that GitHub shows at their lines in a pull request.</summary>
/// <remarks>
/// GitHub Docs, "Workflow commands for GitHub Actions", setting an error or warning message. In the message <c>%</c>, CR and LF are
/// escaped; in a property also <c>:</c> and <c>,</c> (actions/toolkit, command.ts).
/// </remarks>
internal static class GitHubAnnotations
{
    public static string Write(ImmutableArray<Diagnostic> diagnostics) => string.Concat(diagnostics.Select(diagnostic =>
        $"::{(diagnostic.Severity == Severity.Error ? "error" : "warning")} file={Property(diagnostic.Location.Path)},line={diagnostic.Location.Line}"
        + $",col={diagnostic.Location.Column},title={Property(diagnostic.Code)}::{Message($"{diagnostic.Message}\n{diagnostic.Help}")}\n"));

    private static string Message(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}

/// <summary>Writes JSON for people and programs: indented, with Chinese left readable.</summary>
internal static class IndentedJson
{
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }
}
