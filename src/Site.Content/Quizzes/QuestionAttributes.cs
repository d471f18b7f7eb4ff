using System.Collections.Immutable;
using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Content.Markdown;
using Site.Core.Text;
using Site.Core.Vocabularies;

namespace Site.Content.Quizzes;

/// <summary>What stands in the braces of a question's heading: <c>{#id .single topic=消防 level=1 law="消防法(2021)#5"}</c>.</summary>
/// <param name="Id">Unique in the quiz.</param>
/// <param name="Type">A word of <see cref="QuestionAttributesReader.Types"/>, or null where the writer leaves it to the answers.</param>
/// <param name="Score">The word after <c>score=</c>, or null.</param>
internal sealed record QuestionAttributes(string Id, string? Type, string? Topic, int Level, LawReference? Law, string? Score, DateOnly? ReviewBy);

/// <summary>Reads the attributes of a question's heading, strictly.</summary>
internal static class QuestionAttributesReader
{
    public static ImmutableArray<Term> Types { get; } =
    [
        new("single", "单选"),
        new("multiple", "多选"),
        new("judge", "判断"),
        new("blank", "填空"),
        new("numeric", "数值"),
        new("match", "匹配"),
        new("order", "排序"),
        new("scenario", "情景"),
    ];

    private static readonly string Known = string.Join('、', Types.Select(type => $".{type.Id}（{type.Label}）"));

    /// <returns>The attributes, or null where the question has no id of its own; mistakes are reported.</returns>
    public static QuestionAttributes? Read(HeadingBlock heading, QuizContext context)
    {
        if (heading.TryGetAttributes() is not { Id: { } id } attributes)
        {
            context.Error(
                "quiz/no-id", heading, $"题目“{Quoted.Line(PlainText.Of(heading.Inline))}”没有编号。",
                "请在标题末尾写 {#编号 .题型}，例如 {#fire-01 .single}；编号用过就不再换。");
            return null;
        }

        // From here on it is a question's id, not one of a heading.
        attributes.Id = null;
        var isFree = Take(id, attributes, context);
        var type = Type(attributes, context);
        var values = Values(attributes, context);
        var read = new QuestionAttributes(
            id, type,
            Topic(values.GetValueOrDefault("topic"), attributes, context),
            Level(values.GetValueOrDefault("level"), attributes, context),
            Law(values.GetValueOrDefault("law"), attributes, context),
            Score(values.GetValueOrDefault("score"), type, attributes, context),
            ReviewBy(values.GetValueOrDefault("reviewBy"), attributes, context));
        return isFree ? read : null;
    }

    private static bool Take(string id, HtmlAttributes attributes, QuizContext context)
    {
        if (!ExplicitIds.IsId(id))
        {
            context.Error("quiz/bad-id", attributes, "#" + id, $"“{Quoted.Line(id)}”不能作编号。", "编号用汉字、小写字母、数字、- 和 _，最多64个字。");
            return false;
        }

        if (context.Page.Ids.Take(id))
        {
            return true;
        }

        context.Error("quiz/duplicate-id", attributes, "#" + id, $"编号“{id}”在这份测验里用了两次。", "请给后一道题换一个编号。");
        return false;
    }

    private static string? Type(HtmlAttributes attributes, QuizContext context)
    {
        string? type = null;
        foreach (var name in attributes.Classes ?? [])
        {
            if (!Types.Any(known => known.Id == name))
            {
                context.Error("quiz/unknown-type", attributes, "." + name, $"没有“.{Quoted.Line(name)}”这种题型。", $"可用的题型：{Known}。");
            }
            else if (type is not null)
            {
                context.Error("quiz/two-types", attributes, "." + name, $"一道题写了两种题型：.{type} 和 .{name}。", "请只留一种。");
            }

            type ??= name;
        }

        return type;
    }

    private static Dictionary<string, string> Values(HtmlAttributes attributes, QuizContext context)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in attributes.Properties ?? [])
        {
            if (name is not ("topic" or "level" or "law" or "score" or "reviewBy"))
            {
                context.Error(
                    "quiz/unknown-attribute", attributes, name, $"题目没有“{Quoted.Line(name)}”这一项。", "可用的项：topic、level、law、score、reviewBy。");
            }
            else if (!values.TryAdd(name, value ?? ""))
            {
                context.Error("quiz/repeated-attribute", attributes, name, $"“{name}”写了两次。", "请只留一个。");
            }
        }

        return values;
    }

    private static string? Topic(string? topic, HtmlAttributes attributes, QuizContext context)
    {
        if (topic is not null && !context.Topics.Contains(topic))
        {
            context.Error(
                "quiz/unknown-topic", attributes, "topic=",
                $"主题“{Quoted.Line(topic)}”不在这份测验的 topics 里。",
                context.Topics.IsEmpty ? "请先在文件开头的 topics 里列出主题。" : $"可用的主题：{string.Join('、', context.Topics)}。");
        }

        return topic;
    }

    private static int Level(string? level, HtmlAttributes attributes, QuizContext context)
    {
        if (level is null or "1" or "2" or "3")
        {
            return level is null ? 1 : level[0] - '0';
        }

        context.Error("quiz/level-out-of-range", attributes, "level=", $"难度“{Quoted.Line(level)}”不在1到3之间。", "请写 1（易）、2（中）或 3（难）。");
        return 1;
    }

    private static LawReference? Law(string? law, HtmlAttributes attributes, QuizContext context)
    {
        var reference = law is null ? null : LawReference.Parse(law);
        if (law is not null && reference is null)
        {
            context.Error(
                "quiz/unreadable-law", attributes, "law=", $"法条“{Quoted.Line(law)}”看不懂。", "请照“消防法(2021)#5”写：法名、版本年份、第几条。");
        }

        return reference;
    }

    private static DateOnly? ReviewBy(string? day, HtmlAttributes attributes, QuizContext context)
    {
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            return read;
        }

        if (day is null)
        {
            return null;
        }

        context.Error("quiz/unreadable-day", attributes, "reviewBy=", $"复核日期“{Quoted.Line(day)}”看不懂。", "请写成 2027-05-31 这样的日期。");
        return null;
    }

    private static string? Score(string? score, string? type, HtmlAttributes attributes, QuizContext context)
    {
        if (score is not (null or "partial" or "strict"))
        {
            context.Error("quiz/unknown-score", attributes, "score=", $"没有“{Quoted.Line(score)}”这种计分。", "请写 strict（全对才得分）或 partial（选对一部分得一部分）。");
        }
        else if (score is not null && type is not "multiple")
        {
            context.Error("quiz/unknown-score", attributes, "score=", "只有多选题可以写 score。", "请删去 score，或者把题型改成 .multiple。");
        }

        return score;
    }
}
