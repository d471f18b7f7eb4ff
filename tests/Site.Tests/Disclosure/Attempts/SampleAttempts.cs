using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Site.Disclosure;
using Site.Model;

namespace Site.Tests;

/// <summary>A city of six districts, the first with two streets, and two quizzes.</summary>
internal static class SampleAttempts
{
    public static AttemptAreas Areas { get; } = new(
        [-1, 0, 0, 1, 1, 0, 0, 0, 0], ["示例市", "示例甲区", "示例乙区", "示例一街道", "示例二街道", "示例丙区", "示例丁区", "示例戊区", "示例己区"],
        new Dictionary<string, int> { ["city"] = 0, ["jia"] = 1, ["yi"] = 2, ["one"] = 3, ["two"] = 4, ["bing"] = 5 }.ToFrozenDictionary());

    public static AgeBand Young { get; } = AgeBand.Read("18-25")!;

    public static AgeBand Old { get; } = AgeBand.Read("60+")!;

    public static AttemptTable Table(params string[] dimensions) => new("attempts", "答题", [.. dimensions], new("input/tables.yaml", 3));

    /// <returns>A question about releases on the first Sundays of June.</returns>
    public static AttemptQuestion Question(int weeks) => new(new Dictionary<string, int> { ["fire"] = 0, ["water"] = 1 }.ToFrozenDictionary(),
        ["消防", "防溺水"], Areas, [.. Enumerable.Range(0, weeks).Select(week => new DateOnly(2026, 6, 7).AddDays(7 * week))]);

    public static AttemptCount Count(int area, AgeBand band, long attempts, int week = 0, int quiz = 0, int score = 4) =>
        new(quiz, area, band, score, week, attempts);

    public static Checked<ImmutableArray<AttemptCount>> Read(string json, int weeks = 1)
    {
        using var result = JsonDocument.Parse(json);
        return AttemptReply.Read(result.RootElement, Question(weeks), ["input/attempts/a.csv", "input/attempts/b.parquet"]);
    }

    /// <returns>The figures of a table, one row for each category of all dimensions but the last.</returns>
    public static string[] Rows(SafeTable table) =>
        [.. table.Cells.Chunk(table.Dimensions[^1].Categories.Length).Select(row => string.Join(' ', row.Select(cell => cell is Cell.Shown shown ? $"{shown.Value}" : "*")))];
}
