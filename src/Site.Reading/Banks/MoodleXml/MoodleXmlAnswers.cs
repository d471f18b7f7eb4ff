using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Site.Reading;

/// <summary>Reads the answers of a question in Moodle XML.</summary>
internal static class MoodleXmlAnswers
{
    /// <returns>The text, with a mark for each blank that is written into it, and the answer.</returns>
    public static (RawText Text, RawAnswer Answer) Read(XElement question, string type, RawText text, BankNotes notes) => type switch
    {
        "multichoice" => (text, new RawAnswer.Choices(Choices(question, text.Form, notes), IsYes(question, "single", true), IsJudge: false)),
        "truefalse" => (text, TrueFalse(question, text.Form, notes)),
        "shortanswer" => (text, new RawAnswer.Words(
            [[.. question.Elements("answer").Select(answer => new RawWord(MoodleXmlTexts.Plain(answer), Fraction(answer, notes), Feedback(answer, text.Form)))]],
            IsYes(question, "usecase", false))),
        "numerical" => (text, Numbers(question, text.Form, notes)),
        "matching" => (text, new RawAnswer.Pairs([.. question.Elements("subquestion").Select(pair =>
            new RawPair(MoodleXmlTexts.Read(pair, text.Form), MoodleXmlTexts.Plain(pair.Element("answer"))))])),
        "ordering" => (text, new RawAnswer.Steps([.. question.Elements("answer").Select((answer, i) => (Answer: answer, Index: i))
            .OrderBy(step => Fraction(step.Answer, notes)).ThenBy(step => step.Index).Select(step => MoodleXmlTexts.Read(step.Answer, text.Form))])),
        "cloze" or "multianswer" => ClozeReader.Read(text, MoodleXmlReader.Where(question, notes), notes),
        "description" => (text, new RawAnswer.Told()),
        "essay" => (text, new RawAnswer.Unknown("这是问答题，答案要人来评。")),
        _ => (text, new RawAnswer.Unknown($"本站没有“{SafeText.Quote(type)}”这种题型。")),
    };

    private static ImmutableArray<RawChoice> Choices(XElement question, TextForm form, BankNotes notes) =>
    [
        .. question.Elements("answer").Select(answer =>
            new RawChoice(MoodleXmlReader.Where(answer, notes), MoodleXmlTexts.Read(answer, form), Fraction(answer, notes), Feedback(answer, form))),
    ];

    // Answers are told by their words; where these are of another language, the first is true.
    private static RawAnswer TrueFalse(XElement question, TextForm form, BankNotes notes)
    {
        var answers = question.Elements("answer").ToArray();
        if (answers.Length != 2)
        {
            return new RawAnswer.Unknown($"判断题应有两个答案，这里有{answers.Length}个。");
        }

        var (yes, no) = MoodleXmlTexts.Plain(answers[0]) is "false" || MoodleXmlTexts.Plain(answers[1]) is "true" ? (answers[1], answers[0]) : (answers[0], answers[1]);
        return new RawAnswer.Choices([Choice("正确", yes), Choice("错误", no)], IsSingle: true, IsJudge: true);

        RawChoice Choice(string text, XElement answer) =>
            new(MoodleXmlReader.Where(answer, notes), new(text, TextForm.Plain), Fraction(answer, notes), Feedback(answer, form));
    }

    private static RawAnswer.Numbers Numbers(XElement question, TextForm form, BankNotes notes)
    {
        var numbers = ImmutableArray.CreateBuilder<RawNumber>();
        var others = RawText.Empty;
        foreach (var answer in question.Elements("answer"))
        {
            var text = MoodleXmlTexts.Plain(answer);
            if (text is "*")
            {
                others = Feedback(answer, form);
            }
            else if (BankNumbers.Read(text) is { } value)
            {
                numbers.Add(new(value, Math.Abs(BankNumbers.Read((string?)answer.Element("tolerance") ?? "") ?? 0), Fraction(answer, notes), Feedback(answer, form)));
            }
            else
            {
                notes.Error("bank/unreadable-number", MoodleXmlReader.Where(answer, notes), $"“{SafeText.Quote(text)}”不是数。", "请用阿拉伯数字写。");
            }
        }

        var units = question.Elements("units").Elements("unit").Select(unit => ((string?)unit.Element("unit_name") ?? "").Trim()).Where(unit => unit.Length > 0).ToArray();
        return new RawAnswer.Numbers(numbers.ToImmutable(), units.Length == 1 ? units[0] : "") { WrongFeedback = others };
    }

    private static RawText Feedback(XElement answer, TextForm form) => MoodleXmlTexts.Read(answer.Element("feedback"), form);

    private static decimal Fraction(XElement answer, BankNotes notes)
    {
        var text = (string?)answer.Attribute("fraction") ?? "0";
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var fraction) && Math.Abs(fraction) <= 1000)
        {
            return fraction;
        }

        notes.Error("bank/unreadable-number", MoodleXmlReader.Where(answer, notes), $"分值“{SafeText.Quote(text)}”不是数。", "fraction 写成 100、50、0 这样的数。");
        return 0;
    }

    private static bool IsYes(XElement question, string name, bool otherwise) => (string?)question.Element(name) switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => otherwise,
    };
}
