namespace Site.Content.Pages;

/// <summary>Cuts the titles of pages at their first colon, full width or not, where there are two characters or more before it.</summary>
public static class PageTitles
{
    /// <returns>What stands before the colon: 燃气泄漏怎么办 of 燃气泄漏怎么办：关阀、开窗.</returns>
    public static string Short(string title) => Parts(title).Main;

    /// <returns>The title before and after its colon, neither with it; the second is empty where there is none.</returns>
    public static (string Main, string Sub) Parts(string title)
    {
        var colon = title.AsSpan().IndexOfAny('：', ':');
        return colon > 1 ? (title[..colon], title[(colon + 1)..]) : (title, "");
    }
}
