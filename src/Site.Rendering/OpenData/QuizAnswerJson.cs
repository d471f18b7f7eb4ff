using System.Collections.Immutable;
using System.Text.Json;
using Site.Model;

namespace Site.Rendering;

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
