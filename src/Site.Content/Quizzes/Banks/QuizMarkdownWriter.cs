using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Site.Content.Pages;
using Site.Core.Text;

namespace Site.Content.Quizzes.Banks;

/// <summary>Writes a bank as a quiz in our own syntax: a draft, in which the editor still has to say where the questions come from and who checked them.</summary>
public static class QuizMarkdownWriter
{
    /// <returns>A Markdown file with front matter, LF at the end of lines.</returns>
    /// <param name="title">In one line; stands in where the bank has none.</param>
    public static string Write(Bank bank, string title)
    {
        var text = new StringBuilder("---\n");
        text.Append(CultureInfo.InvariantCulture, $"title: {Quoted(bank.Title.Length > 0 ? bank.Title : title)}\n");
        text.Append(CultureInfo.InvariantCulture, $"summary: {Quoted($"{bank.Questions.Length}道题，答错了就看解析。")}\n");
        text.Append("# 请补上 source（题目从哪里来）和 reviewer（由谁审核），核对每道题以后删去 draft 这一行。\ndraft: true\n");
        var topics = bank.Questions.Select(question => question.Topic).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        if (topics.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"topics: [{string.Join(", ", topics.Select(Quoted))}]\n");
        }

        text.Append("---\n");
        BankScenario? scenario = null;
        foreach (var question in bank.Questions)
        {
            if (question.Scenario is { } next && next != scenario)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n## {next.Title} {{#{next.Id} .scenario}}\n\n{next.Text}\n");
            }

            scenario = question.Scenario;
            Append(text, question);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, BankQuestion question)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{(question.Scenario is null ? "##" : "###")} {Heading(question)} {Attributes(question)}\n");
        AppendBlock(question.Stem);
        AppendBlock(question.Hint is null ? "" : "> 提示：" + question.Hint);
        var answers = Answers(question.Answer);
        if (answers.Length > 0)
        {
            // Under a heading alone choices follow without a blank line.
            text.Append(question.Stem.Length > 0 || question.Hint is not null ? "\n" : "").Append(answers);
        }

        if (question.Explanation.Length > 0)
        {
            text.Append("\n--- 解析\n").Append(StartsWithWords(question.Explanation) ? "" : "\n").Append(question.Explanation).Append('\n');
        }

        void AppendBlock(string block)
        {
            if (block.Length > 0)
            {
                text.Append('\n').Append(block).Append('\n');
            }
        }
    }

    private static bool StartsWithWords(string explanation) => Rune.IsLetterOrDigit(Rune.GetRuneAt(explanation, 0)) && !char.IsAsciiDigit(explanation[0]);

    private static string Heading(BankQuestion question)
    {
        var blanks = question.Answer switch
        {
            BankAnswer.Fill fill => [.. fill.Blanks.Select(Write)],
            BankAnswer.Number number => [Write(number)],
            _ => ImmutableArray<string>.Empty,
        };
        var parts = question.Text.Split(Blank.Mark);
        return blanks.IsEmpty ? question.Text : string.Concat(parts.Select((part, i) => i == 0 ? part : blanks[Math.Min(i, blanks.Length) - 1] + Guard(part)));
    }

    // A brace right after a blank would be taken for the blank's own.
    private static string Guard(string after) => after.StartsWith("\\{", StringComparison.Ordinal) ? " " + after : after;

    private static string Write(Blank blank)
    {
        var others = string.Join('|', blank.Answers.Skip(1).Select(MarkdownEscape.Inline));
        return $"[[{MarkdownEscape.Inline(blank.Answers[0])}]]{(others.Length > 0 ? $"{{alt=\"{others}\"}}" : "")}";
    }

    private static string Write(BankAnswer.Number number)
    {
        var tolerance = number.Tolerance > 0 ? $"tolerance={BankNumbers.Write(number.Tolerance)}" : "";
        var unit = number.Unit.Length > 0 ? $"unit=\"{MarkdownEscape.Inline(number.Unit)}\"" : "";
        var attributes = string.Join(' ', new[] { tolerance, unit }.Where(part => part.Length > 0));
        return $"[[{BankNumbers.Write(number.Value)}]]{(attributes.Length > 0 ? $"{{{attributes}}}" : "")}";
    }

    private static string Attributes(BankQuestion question)
    {
        var type = question.Answer switch
        {
            BankAnswer.Choose { Type: QuestionType.Multiple, IsPartial: var isPartial } => isPartial ? "multiple score=partial" : "multiple",
            BankAnswer.Choose { Type: QuestionType.Judge } => "judge",
            BankAnswer.Fill => "blank",
            BankAnswer.Number => "numeric",
            BankAnswer.Match => "match",
            BankAnswer.Order => "order",
            _ => "single",
        };
        var topic = question.Topic is null ? "" : $" topic=\"{question.Topic}\"";
        var level = question.Level is { } number ? string.Create(CultureInfo.InvariantCulture, $" level={number}") : "";
        var law = question.Law is null ? "" : $" law=\"{question.Law}\"";
        var reviewBy = question.ReviewBy is { } day ? $" reviewBy={LocalTime.Day(day)}" : "";
        return $"{{#{question.Id} .{type}{topic}{level}{law}{reviewBy}}}";
    }

    private static string Answers(BankAnswer answer) => answer switch
    {
        BankAnswer.Choose choose => string.Concat(choose.Choices.Select(choice => $"- [{(choice.IsRight ? 'x' : ' ')}] {choice.Text}\n{Feedback(choice.Feedback)}")),
        BankAnswer.Match match => string.Concat(match.Pairs.Select(pair => $"- {MarkdownEscape.Start(pair.Left)} :: {pair.Right}\n")),
        BankAnswer.Order order => string.Concat(order.Steps.Select((step, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {MarkdownEscape.Start(step)}\n"))),
        _ => "",
    };

    private static string Feedback(string feedback) =>
        feedback.Length == 0 ? "" : "    > " + feedback.Replace("\n", "\n    > ", StringComparison.Ordinal) + "\n";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ").Replace('\t', ' ')}\"";
}
