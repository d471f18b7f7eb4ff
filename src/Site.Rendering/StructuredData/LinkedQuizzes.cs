using System.Text.Json;
using Site.Content.Quizzes;
using Site.Core.Json;

namespace Site.Rendering.StructuredData;

/// <summary>Describes a quiz: what it is for, what it assesses, and its questions.</summary>
/// <remarks>
/// schema.org/Quiz is a LearningResource; its questions are its parts, each a schema.org/Question with the kind of question that the Learning Resource Metadata
/// Initiative calls eduQuestionType. Answers are left out: who searches should not find them before the question.
/// </remarks>
internal static class LinkedQuizzes
{
    public static void Write(Utf8JsonWriter json, QuizPage quiz)
    {
        json.WriteString("learningResourceType"u8, "Quiz"u8);
        json.WriteString("educationalUse"u8, "自测"u8);
        LinkedWorks.WriteTexts(json, "assesses"u8, quiz.Topics);
        json.WriteStartArray("hasPart"u8);
        foreach (var question in quiz.Questions)
        {
            json.WriteStartObject();
            json.WriteString("@type"u8, "Question"u8);
            json.WriteString("eduQuestionType"u8, Kind(question.Type));
            json.WriteString("text"u8, question.Text);
            json.WriteIfAny("about"u8, question.Topic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ReadOnlySpan<byte> Kind(QuestionType type) => type switch
    {
        QuestionType.Single => "Multiple choice"u8,
        QuestionType.Multiple => "Checkbox"u8,
        QuestionType.Judge => "True or false"u8,
        QuestionType.Blank => "Fill in the blank"u8,
        QuestionType.Numeric => "Numeric"u8,
        QuestionType.Match => "Matching"u8,
        _ => "Ordering"u8,
    };
}
