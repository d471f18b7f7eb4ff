using System.Text.Json.Nodes;
using Site.Model;

namespace Site.Cli;

/// <summary>
/// What open pages are told: <c>{"site", "build", "failure", "errors", "warnings", "problems": [{where, code, what, cure}]}</c>, the errors alone,
/// and no more than <see cref="PreviewMarkup.MostProblems"/> of them.
/// </summary>
internal static class PreviewMessage
{
    /// <returns>One line of JSON.</returns>
    public static string Write(PreviewState state)
    {
        var errors = state.Problems.Where(problem => problem.Severity == Severity.Error).ToList();
        return new JsonObject
        {
            ["site"] = state.Site,
            ["build"] = state.Build,
            ["failure"] = state.Failure,
            ["errors"] = errors.Count,
            ["warnings"] = state.Problems.Length - errors.Count,
            ["problems"] = new JsonArray([.. errors.Take(PreviewMarkup.MostProblems).Select(problem => new JsonObject
            {
                ["where"] = problem.Where.ToString(),
                ["code"] = problem.Code,
                ["what"] = problem.What,
                ["cure"] = problem.Cure,
            })]),
        }.ToJsonString();
    }
}
