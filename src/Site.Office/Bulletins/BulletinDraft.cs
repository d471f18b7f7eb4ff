using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Pages;
using Site.Content.Types;
using Site.Content.Websites;
using Site.Core.Office;
using Site.Exposures.Released;
using Site.Office.Duties;
using Site.Office.Papers;
using Site.Statistics.Published;

namespace Site.Office.Bulletins;

/// <summary><c>site office bulletin</c>: the weekly bulletin from news, events and figures that are public, and nothing else.</summary>
public static class BulletinDraft
{
    private const int MostItems = 30;

    /// <param name="website">The site with what is out on the last day of the week.</param>
    /// <param name="input">What of <c>input/</c> is public.</param>
    /// <param name="day">A day of the week, which goes from Monday to Sunday.</param>
    /// <returns>The page, a draft, by its path in the site folder; and a Word document and a text for chats for the office's folder.</returns>
    public static (OfficeFile Page, ImmutableArray<OfficeFile> Papers) Make(Website website, PublicInput input, DateOnly day)
    {
        var from = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var to = from.AddDays(6);
        var issue = website.Of<BulletinPage>().Select(page => page.Issue).DefaultIfEmpty(0).Max() + 1;
        var title = $"安全生产月工作简报第{issue}期（{ChineseDays.Write(from)}至{ChineseDays.Write(to)}）";
        var release = input.Statistics.LastOrDefault(release => release.AsOf <= to);
        var path = string.Create(CultureInfo.InvariantCulture, $"content/bulletins/{to:yyyy-MM-dd}.md");
        var blocks = Blocks(website, release, from, to);
        var head = new StringBuilder("---\n");
        head.Append(CultureInfo.InvariantCulture, $"title: {title}\ndate: {to:yyyy-MM-dd}\nissue: {issue}\nfrom: {from:yyyy-MM-dd}\nto: {to:yyyy-MM-dd}\n");
        head.Append(CultureInfo.InvariantCulture, $"summary: {ChineseDays.Write(from)}至{ChineseDays.Write(to)}的新闻、活动和已经公布的数。\n");
        head.Append(CultureInfo.InvariantCulture, $"source: 本站公开的新闻、活动和统计数据（截至{to:yyyy-MM-dd}）\nreviewer: {website.Settings.Reviewer ?? "请写审核的科室"}\n");
        head.Append("draft: true # 核对、补充、签核以后删掉这一行，这一页才会发布\n---\n\n");
        ImmutableArray<PaperBlock> whole = [new PaperBlock.Title(title), new PaperBlock.Note($"{website.Settings.Organiser}　{to.Year}年{ChineseDays.Write(to)}"), .. blocks.Select(block => Absolute(block, website.Settings.Url))];
        return (
            new(path, Encoding.UTF8.GetBytes(head + PaperTexts.Markdown([.. blocks.Select(block => Relative(block, website))]))),
            [new($"{to:yyyy-MM-dd}.docx", DocumentWriter.Write(whole)), new($"{to:yyyy-MM-dd}.txt", Encoding.UTF8.GetBytes(PaperTexts.Plain(whole, website.Settings.Url)))]);
    }

    private static ImmutableArray<PaperBlock> Blocks(Website website, SafeRelease? release, DateOnly from, DateOnly to)
    {
        var news = website.Of<NewsPage>().Where(page => page.Date >= from && page.Date <= to).OrderBy(page => page.Date).ThenBy(page => page.Address, StringComparer.Ordinal).Take(MostItems);
        var held = Events(website, from, to);
        var coming = Events(website, to.AddDays(1), to.AddDays(7));
        return
        [
            new PaperBlock.Heading(1, "本周动态"),
            .. Items(news, page => $"{ChineseDays.Write(page.Date!.Value)}　{page.Title}{(page.Unit is { } unit ? $"（{unit}）" : "")}", "本周网站没有发布新闻。"),
            new PaperBlock.Heading(1, "本周活动"),
            .. Items(held, What, "本周没有公布的活动。"),
            new PaperBlock.Heading(1, "下周安排"),
            .. Items(coming, What, "下周还没有公布的活动。"),
            new PaperBlock.Heading(1, "数字"),
            .. Figures(release),
            new PaperBlock.Heading(1, "问题和下一步"),
            new PaperBlock.Text($"{PaperTexts.Gap}本周发现的问题、下一步的安排；没有的，删掉这一节。"),
        ];

        static string What(EventPage page) => $"{ChineseDays.Write(page.Start.Day)}{(page.Start.Time is { } time ? $" {time:HH:mm}" : "")}　{page.Title}{(page.Place is { } place ? $"（{place}）" : "")}";
    }

    private static IEnumerable<PaperBlock> Figures(SafeRelease? release)
    {
        if (release is null)
        {
            return [new PaperBlock.Text("还没有公布的统计数据。")];
        }

        var totals = PublicFigures.Of(release);
        return
        [
            new PaperBlock.Text($"{(release.IsSample ? "（示例）" : "")}截至{ChineseDays.Write(release.AsOf)}{(release.Coverage is { } coverage ? $"，{coverage.Reported}/{coverage.Expected}个单位已报送" : "")}：{(totals.IsEmpty ? "没有可以公布的合计" : string.Join("、", totals))}。"),
            new PaperBlock.Item(release.Title, StatisticsUrls.Of(release)),
        ];
    }

    private static IEnumerable<EventPage> Events(Website website, DateOnly from, DateOnly to) =>
        website.Of<EventPage>().Where(page => page.Start.Day <= to && (page.End?.Day ?? page.Start.Day) >= from).OrderBy(page => page.Start.Day).ThenBy(page => page.Address, StringComparer.Ordinal).Take(MostItems);

    private static IEnumerable<PaperBlock> Items<T>(IEnumerable<T> pages, Func<T, string> what, string none)
        where T : Page =>
        pages.Select(page => (PaperBlock)new PaperBlock.Item(what(page), page.Address)).DefaultIfEmpty(new PaperBlock.Text(none));

    /// <summary>For the page: a link to the file of another page, or to an address that figures have.</summary>
    private static PaperBlock Relative(PaperBlock block, Website website) =>
        block is PaperBlock.Item { Address: { } address } item && website.ByAddress.TryGetValue(address, out var page) ? item with { Address = "../" + page.Path["content/".Length..] } : block;

    private static PaperBlock Absolute(PaperBlock block, Uri site) =>
        block is PaperBlock.Item { Address: { } address } item && address.StartsWith('/') ? item with { Address = new Uri(site, "." + address).AbsoluteUri } : block;
}
