using System.Collections.Frozen;
using System.Text;
using DuckDB.NET.Data;
using Site.Cli.Infrastructure;
using Site.Statistics.Attempts;

namespace Site.Tests;

public class AttemptCountingTests
{
    private const string Head = "openid,quiz,area,age_band,score,finished,phone\n";

    [Fact]
    public async Task Attempts_are_counted_from_the_file_and_the_private_folder_is_gone_afterwards()
    {
        using var site = new SiteFolder(
            """
            -- input/attempts/a.csv --
            openid,quiz,area,age_band,score,finished
            o1,fire,one,18-25,95,2026-06-03
            o2,fire,one,18-25,95,2026-06-03
            o3,water,yi,60+,10,2026-06-09
            """);
        var before = Directory.GetDirectories(Path.GetTempPath(), "site-attempts-*");

        var tally = await AttemptCounting.CountAsync(site.Path, ["input/attempts/a.csv"], SampleAttempts.Question(2), SiteProgram.Environment.Terminal);

        Assert.Equal(
            [new(0, 3, SampleAttempts.Young, 4, 0, 2), new(1, 2, SampleAttempts.Old, 0, 1, 1)],
            AttemptCountReader.Read(tally, SampleAttempts.Question(2), ["input/attempts/a.csv"]).Value);
        // Those of others who count at the same time go a little later.
        Assert.True(SpinWait.SpinUntil(() => !Directory.GetDirectories(Path.GetTempPath(), "site-attempts-*").Except(before).Any(), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Attempts_are_counted_by_quiz_area_age_band_score_band_and_day_whatever_else_the_file_holds() => Assert.Equal(
        """
        0 1 18-25 0 0 1
        0 1 18-25 1 0 2
        0 2 18-25 0 -2 1
        0 2 18-25 4 2 1
        0 2 61岁及以上 4 1 2
        """,
        await CountAsync(("a.csv", Head +
            """
            o1,消防,jia,18-25,59,2026-06-07T23:59:59,13800000000
            o2,fire,jia,18-25,60,2026-06-07,1
            o3,fire,jia,18-25,69.5,2026/6/7 08:00:00,2
            o4,fire,yi,61岁及以上,100分,2026-06-08T00:00:00+08:00,3
            o5,fire,yi,61岁及以上,90,2026-06-07T17:00:00Z,4
            o6,fire,yi,18-25,90,,5
            o7,fire,yi,18-25,90,2026-07-01,6
            "o8
            ","fire",yi,18-25,0,是,7

            """)));

    [Fact]
    public async Task Bad_rows_are_counted_and_located_column_by_column_and_no_value_of_theirs_is_passed_on() => Assert.Equal(
        """
        BadRows in 0: quiz, 1, first 1
        BadRows in 0: area, 1, first 2
        BadRows in 0: age_band, 1, first 3
        BadRows in 0: score, 2, first 4
        BadRows in 0: finished, 1, first 6
        """,
        await CountAsync(("a.csv",
            """
            quiz,area,age_band,score,finished
            张三,jia,18-25,1,2026-06-01
            fire,13812345678,18-25,1,2026-06-01
            fire,jia,old,1,2026-06-01
            fire,jia,18-25,101,2026-06-01
            fire,jia,18-25,nan,2026-06-01
            fire,jia,18-25,5,yesterday
            fire,jia,18-25,5,2026-06-01

            """)));

    [Fact]
    public async Task The_first_of_many_bad_rows_is_located_in_each_column_and_telephones_for_ages_are_told_like_any_others()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000).Select(row => row == 150_000 ? "nosuch,nowhere,15400000001,90,2026-06-01\n" : $"fire,jia,{(row > 150_001 ? $"1540{row:0000000}" : "18-25")},90,2026-06-01\n"));

        Assert.Equal(
            """
            BadRows in 0: quiz, 1, first 150001
            BadRows in 0: area, 1, first 150001
            BadRows in 0: age_band, 49999, first 150001
            """,
            await CountAsync(("a.csv", "quiz,area,age_band,score,finished\n" + rows)));
    }

