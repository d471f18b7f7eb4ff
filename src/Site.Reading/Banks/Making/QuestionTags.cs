using System.Collections.Immutable;
using System.Globalization;
using Site.Model;

namespace Site.Reading;

/// <summary>What the tags of a question say that our syntax can carry.</summary>
internal sealed record QuestionTags(string? Topic, int? Level, string? Law, string Unit, bool IsJudge, bool IsStrict, bool IsScenario, string? Scenario, DateOnly? ReviewBy)
{
    private const int LongestTopic = 40;

    public static QuestionTags Read(ImmutableArray<string> tags, ItemNotes item)
    {
        var others = tags.ToList();
        var topic = Take(QuestionMarks.Topic, Cleaned);
        var level = Take(QuestionMarks.Level, value => QuestionMarks.ReadLevel(value) is null ? null : value);
        var law = Take(QuestionMarks.Law, value => LawReferences.Read(value) is null ? null : value);
        var unit = Take(QuestionMarks.Unit, value => value);
        var isJudge = Take(QuestionMarks.Type, value => value is "判断" ? value : null) is not null;
        var isStrict = Take(QuestionMarks.Score, value => value == QuestionMarks.Strict ? value : null) is not null;
        var scenario = Take(QuestionMarks.Scenario, value => value);
        var reviewBy = Take(QuestionMarks.ReviewBy, value => Day(value) is null ? null : value);
        var isScenario = others.Remove(QuestionMarks.Scenario);
        if (others.Count > 0)
        {
            item.Change($"标签“{SafeText.Quote(string.Join('、', others))}”没有带过来。");
        }

        return new(topic, level is null ? null : QuestionMarks.ReadLevel(level), law, unit ?? "", isJudge, isStrict, isScenario, scenario, reviewBy is null ? null : Day(reviewBy));

        string? Take(string mark, Func<string, string?> read)
        {
            var tag = others.Find(tag => QuestionMarks.Read(mark, tag) is { } value && read(value) is not null);
            return tag is not null && others.Remove(tag) ? read(QuestionMarks.Read(mark, tag)!) : null;
        }
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <returns>The text as a topic: on one line, without quotation marks and braces, at most 40 characters; null where nothing is left.</returns>
    public static string? Cleaned(string text)
    {
        var clean = string.Join(' ', string.Concat(SafeText.Clean(text).Select(unit => unit is '"' or '\'' or '{' or '}' or '\n' or '\t' or '\\' ? ' ' : unit))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return clean.Length == 0 ? null : clean[..Math.Min(clean.Length, LongestTopic)].TrimEnd();
    }
}
