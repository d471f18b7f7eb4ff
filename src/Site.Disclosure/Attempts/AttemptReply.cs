using System.Collections.Immutable;
using System.Text.Json;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Understands what the <c>attempts</c> job answers.</summary>
internal static class AttemptReply
{
    private const int Undated = -2;

    /// <returns>The counts of all files together, and what is wrong with them; no problem says anything that a row says.</returns>
    /// <param name="result">The job's result, as JSON.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="files">Paths of the files relative to the site folder, in the order of the question.</param>
    public static Checked<ImmutableArray<AttemptCount>> Read(JsonElement result, AttemptQuestion question, ImmutableArray<string> files)
    {
        var problems = result.GetProperty("faults").EnumerateArray()
            .Select(fault => AttemptProblems.Of(fault, files[fault.GetProperty("file").GetInt32()])).ToList();
        var counts = new List<AttemptCount>();
        var undated = 0L;
        foreach (var row in result.GetProperty("counts").EnumerateArray())
        {
            var (week, attempts) = (row.GetProperty("cut").GetInt32(), row.GetProperty("n").GetInt64());
            undated += week == Undated ? attempts : 0;
            week = week == Undated ? question.Weeks.Length - 1 : week;
            if (AgeBand.Read(row.GetProperty("age_band").GetString()!) is not { } band)
            {
                problems.Add(AttemptProblems.AgeBandUnreadable(files[0], attempts));
            }
            else if (week < question.Weeks.Length)
            {
                counts.Add(new(row.GetProperty("quiz").GetInt32(), row.GetProperty("area").GetInt32(), band, row.GetProperty("score_band").GetInt32(), week, attempts));
            }
        }

        var bands = counts.Select(count => count.AgeBand).Distinct().ToArray();
        problems.AddRange(from band in bands
                          from other in bands
                          where band.Overlaps(other) && band.CompareTo(other) < 0
                          select AttemptProblems.Overlap(files[0], band, other));
        if (undated > 0 && question.Weeks.Length > 1)
        {
            problems.Add(AttemptProblems.Undated(files[0], undated));
        }

        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? [] : [.. counts], [.. problems]);
    }
}
