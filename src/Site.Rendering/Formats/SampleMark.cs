using Site.Model;

namespace Site.Rendering;

/// <summary>Keeps made-up pages apart from real ones where a title stands alone: in calendars, feeds and search results.</summary>
internal static class SampleMark
{
    /// <returns>The page's title, with 【示例】 in front where the page is made up.</returns>
    public static string MarkedTitle(this Page page) => page.IsSample ? "【示例】" + page.Title : page.Title;
}
