// The questions put to DuckDB. Nothing that a file says is ever put into them: columns are named by their place, files by our own names.

/** What stands for a finished attempt without a day, for one that is not finished, and for what is neither. */
const UNDATED = -2;
export const UNFINISHED = -3;
const UNREADABLE = -1;

const TRUE = ["true", "1", "yes", "y", "是", "已完成"];
const FALSE = ["", "false", "0", "no", "n", "否", "未完成"];

/** What a text without a day says. It stands once, at the end of a CASE: what stands twice is worked out for every row. */
const WITHOUT_DAY = `coalesce([${[...TRUE.map(() => UNDATED), ...FALSE.map(() => UNFINISHED)]}][list_position(
  [${[...TRUE, ...FALSE].map((word) => `'${word}'`)}], lower(trim(coalesce(finished, ''))))], ${UNREADABLE})`;

/** A day as Beijing counts it; a time that ends in Z is eight hours later there. */
const DAY = `CASE WHEN ends_with(finished, 'Z') THEN CAST(TRY_CAST(finished AS TIMESTAMP) + INTERVAL 8 HOUR AS DATE)
  WHEN starts_with(finished, ' ') THEN TRY_CAST(left(ltrim(finished), 10) AS DATE) ELSE TRY_CAST(left(finished, 10) AS DATE) END`;

/** An age band in one of the usual ways: 18-25, 18—25岁, <18, 60+, ≥60, 18岁以下, 60岁及以上. */
const BAND = "regexp_full_match(age_band, '(<|>|≥|≤)?[0-9]{1,3}(岁)?((-|—|–|~|～|至)[0-9]{1,3}(岁)?|\\+|(及|（含）|\\(含\\))?(以上|以下))?')";

/** @returns {string} a CSV file whose columns are called c0, c1, … */
export const csv = (file, { delimiter, names }) =>
  `read_csv('${file}', auto_detect=false, header=true, delim='${delimiter}', quote='"', escape='"',
    columns={${names.map((_, at) => `'c${at}': 'VARCHAR'`)}})`;

/** @returns {string} a Parquet file */
export const parquet = (file) => `read_parquet('${file}')`;

/** @returns {string} the five columns of every row as text, under their own names; no other column is asked for */
export const rows = (source, columns) =>
  `SELECT ${Object.entries(columns).map(([name, column]) => `CAST(${column} AS VARCHAR) AS ${name}`)} FROM ${source}`;

/** @returns {string} each row as it counts: its texts, the place of its score among the bands and of its day among the cuts */
const sorted = (from, cuts, scores) => `SELECT *,
  CASE WHEN points IS NULL OR NOT (points BETWEEN 0 AND 100) THEN -1 ${scores.map((score, at) => `WHEN points < ${score} THEN ${at}`).join(" ")}
    ELSE ${scores.length} END AS score_band,
  CASE ${cuts.map((cut, at) => `WHEN day <= DATE '${cut}' THEN ${at}`).join(" ")} WHEN day IS NOT NULL THEN ${cuts.length}
    ELSE ${WITHOUT_DAY} END AS cut
  FROM (SELECT *, coalesce(TRY_CAST(score AS DOUBLE), TRY_CAST(rtrim(trim(score), '分') AS DOUBLE)) AS points, ${DAY} AS day FROM (${from}))`;

const WORDS = ["quiz", "area", "age_band"].map((name) => `coalesce(trim(${name}), '') AS ${name}`);

/** @returns {string} how many attempts there are of each sort; a text that is not known comes out as null, never as itself */
export const counts = (from, cuts, scores) => `SELECT q.id AS quiz, a.id AS area, CASE WHEN ${BAND} THEN age_band END AS age_band, score_band, cut,
  CAST(sum(n) AS BIGINT) AS n FROM (SELECT ${WORDS}, score_band, cut, n FROM (SELECT quiz, area, age_band, score_band, cut, count(*) AS n
    FROM (${sorted(from, cuts, scores)}) GROUP BY ALL)) AS g
  LEFT JOIN quizzes AS q ON g.quiz = q.word LEFT JOIN areas AS a ON g.area = a.word GROUP BY ALL ORDER BY ALL`;

/** What makes a row unreadable, column by column. */
export const BAD = {
  quiz: "NOT EXISTS (SELECT 1 FROM quizzes WHERE word = quiz)",
  area: "NOT EXISTS (SELECT 1 FROM areas WHERE word = area)",
  age_band: `NOT ${BAND}`,
  score: "score_band = -1",
  finished: `cut = ${UNREADABLE}`,
};

/** @returns {string} the number of the first row, from 1, with a bad value in a column */
export const firstBad = (from, cuts, scores, column) => {
  const numbered = sorted(from.replace("SELECT ", "SELECT row_number() OVER () AS place, "), cuts, scores);
  return `SELECT CAST(place AS INTEGER) AS place FROM (SELECT place, ${WORDS}, score_band, cut FROM (${numbered}))
    WHERE cut <> ${UNFINISHED} AND ${BAD[column]} LIMIT 1`;
};
