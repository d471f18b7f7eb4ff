using System.Collections.Immutable;
using System.Text;
using Site.Core.Diagnostics;
using Site.Core.Sources;
using Site.Statistics.Published;
using Site.Statistics.Snapshots;
using Site.Statistics.Tables;

namespace Site.Tests;

public class SnapshotTests
{
    private const string Categories =
        """
        table,dimension,category,total
        people,area,示例市,
        people,area,示例甲区,示例市
        people,area,"示例乙区,示例乙区",示例市
        people,week,2026-06-07,
        people,week,2026-06-14,

        """;

    private const string People =
        """
        area,week,indicator,value,status
        示例市,2026-06-07,form.study.people,40,shown
        示例市,2026-06-14,form.study.people,90,shown
        示例甲区,2026-06-07,form.study.people,*,withheld
        示例甲区,2026-06-14,form.study.people,50,shown
        "示例乙区,示例乙区",2026-06-07,form.study.people,*,withheld
        "示例乙区,示例乙区",2026-06-14,form.study.people,40,shown

        """;

    private static readonly string Summary =
        $"""
        # 由 site stats release 写出的冻结文件，可以公开，不要手工改动。
        format: "1"
        title: "截至\"6月14日\""
        as_of: "2026-06-14"
        sample: true
        reported: 4
        expected: 5
        categories_sha256: "{SnapshotHash.Of(Categories)}"
        tables:
          - id: "people"
            title: "参与人次"
            notes: ["示例数据。"]
            day: "2026-06-14"
            sha256: "{SnapshotHash.Of(People)}"
            indicators:
              - id: "form.study.people"
                label: "参与"
                unit: "人次"
                concept: "study.people"
                measure: "person-sum"
        restates:
          - earlier: "2026-06-07"
            table: "people"
            indicator: "form.study.people"
        changes:
          - earlier: "2026-06-07"
            table: "people"
            indicator: "form.study.people"
            categories: ["示例市", "2026-06-07"]
            from: "41"
            to: "40"

        """;

    [Fact]
    public void A_release_is_written_as_it_was_read()
    {
        var read = SnapshotReader.Read(Files(Summary, Categories, People));

        Assert.Empty(read.Diagnostics);
        var release = Assert.Single(read.Value);
        Assert.Equal(("2026-06-14", "截至\"6月14日\"", true), (release.Safe.Name, release.Safe.Title, release.Safe.IsSample));
        Assert.Equal("3 of 4 in 示例甲区 are [41 -> 40]", $"{release.Safe.Tables[0].Dimensions[0].Categories.Length} of {release.Safe.Coverage!.Reported} in "
            + $"{release.Safe.Tables[0].Dimensions[0].Categories[1]} are [{CellText.Plain(release.Safe.Changes[0].From)} -> {CellText.Plain(release.Safe.Changes[0].To)}]");
        Assert.IsType<Cell.Withheld>(release.Safe.Tables[0].At(0, 1, 0));
        Assert.Equal([Summary, Categories, People], SnapshotWriter.Write(Draft(release)).Select(file => Encoding.UTF8.GetString(file.Load())));
    }

    [Fact]
    public void Windows_line_ends_are_no_change() =>
        Assert.Empty(SnapshotReader.Read(Files(Crlf(Summary), Crlf(Categories), Crlf(People))).Diagnostics);

    [Theory]
    [InlineData("示例甲区,2026-06-07,form.study.people,*,withheld", "示例甲区,2026-06-07,form.study.people,3,shown", "release/edited people.csv:1")]
    [InlineData("示例甲区,2026-06-07,form.study.people,*,withheld", "示例甲区,2026-06-07,form.study.people,3,withheld", "release/edited people.csv:1, release/wrong-row people.csv:4")]
    [InlineData("示例甲区,2026-06-07,form.study.people,*,withheld\n", "", "release/edited people.csv:1, release/wrong-row people.csv:4")]
    [InlineData("form.study.people,90", "form.study.people,=90", "release/edited people.csv:1, release/wrong-row people.csv:3")]
    public void A_table_of_a_snapshot_that_was_edited_by_hand_is_reported(string before, string after, string reported) =>
        Assert.Equal(reported, Said(SnapshotReader.Read(Files(Summary, Categories, People.Replace(before, after)))));

    [Fact]
    public void Merge_markers_are_reported_where_they_stand()
    {
        var conflict = People.Replace("示例甲区,2026-06-14,", "<<<<<<< main\n示例甲区,2026-06-14,");

        Assert.Equal(
            """
            input/releases/2026-06-14/people.csv:5:1: error release/merge-conflict
              这里有合并冲突的标记，文件里混着两个版本。
              和改动双方商量后只留下一个版本，删掉标记；冻结的文件请整个取其中一方的版本。
            """,
            Assert.Single(SnapshotReader.Read(Files(Summary, Categories, conflict)).Diagnostics).ToString());
    }

    [Theory]
    [InlineData("input/releases/2026-06-14/notes.txt", "release/stray-file notes.txt:1")]
    [InlineData("input/releases/stray.csv", "release/stray-file stray.csv:1")]
    [InlineData("input/releases/Juni/release.yaml", "release/wrong-name release.yaml:1")]
    [InlineData("input/releases/method/release.yaml", "release/wrong-name release.yaml:1")]
    [InlineData("input/releases/README.md", "")]
    public void Nothing_else_may_lie_among_the_releases(string path, string reported) =>
        Assert.Equal(reported, Said(SnapshotReader.Read([.. Files(Summary, Categories, People), File(path, "x")])));

    [Fact]
    public void Without_its_tables_a_release_is_not_read()
    {
        var files = Files(Summary, Categories, People);

        Assert.Equal("release/missing-file release.yaml:10", Said(SnapshotReader.Read(files.RemoveAt(2))));
        Assert.Equal("release/no-summary release.yaml:1", Said(SnapshotReader.Read(files.RemoveAt(0))));
    }

    private static string Said(Result<ImmutableArray<Snapshot>> read) =>
        string.Join(", ", read.Diagnostics.Sorted().Select(diagnostic => $"{diagnostic.Code} {diagnostic.Location.Path.Split('/')[^1]}:{diagnostic.Location.Line}"));

    /// <returns>A release that prints what another one printed.</returns>
    private static SnapshotDraft Draft(Snapshot release) => new(release.Safe.Name, release.Safe.Title, release.Safe.AsOf, release.Safe.IsSample)
    {
        Coverage = release.Safe.Coverage,
        Tables = [.. release.Tables.Select(table => new TableDraft(
            table.Safe.Id, table.Safe.Title, [.. table.Safe.Dimensions.Select(dimension => new Dimension(dimension.Id, dimension.Categories, dimension.Parents))],
            table.Safe.Indicators, [.. table.Safe.Cells.Select(CellText.Plain)], table.Measures, table.Day) { Notes = table.Safe.Notes })],
        Restates = release.Restates,
        Changes = [.. release.Safe.Changes.Select(change => new ChangeDraft(
            change.Earlier, change.Table, change.Indicator, change.Categories, CellText.Plain(change.From), CellText.Plain(change.To)))],
    };

    private static string Crlf(string text) => text.Replace("\n", "\r\n");

    private static ImmutableArray<SourceFile> Files(string summary, string categories, string people) =>
    [
        File("input/releases/2026-06-14/release.yaml", summary),
        File("input/releases/2026-06-14/categories.csv", categories),
        File("input/releases/2026-06-14/people.csv", people),
    ];

    private static SourceFile File(string path, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new(path, bytes.Length, () => bytes);
    }
}