    [Fact]
    public async Task A_site_without_a_quiz_knows_none()
    {
        using var site = new SiteFolder("-- a.csv --\nquiz,area,age_band,score,finished\nfire,jia,18-25,1,2026-06-01\n");
        var question = new AttemptQuestion(FrozenDictionary<string, int>.Empty, [], SampleAttempts.Areas, [new(2026, 6, 7)]);

        Assert.Equal("BadRows in 0: quiz, 1, first 1", Written(await AttemptCounting.CountAsync(site.Path, ["a.csv"], question, SiteProgram.Environment.Terminal)));
    }

    [Fact]
    public async Task What_is_no_csv_file_in_UTF_8_with_the_five_columns_is_reported_file_by_file()
    {
        byte[] gbk = [.. Encoding.UTF8.GetBytes(Head + "o,fire,"), 0xd5, 0xc5, .. ",18-25,1,2026-06-01,\n"u8];

        Assert.Equal(
            """
            Empty in 0: , 0, first 1
            MissingColumns in 1: age_band/score/finished, 0, first 1
            DuplicateColumns in 2: score, 0, first 1
            TooManyColumns in 3: , 0, first 1
            TooManyColumns in 4: , 0, first 1
            NotUtf8 in 5: , 0, first 1
            NotUtf8 in 6: , 0, first 1
            NotUtf8 in 7: , 0, first 2
            BrokenRow in 8: , 0, first 3
            BrokenRow in 9: , 0, first 2
            Unreadable in 10: , 0, first 1
            Unreadable in 11: , 0, first 1
            """,
            await CountBytesAsync(
                ("0.csv", []), ("1.csv", "quiz,area,name\n"u8.ToArray()), ("2.csv", "quiz,area,age_band,score,finished,Score\n"u8.ToArray()),
                ("3.csv", Encoding.UTF8.GetBytes($"a{string.Concat(Enumerable.Repeat(",a", 2_000))}\n")), ("4.csv", Encoding.UTF8.GetBytes(new string('a', 70_000))),
                ("5.csv", Encoding.Unicode.GetBytes("\ufeffquiz")), ("6.csv", [0xd5, 0xc5, 10]), ("7.csv", gbk),
                ("8.csv", Encoding.UTF8.GetBytes(Head + "o,fire,jia,18-25,1,2026-06-01,\no,fire\n")), ("9.csv", Encoding.UTF8.GetBytes(Head + "o,\"张三,jia\n")),
                ("a.parquet", "PAR1"u8.ToArray()), ("b.csv", null)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_last_line_of_many_megabytes_is_reported_and_not_passed_over(bool ends)
    {
        var rows = Head + "o,fire,jia,18-25,1,2026-06-01,\n" + "o,fire,jia,18-25,1,2026-06-01," + new string('1', 40_000_000) + (ends ? "\n" : "");

        Assert.Equal("BrokenRow in 0: , 0, first 3", await CountAsync(("a.csv", rows)));
    }

    [Fact]
    public async Task A_file_that_is_packed_is_told_from_one_in_another_encoding() =>
        Assert.Equal("Unreadable in 0: , 0, first 1\nUnreadable in 1: , 0, first 1", await CountBytesAsync(
            ("a.csv", Encodings.Gzip(Encoding.UTF8.GetBytes(Head))), ("b.csv", Encodings.Zip(("a.csv", Encoding.UTF8.GetBytes(Head))))));

    [Fact]
    public async Task A_link_counts_as_what_it_leads_to_and_a_pipe_is_not_waited_for()
    {
        using var site = new SiteFolder("-- whole.csv --\nquiz,area,age_band,score,finished\nfire,jia,18-25,1,2026-06-01\n");
        File.CreateSymbolicLink(site.In("link.csv"), site.In("whole.csv"));
        File.CreateSymbolicLink(site.In("nowhere.csv"), site.In("none.csv"));
        File.CreateSymbolicLink(site.In("device.csv"), "/dev/zero");
        using var made = System.Diagnostics.Process.Start("mkfifo", site.In("pipe.csv"));
        await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("0 1 18-25 0 0 1", Written(await AttemptCounting.CountAsync(site.Path, ["link.csv"], SampleAttempts.Question(2), SiteProgram.Environment.Terminal)));
        Assert.Equal("Empty in 0: , 0, first 1\nEmpty in 1: , 0, first 1\nUnreadable in 2: , 0, first 1",
            Written(await AttemptCounting.CountAsync(site.Path, ["pipe.csv", "device.csv", "nowhere.csv"], SampleAttempts.Question(2), SiteProgram.Environment.Terminal)));
    }

    [Fact]
    public async Task A_byte_order_mark_CRLF_semicolons_and_capitals_in_the_head_do_not_matter() =>
        Assert.Equal("0 1 60+ 2 -2 1", await CountAsync(("a.csv", "\ufeff\"Quiz\";Area;Age_Band;SCORE;finished\r\nfire;jia;60+;70;true\r\n\r\n")));

    [Fact]
    public async Task A_path_is_neither_a_pattern_nor_SQL() =>
        Assert.Equal("0 1 18-25 0 0 1", await CountAsync(("a'[1]*/b?.csv", "quiz,area,age_band,score,finished\nfire,jia,18-25,1,2026-06-01\n")));

    [Fact]
    public async Task A_parquet_file_counts_by_the_clock_of_Beijing_and_columns_beside_the_five_may_be_called_anything()
    {
        using var site = new SiteFolder("");
        using (var connection = new DuckDBConnection("Data Source=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                $"""
                COPY (SELECT 'fire' AS quiz, 'jia' AS area, '18-25' AS age_band, 85::DOUBLE AS score, 'x' AS "a""; DROP TABLE areas; --",
                  TIMESTAMPTZ '2026-06-07 16:30:00Z' AS finished) TO '{site.In("a.parquet")}' (FORMAT parquet)
                """;
            command.ExecuteNonQuery();
        }

        Assert.Equal("0 1 18-25 3 1 1", Written(await AttemptCounting.CountAsync(site.Path, ["a.parquet"], SampleAttempts.Question(2), SiteProgram.Environment.Terminal)));
    }

    [Fact]
    public void Only_csv_and_parquet_files_right_in_the_folder_are_counted()
    {
        using var site = new SiteFolder(
            """
            -- input/attempts/README.md --
            示例
            -- input/attempts/a.csv --
            quiz
            -- input/attempts/b.parquet --
            PAR1
            -- input/attempts/c.xlsx --
            示例
            -- input/attempts/d.csv/e.csv --
            quiz
            -- input/units.csv --
            id
            """);

        var found = AttemptFiles.Find(new SourceFolder(site.Path, SiteProgram.Environment).List("input").Value);

        Assert.Equal(["input/attempts/a.csv", "input/attempts/b.parquet"], found.Value);
        Assert.Equal(["input/attempts/c.xlsx", "input/attempts/d.csv/e.csv"], found.Diagnostics.Select(diagnostic => diagnostic.Location.Path));
    }

    private static Task<string> CountAsync(params (string Path, string Text)[] files) =>
        CountBytesAsync([.. files.Select(file => (file.Path, (byte[]?)Encoding.UTF8.GetBytes(file.Text)))]);

    /// <param name="files">Files, null for one that is not there.</param>
    private static async Task<string> CountBytesAsync(params (string Path, byte[]? Bytes)[] files)
    {
        using var site = new SiteFolder("");
        foreach (var (path, bytes) in files.Where(file => file.Bytes is not null))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(site.In(path))!);
            await File.WriteAllBytesAsync(site.In(path), bytes!);
        }

        return Written(await AttemptCounting.CountAsync(site.Path, [.. files.Select(file => file.Path)], SampleAttempts.Question(2), SiteProgram.Environment.Terminal));
    }

    private static string Written(AttemptTally tally) => string.Join('\n', tally.Sorts.Select(sort => $"{sort.Quiz} {sort.Area} {sort.AgeBand} {sort.ScoreBand} {sort.Week} {sort.Attempts}")
        .Concat(tally.Faults.Select(fault => $"{fault.Kind} in {fault.File}: {string.Join('/', fault.Columns)}, {fault.Rows}, first {fault.First}")));
}
