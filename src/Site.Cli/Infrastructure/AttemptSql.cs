using System.Globalization;
using Site.Statistics.Attempts;

namespace Site.Cli.Infrastructure;

/// <summary>The questions put to DuckDB. Nothing that a file says is ever put into them: columns are named by their place, files by our own names.</summary>
internal static class AttemptSql
{
    /// <summary>Stands for the week of an attempt that is not finished.</summary>
    public const int Unfinished = -3;

    /// <summary>The types of what <c>quizzes</c> and <c>areas</c> hold; another text is none of their values.</summary>
    public const string Quiz = "quiz_word";
    public const string Area = "area_word";

    private const int Unreadable = -1;

    /// <summary>Texts that say that an attempt is finished without saying when.</summary>
    private static readonly string[] Finished = ["true", "1", "yes", "y", "是", "已完成"];

    private static readonly string[] NotFinished = ["", "false", "0", "no", "n", "否", "未完成"];

    /// <summary>A day as Beijing counts it; a time that ends in Z is eight hours later there.</summary>
    private const string Day =
        """
        CASE WHEN ends_with(finished, 'Z') THEN CAST(TRY_CAST(finished AS TIMESTAMP) + INTERVAL 8 HOUR AS DATE)
          WHEN starts_with(finished, ' ') THEN TRY_CAST(left(ltrim(finished), 10) AS DATE) ELSE TRY_CAST(left(finished, 10) AS DATE) END
        """;

    /// <summary>An age band in one of the usual ways: 18-25, 18—25岁, &lt;18, 60+, ≥60, 18岁以下, 60岁及以上.</summary>
    private const string Band =
        "regexp_full_match(age_band, '(<|>|≥|≤)?[0-9]{1,3}(岁)?((-|—|–|~|～|至)[0-9]{1,3}(岁)?|\\+|(及|（含）|\\(含\\))?(以上|以下))?')";

    /// <summary>In characters, of <see cref="Band"/>. What is longer is none, and is not kept to be counted: a telephone in this column is another one in each row.</summary>
    private const string LongestBand = "10";

    /// <summary>The texts of a row. One that is not known is null, or empty: however many of them a file has, they are one sort.</summary>
    private const string Words =
        $"TRY_CAST(trim(quiz) AS {Quiz}) AS quiz, TRY_CAST(trim(area) AS {Area}) AS area, CASE WHEN length(trim(age_band)) <= {LongestBand} THEN trim(age_band) ELSE '' END AS age_band";

    /// <summary>What a text without a day says. It stands once, at the end of a CASE: what stands twice is worked out for every row.</summary>
    private static readonly string WithoutDay =
        $"""
        coalesce([{string.Join(',', [.. Finished.Select(_ => AttemptTally.Undated), .. NotFinished.Select(_ => Unfinished)])}][list_position(
          [{string.Join(',', Finished.Concat(NotFinished).Select(word => $"'{word}'"))}], lower(trim(coalesce(finished, ''))))], {Unreadable})
        """;

    /// <summary>For each column what makes a row unreadable, whose texts are <see cref="Words"/>.</summary>
    private static string BadCondition(string column) => column switch
    {
        "quiz" or "area" => $"{column} IS NULL",
        "age_band" => $"NOT {Band}",
        "score" => "score_band = -1",
        _ => $"week = {Unreadable}",
    };

    /// <returns>Whether a row of <see cref="Counts"/> counts rows with something unreadable in a column.</returns>
    public static bool IsBad(CountedSort row, string column) => column switch
    {
        "quiz" => row.Quiz is null,
        "area" => row.Area is null,
        "age_band" => row.AgeBand is null,
        "score" => row.ScoreBand < 0,
        _ => row.Week == Unreadable,
    };

    /// <returns>A text of SQL.</returns>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <returns>A CSV file whose columns are called c0, c1, ….</returns>
    public static string Csv(string file, char delimiter, int columns) =>
        $"read_csv({Quote(file)}, auto_detect=false, header=true, delim='{delimiter}', quote='\"', escape='\"', "
        + $"columns={{{string.Join(',', Enumerable.Range(0, columns).Select(at => $"'c{at}': 'VARCHAR'"))}}})";

    /// <returns>A Parquet file.</returns>
    public static string Parquet(string file) => $"read_parquet({Quote(file)})";

    /// <returns>The wanted columns of every row as text, under their own names; no other column is asked for.</returns>
    /// <param name="columns">For each name what the source calls the column.</param>
    public static string Rows(string source, IEnumerable<(string Name, string Column)> columns) =>
        $"SELECT {string.Join(',', columns.Select(column => $"CAST({column.Column} AS VARCHAR) AS {column.Name}"))} FROM {source}";

    /// <returns>How many attempts there are of each sort; a text that is not known comes out as null, never as itself.</returns>
    public static string Counts(string rows, AttemptQuestion question) =>
        $"""
        SELECT q.id AS quiz, a.id AS area, CASE WHEN {Band} THEN age_band END AS age_band, score_band, week, CAST(sum(n) AS BIGINT) AS n
        FROM (SELECT {Words}, score_band, week, count(*) AS n FROM ({Sorted(rows, question)}) GROUP BY ALL) AS g
        LEFT JOIN quizzes AS q ON g.quiz = q.word LEFT JOIN areas AS a ON g.area = a.word GROUP BY ALL ORDER BY ALL
        """;

    /// <returns>For each column the number of the first row, from 1, with something unreadable in it.</returns>
    public static string FirstBad(string rows, AttemptQuestion question, IEnumerable<string> columns) =>
        $"""
        SELECT {string.Join(',', columns.Select(column => $"CAST(min(CASE WHEN {BadCondition(column)} THEN place END) AS INTEGER)"))} FROM (SELECT place, {Words}, score_band, week
          FROM ({Sorted(string.Concat("SELECT row_number() OVER () AS place, ", rows.AsSpan("SELECT ".Length)), question)}))
        WHERE week <> {Unfinished}
        """;

    /// <returns>Each row as it counts: its texts, the place of its score among the bands and of its day among the weeks.</returns>
    private static string Sorted(string rows, AttemptQuestion question) =>
        $"""
        SELECT *,
          CASE WHEN points IS NULL OR NOT (points BETWEEN 0 AND 100) THEN -1
            {string.Join(' ', AttemptQuestion.ScoreCuts.Select((cut, at) => $"WHEN points < {cut} THEN {at}"))} ELSE {AttemptQuestion.ScoreCuts.Length} END AS score_band,
          CASE {string.Join(' ', question.Weeks.Select((week, at) => string.Create(CultureInfo.InvariantCulture, $"WHEN day <= DATE '{week:yyyy-MM-dd}' THEN {at}")))}
            WHEN day IS NOT NULL THEN {question.Weeks.Length} ELSE {WithoutDay} END AS week
        FROM (SELECT *, coalesce(TRY_CAST(score AS DOUBLE), TRY_CAST(rtrim(trim(score), '分') AS DOUBLE)) AS points, {Day} AS day FROM ({rows}))
        """;
}

/// <summary>A row of the answer: how many attempts there are of one sort. What could not be read is null, or below 0.</summary>
internal sealed record CountedSort(int? Quiz, int? Area, string? AgeBand, int ScoreBand, int Week, long Attempts);
