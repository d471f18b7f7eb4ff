using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Site.Content.Markdown;
using Site.Content.Websites;

namespace Site.Content.Quizzes.Banks;

/// <summary>Writes a quiz in Moodle's GIFT.</summary>
internal static class GiftWriter
{
    public static ExportedBank Write(Website website, QuizPage quiz)
    {
        var changes = ImmutableArray.CreateBuilder<BankChange>();
        var html = new BankHtml(website, quiz, picture => picture.Target);
        var gift = new StringBuilder();
        gift.Append(CultureInfo.InvariantCulture, $"$CATEGORY: $course$/top/{Escape(quiz.Title.Replace("/", "//", StringComparison.Ordinal))}\n\n");
        Scenario? scenario = null;
        foreach (var question in quiz.Questions)
        {
            if (question.Scenario is { } next && next.Id != scenario?.Id)
            {
                AppendComment(gift, next.Id, [QuestionTagFormat.Scenario]);
                gift.Append(CultureInfo.InvariantCulture, $"::{Escape(next.Title)}::[html]{Escape(html.Of(next.Text))}\n\n");
                ReportPictures(next.Text, new(next.Location, next.Title, ""), changes);
            }

            scenario = question.Scenario;
            if (Body(question, html) is { } body)
            {
                AppendComment(gift, question.Id, BankTags.Of(question));
                gift.Append(CultureInfo.InvariantCulture, $"::{Escape(BankTags.Name(question))}::{body}\n\n");
            }

            GiftLosses.Report(question, changes);
        }

        return new(Encoding.UTF8.GetBytes(gift.ToString()), changes.ToImmutable());
    }

    /// <summary>Reports pictures that the file names but does not hold.</summary>
    public static void ReportPictures(HtmlFragment fragment, BankChange change, ImmutableArray<BankChange>.Builder changes)
    {
        foreach (var image in fragment.Placeholders.OfType<Placeholder.Image>())
        {
            changes.Add(change with { Message = $"GIFT 装不下图片，只写了地址：{image.Picture.Target}。请另外把图片交给对方，或者改用 moodle-xml。" });
        }
    }

    /// <returns>Text in which every character stands for itself, on one line.</returns>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (unit is '\n')
            {
                escaped.Append("\\n");
            }
            else if (unit is not '\r')
            {
                escaped.Append(unit is '\\' or '#' or '=' or '~' or '{' or '}' or ':' ? "\\" : "").Append(unit);
            }
        }

