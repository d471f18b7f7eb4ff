using System.Globalization;
using Site.Model;

namespace Site.Rendering;

/// <summary>What only this site knows of a question, as tags.</summary>
internal static class BankTags
{
    public static List<string> Of(Question question)
    {
        var tags = new List<string>();
        Add(QuestionMarks.Topic, question.Topic);
        Add(QuestionMarks.Level, question.Level.ToString(CultureInfo.InvariantCulture));
        Add(QuestionMarks.Law, question.Law is { } law
            ? string.Create(CultureInfo.InvariantCulture, $"{law.Law}({law.Year}){(law.Article is { } article ? $"#{article}" : "")}")
            : null);
        Add(QuestionMarks.Unit, question.Answer is Answer.Number { Unit: { Length: > 0 } unit } ? unit : null);
        Add(QuestionMarks.Type, question.Answer is Answer.Judge judge && !IsTrueFalse(judge) ? "判断" : null);
        Add(QuestionMarks.Score, question.Answer is Answer.Multiple { IsPartial: false } ? QuestionMarks.Strict : null);
        Add(QuestionMarks.Scenario, question.Scenario?.Id);
        Add(QuestionMarks.ReviewBy, question.ReviewBy is { } day ? LocalTime.Day(day) : null);
        return tags;

        void Add(string mark, string? value)
        {
            if (value is not null)
            {
                tags.Add(QuestionMarks.Write(mark, value));
            }
        }
    }

    /// <returns>Whether the choices are 正确 and 错误, in this order: what other programs call true and false.</returns>
    public static bool IsTrueFalse(Answer.Judge judge) =>
        judge.Choices is [var first, var second] && first.Text.Utf8.Span.SequenceEqual("正确"u8) && second.Text.Utf8.Span.SequenceEqual("错误"u8);

    /// <returns>What a question is called in lists: its text, cut at 80 characters.</returns>
    public static string Name(Question question)
    {
        var text = Text(question).Replace("_____", "＿＿", StringComparison.Ordinal);
        return text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[78]) ? 78 : 79), "…");
    }

    /// <returns>The text with a row of underlines for each blank, after which stands the unit of a number.</returns>
    public static string Text(Question question) => question.Text.Replace(
        Blank.Mark, "_____" + (question.Answer is Answer.Number number ? number.Unit : ""), StringComparison.Ordinal);
}
