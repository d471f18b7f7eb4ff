using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Office;
using Site.Core.Text;
using Site.Exposures.Released;
using Site.Office.Duties;
using Site.Statistics.Policies;
using Site.Statistics.Published;

namespace Site.Office.Plans;

/// <summary>How a task stands.</summary>
internal enum TaskState
{
    NotBegun,
    UnderWay,
    Done,

    /// <summary>The deadline is over, and nothing shows that it is done.</summary>
    Late,
}

/// <summary>A task as it stands on a day.</summary>
/// <param name="Evidence">What shows it, in words; empty where nothing does.</param>
/// <param name="Shown">The page that shows it, or null.</param>
internal sealed record PlanItem(PlanTask Task, TaskState State, string Evidence, Page? Shown);

/// <summary><c>site office plan</c>: the tasks of the plan and how they stand.</summary>
public static class PlanBoard
{
    /// <summary>What the page begins with that the command may write anew.</summary>
    private const string Mark = "# 由 site office plan --page 写出；改了 input/plan.yaml 以后重新写出，不要在这里改。";

    private const string PagePath = "content/pages/plan.md";

    /// <returns>The board as lines for a terminal, with the tasks that nothing on the site shows.</returns>
    public static ImmutableArray<string> Lines(OfficeInput input, Website website, DateOnly asOf)
    {
        var board = Of(input.Plan, website, input, asOf);
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.Add($"{(input.Plan.IsSample ? "（示例）" : "")}截至 {asOf:yyyy-MM-dd}：{string.Join("，", Enum.GetValues<TaskState>().Select(state => $"{Label(state)} {board.Count(item => item.State == state)}"))}，共 {board.Length} 项。");
        foreach (var section in board.GroupBy(item => item.Task.Section))
        {
            lines.Add("");
            lines.Add(section.Key.Length > 0 ? section.Key : "任务");
            lines.AddRange(section.Select(item =>
                $"  [{Label(item.State)}] {item.Task.Title}　{item.Task.Office}{(item.Task.Deadline is { } day ? $"　{day:yyyy-MM-dd} 前" : "")}{(item.Evidence.Length > 0 ? $"　{item.Evidence}" : "")}"));
        }

        var uncovered = board.Where(item => item.Task.IsUncovered).Select(item => item.Task.Title).ToList();
        lines.Add("");
        lines.Add(uncovered.Count == 0 ? "每项任务在网站上都有页面、活动或者数字。" : $"这些任务在网站上没有页面、活动或者数字（plan.yaml 里没有写 pages、indicators）：{string.Join("、", uncovered)}。");
        return lines.DrainToImmutable();
    }

    /// <returns>The board as a workbook.</returns>
    public static OfficeFile Workbook(OfficeInput input, Website website, DateOnly asOf)
    {
        var board = Of(input.Plan, website, input, asOf);
        return new("任务进度.xlsx", WorkbookWriter.Write(new BookSheet("任务进度", [16, 40, 20, 12, 12, 10, 44, 14],
        [
            BookRow.Across(BookStyle.Title, $"{(input.Plan.IsSample ? "（示例）" : "")}{input.Plan.Year}年活动方案任务进度（截至 {asOf:yyyy-MM-dd}）", lines: 2),
            BookRow.Across(BookStyle.Note, "内部材料，只供办公室用。"),
            BookRow.Of(BookStyle.Heading, "部分", "任务", "责任单位", "开始", "期限", "进度", "依据", "网站上有没有"),
            .. board.Select(item => new BookRow(
            [
                BookCell.Of(item.Task.Section), BookCell.Of(item.Task.Title), BookCell.Of(item.Task.Office),
                BookCell.Of(item.Task.Begins is { } begins ? $"{begins:yyyy-MM-dd}" : ""), BookCell.Of(item.Task.Deadline is { } deadline ? $"{deadline:yyyy-MM-dd}" : ""),
                BookCell.Of(Label(item.State), item.State switch { TaskState.Late => BookStyle.Marked, TaskState.Done => BookStyle.Good, _ => BookStyle.Plain }),
                BookCell.Of(item.Evidence), BookCell.Of(item.Task.IsUncovered ? "没有" : "有", item.Task.IsUncovered ? BookStyle.Marked : BookStyle.Plain),
            ])),
        ])
        { Heading = 3, FrozenColumns = 2, IsLandscape = true }));
    }

