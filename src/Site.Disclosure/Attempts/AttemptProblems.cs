using System.Text.Json;
using Site.Model;

namespace Site.Disclosure;

/// <summary>Says what is wrong with a file of attempts: numbers and places, never what stands there.</summary>
internal static class AttemptProblems
{
    /// <returns>The problem for a fault that the <c>attempts</c> job tells of.</returns>
    /// <param name="file">Path relative to the site folder.</param>
    public static Problem Of(JsonElement fault, string file)
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

        Problem Error(string code, int at, string what, string cure) => Problem.Error($"attempts/{code}", new(file, at), what, cure);
    }

    /// <summary>There are files, but not one attempt that counts.</summary>
    public static Problem None(AttemptTable table) => Problem.Error("attempts/none", table.Where, $"表“{table.Title}”没有任何答题记录。",
        "请把导出的文件放进 input/attempts/，或者从 input/tables.yaml 里去掉这张表。");

    /// <summary>An age that no one has.</summary>
    public static Problem AgeBandUnreadable(string file, long attempts) => Problem.Error("attempts/bad-age-band", new(file),
        $"有 {attempts} 条的年龄段（age_band）不成立，例如前大后小。", "请写成 18-25、60+、18岁以下 这样的年龄段。");

    public static Problem Overlap(string file, AgeBand band, AgeBand other) => Problem.Error("attempts/age-bands-overlap", new(file),
        $"年龄段“{band.Name}”与“{other.Name}”有重叠，同一个人可能算在两段里。", "请统一年龄段后重新导出。");

    public static Problem Undated(string file, long attempts) => Problem.Error("attempts/undated", new(file),
        $"有 {attempts} 条只写了已完成，没有写完成日期，无法与已公布的各期核对。", "请在 finished 列导出完成的日期或时间。");

    private static Problem BadRows(JsonElement fault, string file, int first)
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
        return Problem.Error($"attempts/bad-{column.Replace('_', '-')}", new(file, line),
            $"有 {rows} 条的 {column} {what}，第一条是第 {first} 条。", cure);
    }

    private static string Columns(JsonElement fault) =>
        string.Join("、", fault.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
}
