using Site.Model;

namespace Site.Checking.Content;

/// <summary>Finds guides that should have been checked again by now: old advice can hurt someone.</summary>
internal static class OverdueGuides
{
    public static IEnumerable<Problem> Find(Website website) =>
        from guide in website.Of<GuidePage>()
        where guide.ReviewBy < website.AsOf
        select Problem.Warning("guide/review-overdue", guide.Places["reviewBy"],
            $"这份指南应在 {guide.ReviewBy:yyyy-MM-dd} 前复核，今天是 {website.AsOf:yyyy-MM-dd}。", "请科室对照现行标准复核内容，再把 reviewBy 改到下一次。");
}