    /// <summary>The public version: task, office and state, as far as what is public shows it. Unpublished figures never decide it.</summary>
    /// <param name="existing">The page as it is, or null where there is none.</param>
    /// <returns>The page, or null and <c>plan/missing-file</c>, <c>plan/not-public</c> or <c>plan/own-page</c>.</returns>
    public static Result<OfficeFile?> PublicPage(OfficeInput input, Website website, PublicInput published, InputPolicy policy, string? existing, DateOnly asOf)
    {
        var tasks = input.Plan.Tasks.Where(task => task.IsPublic).ToImmutableArray();
        if (input.Plan.Year == 0)
        {
            return new(null, [Missing()]);
        }

        if (!policy.PublishesPlan || tasks.IsEmpty)
        {
            return new(null, [Diagnostic.Error("plan/not-public", new(InputPolicy.Path), "方案的任务进度没有定为可以公开。", "要公开的，在 input/policy.yaml 写 publishPlan: true；个别不公开的任务在 plan.yaml 里写 public: false。")]);
        }

        if (existing is not null && !existing.Contains(Mark, StringComparison.Ordinal))
        {
            return new(null, [Diagnostic.Error("plan/own-page", new(PagePath), "这一页是手工写的，没有改动它。", "要用程序写出的，先把它改名或者删掉。")]);
        }

        var text = new StringBuilder("---\n" + Mark + "\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {input.Plan.Year}年活动任务进度{(input.Plan.IsSample ? "（示例）" : "")}\ndate: {asOf:yyyy-MM-dd}\n");
        text.Append(CultureInfo.InvariantCulture, $"summary: 活动方案的{tasks.Length}项任务由谁负责、进行到哪一步（截至{ChineseDays.Write(asOf)}）。\nsource: {website.Settings.Organiser}活动方案\nreviewer: {website.Settings.Reviewer ?? "请写审核的科室"}\n---\n");
        foreach (var section in tasks.GroupBy(task => task.Section))
        {
            text.Append(section.Key.Length > 0 ? $"\n## {MarkdownEscape.Inline(section.Key)}\n" : "").Append("\n| 任务 | 责任单位 | 期限 | 进度 |\n| --- | --- | --- | --- |\n");
            foreach (var item in section.Select(task => OfPublic(task, website, published, asOf)))
            {
                var title = Cell(item.Task.Title);
                text.Append(CultureInfo.InvariantCulture, $"| {(item.Shown is { } page ? $"[{title}](../{page.Path["content/".Length..]})" : title)} | {Cell(item.Task.Office)} | {(item.Task.Deadline is { } day ? ChineseDays.Write(day) : "—")} | {Label(item.State)} |\n");
            }
        }

        return new(new(PagePath, Encoding.UTF8.GetBytes(text.ToString())), []);

        static string Cell(string words) => MarkdownEscape.Inline(words).Replace("|", "\\|", StringComparison.Ordinal);
    }

    /// <returns>What to do where there is no plan.</returns>
    public static Diagnostic Missing() => Diagnostic.Error("plan/missing-file", new(PlanList.Path), "还没有活动方案的任务。", "新建 input/plan.yaml，一项任务一条：id、title、office、deadline，和看得出办成了的 pages 或 indicators；写法见 input/README.md。");

    internal static string Label(TaskState state) => state switch
    {
        TaskState.Done => "已完成",
        TaskState.UnderWay => "进行中",
        TaskState.Late => "已逾期",
        _ => "未开始",
    };

