using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Site.Model;

namespace Site.Rendering;

/// <summary>Writes a quiz in Moodle XML, pictures included. Source: Moodle, "Moodle XML format".</summary>
internal static class MoodleXmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static WrittenBank Write(Website website, QuizPage quiz)
    {
        var changes = ImmutableArray.CreateBuilder<BankChange>();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            var texts = new MoodleXmlTexts(xml, website, quiz);
            xml.WriteStartElement("quiz");
            WriteCategory(xml, quiz.Title);
            Scenario? scenario = null;
            foreach (var question in quiz.Questions)
            {
                if (question.Scenario is { } next && next.Id != scenario?.Id)
                {
                    WriteScenario(xml, texts, next);
                }

                scenario = question.Scenario;
                WriteQuestion(xml, texts, question);
                BankScores.Note(question, new(question.Where, BankTags.Name(question), ""), changes);
            }

            xml.WriteEndElement();
        }

        return new(bytes.ToArray(), changes.ToImmutable());
    }

    private static void WriteCategory(XmlWriter xml, string title)
    {
        xml.WriteStartElement("question");
        xml.WriteAttributeString("type", "category");
        xml.WriteStartElement("category");
        xml.WriteElementString("text", "$course$/top/" + title.Replace("/", "//", StringComparison.Ordinal));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteScenario(XmlWriter xml, MoodleXmlTexts texts, Scenario scenario)
    {
        Start(xml, "description", scenario.Title);
        texts.Write("questiontext", texts.Html(scenario.Text));
        texts.Write("generalfeedback", "");
        xml.WriteElementString("defaultgrade", "0");
        End(xml, scenario.Id, [QuestionMarks.Scenario]);
    }

    private static void WriteQuestion(XmlWriter xml, MoodleXmlTexts texts, Question question)
    {
        var cloze = question.Answer is Answer.Blanks { Items.Length: > 1 } blanks ? blanks : null;
        Start(xml, TypeOf(question), BankTags.Name(question));
        var text = BankHtml.Encode(cloze is null ? BankTags.Text(question) : MoodleXmlAnswers.Cloze(question.Text, cloze));
        texts.Write("questiontext", $"<p>{text}</p>{texts.Html(question.Stem)}");
        texts.Write("generalfeedback", texts.Html(question.Explanation));
        xml.WriteElementString("defaultgrade", "1");
        xml.WriteElementString("penalty", "0.3333333");
        xml.WriteElementString("hidden", "0");
        MoodleXmlAnswers.Write(xml, texts, question);
        if (question.Hint is not null)
        {
            texts.Write("hint", BankHtml.Encode(question.Hint));
        }

        End(xml, question.Id, BankTags.Of(question));
    }

    private static string TypeOf(Question question) => question.Answer switch
    {
        Answer.Judge judge when BankTags.IsTrueFalse(judge) => "truefalse",
        Answer.Blanks { Items.Length: > 1 } => "cloze",
        Answer.Blanks => "shortanswer",
        Answer.Number => "numerical",
        Answer.Pairs => "matching",
        Answer.Steps => "ordering",
        _ => "multichoice",
    };

    private static void Start(XmlWriter xml, string type, string name)
    {
        xml.WriteStartElement("question");
        xml.WriteAttributeString("type", type);
        xml.WriteStartElement("name");
        xml.WriteElementString("text", name);
        xml.WriteEndElement();
    }

    private static void End(XmlWriter xml, string id, List<string> tags)
    {
        xml.WriteElementString("idnumber", id);
        if (tags.Count > 0)
        {
            xml.WriteStartElement("tags");
            foreach (var tag in tags)
            {
                xml.WriteStartElement("tag");
                xml.WriteElementString("text", tag);
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
