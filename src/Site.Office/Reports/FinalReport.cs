using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Campaigns;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Office;
using Site.Office.Duties;
using Site.Office.Papers;
using Site.Office.Plans;
using Site.Office.Summaries;
using Site.Statistics.Forms;

namespace Site.Office.Reports;

/// <summary>
/// <c>site office report</c>: the skeleton of the final report. Each figure says where it is from; what the program cannot know is a gap to fill. It praises nothing.
/// </summary>
public static class FinalReport
{
    private const int MostNews = 60;
    private const int MostColumns = 5;

    /// <param name="website">The site with what is out on the day.</param>
    /// <param name="asOf">Returns and pages up to this day count.</param>
    /// <returns>The report as Markdown and as a Word document.</returns>
    public static ImmutableArray<OfficeFile> Make(OfficeInput input, Website website, DateOnly asOf)
    {
        var blocks = Blocks(input, website, asOf);
        return
        [
            new($"{asOf.Year}年总结.md", Encoding.UTF8.GetBytes(PaperTexts.Markdown(blocks))),
            new($"{asOf.Year}年总结.docx", DocumentWriter.Write(blocks)),
        ];
    }

    private static ImmutableArray<PaperBlock> Blocks(OfficeInput input, Website website, DateOnly asOf)
    {
        var campaign = website.Of<CampaignPage>().FirstOrDefault(page => page.Year == asOf.Year);
        var summaries = input.Statistics.Forms.Collected.Select(form => FormSummary.All(input, form.Id, asOf).Value).Where(all => !all.IsEmpty).ToImmutableArray();
        return
        [
            new PaperBlock.Title($"{website.Settings.Organiser}{asOf.Year}年“安全生产月”活动总结"),
            new PaperBlock.Note($"{(input.Duties.IsSample ? "（示例）" : "")}初稿，内部材料：数没有经过保护处理，报出前请核对；{PaperTexts.Gap}的地方由人来写。"),
            new PaperBlock.Heading(1, "一、基本情况"),
            new PaperBlock.Text(campaign is null
                ? $"{PaperTexts.Gap}活动的主题、时间和组织情况（content/campaigns/ 里没有 {asOf.Year} 年的活动页）。"
                : $"{campaign.Year}年是第{campaign.Edition}个全国“安全生产月”，主题是“{campaign.Slogan}”，时间为{ChineseDays.Write(campaign.Start)}至{ChineseDays.Write(campaign.End)}。（来源：活动页 {campaign.Address}）"),
            .. Duties(input, asOf),
            new PaperBlock.Text($"{PaperTexts.Gap}组织领导、动员部署的情况。"),
            new PaperBlock.Heading(1, "二、各项活动开展情况"),
            .. summaries.SelectMany(all => Sections(all[0])),
            .. summaries.IsEmpty ? [new PaperBlock.Text($"{PaperTexts.Gap}还没有单位报送的统计表。")] : Array.Empty<PaperBlock>(),
            new PaperBlock.Heading(1, "三、方案任务完成情况"),
            .. Plan(input, website, asOf),
            new PaperBlock.Heading(1, "四、各地情况"),
            .. summaries.SelectMany(Districts),
            new PaperBlock.Heading(1, "五、新闻宣传"),
            .. News(website, asOf),
            new PaperBlock.Heading(1, "六、与上年比较"),
            .. summaries.SelectMany(all => LastYear(input, all[0], asOf)),
            .. summaries.IsEmpty ? [new PaperBlock.Text($"{PaperTexts.Gap}没有可以比较的数。")] : Array.Empty<PaperBlock>(),
            new PaperBlock.Heading(1, "七、存在的问题"),
            .. Late(input, asOf),
            new PaperBlock.Text($"{PaperTexts.Gap}活动中发现的问题和原因。"),
            new PaperBlock.Heading(1, "八、下一步打算"),
            new PaperBlock.Text(PaperTexts.Gap),
        ];
    }