    /// <returns>How each task stands, by pages, by sums of returns and by duties.</returns>
    internal static ImmutableArray<PlanItem> Of(PlanList plan, Website website, OfficeInput input, DateOnly asOf)
    {
        var owed = input.StatesOn(asOf).ToLookup(item => item.Duty.Id, StringComparer.Ordinal);
        return [.. plan.Tasks.Select(task =>
        {
            var proofs = Pages(task, website, asOf).ToList();
            foreach (var indicator in task.Indicators)
            {
                var sum = input.Statistics.PlanOf(asOf.Year)?.Areas.Reporters.Sum(unit => input.Statistics.Ledger.At(unit.Id, indicator.Id, asOf) ?? 0) ?? 0;
                proofs.Add(new(sum >= task.AtLeast, sum > 0, $"{indicator.Label} {sum}{indicator.Unit}{(task.AtLeast > 1 ? $"/{task.AtLeast}" : "")}", null));
            }

            if (task.Duty is { } duty)
            {
                var items = owed[duty.Id].ToList();
                var done = items.Count(item => item.IsDone || item.State == DutyState.Overtaken);
                proofs.Add(new(items.Count > 0 && done == items.Count, done > 0, $"{duty.Title} 已报 {done}/{items.Count}", null));
            }

            return Item(task, proofs, asOf);
        })];
    }

    /// <summary>How a task stands for whoever sees only what is published.</summary>
    private static PlanItem OfPublic(PlanTask task, Website website, PublicInput published, DateOnly asOf)
    {
        var proofs = Pages(task, website, asOf).ToList();
        var release = published.Statistics.LastOrDefault(release => release.AsOf <= asOf);
        proofs.AddRange(task.Indicators.Select(indicator => Total(release, indicator.Id) is { } total
            ? new Proof(total >= task.AtLeast, total > 0, "", null)
            : new Proof(false, false, "", null)));
        return Item(task, proofs, asOf);
    }

    private static PlanItem Item(PlanTask task, List<Proof> proofs, DateOnly asOf)
    {
        var isDone = task.Done <= asOf || (proofs.Count > 0 && proofs.TrueForAll(proof => proof.IsDone));
        var state = isDone ? TaskState.Done
            : task.Deadline < asOf ? TaskState.Late
            : proofs.Exists(proof => proof.HasBegun) || task.Begins <= asOf ? TaskState.UnderWay
            : TaskState.NotBegun;
        var evidence = string.Join("；", proofs.Select(proof => proof.Words).Append(task.Done is { } day ? $"{day:yyyy-MM-dd} 记为已完成" : "").Where(words => words.Length > 0));
        return new(task, state, evidence, proofs.Select(proof => proof.Page).FirstOrDefault(page => page is not null));
    }

    private static IEnumerable<Proof> Pages(PlanTask task, Website website, DateOnly asOf)
    {
        foreach (var written in task.Pages)
        {
            var page = website.ById.GetValueOrDefault(written) ?? website.ByPath.GetValueOrDefault(written) ?? website.ByAddress.GetValueOrDefault(written.EndsWith('/') ? written : written + "/");
            yield return page switch
            {
                null => new(false, false, $"还没有页面 {Quoted.Field(written)}", null),
                EventPage happening when happening.Start.Day > asOf => new(false, true, $"活动定在 {happening.Start.Day:yyyy-MM-dd}：{page.Title}", page),
                _ => new(true, true, $"{page.Type.Label}：{page.Title}", page),
            };
        }
    }

    /// <returns>The total of an indicator that a release shows; null where it shows none.</returns>
    private static long? Total(SafeRelease? release, string indicator)
    {
        foreach (var table in release?.Tables ?? [])
        {
            var at = table.Indicators.Select(known => known.Id).ToList().IndexOf(indicator);
            if (at >= 0 && SafeDimensions.HaveTotals(table) && table.At(at, SafeDimensions.Total(table)) is Cell.Shown shown)
            {
                return shown.Value;
            }
        }

        return null;
    }

    /// <summary>One thing that shows how far a task is.</summary>
    private sealed record Proof(bool IsDone, bool HasBegun, string Words, Page? Page);
}
