using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds titles that do not fit where titles are shown, and titles that do not tell two pages of a kind apart.</summary>
internal static class Titles
{
    /// <summary>Characters that fit two lines of a telephone and one of a search result.</summary>
    private const int Longest = 60;

    public static IEnumerable<Problem> Find(Website website)
    {
        var firsts = new Dictionary<(Type, string), Page>();
        foreach (var page in website.Pages.Where(page => page.Title.Length > 0))
        {
            if (page.Title.Length > Longest && page.Title.EnumerateRunes().Count() is var length and > Longest)
            {
                yield return Problem.Warning("page/long-title", page.Places["title"],
                    $"标题有 {length} 个字，列表和搜索结果里只看得到前面一部分。", $"缩短到 {Longest} 个字以内，其余写进 summary。");
            }

            if (!firsts.TryAdd((page.GetType(), page.Title), page))
            {
                yield return Problem.Warning("page/same-title", page.Places["title"],
                    $"标题 “{Quoted.Short(page.Title)}” 和 {Quoted.Short(firsts[(page.GetType(), page.Title)].Path)} 的一样，读者分不清。", "把其中一个写得更具体。");
            }
        }
    }
}
