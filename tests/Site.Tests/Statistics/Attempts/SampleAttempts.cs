using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Requests;
using Site.Statistics.Snapshots;

namespace Site.Tests;

/// <summary>A city of six districts, the first with two streets, and two quizzes.</summary>
internal static class SampleAttempts
{
    public static AttemptAreas Areas { get; } = new(
        [-1, 0, 0, 1, 1, 0, 0, 0, 0], [2, 3, 3, 4, 4, 3, 3, 3, 3],
        ["示例市", "示例甲区", "示例乙区", "示例一街道", "示例二街道", "示例丙区", "示例丁区", "示例戊区", "示例己区"],
        new Dictionary<string, int> { ["city"] = 0, ["jia"] = 1, ["yi"] = 2, ["one"] = 3, ["two"] = 4, ["bing"] = 5 }.ToFrozenDictionary());

    public static AgeBand Young { get; } = AgeBand.Read("18-25")!;

    public static AgeBand Old { get; } = AgeBand.Read("60+")!;

    public static AttemptRequest Table(params string[] dimensions) => new("attempts", "答题", [.. dimensions], new("input/tables.yaml", 3));

    /// <returns>A question about releases on the first Sundays of June.</returns>
    public static AttemptQuestion Question(int weeks) => new(new Dictionary<string, int> { ["fire"] = 0, ["消防"] = 0, ["water"] = 1 }.ToFrozenDictionary(),
        ["消防", "防溺水"], Areas, [.. Enumerable.Range(0, weeks).Select(week => new DateOnly(2026, 6, 7).AddDays(7 * week))]);

    public static AttemptCount Count(int area, AgeBand band, long attempts, int week = 0, int quiz = 0, int score = 4) =>
        new(quiz, area, band, score, week, attempts);

    /// <returns>What a tally comes to.</returns>
    public static Result<ImmutableArray<AttemptCount>> Read(AttemptTally tally, int weeks = 1) =>
        AttemptCountReader.Read(tally, Question(weeks), ["input/attempts/a.csv", "input/attempts/b.parquet"]);

    /// <returns>A tally of one sort after another.</returns>
    public static AttemptTally Tally(params ReadOnlySpan<(int Quiz, int Area, string AgeBand, int ScoreBand, int Week, long Attempts)> sorts)
    {
        var tally = new AttemptTally();
        foreach (var sort in sorts)
        {
            tally.Add(sort.Quiz, sort.Area, sort.AgeBand, sort.ScoreBand, sort.Week, sort.Attempts);
        }

        return tally;
    }

    /// <returns>The table as it is published: made, written, and read back.</returns>
    /// <param name="earlier">The table in each release before, one a week.</param>
    public static Result<SnapshotTable?> Publish(
        ImmutableArray<AttemptCount> counts, AttemptRequest request, DisclosureRules rules, params ImmutableArray<SnapshotTable> earlier)
    {
        var made = AttemptTables.Make(Question(earlier.Length + 1), counts, request, rules, earlier);
        if (made.Value is not { } draft)
        {
            return new(null, made.Diagnostics);
        }

        var read = SnapshotReader.Read(SnapshotWriter.Write(new("week", "示例", draft.Day, true) { Tables = [draft] }));
        Assert.Empty(read.Diagnostics);
        return new(Assert.Single(Assert.Single(read.Value).Tables), made.Diagnostics);
    }

    /// <returns>The figures of a table, one row for each category of all dimensions but the last.</returns>
    public static string[] Rows(SafeTable table) =>
        [.. table.Cells.Chunk(table.Dimensions[^1].Categories.Length).Select(row => string.Join(' ', row.Select(cell => cell is Cell.Shown shown ? $"{shown.Value}" : "*")))];

    /// <returns>The files of a snapshot as of a day of June 2026: one quiz, a city and its three districts.</returns>
    public static ImmutableArray<SourceFile> Snapshot(string name, int day, params string[] cells)
    {
        string[] areas = ["示例市", "示例甲区", "示例乙区", "示例丙区"];
        var table = "quiz,area,indicator,value,status\n" + string.Concat(
            areas.Zip(cells, (area, cell) => $"消防,{area},attempts,{cell},{(cell == "*" ? "withheld" : "shown")}\n"));
        var categories = "table,dimension,category,total\nattempts,quiz,消防,\n"
            + string.Concat(areas.Select((area, at) => $"attempts,area,{area},{(at == 0 ? "" : "示例市")}\n"));
        var summary =
            $"""
            format: "1"
            title: "示例"
            as_of: "2026-06-{day:D2}"
            categories_sha256: "{SnapshotHash.Of(categories)}"
            tables:
              - id: "attempts"
                title: "答题"
                day: "2026-06-{day:D2}"
                sha256: "{SnapshotHash.Of(table)}"
                indicators:
                  - id: "attempts"
                    label: "答题"
                    unit: "次"
                    measure: "count"
            """;
        return [File($"input/releases/{name}/release.yaml", summary), File($"input/releases/{name}/categories.csv", categories), File($"input/releases/{name}/attempts.csv", table)];
    }

    public static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}
