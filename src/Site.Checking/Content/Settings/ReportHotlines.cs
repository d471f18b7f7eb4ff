using Site.Model;

namespace Site.Checking.Content;

/// <summary>Checks that the numbers at the foot of every page let people report hazards and call for help.</summary>
internal static class ReportHotlines
{
    public static IEnumerable<Problem> Find(Website website) =>
        from needed in Hotline.Nationwide
        where !website.Settings.Hotlines.Any(hotline => hotline.Number == needed.Number)
        select Problem.Warning("site/missing-hotline", website.Settings.Places["hotlines"],
            $"hotlines 里没有 {needed.Number}（{needed.Label}），页面上就看不到它。",
            $"在 hotlines 里加一行 “- {{number: \"{needed.Number}\", label: {needed.Label}}}”；整段不写，就用全国通用的五个号码。");
}
