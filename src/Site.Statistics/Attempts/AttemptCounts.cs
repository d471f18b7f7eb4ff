using System.Collections.Immutable;
using System.Text.Json;
using Site.Core.Diagnostics;
using Site.Statistics.Requests;

namespace Site.Statistics.Attempts;

/// <summary>Understands what the <c>attempts</c> job answers.</summary>
internal static class AttemptCountReader
{
    private const int Undated = -2;

    /// <returns>The counts of all files together, and what is wrong with them; no diagnostic says anything that a row says.</returns>
    /// <param name="result">The job's result, as JSON.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="files">Paths of the files relative to the site folder, in the order of the question.</param>
    public static Result<ImmutableArray<AttemptCount>> Read(JsonElement result, AttemptQuestion question, ImmutableArray<string> files)
    {
        var diagnostics = result.GetProperty("faults").EnumerateArray()
            .Select(fault => AttemptDiagnostics.Of(fault, files[fault.GetProperty("file").GetInt32()])).ToList();
        var counts = new List<AttemptCount>();
        var undated = 0L;
        foreach (var row in result.GetProperty("counts").EnumerateArray())
        {
            var (week, attempts) = (row.GetProperty("cut").GetInt32(), row.GetProperty("n").GetInt64());
            undated += week == Undated ? attempts : 0;
            week = week == Undated ? question.Weeks.Length - 1 : week;
            if (AgeBand.Read(row.GetProperty("age_band").GetString()!) is not { } band)
            {
                diagnostics.Add(AttemptDiagnostics.AgeBandUnreadable(files[0], attempts));
            }
            else if (week < question.Weeks.Length)
            {
                counts.Add(new(row.GetProperty("quiz").GetInt32(), row.GetProperty("area").GetInt32(), band, row.GetProperty("score_band").GetInt32(), week, attempts));
            }
        }

        var bands = counts.Select(count => count.AgeBand).Distinct().ToArray();
        diagnostics.AddRange(from band in bands
                             from other in bands
                             where band.Overlaps(other) && band.CompareTo(other) < 0
                             select AttemptDiagnostics.Overlap(files[0], band, other));
        if (undated > 0 && question.Weeks.Length > 1)
        {
            diagnostics.Add(AttemptDiagnostics.Undated(files[0], undated));
        }

        return new(diagnostics.Exists(diagnostic => diagnostic.Severity == Severity.Error) ? [] : [.. counts], [.. diagnostics]);
    }
}

/// <summary>How many finished attempts of one sort there are. Raw, so it never leaves this room.</summary>
/// <param name="Quiz">Place of the quiz in <see cref="AttemptQuestion.Quizzes"/>.</param>
/// <param name="Area">Place of the area in <see cref="AttemptAreas"/>.</param>
/// <param name="AgeBand">The age band.</param>
/// <param name="ScoreBand">Place in <see cref="ScoreBands.Names"/>.</param>
/// <param name="Week">Place of the first day of <see cref="AttemptQuestion.Weeks"/> that is not before the attempt.</param>
/// <param name="Attempts">1 or more.</param>
internal sealed record AttemptCount(int Quiz, int Area, AgeBand AgeBand, int ScoreBand, int Week, long Attempts);

/// <summary>Says what is wrong with a file of attempts: numbers and places, never what stands there.</summary>
internal static class AttemptDiagnostics
{
    /// <returns>The diagnostic for a fault that the <c>attempts</c> job tells of.</returns>
    /// <param name="file">Path relative to the site folder.</param>
    public static Diagnostic Of(JsonElement fault, string file)
    {
        var line = fault.TryGetProperty("first", out var first) ? first.GetInt32() : 1;
        return fault.GetProperty("code").GetString() switch
        {
            "bad-rows" => BadRows(fault, file, line),
            "empty" => Error("empty", 1, "这个文件是空的。", "请重新导出；不需要的文件请删除。"),
            "missing-columns" => Error("missing-columns", 1, $"表头里没有 {Columns(fault)} 列。", "需要 quiz、area、age_band、score、finished 五列，列名用小写英文。"),
            "columns-twice" => Error("columns-twice", 1, $"表头里 {Columns(fault)} 列出现了两次。", "请只留一列。"),
            "too-many-columns" => Error("too-many-columns", 1, $"表头太长，或列数超过 {fault.GetProperty("most").GetInt32()}。", "请只导出 quiz、area、age_band、score、finished 五列。"),
            "not-utf8" => Error("not-utf8", line, "这个文件不是 UTF-8 编码。", "请在导出时选 UTF-8；用 Excel 另存时选“CSV UTF-8（逗号分隔）”。"),
            "broken-row" => Error("broken-row", line, "这一行的列数与表头不同，或者引号没有配对。", "请重新导出，不要手工改动。"),
            _ => Error("unreadable", 1, "这个文件打不开：可能没有传完，或者不是这种格式。", "请重新导出后再放进来。"),
        };

        Diagnostic Error(string code, int at, string what, string cure) => Diagnostic.Error($"attempts/{code}", new(file, at), what, cure);
    }

    /// <summary>There are files, but not one attempt that counts.</summary>
    public static Diagnostic None(AttemptRequest table) => Diagnostic.Error("attempts/none", table.Where, $"表“{table.Title}”没有任何答题记录。",
        "请把导出的文件放进 input/attempts/，或者从 input/tables.yaml 里去掉这张表。");

    /// <summary>An age that no one has.</summary>
    public static Diagnostic AgeBandUnreadable(string file, long attempts) => Diagnostic.Error("attempts/bad-age-band", new(file),
        $"有 {attempts} 条的年龄段（age_band）不成立，例如前大后小。", "请写成 18-25、60+、18岁以下 这样的年龄段。");

    public static Diagnostic Overlap(string file, AgeBand band, AgeBand other) => Diagnostic.Error("attempts/age-bands-overlap", new(file),
        $"年龄段“{band.Name}”与“{other.Name}”有重叠，同一个人可能算在两段里。", "请统一年龄段后重新导出。");

    public static Diagnostic Undated(string file, long attempts) => Diagnostic.Error("attempts/undated", new(file),
        $"有 {attempts} 条只写了已完成，没有写完成日期，无法与已公布的各期核对。", "请在 finished 列导出完成的日期或时间。");

    private static Diagnostic BadRows(JsonElement fault, string file, int first)
    {
        var rows = fault.GetProperty("rows").GetInt64();
        var column = fault.GetProperty("column").GetString()!;
        var (what, cure) = column switch
        {
            "quiz" => ("不是本站的题目", "quiz 列写题目的编号或标题，与 content/quizzes/ 一致。"),
            "area" => ("不是 input/units.csv 里的地区", "area 列写地区的编号或名称。"),
            "age_band" => ("不是年龄段", "写成 18-25、60+、18岁以下 这样的年龄段。"),
            "score" => ("不是 0 到 100 的分数", "score 列写百分制的分数。"),
            _ => ("不是日期，也不是是否完成", "finished 列写完成的日期或时间，例如 2026-06-07；没有完成的留空。"),
        };

        // A row is a line unless a text in quotes breaks lines; the head is the first.
        var line = file.EndsWith(".parquet", StringComparison.Ordinal) ? 1 : first + 1;
        return Diagnostic.Error($"attempts/bad-{column.Replace('_', '-')}", new(file, line),
            $"有 {rows} 条的 {column} {what}，第一条是第 {first} 条。", cure);
    }

    private static string Columns(JsonElement fault) =>
        string.Join("、", fault.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
}