        return escaped.ToString();
    }

    /// <returns>Text and answers, or null where GIFT cannot express the question.</returns>
    private static string? Body(Question question, BankHtml html)
    {
        if (GiftLosses.ReasonOmitted(question) is not null)
        {
            return null;
        }

        var parts = question.Fragments.Select(html.Of).ToList();
        var isHtml = !question.Stem.IsEmpty || parts.Any(part => part.AsSpan().ContainsAny("<>&") || part.StartsWith('%') || part.StartsWith('[') || part.StartsWith("//", StringComparison.Ordinal))
            || question.Text.AsSpan().ContainsAny("<>&[");
        var text = BankTags.Text(question);
        return (isHtml ? "[html]" + Escape($"<p>{BankHtml.Encode(text)}</p>{html.Of(question.Stem)}") : Escape(text))
            + Answers(question, fragment => Escape(isHtml ? Guarded(html.Of(fragment)) : WebUtility.HtmlDecode(html.Of(fragment))));
    }

    // A sign that says a weight, a form or a comment if it comes first.
    private static string Guarded(string html) => html switch
    {
        ['%', ..] => "&#37;" + html[1..],
        ['[', ..] => "&#91;" + html[1..],
        ['/', '/', ..] => "&#47;" + html[1..],
        _ => html,
    };

    private static string Answers(Question question, Func<HtmlFragment, string> write)
    {
        var lines = question.Answer switch
        {
            Answer.Single single => Lines(single.Choices.Select(choice => $"{(choice.IsCorrect ? '=' : '~')}{Choice(choice)}")),
            Answer.Multiple multiple => Lines(multiple.Choices.Select(choice => $"~%{Weight(choice, multiple)}%{Choice(choice)}")),
            Answer.Judge judge when BankTags.IsTrueFalse(judge) => Judge(judge),
            Answer.Judge judge => Lines(judge.Choices.Select(choice => $"{(choice.IsCorrect ? '=' : '~')}{Choice(choice)}")),
            Answer.Blanks blanks => Lines(blanks.Items[0].Answers.Select(answer => $"={(answer.StartsWith('%') || answer.StartsWith('[') ? "%100%" : "")}{Escape(answer.Replace("*", "\\*", StringComparison.Ordinal))}")),
            Answer.Number number => $"#{BankNumbers.Write(number.Value)}:{BankNumbers.Write(number.Tolerance)}",
            Answer.Pairs pairs => Lines(pairs.Items.Select(pair => $"={write(pair.Left)} -> {Escape(pair.Right)}")),
            Answer.Steps steps => $">{steps.Items.Length} ALL VERTICAL\n" + string.Concat(steps.Items.Select(step => $"\t{write(step)}\n")),
            _ => "",
        };
        return $"{{{lines}{(question.Explanation.IsEmpty ? "" : "####" + write(question.Explanation))}}}";

        string Choice(Choice choice) => write(choice.Text) + (choice.Feedback.IsEmpty ? "" : "#" + write(choice.Feedback));

        string Judge(Answer.Judge judge)
        {
            var (right, wrong) = judge.Choices[0].IsCorrect ? (judge.Choices[0], judge.Choices[1]) : (judge.Choices[1], judge.Choices[0]);
            var feedback = right.Feedback.IsEmpty && wrong.Feedback.IsEmpty ? ""
                : $"#{write(wrong.Feedback)}{(right.Feedback.IsEmpty ? "" : "#" + write(right.Feedback))}";
            return (judge.Choices[0].IsCorrect ? "TRUE" : "FALSE") + feedback;
        }
    }

    private static string Lines(IEnumerable<string> answers) => "\n" + string.Concat(answers.Select(answer => $"\t{answer}\n"));

    /// <returns>The share of the point in per cent; a wrong choice takes the whole point away.</returns>
    internal static string Weight(Choice choice, Answer.Multiple multiple) =>
        choice.IsCorrect ? BankNumbers.Write(Math.Round(100m / multiple.Choices.Count(other => other.IsCorrect), 5)) : "-100";

    private static void AppendComment(StringBuilder gift, string id, IEnumerable<string> tags)
    {
        gift.Append(CultureInfo.InvariantCulture, $"// [id:{id}]");
        foreach (var tag in tags)
        {
            gift.Append(CultureInfo.InvariantCulture, $" [tag:{tag.Replace("]", "\\]", StringComparison.Ordinal)}]");
        }

        gift.Append('\n');
    }
}

/// <summary>Reports what of a question GIFT cannot carry.</summary>
internal static class GiftLosses
{
    /// <returns>Why GIFT cannot express the question, in simplified Chinese, or null where it can.</returns>
    public static string? ReasonOmitted(Question question) => question.Answer switch
    {
        Answer.Blanks { Items.Length: > 1 } => "GIFT 的一道题只能有一个空，请改用 moodle-xml。",
        Answer.Blanks blanks when blanks.Items[0].Answers.Any(answer => answer.Contains("->", StringComparison.Ordinal)) => "答案里的“->”在 GIFT 里是匹配题的记号，请改用 moodle-xml。",
        _ => null,
    };

    public static void Report(Question question, ImmutableArray<BankChange>.Builder changes)
    {
        var change = new BankChange(question.Location, BankTags.Name(question), "");
        if (ReasonOmitted(question) is { } why)
        {
            changes.Add(change with { Message = $"没有写出：{why}" });
            return;
        }

        if (question.Hint is not null)
        {
            changes.Add(change with { Message = "GIFT 没有提示，提示没有写出。" });
        }

        ScoringDifferences.Report(question, change, changes);
        foreach (var fragment in question.Fragments)
        {
            GiftWriter.ReportPictures(fragment, change, changes);
        }
    }
}
