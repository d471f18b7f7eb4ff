using System.Collections.Immutable;
using Site.Model;

namespace Site.Cli;

/// <summary>Problems as one JSON object: <c>{"errors": 1, "warnings": 0, "problems": [{severity, code, path, line, column, what, cure}]}</c>.</summary>
internal static class ProblemsAsJson
{
    public static string Write(ImmutableArray<Problem> problems) => JsonWriting.Write(json =>
    {
        var errors = problems.Count(problem => problem.Severity == Severity.Error);
        json.WriteStartObject();
        json.WriteNumber("errors", errors);
        json.WriteNumber("warnings", problems.Length - errors);
        json.WriteStartArray("problems");
        foreach (var problem in problems)
        {
            json.WriteStartObject();
            json.WriteString("severity", problem.Severity == Severity.Error ? "error" : "warning");
            json.WriteString("code", problem.Code);
            json.WriteString("path", problem.Where.Path);
            json.WriteNumber("line", problem.Where.Line);
            json.WriteNumber("column", problem.Where.Column);
            json.WriteString("what", problem.What);
            json.WriteString("cure", problem.Cure);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