    private static IEnumerable<PaperBlock> Duties(OfficeInput input, DateOnly asOf)
    {
        var over = input.StatesOn(asOf).Where(item => item.Day <= asOf).ToList();
        return over.Count == 0 ? [] :
        [
            new PaperBlock.Text($"截至{ChineseDays.Write(asOf)}，{over.Select(item => item.Unit.Id).Distinct().Count()}个单位应报送材料{over.Count}件次，已报{over.Count(item => item.IsDone)}件次，其中迟报{over.Count(item => item.State == DutyState.HandedInLate)}件次。（来源：{DutyList.Path} 和报送记录）"),
        ];
    }

    /// <summary>A paragraph a section of the form: its sentences with the sums in their blanks, those without a figure left out.</summary>
    private static IEnumerable<PaperBlock> Sections(FormSummary summary)
    {
        var form = summary.Form;
        yield return new PaperBlock.Note($"来源：{form.Title}（{form.Id}），截至{summary.AsOf:yyyy-MM-dd}，{summary.Members.Length}个单位中{summary.Members.Length - NeverReported(summary)}个报过数的合计。");
        foreach (var section in form.Sections)
        {
            var rows = summary.Rows.Where(row => row.Indicator.Section == section.Id && row.Reported > 0 && !SummaryRemarks.IsClosed(row.Indicator)).ToList();
            if (rows.Count == 0)
            {
                continue;
            }

            yield return new PaperBlock.Heading(2, section.Title);
            yield return new PaperBlock.Text(string.Join("；", rows.Select(row => row.Indicator.Kind == IndicatorKind.Boolean
                ? $"{row.Indicator.Label}：{SummaryRemarks.Share(summary, row)}"
                : $"{row.Indicator.Label}{row.Total:N0}{row.Indicator.Unit}（{row.Reported}个单位报送）")) + "。");
            yield return new PaperBlock.Text($"{PaperTexts.Gap}主要做法和实例，写明哪个单位、哪一天。");
        }
    }

    private static int NeverReported(FormSummary summary) =>
        Enumerable.Range(0, summary.Members.Length).Count(at => summary.Rows.All(row => row.Now[at] is null));

    private static IEnumerable<PaperBlock> Plan(OfficeInput input, Website website, DateOnly asOf)
    {
        var board = PlanBoard.Of(input.Plan, website, input, asOf);
        return board.IsEmpty ? [new PaperBlock.Text($"{PaperTexts.Gap}还没有 {PlanList.Path}，写了以后这里会列出每项任务的进度。")] :
        [
            new PaperBlock.Table(["任务", "责任单位", "期限", "进度", "依据"],
                [.. board.Select(item => ImmutableArray.Create(item.Task.Title, item.Task.Office, item.Task.Deadline is { } day ? $"{day:yyyy-MM-dd}" : "", PlanBoard.Label(item.State), item.Evidence.Length > 0 ? item.Evidence : PaperTexts.Gap))]),
        ];
    }

    private static IEnumerable<PaperBlock> Districts(ImmutableArray<FormSummary> all)
    {
        var districts = all.Where(summary => summary.Scope.Unit is { Parent: not null }).ToList();
        var shown = all[0].Rows.Where(row => row.Indicator.Kind == IndicatorKind.Count && row.Total > 0 && !SummaryRemarks.IsClosed(row.Indicator)).Take(MostColumns).Select(row => row.Indicator).ToList();
        return districts.Count == 0 || shown.Count == 0 ? [] :
        [
            new PaperBlock.Note($"来源：{all[0].Form.Title}，截至{all[0].AsOf:yyyy-MM-dd}；空着的是没有单位报过。"),
            new PaperBlock.Table(["地区", "报送", .. shown.Select(indicator => $"{indicator.Label}（{indicator.Unit}）")],
                [.. districts.Select(summary => ImmutableArray.Create(
                    [summary.Scope.Name, $"{summary.Members.Length - NeverReported(summary)}/{summary.Members.Length}", .. shown.Select(indicator => $"{summary.Rows.Single(row => row.Indicator == indicator).Total:N0}")]))]),
        ];
    }

