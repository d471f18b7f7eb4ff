using System.Collections.Immutable;

namespace Site.Model;

/// <summary>Questions about many problems.</summary>
public static class ProblemList
{
    /// <returns>Whether anything stops the site from being published.</returns>
    public static bool HasErrors(this ImmutableArray<Problem> problems) =>
        problems.Any(problem => problem.Severity == Severity.Error);

    /// <returns>The same problems without repetitions, by path, line, column and code.</returns>
    public static ImmutableArray<Problem> Sorted(this IEnumerable<Problem> problems) =>
        [.. problems.Distinct().OrderBy(problem => problem.Where).ThenBy(problem => problem.Code, StringComparer.Ordinal)
            .ThenBy(problem => problem.What, StringComparer.Ordinal)];
}
