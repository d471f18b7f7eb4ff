using System.Diagnostics;
using System.Globalization;
using Site.Statistics.Policies;
using Site.Statistics.Published;
using Site.Statistics.Releases;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Tests;

/// <summary>A snapshot in which very many withheld figures hang together: the audit comes to a verdict in bounded work.</summary>
public class LargeReleaseTests
{
    [Theory]
    [InlineData(60, 20, 10)]
    [InlineData(60, 20, 2)]
    [InlineData(30, 10, 5)]
    [InlineData(200, 20, 5)]
    public void It_is_proved_or_refused_as_too_large(int areas, int sectors, int weeks)
    {
        Dimension[] dimensions =
        [
            new(SafeDimensions.Area, [.. Enumerable.Range(0, areas + 1).Select(at => at == 0 ? "示例市" : $"示例{at}街道")], [-1, .. Enumerable.Repeat(0, areas)]),
            Dimension.WithTotal(SafeDimensions.Sector, [.. Enumerable.Range(0, sectors + 1).Select(at => at == 0 ? "合计" : $"行业{at}")]),
            Dimension.WithoutTotal(SafeDimensions.Week, [.. Enumerable.Range(0, weeks).Select(Day)]),
        ];
        var cells = from area in Enumerable.Range(0, areas + 1)
                    from sector in Enumerable.Range(0, sectors + 1)
                    from week in Enumerable.Range(0, weeks)
                    select area > 0 && sector > 0 ? "*" : ((week + 1) * 7L * (area == 0 ? areas : 1) * (sector == 0 ? sectors : 1)).ToString(CultureInfo.InvariantCulture);
        var table = new TableDraft("large", "示例", [.. dimensions], [new("form.work.persons", "参与", "人次", null)], [.. cells], [Measure.Count], new(2026, 6, 1 + weeks));
        var input = new MadeUpInput("-- input/policy.yaml --\nleastPersons: 5\n");
        foreach (var file in SnapshotWriter.Write(new("large", "示例", new(2026, 6, 1 + weeks), true) { Tables = [table] }))
        {
            input.Put(file.Path, System.Text.Encoding.UTF8.GetString(file.Load()));
        }

        var clock = Stopwatch.StartNew();
        var said = MadeUpInput.SaidErrors(ReleaseAudit.Find(new(input.Files), null).Diagnostics);

        TestContext.Current.TestOutputHelper?.WriteLine($"{clock.Elapsed.TotalSeconds:0.0} s: {said}");
        Assert.True(said is "" or "disclosure/too-large large.csv:1", said);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 60);

        static string Day(int week) => new DateOnly(2026, 6, 1).AddDays(week + 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
