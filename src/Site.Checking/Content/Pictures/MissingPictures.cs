using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds pictures in pages that are no file of <c>content/</c>, or none that can be shown.</summary>
internal static class MissingPictures
{
    /// <summary>Endings of the pictures that browsers show and that the build makes smaller.</summary>
    private static readonly HashSet<string> Endings = [".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"];

    public static IEnumerable<Problem> Find(Website website)
    {
        var guesses = new PathGuesses(website);
        return
            from page in website.Pages
            from picture in Of(page)
            let problem = Describe(website, page, picture, guesses)
            where problem is not null
            select problem;
    }

    /// <returns>The pictures of its text, then the one that stands for it.</returns>
    private static IEnumerable<Picture> Of(Page page)
    {
        var inText = PageFragments.Of(page).SelectMany(fragment => fragment.Holes).OfType<Hole.Image>().Select(hole => hole.Picture);
        return page.Image is null ? inText : inText.Append(page.Image);
    }

    private static Problem? Describe(Website website, Page page, Picture picture, PathGuesses guesses)
    {
        var (where, written) = (picture.Where, Quoted.Short(picture.Target));
        if (LinkTargets.Join(page.Path, picture.Target) is not { } path)
        {
            return Problem.Error("picture/outside", where, $"图片 “{written}” 不在 content/ 里，或者不是相对路径。",
                "把图片放进 content/，写它相对于这一页的位置：img/poster.jpg。");
        }

        if (!Endings.Contains(Ending.Of(path)))
        {
            return Problem.Error("picture/not-a-picture", where, $"“{written}” 的结尾不是图片的结尾。",
                $"可用的图片：{string.Join("、", Endings)}。");
        }

        return website.FileAt(path) is not null ? null : Problem.Error("picture/missing", where,
            $"图片 “{written}” 不存在：没有文件 {Quoted.Short(path)}。",
            guesses.Of(page.Path, path) is { } found ? $"是不是 “{Quoted.Short(found)}”？" : "放上这张图片，或者改正路径。");
    }
}
