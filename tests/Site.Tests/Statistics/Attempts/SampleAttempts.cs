using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Attempts;
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
    public static AttemptQuestion Question(int weeks) => new(new Dictionary<string, int> { ["fire"] = 0, ["water"] = 1 }.ToFrozenDictionary(),
        ["消防", "防溺水"], Areas, [.. Enumerable.Range(0, weeks).Select(week => new DateOnly(2026, 6, 7).AddDays(7 * week))]);

    public static AttemptCount Count(int area, AgeBand band, long attempts, int week = 0, int quiz = 0, int score = 4) =>
        new(quiz, area, band, score, week, attempts);

    public static Result<ImmutableArray<AttemptCount>> Read(string json, int weeks = 1)
    {
        using var result = JsonDocument.Parse(json);
        return AttemptCountReader.Read(result.RootElement, Question(weeks), ["input/attempts/a.csv", "input/attempts/b.parquet"]);
    }

    /// <returns>The figures of a table, one row for each category of all dimensions but the last.</returns>
    public static string[] Rows(SafeTable table) =>
        [.. table.Cells.Chunk(table.Dimensions[^1].Categories.Length).Select(row => string.Join(' ', row.Select(cell => cell is Cell.Shown shown ? $"{shown.Value}" : "*")))];

    /// <returns>The files of a frozen release as of a day of June 2026: one quiz, a city and its three districts.</returns>
    public static ImmutableArray<SourceFile> Frozen(string name, int day, params string[] cells)
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