    private static IEnumerable<PaperBlock> News(Website website, DateOnly asOf)
    {
        var news = website.Of<NewsPage>().Where(page => page.Date is { } day && day.Year == asOf.Year && day <= asOf).OrderBy(page => page.Date).ThenBy(page => page.Address, StringComparer.Ordinal).ToList();
        return news.Count == 0 ? [new PaperBlock.Text($"{PaperTexts.Gap}这一年网站还没有发布新闻。")] :
        [
            new PaperBlock.Text($"{asOf.Year}年截至{ChineseDays.Write(asOf)}，网站发布新闻{news.Count}篇。（来源：本站 content/news/）"),
            .. news.Take(MostNews).Select(page => new PaperBlock.Item($"{ChineseDays.Write(page.Date!.Value)}　{page.Title}", new Uri(website.Settings.Url, "." + page.Address).AbsoluteUri)),
            .. news.Count > MostNews ? [new PaperBlock.Text($"……等{news.Count}篇。")] : Array.Empty<PaperBlock>(),
            new PaperBlock.Text($"{PaperTexts.Gap}报纸、电视、新媒体刊播的情况。"),
        ];
    }

    /// <summary>What forms of the year before counted under the same concept in the same unit, up to the same day of that year.</summary>
    private static IEnumerable<PaperBlock> LastYear(OfficeInput input, FormSummary now, DateOnly asOf)
    {
        var day = asOf.AddYears(-1);
        var before = input.Statistics.Forms.Collected.SelectMany(form => FormSummary.All(input, form.Id, day).Value.Take(1)).SelectMany(summary => summary.Rows)
            .Where(row => row.Indicator is { Kind: IndicatorKind.Count, Concept: not null } && row.Total is not null)
            .GroupBy(row => (row.Indicator.Concept, row.Indicator.Unit)).ToDictionary(same => same.Key, same => same.Sum(row => row.Total!.Value));
        var rows = now.Rows.Where(row => row.Indicator is { Kind: IndicatorKind.Count, Concept: not null } && row.Total is not null && !SummaryRemarks.IsClosed(row.Indicator) && before.ContainsKey((row.Indicator.Concept, row.Indicator.Unit)))
            .Select(row => (row, Before: before[(row.Indicator.Concept, row.Indicator.Unit)])).ToList();
        return rows.Count == 0 ? [new PaperBlock.Text($"{PaperTexts.Gap}{now.Form.Title}没有 {day.Year} 年可以比较的数。")] :
        [
            new PaperBlock.Note($"来源：两年各单位报送的合计，{day:yyyy-MM-dd} 和 {asOf:yyyy-MM-dd}，口径（concept）和计量单位都相同的才比较。"),
            new PaperBlock.Table(["指标", "单位", $"{day.Year}年", $"{asOf.Year}年", "增减"],
                [.. rows.Select(pair => ImmutableArray.Create(pair.row.Indicator.Label, pair.row.Indicator.Unit, $"{pair.Before:N0}", $"{pair.row.Total:N0}", (pair.row.Total!.Value - pair.Before).ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture)))]),
        ];
    }

    private static IEnumerable<PaperBlock> Late(OfficeInput input, DateOnly asOf)
    {
        var late = input.StatesOn(asOf).Where(item => item.State == DutyState.Late).ToList();
        return late.Count == 0 ? [] : [new PaperBlock.Text($"截至{ChineseDays.Write(asOf)}，还有{late.Select(item => item.Unit.Id).Distinct().Count()}个单位{late.Count}件次材料没有报送。（来源：{DutyList.Path} 和报送记录）")];
    }
}
