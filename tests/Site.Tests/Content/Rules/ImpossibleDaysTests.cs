using Site.Content.Rules;

namespace Site.Tests;

public sealed class ImpossibleDaysTests
{
    [Theory]
    [InlineData("news/2027/01-02-a.md", "date: 2027-01-02", "page/future-date", 3)]
    [InlineData("news/2025/06-11-a.md", "date: 2025-06-11", "page/future-date", 3)]
    [InlineData("guides/a.md", "updated: 2025-07-01", "page/future-date", 3)]
    [InlineData("warnings/a.md", "occurred: 2026-03-01", "page/future-date", 3)]
    [InlineData("guides/a.md", "date: 2025-06-01\nupdated: 2025-05-01", "page/updated-before-date", 4)]
    [InlineData("events/a.md", "date: 2025-06-01\nupdated: 2024-06-02\nstart: 2025-06-16", "page/updated-before-date", 4)]
    public void A_day_that_cannot_be_is_a_warning(string path, string fields, string code, int line)
    {
        var found = Assert.Single(ImpossibleDays.Find(SampleSite.Read($"-- content/{path} --\n---\ntitle: 示例\n{fields}\n---\n正文。")));

        Assert.StartsWith($"content/{path}:{line}:", found.ToString(), StringComparison.Ordinal);
        Assert.Contains($" warning {code}\n", found.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("news/2025/06-10-a.md", "date: 2025-06-10\nupdated: 2025-06-10")]
    [InlineData("news/2025/06-11-a.md", "date: 2025-06-11\npublish: 2025-06-11")]
    [InlineData("news/2025/06-11-a.md", "date: 2025-06-11\ndraft: true")]
    [InlineData("events/a.md", "start: 2025-06-16")]
    [InlineData("events/a.md", "start: 2025-06-16\ndate: 2025-06-16")]
    [InlineData("laws/a.md", "version: 2025-12-01")]
    public void What_is_planned_or_not_yet_out_is_fine(string path, string fields) =>
        Assert.Empty(ImpossibleDays.Find(SampleSite.Read($"-- content/{path} --\n---\ntitle: 示例\n{fields}\n---\n正文。")));
}
