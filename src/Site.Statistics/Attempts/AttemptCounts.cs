using System.Collections.Immutable;
using Site.Core.Diagnostics;
using Site.Statistics.Protection;
using Site.Statistics.Published;
using Site.Statistics.Requests;

namespace Site.Statistics.Attempts;

/// <summary>How many finished attempts of one sort there are. Raw, so it never leaves this project.</summary>
/// <param name="Quiz">Place of the quiz in <see cref="AttemptQuestion.Quizzes"/>.</param>
/// <param name="Area">Place of the area in <see cref="AttemptAreas"/>.</param>
/// <param name="AgeBand">The age band.</param>
/// <param name="ScoreBand">Place in <see cref="ScoreBands.Names"/>.</param>
/// <param name="Week">Place of the first day of <see cref="AttemptQuestion.Weeks"/> that is not before the attempt.</param>
/// <param name="Attempts">1 or more.</param>
internal sealed record AttemptCount(int Quiz, int Area, AgeBand AgeBand, int ScoreBand, int Week, long Attempts);

/// <summary>Turns what was counted into counts of attempts.</summary>
internal static class AttemptCountReader
{
    /// <returns>The counts of all files together, and what is wrong with them; no diagnostic says anything that a row says.</returns>
    /// <param name="tally">What was counted.</param>
    /// <param name="question">What was asked.</param>
    /// <param name="files">Paths of the files relative to the site folder, in the order of the question.</param>
    public static Result<ImmutableArray<AttemptCount>> Read(AttemptTally tally, AttemptQuestion question, ImmutableArray<string> files)
    {
        var diagnostics = tally.Faults.Select(fault => AttemptDiagnostics.Of(fault, files[fault.File])).ToList();
        var counts = new List<AttemptCount>();
        var undated = 0L;
        foreach (var row in tally.Sorts)
        {
            undated += row.Week == AttemptTally.Undated ? row.Attempts : 0;
            var week = row.Week == AttemptTally.Undated ? question.Weeks.Length - 1 : row.Week;
            if (AgeBand.Read(row.AgeBand) is not { } band)
            {
                diagnostics.Add(AttemptDiagnostics.AgeBandUnreadable(files[0], row.Attempts));
            }
            else if (week < question.Weeks.Length)
            {
                counts.Add(new(row.Quiz, row.Area, band, row.ScoreBand, week, row.Attempts));
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

/// <summary>Says what is wrong with files and tables of attempts: numbers and places, never what stands in a row.</summary>
internal static class AttemptDiagnostics
{
    /// <returns>What is wrong with a file.</returns>
    /// <param name="file">Path relative to the site folder.</param>
    public static Diagnostic Of(AttemptFault fault, string file)
    {
        var columns = string.Join("、", fault.Columns);
        return fault.Kind switch
        {
            AttemptFaultKind.BadRows => BadRows(fault, file),
            AttemptFaultKind.Empty => Error("empty", 1, "这个文件是空的。", "请重新导出；不需要的文件请删除。"),
            AttemptFaultKind.MissingColumns => Error("missing-columns", 1, $"表头里没有 {columns} 列。", "需要 quiz、area、age_band、score、finished 五列，列名用小写英文。"),
            AttemptFaultKind.DuplicateColumns => Error("columns-twice", 1, $"表头里 {columns} 列出现了两次。", "请只留一列。"),
            AttemptFaultKind.TooManyColumns => Error("too-many-columns", 1, $"表头太长，或列数超过 {AttemptQuestion.MostColumns}。", "请只导出 quiz、area、age_band、score、finished 五列。"),
            AttemptFaultKind.NotUtf8 => Error("not-utf8", fault.First, "这个文件不是 UTF-8 编码。", "请在导出时选 UTF-8；用 Excel 另存时选“CSV UTF-8（逗号分隔）”。"),
            AttemptFaultKind.BrokenRow => Error("broken-row", fault.First, "这一行的列数与表头不同，引号没有配对，或者太长。", "请重新导出，不要手工改动。"),
            _ => Error("unreadable", 1, "这个文件打不开：可能没有传完，或者不是这种格式。", "请重新导出后再放进来。"),
        };

        Diagnostic Error(string code, int line, string message, string help) => Diagnostic.Error($"attempts/{code}", new(file, line), message, help);
    }

    /// <summary>There are files, but not one attempt that counts.</summary>
    public static Diagnostic None(AttemptRequest request) => Diagnostic.Error("attempts/none", request.Location, $"表“{request.Title}”没有任何答题记录。",
        "请把导出的文件放进 input/attempts/，或者从 input/tables.yaml 里去掉这张表。");

    /// <summary>An age that no one has.</summary>
    public static Diagnostic AgeBandUnreadable(string file, long attempts) => Diagnostic.Error("attempts/bad-age-band", new(file),
        $"有 {attempts} 条的年龄段（age_band）不成立，例如前大后小。", "请写成 18-25、60+、18岁以下 这样的年龄段。");

    public static Diagnostic Overlap(string file, AgeBand band, AgeBand other) => Diagnostic.Error("attempts/age-bands-overlap", new(file),
        $"年龄段“{band.Name}”与“{other.Name}”有重叠，同一个人可能算在两段里。", "请统一年龄段后重新导出。");

    public static Diagnostic Undated(string file, long attempts) => Diagnostic.Error("attempts/undated", new(file),
        $"有 {attempts} 条只写了已完成，没有写完成日期，无法与已公布的各期核对。", "请在 finished 列导出完成的日期或时间。");

    /// <summary>An earlier release was broken down by other dimensions.</summary>
    public static Diagnostic OtherDimensions(AttemptRequest request, SafeTable earlier) => Diagnostic.Error("attempts/other-dimensions", request.Location,
        $"表“{request.Title}”以前按“{string.Join("、", earlier.Dimensions.Select(dimension => dimension.Id))}”公布过，现在的维度不同，两种合在一起会让人推算出隐去的数。",
        "请把 dimensions 改回原样。");

    /// <summary>What was published is no longer what the files give.</summary>
    public static Diagnostic Changed(AttemptRequest request, int cells) => Diagnostic.Error("attempts/changed-since-release", request.Location,
        $"表“{request.Title}”有 {cells} 格与以前公布的同一日期的数不一致，导出的文件可能不完整，或者平台改过记录。",
        "请导出活动开始以来的全部记录；平台确有更正的，请另用一个新的题目编号统计。");

    public static Diagnostic TooFine(AttemptRequest request, TooFine fault) => Diagnostic.Error("disclosure/table-too-fine", request.Location,
        $"表“{request.Title}”分得太细：{fault}。", "请去掉一个维度（例如 age_band），或写 areas: district，把街道并到区县。");

    public static Diagnostic CannotProtect(AttemptRequest request, string cell) => Diagnostic.Error("disclosure/cannot-protect", request.Location,
        $"表“{request.Title}”不能公布：“{cell}”这一格可由已公布的各期推算得太准，而可以一同隐去的格都已公布过或为零。",
        "请去掉一个维度，或把街道并到区县，或等下一期再公布。");

    private static Diagnostic BadRows(AttemptFault fault, string file)
    {
        var column = fault.Columns[0];
        var (message, help) = column switch
        {
            "quiz" => ("不是本站的题目", "quiz 列写题目的编号或标题，与 content/quizzes/ 一致。"),
            "area" => ("不是 input/units.csv 里的地区", "area 列写地区的编号或名称。"),
            "age_band" => ("不是年龄段", "写成 18-25、60+、18岁以下 这样的年龄段。"),
            "score" => ("不是 0 到 100 的分数", "score 列写百分制的分数。"),
            _ => ("不是日期，也不是是否完成", "finished 列写完成的日期或时间，例如 2026-06-07；没有完成的留空。"),
        };

        // A row is a line unless a text in quotes breaks lines; the head is the first.
        var line = file.EndsWith(".parquet", StringComparison.Ordinal) ? 1 : fault.First + 1;
        return Diagnostic.Error($"attempts/bad-{column.Replace('_', '-')}", new(file, line),
            $"有 {fault.Rows} 条的 {column} {message}，第一条是第 {fault.First} 条。", help);
    }
}
