using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Site.Model;

namespace Site.Rendering;

/// <summary>Writes the answers of a question in Moodle XML.</summary>
internal static class MoodleXmlAnswers
{
    public static void Write(XmlWriter xml, MoodleXmlTexts texts, Question question)
    {
        switch (question.Answer)
        {
            case Answer.Single single:
                WriteChoices(xml, texts, single.Choices, true, choice => choice.IsCorrect ? "100" : "0");
                break;
            case Answer.Multiple multiple:
                WriteChoices(xml, texts, multiple.Choices, false, choice => GiftWriter.Weight(choice, multiple));
                break;
            case Answer.Judge judge when BankTags.IsTrueFalse(judge):
                WriteAnswer(texts, xml, judge.Choices[0], judge.Choices[0].IsCorrect ? "100" : "0", "true");
                WriteAnswer(texts, xml, judge.Choices[1], judge.Choices[1].IsCorrect ? "100" : "0", "false");
                break;
            case Answer.Judge judge:
                WriteChoices(xml, texts, judge.Choices, true, choice => choice.IsCorrect ? "100" : "0");
                break;
            case Answer.Blanks { Items: [var blank] }:
                WriteWords(xml, blank);
                break;
            case Answer.Number number:
                WriteNumber(xml, number);
                break;
            case Answer.Pairs pairs:
                WritePairs(xml, texts, pairs);
                break;
            case Answer.Steps steps:
                WriteSteps(xml, texts, steps);
                break;
        }
    }

    /// <returns>The text with a piece of cloze for each blank: <c>{1:SHORTANSWER:=检测~=测气}</c>.</returns>
    public static string Cloze(string text, Answer.Blanks blanks)
    {
        var parts = text.Split(Blank.Mark);
        return string.Concat(parts.Select((part, i) => i == 0 ? part : $"{{1:SHORTANSWER:{string.Join('~', blanks.Items[i - 1].Answers.Select(Answer))}}}{part}"));

        static string Answer(string answer)
        {
            var escaped = new StringBuilder("=");
            foreach (var unit in answer)
            {
                escaped.Append(unit is '\\' or '}' or '#' or '~' or '/' or '"' or '*' ? "\\" : "").Append(unit);
            }

            return escaped.ToString();
        }
    }

    private static void WriteChoices(XmlWriter xml, MoodleXmlTexts texts, ImmutableArray<Choice> choices, bool isSingle, Func<Choice, string> fraction)
    {
        xml.WriteElementString("single", isSingle ? "true" : "false");
        xml.WriteElementString("shuffleanswers", "true");
        xml.WriteElementString("answernumbering", "ABCD");
        foreach (var choice in choices)
        {
            WriteAnswer(texts, xml, choice, fraction(choice), null);
        }
    }

    private static void WriteAnswer(MoodleXmlTexts texts, XmlWriter xml, Choice choice, string fraction, string? plain)
    {
        xml.WriteStartElement("answer");
        xml.WriteAttributeString("fraction", fraction);
        xml.WriteAttributeString("format", plain is null ? "html" : "moodle_auto_format");
        if (plain is null)
        {
            texts.WriteContent(texts.Html(choice.Text));
        }
        else
        {
            xml.WriteElementString("text", plain);
        }

        texts.Write("feedback", texts.Html(choice.Feedback));
        xml.WriteEndElement();
    }

    private static void WriteWords(XmlWriter xml, Blank blank)
    {
        xml.WriteElementString("usecase", "0");
        foreach (var answer in blank.Answers)
        {
            StartPlain(xml, answer.Replace("*", "\\*", StringComparison.Ordinal));
            xml.WriteEndElement();
        }
    }

    private static void WriteNumber(XmlWriter xml, Answer.Number number)
    {
        StartPlain(xml, GiftWriter.Text(number.Value));
        xml.WriteElementString("tolerance", GiftWriter.Text(number.Tolerance));
        xml.WriteEndElement();
        xml.WriteElementString("unitgradingtype", "0");
        xml.WriteElementString("unitpenalty", "0.1000000");
        xml.WriteElementString("showunits", "3");
        xml.WriteElementString("unitsleft", "0");
    }

    private static void StartPlain(XmlWriter xml, string text)
    {
        xml.WriteStartElement("answer");
        xml.WriteAttributeString("fraction", "100");
        xml.WriteAttributeString("format", "moodle_auto_format");
        xml.WriteElementString("text", text);
    }

    private static void WritePairs(XmlWriter xml, MoodleXmlTexts texts, Answer.Pairs pairs)
    {
        xml.WriteElementString("shuffleanswers", "true");
        foreach (var pair in pairs.Items)
        {
            xml.WriteStartElement("subquestion");
            xml.WriteAttributeString("format", "html");
            texts.WriteContent(texts.Html(pair.Left));
            xml.WriteStartElement("answer");
            xml.WriteElementString("text", pair.Right);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
    }

    private static void WriteSteps(XmlWriter xml, MoodleXmlTexts texts, Answer.Steps steps)
    {
        xml.WriteElementString("layouttype", "VERTICAL");
        xml.WriteElementString("selecttype", "ALL");
        xml.WriteElementString("selectcount", "0");
        xml.WriteElementString("gradingtype", "ABSOLUTE_POSITION");
        xml.WriteElementString("showgrading", "SHOW");
        xml.WriteElementString("numberingstyle", "none");
        for (var i = 0; i < steps.Items.Length; i++)
        {
            xml.WriteStartElement("answer");
            xml.WriteAttributeString("fraction", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i + 1}.0000000"));
            xml.WriteAttributeString("format", "html");
            texts.WriteContent(texts.Html(steps.Items[i]));
            xml.WriteEndElement();
        }
    }
}
