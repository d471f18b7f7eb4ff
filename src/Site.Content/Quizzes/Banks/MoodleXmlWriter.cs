using System.Collections.Immutable;
using System.Text;
using System.Xml;
using Site.Content.Markdown;
using Site.Content.Websites;

namespace Site.Content.Quizzes.Banks;

/// <summary>Writes a quiz in Moodle XML, pictures included. Source: Moodle, "Moodle XML format".</summary>
internal static class MoodleXmlWriter
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static ExportedBank Write(Website website, QuizPage quiz)
    {
        var changes = ImmutableArray.CreateBuilder<BankChange>();
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
        {
            var texts = new MoodleXmlTextWriter(xml, website, quiz);
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
                ScoringDifferences.Report(question, new(question.Location, BankTags.Name(question), ""), changes);
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

    private static void WriteScenario(XmlWriter xml, MoodleXmlTextWriter texts, Scenario scenario)
    {
        Start(xml, "description", scenario.Title);
        texts.Write("questiontext", texts.Html(scenario.Text));
        texts.Write("generalfeedback", "");
        xml.WriteElementString("defaultgrade", "0");
        End(xml, scenario.Id, [QuestionTagFormat.Scenario]);
    }

    private static void WriteQuestion(XmlWriter xml, MoodleXmlTextWriter texts, Question question)
    {
        var cloze = question.Answer is Answer.Blanks { Items.Length: > 1 } blanks ? blanks : null;
        Start(xml, TypeOf(question), BankTags.Name(question));
        var text = BankHtml.Encode(cloze is null ? BankTags.Text(question) : MoodleXmlAnswerWriter.Cloze(question.Text, cloze));
        texts.Write("questiontext", $"<p>{text}</p>{texts.Html(question.Stem)}");
        texts.Write("generalfeedback", texts.Html(question.Explanation));
        xml.WriteElementString("defaultgrade", "1");
        xml.WriteElementString("penalty", "0.3333333");
        xml.WriteElementString("hidden", "0");
        MoodleXmlAnswerWriter.Write(xml, texts, question);
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

/// <summary>Writes the answers of a question in Moodle XML.</summary>
internal static class MoodleXmlAnswerWriter
{
    public static void Write(XmlWriter xml, MoodleXmlTextWriter texts, Question question)
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

    private static void WriteChoices(XmlWriter xml, MoodleXmlTextWriter texts, ImmutableArray<Choice> choices, bool isSingle, Func<Choice, string> fraction)
    {
        xml.WriteElementString("single", isSingle ? "true" : "false");
        xml.WriteElementString("shuffleanswers", "true");
        xml.WriteElementString("answernumbering", "ABCD");
        foreach (var choice in choices)
        {
            WriteAnswer(texts, xml, choice, fraction(choice), null);
        }
    }

    private static void WriteAnswer(MoodleXmlTextWriter texts, XmlWriter xml, Choice choice, string fraction, string? plain)
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
        StartPlain(xml, BankNumbers.Write(number.Value));
        xml.WriteElementString("tolerance", BankNumbers.Write(number.Tolerance));
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

    private static void WritePairs(XmlWriter xml, MoodleXmlTextWriter texts, Answer.Pairs pairs)
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

    private static void WriteSteps(XmlWriter xml, MoodleXmlTextWriter texts, Answer.Steps steps)
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

/// <summary>Writes texts of Moodle XML, each with the pictures that it shows.</summary>
internal sealed class MoodleXmlTextWriter
{
    private const string Inside = "@@PLUGINFILE@@/";

    private readonly XmlWriter xml;
    private readonly Website website;
    private readonly QuizPage quiz;
    private readonly BankHtml html;
    private readonly Dictionary<string, string> targetByName = new(StringComparer.Ordinal);

    public MoodleXmlTextWriter(XmlWriter xml, Website website, QuizPage quiz)
    {
        this.xml = xml;
        this.website = website;
        this.quiz = quiz;
        html = new(website, quiz, Source);
    }

    public string Html(HtmlFragment fragment) => html.Of(fragment);

    /// <summary>Writes an element with a text in HTML and its pictures.</summary>
    public void Write(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes)
        {
            xml.WriteAttributeString(attribute, value);
        }

        xml.WriteAttributeString("format", "html");
        WriteContent(text);
        xml.WriteEndElement();
    }

    /// <summary>Writes the text and its pictures into the element that is open.</summary>
    public void WriteContent(string text)
    {
        xml.WriteStartElement("text");
        if (text.Length > 0)
        {
            xml.WriteCData(text);
        }

        xml.WriteEndElement();
        foreach (var (name, target) in targetByName.Where(file => text.Contains(Inside + Uri.EscapeDataString(file.Key) + "\"", StringComparison.Ordinal))
            .OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            WriteFile(name, target);
        }
    }

    private void WriteFile(string name, string target)
    {
        if (LinkTargets.Join(quiz.Path, target) is not { } path || website.FileAt(path) is not { } file)
        {
            return;
        }

        xml.WriteStartElement("file");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("path", "/");
        xml.WriteAttributeString("encoding", "base64");
        xml.WriteString(Convert.ToBase64String(file.Load()));
        xml.WriteEndElement();
    }

    // Two pictures of one name in two folders must not become one.
    private string Source(Picture picture)
    {
        var name = picture.Target.Split('/')[^1];
        if (!targetByName.TryAdd(name, picture.Target) && targetByName[name] != picture.Target)
        {
            name = picture.Target.Replace('/', '-').TrimStart('.', '-');
            targetByName.TryAdd(name, picture.Target);
        }

        return Inside + Uri.EscapeDataString(name);
    }
}
