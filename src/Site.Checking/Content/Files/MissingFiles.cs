using System.Collections.Immutable;
using Site.Checking.Text;
using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds downloads and recordings that a page names and that are no file of <c>content/</c>.</summary>
internal static class MissingFiles
{
    public static IEnumerable<Problem> Find(Website website)
    {
        var guesses = new PathGuesses(website);
        return
            from page in website.Pages
            from link in Of(page)
            where !link.Target.Contains("://", StringComparison.Ordinal)
            let problem = Describe(website, page, link, guesses)
            where problem is not null
            select problem;
    }

    private static ImmutableArray<Link> Of(Page page) => page switch
    {
        WorkPage work => work.Files,
        LecturePage lecture =>
        [
            .. Field(lecture, "video", lecture.Video), .. Field(lecture, "audio", lecture.Audio),
            .. Field(lecture, "captions", lecture.Captions), .. Field(lecture, "transcript", lecture.Transcript),
        ],
        _ => [],
    };

    private static ImmutableArray<Link> Field(Page page, string name, string? target) =>
        target is null ? [] : [new(page.Places[name], target)];

    private static Problem? Describe(Website website, Page page, Link link, PathGuesses guesses)
    {
        var path = LinkTargets.Join(page.Path, link.Target);
        return path is null
            ? Problem.Error("file/outside", link.Where, $"文件 “{Quoted.Short(link.Target)}” 不在 content/ 里，或者不是相对路径。",
                "把文件放进 content/，写它相对于这一页的位置。")
            : website.FileAt(path) is not null ? null
            : Problem.Error("file/missing", link.Where, $"文件 “{Quoted.Short(link.Target)}” 不存在：没有 {Quoted.Short(path)}。",
                guesses.Of(page.Path, path) is { } guess ? $"是不是 “{Quoted.Short(guess)}”？" : "放上这个文件，或者改正路径。");
    }
}
