using System.Globalization;
using System.Text.RegularExpressions;
using Site.Content.Pages;
using Site.Content.Websites;
using Site.Core.Diagnostics;
using Site.Core.Text;

namespace Site.Content.Rules;

/// <summary>Finds titles that do not fit where titles are shown, and titles that do not tell two pages of a kind apart.</summary>
internal static class Titles
{
    /// <summary>Characters that fit two lines of a telephone and one of a search result.</summary>
    private const int Longest = 60;

    public static IEnumerable<Diagnostic> Find(Website website)
    {
        var firsts = new Dictionary<(ContentType, string), Page>();
        foreach (var page in website.Pages.Where(page => page.Title.Length > 0))
        {
            if (page.Title.Length > Longest && page.Title.EnumerateRunes().Count() is var length and > Longest)
            {
                yield return Diagnostic.Warning("page/long-title", page.Locations["title"],
                    $"标题有 {length} 个字，列表和搜索结果里只看得到前面一部分。", $"缩短到 {Longest} 个字以内，其余写进 summary。");
            }

            if (!firsts.TryAdd((page.Type, page.Title), page))
            {
                yield return Diagnostic.Warning("page/same-title", page.Locations["title"],
                    $"标题 “{Quoted.Short(page.Title)}” 和 {Quoted.Short(firsts[(page.Type, page.Title)].Path)} 的一样，读者分不清。", "把其中一个写得更具体。");
            }
        }
    }
}

/// <summary>
/// Finds old addresses of pages that are a list of a sector, an audience, a tag or a year now. What does not depend on the pages (<c>/guides/</c>),
/// and what belongs to another page, is found on reading.
/// </summary>
internal static class RedirectTargets
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from page in website.Pages
        from old in page.RedirectFrom
        where old.Target.Trim('/').Contains('/', StringComparison.Ordinal) && website.HasList(old.Target)
        select Diagnostic.Error("redirect/address-taken", old.Location,
            $"旧地址 “{Quoted.Short(old.Target)}” 现在是本站一个列表的地址。", "从 redirectFrom 里删掉它。");
}

/// <summary>Finds pages that should have been checked again by now, whatever their type: old advice can hurt someone.</summary>
internal static class OverdueReviews
{
    public static IEnumerable<Diagnostic> Find(Website website) =>
        from page in website.Pages
        where page.Type.ReviewByOf(page) < website.AsOf
        select Find(page, page.Type.ReviewTexts, website.AsOf);

    private static Diagnostic Find(Page page, ReviewTexts texts, DateOnly today) => Diagnostic.Warning(
        $"{page.Type.Name}/review-overdue", page.Locations["reviewBy"],
        $"{texts.Subject}应在 {page.Type.ReviewByOf(page):yyyy-MM-dd} 前复核，今天是 {today:yyyy-MM-dd}{(texts.Consequence.Length > 0 ? "，" : "")}{texts.Consequence}。",
        $"{texts.Task}，再把 reviewBy 改到下一次。");
}

/// <summary>Finds what the type of a page finds wrong with it.</summary>
internal static class PageProblems
{
    public static IEnumerable<Diagnostic> Find(Website website) => website.Pages.SelectMany(page => page.Type.ProblemsOf(page));
}

/// <summary>Finds days that cannot be: of an update, or of what a type tells of as past, after the day of the build; of an update before the page; another than the file's name says.</summary>
internal static partial class ImpossibleDays
{
    public static IEnumerable<Diagnostic> Find(Website website) => website.Pages.SelectMany(page => Find(page, website.AsOf));

    private static IEnumerable<Diagnostic> Find(Page page, DateOnly today)
    {
        if (page.Date is { } date && DayOf(page.Path) is { } named && !IsDay(page.Path.AsSpan(named), date) && page.Locations.IsRead("date"))
        {
            yield return Diagnostic.Warning("page/date-unlike-path", page.Locations["date"],
                $"“date” 是 {date:yyyy-MM-dd}，文件夹和文件名说的是 {page.Path[named].Replace('/', '-')}。", "核对年、月、日；日期没有写错，就给文件改名。");
        }

        foreach (var (field, day) in page.Type.PastDaysOf(page))
        {
            if (day > today)
            {
                yield return Future(page, field, day.Value, today);
            }
        }

        if (page.Updated > today)
        {
            yield return Future(page, "updated", page.Updated.Value, today);
        }

        if (page.Updated < page.Date)
        {
            yield return Diagnostic.Warning("page/updated-before-date", page.Locations["updated"],
                $"“updated” 是 {page.Updated:yyyy-MM-dd}，早于 “date” 的 {page.Date:yyyy-MM-dd}：更新不会在发布之前。", "核对两个日期。");
        }
    }

    private static Diagnostic Future(Page page, string field, DateOnly day, DateOnly today) => Diagnostic.Warning("page/future-date", page.Locations[field],
        $"“{field}” 是 {day:yyyy-MM-dd}，今天是 {today:yyyy-MM-dd}，这一天还没有到。", "核对年、月、日；要到那天才发布的，写上 publish。");

    /// <returns>Where folder and name of a file tell a day, as 2026/06-10; null where they tell none. A match, or a text of it, would be an object for each page.</returns>
    private static Range? DayOf(string path)
    {
        foreach (var match in PathDay().EnumerateMatches(path))
        {
            return (match.Index + 1)..(match.Index + match.Length);
        }

        return null;
    }

    private static bool IsDay(ReadOnlySpan<char> told, DateOnly day)
    {
        Span<char> written = stackalloc char[10];
        return day.TryFormat(written, out var length, "yyyy/MM-dd", CultureInfo.InvariantCulture) && told.SequenceEqual(written[..length]);
    }

    [GeneratedRegex(@"/[0-9]{4}/[0-9]{2}-[0-9]{2}(?=-[^/]*$)", RegexOptions.ExplicitCapture, MatchTime.Milliseconds)]
    private static partial Regex PathDay();
}
