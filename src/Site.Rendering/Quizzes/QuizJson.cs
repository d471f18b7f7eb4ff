using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Site.Content.Pages;
using Site.Content.Quizzes;
using Site.Content.Quizzes.Banks;
using Site.Content.Settings;
using Site.Content.Websites;
using Site.Rendering.Json;
using Site.Rendering.OpenData;
using Site.Rendering.Pictures;

namespace Site.Rendering.Quizzes;

/// <summary>A quiz as JSON: its questions with answers, explanations and laws. Texts that may hold links and pictures are HTML with whole addresses.</summary>
internal static class QuizJson
{
    public static void Write(IBufferWriter<byte> output, Website website, QuizPage quiz, IReadOnlyDictionary<string, ResponsivePicture> made)
    {
        var settings = website.Settings;
        var html = new BankHtml(website, quiz, picture => PublishedPictures.AbsoluteAddress(website, made, quiz.Path, picture));
        using (var json = JsonText.FileWriter(output))
        {
            json.WriteStartObject();
            json.WriteString("$schema"u8, SiteAddress.Absolute(settings, QuizAddresses.Schema));
            json.WriteString("id"u8, quiz.Id);
            json.WriteString("url"u8, SiteAddress.Absolute(settings, quiz.Address));
            json.WriteString("title"u8, quiz.Title);
            json.WriteString("summary"u8, quiz.Summary);
            json.WriteString("language"u8, settings.Language);
            json.WriteString("license"u8, OpenDatasets.Licence);
            json.WriteString("publisher"u8, settings.Organiser);
            json.WriteString("reviewer"u8, quiz.Reviewer);
            json.WriteString("as_of"u8, LocalTime.Day(website.AsOf));
            json.WriteString("review_by"u8, quiz.ReviewBy is { } day ? LocalTime.Day(day) : null);
            json.WriteBoolean("sample"u8, quiz.IsSample);
            WriteTexts(json, "sources"u8, quiz.Sources.Select(source => source.Text));
            WriteTexts(json, "topics"u8, quiz.Topics);
            WriteScenarios(json, html, quiz);
            json.WriteStartArray("questions"u8);
            foreach (var question in quiz.Questions)
            {
                Write(json, html, question);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteScenarios(Utf8JsonWriter json, BankHtml html, QuizPage quiz)
    {
        json.WriteStartArray("scenarios"u8);
        foreach (var scenario in PageFragments.Scenarios(quiz))
        {
            json.WriteStartObject();
            json.WriteString("id"u8, scenario.Id);
            json.WriteString("title"u8, scenario.Title);
            json.WriteString("html"u8, html.Of(scenario.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, BankHtml html, Question question)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, question.Id);
        json.WriteString("type"u8, question.Type.ToString().ToLowerInvariant());
        json.WriteString("text"u8, question.Text);
        json.WriteString("topic"u8, question.Topic);
        json.WriteNumber("level"u8, question.Level);
        json.WriteString("scenario"u8, question.Scenario?.Id);
        WriteLaw(json, question.Law);
        json.WriteIfAny("stem"u8, html.Of(question.Stem));
        json.WriteIfAny("hint"u8, question.Hint);
        QuizAnswerJson.Write(json, html, question.Answer);
        json.WriteString("explanation"u8, html.Of(question.Explanation));
        json.WriteEndObject();
    }

    private static void WriteLaw(Utf8JsonWriter json, LawReference? law)
    {
        if (law is null)
        {
            json.WriteNull("law"u8);
            return;
        }

        json.WriteStartObject("law"u8);
        json.WriteString("id"u8, law.Law);
        json.WriteNumber("year"u8, law.Year);
        if (law.Article is { } article)
        {
            json.WriteNumber("article"u8, article);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}

/// <summary>What is right, as properties of a question in JSON: <c>choices</c>, <c>blanks</c>, <c>number</c>, <c>pairs</c> or <c>steps</c>.</summary>
internal static class QuizAnswerJson
{
    public static void Write(Utf8JsonWriter json, BankHtml html, Answer answer)
    {
        switch (answer)
        {
            case Answer.Single single:
                WriteChoices(json, html, single.Choices);
                break;
            case Answer.Judge judge:
                WriteChoices(json, html, judge.Choices);
                break;
            case Answer.Multiple multiple:
                json.WriteString("score"u8, multiple.IsPartial ? "partial"u8 : "strict"u8);
                WriteChoices(json, html, multiple.Choices);
                break;
            case Answer.Blanks blanks:
                WriteBlanks(json, blanks);
                break;
            case Answer.Number number:
                json.WriteStartObject("number"u8);
                json.WriteNumber("value"u8, number.Value);
                json.WriteNumber("tolerance"u8, number.Tolerance);
                json.WriteString("unit"u8, number.Unit);
                json.WriteEndObject();
                break;
            case Answer.Pairs pairs:
                WritePairs(json, html, pairs);
                break;
            case Answer.Steps steps:
                json.WriteStartArray("steps"u8);
                foreach (var step in steps.Items)
                {
                    json.WriteStringValue(html.Of(step));
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void WriteChoices(Utf8JsonWriter json, BankHtml html, ImmutableArray<Choice> choices)
    {
        json.WriteStartArray("choices"u8);
        foreach (var choice in choices)
        {
            json.WriteStartObject();
            json.WriteString("html"u8, html.Of(choice.Text));
            json.WriteBoolean("correct"u8, choice.IsCorrect);
            json.WriteIfAny("feedback"u8, html.Of(choice.Feedback));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBlanks(Utf8JsonWriter json, Answer.Blanks blanks)
    {
        json.WriteStartArray("blanks"u8);
        foreach (var blank in blanks.Items)
        {
            json.WriteStartArray();
            foreach (var answer in blank.Answers)
            {
                json.WriteStringValue(answer);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WritePairs(Utf8JsonWriter json, BankHtml html, Answer.Pairs pairs)
    {
        json.WriteStartArray("pairs"u8);
        foreach (var pair in pairs.Items)
        {
            json.WriteStartObject();
            json.WriteString("left"u8, html.Of(pair.Left));
            json.WriteString("right"u8, pair.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
