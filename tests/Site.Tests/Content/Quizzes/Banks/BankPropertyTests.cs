using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Core.Text;

namespace Site.Tests;

/// <summary>Whatever a question says, it comes back from GIFT and Moodle XML as it went.</summary>
public class BankPropertyTests
{
    private static readonly Gen<string> Piece = Gen.Elements(
        "火", "水", "a", "B", "7", " ", "  ", "。", "*", "_", "[", "]", "\\", "`", "<", ">", "&", "#", "=", "~", "{", "}", ":", "%", "-", "+", "|", "!", "(", ")", "\"", "'", "$", "/", "^", "，", "“",
        "&amp;", "<b>", "//", "1. ", "::", "[[", "]]", "👍", "é", "）");

    private static readonly Gen<string> Words = Gen.ArrayOf(Piece).Select(pieces => Tidy(string.Concat(pieces.Take(12)), "文"));

    private static readonly Gen<string> Plain = Gen.ArrayOf(Gen.Elements("火", "水", "a", "7", " ", "  ", "(", ")", "#", "=", "~", "{", "}", ":", "\\", "*", "_", "<", "&", "-"))
        .Select(pieces => Tidy(string.Concat(pieces.Take(8)).Replace("->", "-", StringComparison.Ordinal).Replace("__", "_", StringComparison.Ordinal), "词"));

    private static readonly Gen<BankAnswer> Answers = Gen.OneOf(
        from texts in Distinct(Words, 3)
        from type in Gen.Elements(QuestionType.Single, QuestionType.Multiple)
        from isPartial in Gen.Elements(true, false)
        from feedback in Words
        select (BankAnswer)new BankAnswer.Choose(
            type, [.. texts.Select((text, i) => new BankChoice(MarkdownEscape.Inline(text), i == 0, i == 1 ? MarkdownEscape.Start(MarkdownEscape.Inline(feedback)) : ""))], type is QuestionType.Multiple && isPartial),
        from answers in Distinct(Plain, 2)
        select (BankAnswer)new BankAnswer.Fill([new([.. answers])]),
        from value in Gen.Choose(-500, 500)
        from tolerance in Gen.Choose(0, 9)
        select (BankAnswer)new BankAnswer.Number(value / 4m, tolerance / 2m, tolerance > 4 ? "米" : ""),
        from lefts in Distinct(Words.Select(text => text.Replace(":", "", StringComparison.Ordinal).Trim() + "左"), 2)
        from rights in Distinct(Plain, 2)
        select (BankAnswer)new BankAnswer.Match([.. lefts.Zip(rights, (left, right) => new BankPair(MarkdownEscape.Inline(left), MarkdownEscape.Inline(right)))]),
        from steps in Distinct(Words, 3)
        select (BankAnswer)new BankAnswer.Order([.. steps.Select(MarkdownEscape.Inline)]));

    private static readonly Gen<BankQuestion> Questions =
        from answer in Answers
        from text in Words
        from stem in Words
        from explanation in Words
        from level in Gen.Choose(1, 3)
        let shown = MarkdownEscape.Inline(text.Replace("[", "", StringComparison.Ordinal).Replace("__", "_", StringComparison.Ordinal).Trim('_', '(', '（', ' ')) + "问"
        select new BankQuestion(
            new("bank"), "q-1", answer is BankAnswer.Fill or BankAnswer.Number ? shown + Blank.Mark + "。" : shown,
            level == 2 ? MarkdownEscape.Start(MarkdownEscape.Inline(stem)) : "", null, answer, MarkdownEscape.Start(MarkdownEscape.Inline(explanation)), "消防", level, null, null);

    [Fact]
    public void A_question_comes_back_from_every_form_as_it_went() =>
        Prop.ForAll(Arb.From(Questions), question =>
        {
            var markdown = QuizMarkdownWriter.Write(new("测验", [question], [], [], 1), "测验").Replace("draft: true\n", "", StringComparison.Ordinal);
            var website = SampleSite.Read($"-- content/quizzes/q.md --\n{markdown}");
            var quiz = website.Of<QuizPage>().Single();
            foreach (var format in BankWriter.Formats)
            {
                var written = BankWriter.Write(format, website, quiz);
                var back = BankSample.Read(format, written.Bytes.ToArray());
                Assert.Equal("", string.Join('\n', back.Diagnostics));
                Assert.Equal(markdown, QuizMarkdownWriter.Write(back.Value, "测验").Replace("draft: true\n", "", StringComparison.Ordinal));
            }
        }).AssertHolds(400);

    [Fact]
    public void No_text_whatever_makes_a_reader_fall_over() =>
        Prop.ForAll(
            Arb.From(Gen.Elements("gift", "aiken", "text", "csv", "moodle-xml")),
            Arb.From(Gen.ArrayOf(Gen.OneOf(Piece, Gen.Elements("\n", "\n\n", "{T}", "{", "=", "~", "->", "####", "[html]", "1.", "A.", "B.", "答案：", "解析：", "ANSWER: A", "题目,答案", "<quiz>", "<question type='cloze'>")))
                .Select(string.Concat)),
            (format, text) =>
            {
                var read = BankSample.Read(format, text);
                if (read.Diagnostics.IsEmpty)
                {
                    BankSample.Markdown(read);
                }
            }).AssertHolds(500);

    private static Gen<ImmutableArray<string>> Distinct(Gen<string> texts, int count) =>
        Gen.ArrayOf(texts, count).Select(all => all.Select((text, i) => $"{text}{"甲乙丙"[i]}").ToImmutableArray());

    // As a reader would type it: no space at the ends, something to read.
    private static string Tidy(string text, string otherwise)
    {
        var tidy = text.Trim(' ');
        return tidy.Any(char.IsLetterOrDigit) ? tidy : otherwise + tidy;
    }
}
