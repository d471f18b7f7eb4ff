using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Draws;

namespace Site.Themes.Campaign.Quizzes;

/// <summary>What the player's script must know of a quiz: how to draw, what is right, what to call it. See <c>Assets/js/quiz/README.md</c>.</summary>
internal static class QuizPlayerData
{
    // < > & " ' are written as \uXXXX, so that no text can end the script element.
    private static readonly JsonWriterOptions InScript = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <returns>JSON that is safe inside a <c>script</c> element.</returns>
    public static string Of(QuizPage quiz, string organiser)
    {
        var output = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(output, InScript))
        {
            json.WriteStartObject();
            json.WriteString("id", quiz.Id);
            json.WriteString("title", quiz.Title);
            json.WriteString("organiser", organiser);
            WriteBlueprint(json, quiz.Blueprint);
            WriteNumber(json, "pass", quiz.Pass);
            WriteNumber(json, "minutes", quiz.ContestMinutes);
            WriteTexts(json, "topics", quiz.Topics);
            json.WriteString("variants", AnswerText.Variants(quiz.Questions.SelectMany(Blanks).SelectMany(answers => answers)));
            json.WriteStartArray("questions");
            foreach (var question in quiz.Questions)
            {
                Write(json, question);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static void WriteBlueprint(Utf8JsonWriter json, Blueprint? blueprint)
    {
        if (blueprint is null)
        {
            return;
        }

        json.WriteBoolean("isDaily", blueprint.Seed == "daily");
        json.WriteStartObject("blueprint");
        json.WriteNumber("draw", blueprint.Draw);
        json.WriteStartArray("perTopic");
        foreach (var (topic, count) in blueprint.PerTopic)
        {
            json.WriteStartArray();
            json.WriteStringValue(topic);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("levels");
        foreach (var (level, count) in blueprint.Levels)
        {
            json.WriteStartArray();
            json.WriteNumberValue(level);
            json.WriteNumberValue(count);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        WriteLists(json, "groups", blueprint.Groups.Select(group => group.AsEnumerable()));
        WriteTexts(json, "required", blueprint.Required);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id", question.Id);
        if (question.Topic is { } topic)
        {
            json.WriteString("topic", topic);
        }

        json.WriteNumber("level", question.Level);
        json.WriteNumber("choices", question.Choices.Length);
        if (ChoiceOrder.IsFixed(question))
        {
            json.WriteBoolean("isFixed", true);
        }

        if (question.Scenario is { } scenario)
        {
            json.WriteString("scenario", scenario.Id);
        }

        WriteAnswer(json, question);
        json.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter json, Question question)
    {
        switch (question.Answer)
        {
            case Answer.Blanks:
                WriteLists(json, "blanks", Blanks(question));
                break;
            case Answer.Number number:
                json.WriteString("value", number.Value.ToString(CultureInfo.InvariantCulture));
                json.WriteString("tolerance", number.Tolerance.ToString(CultureInfo.InvariantCulture));
                json.WriteString("unit", AnswerText.Fold(number.Unit));
                break;
            case Answer.Pairs pairs:
                WriteTexts(json, "pairs", pairs.Items.Select(pair => pair.Right));
                break;
            case Answer.Steps steps:
                json.WriteNumber("steps", steps.Items.Length);
                break;
            default:
                json.WriteStartArray("right");
                foreach (var right in Enumerable.Range(0, question.Choices.Length).Where(at => question.Choices[at].IsCorrect))
                {
                    json.WriteNumberValue(right);
                }

                json.WriteEndArray();
                if (question.Answer is Answer.Multiple { IsPartial: true })
                {
                    json.WriteBoolean("isPartial", true);
                }

                break;
        }
    }

    private static IEnumerable<IEnumerable<string>> Blanks(Question question) =>
        question.Answer is Answer.Blanks blanks ? blanks.Items.Select(blank => blank.Answers.Select(AnswerText.Fold)) : [];

    private static void WriteNumber(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
    }

    private static void WriteLists(Utf8JsonWriter json, string name, IEnumerable<IEnumerable<string>> lists)
    {
        json.WriteStartArray(name);
        foreach (var list in lists)
        {
            json.WriteStartArray();
            foreach (var text in list)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
