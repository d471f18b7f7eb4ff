using System.Collections.Frozen;
using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Inputs;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;

namespace Site.Statistics.Attempts;

/// <summary>What is to be done with quiz attempts: which files to count, and what to ask about them.</summary>
/// <remarks>Where there are files but no day is given, the question is about the releases that there are.</remarks>
/// <param name="Files">Paths relative to the site folder, one or more.</param>
/// <param name="Question">What to count.</param>
public sealed record AttemptPlan(ImmutableArray<string> Files, AttemptQuestion Question)
{
    /// <summary>The table that is asked for.</summary>
    internal AttemptRequest Request { get; private init; } = null!;

    /// <summary>The same table in earlier releases, one for each week of the question but the last.</summary>
    internal ImmutableArray<SnapshotTable> Earlier { get; private init; } = [];

    /// <returns>The plan for a release; null, without a diagnostic, where <c>input/tables.yaml</c> asks for no table of attempts.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    /// <param name="quizzes">The quizzes that attempts may name, in the order of the site; not needed where there are no files of attempts.</param>
    /// <param name="asOf">The day of the release, or null to go over the releases that there are.</param>
    public static Result<AttemptPlan?> Find(InputFiles files, ImmutableArray<QuizName> quizzes, DateOnly? asOf)
    {
        var requested = AttemptRequestReader.Read(files.Tables);
        var found = AttemptFiles.Find(files.All);
        if (requested.Value is not { } request)
        {
            return new(null, requested.Diagnostics);
        }

        var units = files.Units;
        var published = files.Snapshots;
        var diagnostics = requested.Diagnostics.Concat(found.Diagnostics).Concat(units.Diagnostics).Concat(published.Diagnostics).ToList();
        var year = asOf?.Year ?? published.Value.Select(release => release.Safe.AsOf.Year).LastOrDefault();
        var earlier = published.Value.SelectMany(release => release.Tables)
            .Where(table => !table.IsOfReturns && table.Day.Year == year).ToArray();
        var days = earlier.Select(table => table.Day).Concat(asOf is { } day ? [day] : []).ToImmutableArray();
        var areas = days.IsEmpty ? null : AttemptAreas.Of(units.Value, days[^1].Year);
        if (found.Value.IsEmpty && asOf is not null)
        {
            diagnostics.Add(Diagnostic.Error("attempts/no-file", request.Location, $"表“{request.Title}”要统计答题记录，可是 input/attempts/ 里没有文件。",
                "把平台导出的 .csv 或 .parquet 放进去，或者从 input/tables.yaml 里去掉这张表。"));
        }
        else if (areas is null && !days.IsEmpty)
        {
            diagnostics.Add(Diagnostic.Error("attempts/no-areas", request.Location, $"表“{request.Title}”要按地区核对答题记录，可是 input/units.csv 里没有地区。",
                "在 input/units.csv 里写上市、区、街道。"));
        }

        diagnostics.AddRange(days.Zip(days.Skip(1)).Where(pair => pair.First >= pair.Second).Select(_ => Diagnostic.Error("attempts/not-later", request.Location,
            $"表“{request.Title}”已经公布到 {earlier[^1].Day:yyyy-MM-dd}，新的一期要晚于这一天。", "用 --as-of 写一个更晚的日期。")).Take(1));
        return found.Value.IsEmpty || areas is null || diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error)
            ? new(null, [.. diagnostics])
            : new(new(found.Value, MakeQuestion(quizzes, areas, days)) { Request = request, Earlier = [.. earlier] }, [.. diagnostics]);
    }

    private static AttemptQuestion MakeQuestion(ImmutableArray<QuizName> quizzes, AttemptAreas areas, ImmutableArray<DateOnly> days)
    {
        var titles = quizzes.Select(quiz => quizzes.Count(other => other.Title == quiz.Title) == 1 ? quiz.Title : $"{quiz.Title}（{quiz.Id}）").ToImmutableArray();
        var spellings = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var spell in new Func<int, string>[] { quiz => quizzes[quiz].Id, quiz => titles[quiz], quiz => quizzes[quiz].Title })
        {
            for (var quiz = 0; quiz < quizzes.Length; quiz++)
            {
                spellings.TryAdd(spell(quiz), quiz);
            }
        }

        return new(spellings.ToFrozenDictionary(StringComparer.Ordinal), titles, areas, days);
    }
}

/// <summary>A quiz that an export of attempts may name.</summary>
/// <param name="Id">What exports call it.</param>
/// <param name="Title">What readers see; exports may write it too.</param>
public sealed record QuizName(string Id, string Title);

/// <summary>What is to be counted in files of quiz attempts; the answer is an <see cref="AttemptTally"/>.</summary>
/// <remarks>
/// The files may hold ten million rows with names and telephones in them: they are never loaded, five columns are read, and all that comes back
/// are numbers and age bands.
/// </remarks>
public sealed class AttemptQuestion
{
    internal AttemptQuestion(
        FrozenDictionary<string, int> quizSpellings, ImmutableArray<string> quizzes, AttemptAreas areas, ImmutableArray<DateOnly> weeks) =>
        (QuizSpellings, Quizzes, Areas, Weeks) = (quizSpellings, quizzes, areas, weeks);

    /// <summary>The columns that are read, as the head of a file names them in lower case.</summary>
    public static ImmutableArray<string> Columns { get; } = ["quiz", "area", "age_band", "score", "finished"];

    /// <summary>A file with more columns is no export of attempts.</summary>
    public const int MostColumns = 1_000;

    /// <summary>Where each band of scores but the lowest begins, in points of 100.</summary>
    public static ImmutableArray<int> ScoreCuts => ScoreBands.Cuts;

    /// <summary>What an export may write for a quiz, its id or its title, each with the quiz's place.</summary>
    public FrozenDictionary<string, int> QuizSpellings { get; }

    /// <summary>What an export may write for an area, its id or its name, each with the area's place.</summary>
    public FrozenDictionary<string, int> AreaSpellings => Areas.Spellings;

    /// <summary>What readers see for each quiz, each once.</summary>
    internal ImmutableArray<string> Quizzes { get; }

    /// <summary>The areas.</summary>
    internal AttemptAreas Areas { get; }

    /// <summary>The last day of each release, the new one last, ascending.</summary>
    public ImmutableArray<DateOnly> Weeks { get; }
}

/// <summary>The files of quiz attempts: <c>input/attempts/*.csv</c> and <c>.parquet</c>. They are only named here, never loaded.</summary>
public static class AttemptFiles
{
    private const string Folder = "input/attempts/";

    /// <returns>Their paths, in order, and a diagnostic for each file beside them that is none.</returns>
    /// <param name="files">All files of <c>input/</c>.</param>
    public static Result<ImmutableArray<string>> Find(ImmutableArray<SourceFile> files)
    {
        var all = files.Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal) && file.Path != Folder + "README.md").ToArray();
        var found = all.Where(file => file.Path.LastIndexOf('/') == Folder.Length - 1
            && (file.Path.EndsWith(".csv", StringComparison.Ordinal) || file.Path.EndsWith(".parquet", StringComparison.Ordinal)));
        ImmutableArray<string> paths = [.. found.Select(file => file.Path)];
        return new(paths, [.. all.Select(file => file.Path).Except(paths).Select(path => Diagnostic.Error("attempts/not-read", new(path),
            "答题记录只读 input/attempts/ 下的 .csv 和 .parquet 文件，这个文件不会被统计。", "请转成 .csv（UTF-8）或 .parquet 直接放在 input/attempts/，或者移走。"))]);
    }
}
