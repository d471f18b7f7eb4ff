using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Model;

namespace Site.Disclosure;

/// <summary>What is to be done with quiz attempts: which files to count, and what to ask about them.</summary>
/// <remarks>Where there are files but no day is given, the question is about the releases that there are.</remarks>
/// <param name="Files">Paths relative to the site folder, one or more.</param>
/// <param name="Question">What to count.</param>
public sealed record AttemptPlan(ImmutableArray<string> Files, AttemptQuestion Question)
{
    /// <summary>The table that is asked for.</summary>
    internal AttemptTable Table { get; private init; } = null!;

    /// <summary>The same table in earlier releases, one for each week of the question but the last.</summary>
    internal ImmutableArray<SafeTable> Earlier { get; private init; } = [];

    /// <returns>The plan for a release; null, without a problem, where <c>input/tables.yaml</c> asks for no table of attempts.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="read">Gives the site, whose quizzes are those that attempts may name; asked only where there is a table of attempts.</param>
    /// <param name="asOf">The day of the release, or null to go over the releases that there are.</param>
    public static Checked<AttemptPlan?> Find(ImmutableArray<SourceFile> files, Func<Website> read, DateOnly? asOf)
    {
        var requested = AttemptRequestReader.Read(files);
        var found = AttemptFiles.Find(files);
        if (requested.Value is not { } table)
        {
            return new(null, requested.Problems);
        }

        var units = UnitReader.Read(files);
        var frozen = FrozenReader.Read(files);
        var problems = requested.Problems.Concat(found.Problems).Concat(units.Problems).Concat(frozen.Problems).ToList();
        var year = asOf?.Year ?? frozen.Value.Select(release => release.Safe.AsOf.Year).LastOrDefault();
        var earlier = frozen.Value.SelectMany(release => release.Tables)
            .Where(frozenTable => AttemptTable.IsOne(frozenTable.Safe) && frozenTable.Day.Year == year).ToArray();
        var days = earlier.Select(frozenTable => frozenTable.Day).Concat(asOf is { } day ? [day] : []).ToImmutableArray();
        var areas = days.IsEmpty ? null : AttemptAreas.Of(units.Value, days[^1].Year);
        if (found.Value.IsEmpty && asOf is not null)
        {
            problems.Add(Problem.Error("attempts/no-file", table.Where, $"表“{table.Title}”要统计答题记录，可是 input/attempts/ 里没有文件。",
                "把平台导出的 .csv 或 .parquet 放进去，或者从 input/tables.yaml 里去掉这张表。"));
        }
        else if (areas is null && !days.IsEmpty)
        {
            problems.Add(Problem.Error("attempts/no-areas", table.Where, $"表“{table.Title}”要按地区核对答题记录，可是 input/units.csv 里没有地区。",
                "在 input/units.csv 里写上市、区、街道。"));
        }

        problems.AddRange(days.Zip(days.Skip(1)).Where(pair => pair.First >= pair.Second).Select(_ => Problem.Error("attempts/not-later", table.Where,
            $"表“{table.Title}”已经公布到 {earlier[^1].Day:yyyy-MM-dd}，新的一期要晚于这一天。", "用 --as-of 写一个更晚的日期。")).Take(1));
        return found.Value.IsEmpty || areas is null || problems.Exists(problem => problem.Severity == Severity.Error)
            ? new(null, [.. problems])
            : new(new(found.Value, Ask(read(), areas, days)) { Table = table, Earlier = [.. earlier.Select(one => one.Safe)] }, [.. problems]);
    }

    private static AttemptQuestion Ask(Website website, AttemptAreas areas, ImmutableArray<DateOnly> days)
    {
        var quizzes = website.Pages.OfType<QuizPage>().ToArray();
        var titles = quizzes.Select(quiz => quizzes.Count(other => other.Title == quiz.Title) == 1 ? quiz.Title : $"{quiz.Title}（{quiz.Id}）").ToImmutableArray();
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var spell in new Func<int, string>[] { quiz => quizzes[quiz].Id, quiz => titles[quiz], quiz => quizzes[quiz].Title })
        {
            for (var quiz = 0; quiz < quizzes.Length; quiz++)
            {
                words.TryAdd(spell(quiz), quiz);
            }
        }

        return new(words.ToFrozenDictionary(StringComparer.Ordinal), titles, areas, days);
    }
}
