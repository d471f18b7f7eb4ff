using System.Collections.Immutable;
using System.Globalization;
using Site.Content.Markdown;
using Site.Content.Pages;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>What only this site knows of a question, as tags.</summary>
internal static class BankTags
{
    public static List<string> Of(Question question)
    {
        var tags = new List<string>();
        Add(QuestionTagFormat.Topic, question.Topic);
        Add(QuestionTagFormat.Level, question.Level.ToString(CultureInfo.InvariantCulture));
        Add(QuestionTagFormat.Law, question.Law?.Written);
        Add(QuestionTagFormat.Unit, question.Answer is Answer.Number { Unit: { Length: > 0 } unit } ? unit : null);
        Add(QuestionTagFormat.Type, question.Answer is Answer.Judge judge && !IsTrueFalse(judge) ? "判断" : null);
        Add(QuestionTagFormat.Score, question.Answer is Answer.Multiple { IsPartial: false } ? QuestionTagFormat.Strict : null);
        Add(QuestionTagFormat.Scenario, question.Scenario?.Id);
        Add(QuestionTagFormat.ReviewBy, question.ReviewBy is { } day ? LocalTime.Day(day) : null);
        return tags;

        void Add(string mark, string? value)
        {
            if (value is not null)
            {
                tags.Add(QuestionTagFormat.Write(mark, value));
            }
        }
    }

    /// <returns>Whether the choices are 正确 and 错误, in this order: what other programs call true and false.</returns>
    public static bool IsTrueFalse(Answer.Judge judge) =>
        judge.Choices is [var first, var second] && first.Text.Utf8.Span.SequenceEqual("正确"u8) && second.Text.Utf8.Span.SequenceEqual("错误"u8);

    /// <returns>What a question is called in lists: its text, cut at 80 characters.</returns>
    public static string Name(Question question)
    {
        var text = HasBlanks(question) ? question.Text.Replace(Blank.Mark, "＿＿" + Unit(question), StringComparison.Ordinal) : question.Text;
        return text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[78]) ? 78 : 79), "…");
    }

    /// <returns>The text with a row of underlines for each blank, after which stands the unit of a number.</returns>
    public static string Text(Question question) =>
        HasBlanks(question) ? question.Text.Replace(Blank.Mark, "_____" + Unit(question), StringComparison.Ordinal) : question.Text;

    // In any other question underlines are what the writer typed.
    private static bool HasBlanks(Question question) => question.Answer is Answer.Blanks or Answer.Number;

    private static string Unit(Question question) => question.Answer is Answer.Number number ? number.Unit : "";
}

/// <summary>
/// How what only this site knows of a question stands among the tags of a bank: <c>主题：消防</c>, <c>难度：2</c>, <c>依据：消防法(2021)#5</c>,
/// <c>单位：米</c>, <c>情景</c> on the text of a scenario and <c>情景：编号</c> on its questions, <c>题型：判断</c>, <c>计分：全对</c>, <c>复核：2027-05-31</c>.
/// </summary>
public static class QuestionTagFormat
{
    public const string Topic = "主题";
    public const string Level = "难度";
    public const string Law = "依据";
    public const string Unit = "单位";
    public const string Scenario = "情景";
    public const string Type = "题型";
    public const string Score = "计分";
    public const string ReviewBy = "复核";

    /// <summary>The value of <see cref="Score"/> for questions that score only when all is right.</summary>
    public const string Strict = "全对";

    /// <returns>The tag of a mark with its value.</returns>
    public static string Write(string mark, string value) => $"{mark}：{value}";

    /// <returns>The value that a tag gives to a mark, or null where it is another tag.</returns>
    public static string? Read(string mark, string tag) =>
        tag.StartsWith(mark, StringComparison.Ordinal) && tag.Length > mark.Length && tag[mark.Length] is '：' or ':'
            ? tag[(mark.Length + 1)..].Trim()
            : null;

    /// <returns>The number as a level, 1 to 3, or null.</returns>
    public static int? ReadLevel(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 3 ? level : null;
}

/// <summary>What the tags of a question say that our syntax can carry.</summary>
internal sealed record QuestionTags(string? Topic, int? Level, string? Law, string Unit, bool IsJudge, bool IsStrict, bool IsScenario, string? Scenario, DateOnly? ReviewBy)
{
    private const int LongestTopic = 40;

    public static QuestionTags Read(ImmutableArray<string> tags, ItemContext item)
    {
        var others = tags.ToList();
        var topic = Take(QuestionTagFormat.Topic, Cleaned);
        var level = Take(QuestionTagFormat.Level, value => QuestionTagFormat.ReadLevel(value) is null ? null : value);
        var law = Take(QuestionTagFormat.Law, value => LawReference.Parse(value) is null ? null : value);
        var unit = Take(QuestionTagFormat.Unit, value => value);
        var isJudge = Take(QuestionTagFormat.Type, value => value is "判断" ? value : null) is not null;
        var isStrict = Take(QuestionTagFormat.Score, value => value == QuestionTagFormat.Strict ? value : null) is not null;
        var scenario = Take(QuestionTagFormat.Scenario, value => value);
        var reviewBy = Take(QuestionTagFormat.ReviewBy, value => Day(value) is null ? null : value);
        var isScenario = others.Remove(QuestionTagFormat.Scenario);
        if (others.Count > 0)
        {
            item.ReportChange($"标签“{Quoted.Line(string.Join('、', others))}”没有带过来。");
        }

        return new(topic, level is null ? null : QuestionTagFormat.ReadLevel(level), law, unit ?? "", isJudge, isStrict, isScenario, scenario, reviewBy is null ? null : Day(reviewBy));

        string? Take(string mark, Func<string, string?> read)
        {
            var tag = others.Find(tag => QuestionTagFormat.Read(mark, tag) is { } value && read(value) is not null);
            return tag is not null && others.Remove(tag) ? read(QuestionTagFormat.Read(mark, tag)!) : null;
        }
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <returns>The text as a topic: on one line, without quotation marks and braces, at most 40 characters; null where nothing is left.</returns>
    public static string? Cleaned(string text)
    {
        var clean = Spacing.OneLine(string.Concat(SafeText.Clean(text).Select(unit => unit is '"' or '\'' or '{' or '}' or '\\' ? '\n' : unit)));
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, LongestTopic)].TrimEnd();
    }
}
