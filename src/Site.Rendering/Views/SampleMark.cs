using Site.Content.Pages;
using Site.Exposures.Entries;

namespace Site.Rendering.Views;

/// <summary>Keeps made-up pages apart from real ones where a title stands alone: in calendars, feeds and search results.</summary>
internal static class SampleMark
{
    /// <summary>Stands in front of the titles of what is made up.</summary>
    public const string Text = "【示例】";

    /// <returns>The page's title, with 【示例】 in front where the page is made up.</returns>
    public static string MarkedTitle(this Page page) => page.IsSample ? Text + page.Title : page.Title;

    /// <returns>Whom the entry is about, with 【示例】 in front where it is made up.</returns>
    public static string MarkedSubject(this SafeExposure entry) => entry.IsSample ? Text + entry.Subject : entry.Subject;
}
